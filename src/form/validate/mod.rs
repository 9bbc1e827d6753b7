//! Every rule of the day against the answers; hidden fields take no part.

mod checked;
mod complete;
mod given;
mod outcome;

use super::pack::{Field, Pack, Required};
use super::rule::{Env, Expression};
use serde::Serialize;

use super::describe::Excerpt;
use crate::date::Date;
use crate::finding::Finding;
use crate::json::{Value, by_name};

pub(super) use checked::Checked;

/// What `validate` found.
#[derive(Clone, Debug, Serialize)]
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
    #[serde(serialize_with = "by_name")]
    pub calculated: Vec<(String, Value)>,
    /// Paths of answers that the page forgets, because their field was hidden.
    pub cleared: Vec<String>,
    /// Choices that are not offered as the answers stand, by path.
    #[serde(serialize_with = "by_name")]
    pub unavailable: Vec<(String, Vec<String>)>,
    /// Roles whose card can be asked for as the answers stand.
    pub roles: Vec<String>,
    /// The papers of the pack that are needed as the answers stand.
    pub papers: Vec<Excerpt>,
    /// Signatures of the printed page that are needed as the answers stand, by index.
    pub signatures: Vec<usize>,
}

/// Checks `answers` by the rules of the day `on`. Any JSON is answered with findings.
pub fn validate(pack: &Pack, answers: &Value, on: Date) -> Validation {
    Checked::new(pack, answers, on).into_validation()
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
