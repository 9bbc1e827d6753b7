//! What comes of the checked answers: the validation, and the answers that count.

use super::checked::Checked;
use super::condition::{holds, is_required};
use super::raw_answers::RawAnswers;
use super::validation::Validation;
use crate::finding::{Finding, Severity};
use crate::form::blank::is_blank;
use crate::form::describe::Excerpt;
use crate::form::pack::{Field, Kind, Rule};
use crate::form::path::Place;
use crate::form::plausible::{self, Contradiction};
use crate::form::rule::{Env, Val};
use crate::json::Value;

impl Checked<'_> {
    /// Evaluates the rules between fields as well.
    pub(in crate::form) fn into_validation(mut self) -> Validation {
        let mut findings = std::mem::take(&mut self.unplaced);
        for found in &mut self.found {
            findings.append(found);
        }
        let contradictions = plausible::contradictions(self.pack, &self.cells, self.on);
        findings.extend(contradictions.iter().map(|found| found.finding.clone()));
        self.rules(&contradictions, &mut findings);
        let mut result = Validation {
            ok: findings.iter().all(|finding| finding.severity != Severity::Error),
            findings,
            visible: vec![],
            required: vec![],
            calculated: vec![],
            cleared: std::mem::take(&mut self.cleared),
            unavailable: vec![],
            roles: vec![],
            papers: vec![],
            signatures: vec![],
        };
        self.each_shown(&mut |field, value, env, place| record(field, value, env, place, &mut result));
        let env = Env::new(self.on, &self.cells);
        for person in self.pack.persons.iter().filter(|person| holds(person.when.as_ref(), &env)) {
            result.roles.push(person.role.clone());
        }
        let papers = self.pack.source.get("papers").and_then(Value::as_array).unwrap_or_default();
        for (paper, (_, when)) in papers.iter().zip(&self.pack.papers) {
            if holds(when.as_ref(), &env) {
                result.papers.push(Excerpt::new(paper, self.on));
            }
        }
        for (index, when) in self.pack.signatures.iter().enumerate() {
            if holds(when.as_ref(), &env) {
                result.signatures.push(index);
            }
        }
        result
    }

    /// What a contradiction has said already is not said again.
    fn rules(&self, known: &[Contradiction], out: &mut Vec<Finding>) {
        for rule in self.pack.rules.iter().filter(|rule| rule.days.hold(self.on)) {
            let said = |row| known.iter().any(|found| found.says(rule, row, self.pack));
            // Nor what is wrong with one answer alone.
            if rule.each.is_none() && rule.asks.iter().all(|index| *index == rule.at) {
                let at = self.pack.fields.get(rule.at).map_or("", |field| field.id.as_str());
                let is_known = |found: &Finding| {
                    found.path == at
                        && found.severity == Severity::Error
                        && found.code.starts_with("plausibility.")
                };
                if out.iter().any(is_known) {
                    continue;
                }
            }
            match rule.each {
                None => {
                    let env = Env::new(self.on, &self.cells);
                    if let (Some(true), Some(field)) =
                        (self.shown.get(rule.at), self.pack.fields.get(rule.at))
                        && !said(None)
                    {
                        evaluate(rule, &env, Place { row: None, field: &field.id }, out);
                    }
                }
                Some(group) => self.each_row_field(group, &mut |_, index, _, env, _, place| {
                    if index == rule.at && !said(place.row.map(|(_, number)| number)) {
                        evaluate(rule, env, place, out);
                    }
                }),
            }
        }
    }

    /// The answers that count, in the order of the form: shown, not blank, calculated ones filled in.
    pub(in crate::form) fn effective_answers(&self) -> Value {
        let mut members = Vec::new();
        for (index, (field, value)) in self.pack.fields.iter().zip(&self.cells.fields).enumerate() {
            if self.shown.get(index) != Some(&true) {
                continue;
            }
            let Kind::Group(group) = field.kind else {
                push_answer(field, index, value, &self.raw, &mut members);
                continue;
            };
            let count = self.rows.get(group).map_or(0, Vec::len);
            let mut rows: Vec<Vec<(String, Value)>> = vec![vec![]; count];
            self.each_row_field(group, &mut |field, index, value, _, row, place| {
                let number = place.row.map_or(0, |(_, number)| number);
                if let Some(members) = rows.get_mut(number) {
                    push_answer(field, index, value, &row.raw, members);
                }
            });
            if !rows.is_empty() {
                let rows = rows.into_iter().map(Value::Object).collect();
                members.push((field.id.clone(), Value::Array(rows)));
            }
        }
        Value::Object(members)
    }
}

fn push_answer(
    field: &Field,
    index: usize,
    value: &Val<'_>,
    raw: &RawAnswers<'_>,
    out: &mut Vec<(String, Value)>,
) {
    let answer = match &field.value {
        Some(_) => value.into(),
        None => match raw.get(index) {
            Some(answer) if !is_blank(Some(answer)) => answer.clone(),
            _ => Value::Null,
        },
    };
    if !answer.is_null() {
        out.push((field.id.clone(), answer));
    }
}

fn record(field: &Field, value: &Val<'_>, env: &Env<'_>, place: Place<'_>, result: &mut Validation) {
    let path = place.path();
    if is_required(field, env) {
        result.required.push(path.clone());
    }
    if let Kind::Choice { choices, .. } | Kind::MultiChoice { choices, .. } = &field.kind {
        let hidden = choices.iter().filter(|choice| !holds(choice.visible.as_ref(), env));
        let hidden: Vec<String> = hidden.map(|choice| choice.value.clone()).collect();
        if !hidden.is_empty() {
            result.unavailable.push((path.clone(), hidden));
        }
    }
    if field.value.is_some() {
        result.calculated.push((path.clone(), value.into()));
    }
    result.visible.push(path);
}

fn evaluate(rule: &Rule, env: &Env<'_>, place: Place<'_>, out: &mut Vec<Finding>) {
    if holds(rule.when.as_ref(), env) && rule.check.truth(env) == Some(false) {
        let (vi, en) = (rule.words.vi.as_str(), rule.words.en.as_str());
        let finding = Finding::of_rule(&rule.code, rule.severity, place.path(), vi, en);
        out.push(finding.based_on(rule.basis.clone()));
    }
}
