//! Every rule of the day against the answers; hidden fields take no part.

mod checked;
mod complete;
mod given;
mod outcome;

use super::pack::{Field, Pack, Required};
use super::rule::{Env, Expression};
use crate::Options;
use crate::date::Date;
use crate::finding::Finding;
use crate::json::Value;

pub(super) use checked::Checked;

/// What `validate` found.
#[derive(Clone, Debug)]
pub struct Validation {
    /// No finding is an error.
    pub ok: bool,
    /// Fields in the order of the form, then rules in the order of the pack.
    pub findings: Vec<Finding>,
    /// Paths of the fields that are shown: `members`, `members[0].pin`.
    pub visible: Vec<String>,
    /// Paths of those that must be answered.
    pub required: Vec<String>,
    /// Values of calculated fields, by path.
    pub calculated: Vec<(String, Value)>,
    /// Paths of answers that the page forgets, because their field was hidden.
    pub cleared: Vec<String>,
    /// Choices that are not offered as the answers stand, by path.
    pub unavailable: Vec<(String, Value)>,
    /// Roles whose card can be asked for as the answers stand.
    pub roles: Vec<String>,
    /// Ids of the papers that are needed as the answers stand.
    pub papers: Vec<String>,
}

/// Checks `answers` by the rules of the day `on`. Any JSON is answered with findings.
pub fn validate(pack: &Pack, answers: &Value, on: Date) -> Validation {
    Checked::new(pack, answers, on).into_validation()
}

impl Validation {
    /// The contract's result; `papers` are the pack's, those that are needed as the answers stand.
    pub fn to_json(&self, pack: &Pack, options: Options) -> Value {
        let mut papers = Vec::new();
        for paper in pack.source.get("papers").and_then(Value::as_array).unwrap_or_default() {
            let id = paper.get("id").and_then(Value::as_str).unwrap_or("");
            if self.papers.iter().any(|paper| paper == id) {
                papers.push(super::describe::said(paper, options));
            }
        }
        super::object(vec![
            ("ok", self.ok.into()),
            ("findings", super::told(&self.findings, options.locale)),
            ("visible", texts(&self.visible)),
            ("required", texts(&self.required)),
            ("calculated", Value::Object(self.calculated.clone())),
            ("cleared", texts(&self.cleared)),
            ("unavailable", Value::Object(self.unavailable.clone())),
            ("roles", texts(&self.roles)),
            ("papers", Value::Array(papers)),
        ])
    }
}

fn texts(list: &[String]) -> Value {
    let mut texts = Vec::with_capacity(list.len());
    for text in list {
        texts.push(Value::from(text.as_str()));
    }
    Value::Array(texts)
}

fn is_required(field: &Field, env: &Env<'_>) -> bool {
    match &field.required {
        Required::No => false,
        Required::Always => true,
        Required::When(condition) => condition.truth(env) == Some(true),
    }
}

/// No condition holds always; what cannot be told does not.
fn holds(condition: Option<&Expression>, env: &Env<'_>) -> bool {
    condition.is_none_or(|condition| condition.truth(env) == Some(true))
}
