//! Residences that the card gave in units that are no more, in those of today, as `npm/form-units.js` has it: one answer
//! and no doubt takes its place, and the provenance keeps what the card says; otherwise the card's text stays, and what to
//! ask is among `questions`.

use std::collections::BTreeMap;

use cancuoc::address::{Candidate, ConvertedAddress, Direction, Question, convert_to};
use cancuoc::finding::Basis;
use cancuoc::form::{Conflict, Prefilled, Provenance};
use cancuoc::json::Value;
use cancuoc::{Error, Finding, Options};
use serde::Serialize;

use crate::answer::result;
use crate::units::units;

/// What was filled in, with residences in the units of the day.
#[derive(Serialize)]
struct Filled {
    answers: Value,
    provenance: BTreeMap<String, Origin>,
    conflicts: Vec<Conflict>,
    findings: Vec<Finding>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    questions: Vec<Asked>,
}

#[derive(Serialize)]
struct Origin {
    #[serde(flatten)]
    of_card: Provenance,
    #[serde(skip_serializing_if = "Option::is_none")]
    converted: Option<Converted>,
}

#[derive(Serialize)]
struct Converted {
    to: String,
    code: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<Basis>,
}

#[derive(Serialize)]
struct Asked {
    path: String,
    question: Question,
    candidates: Vec<Candidate>,
    original: String,
}

/// The result of `prefill` as JSON text.
///
/// # Errors
/// `internal.result`, `units.corrupt`: never.
pub(crate) fn in_present_units(filled: Prefilled, options: Options) -> Result<String, Error> {
    let origin = |(path, of_card)| (path, Origin { of_card, converted: None });
    let mut filled = Filled {
        answers: filled.answers,
        provenance: filled.provenance.into_iter().map(origin).collect(),
        conflicts: filled.conflicts,
        findings: filled.findings,
        questions: Vec::new(),
    };
    let old: Vec<String> =
        filled.findings.iter().filter(|own| is_old(own)).map(|own| own.path.clone()).collect();
    for path in old {
        if let Some(converted) = filled.conversion(&path, options)? {
            filled.take(path, converted);
        }
    }
    result(&filled, options.locale)
}

/// The card's residence names units that are no more.
fn is_old(finding: &Finding) -> bool {
    finding.code == "form.prefill_old_address"
}

impl Filled {
    /// Of the card's own residence at a place; what somebody typed is that person's matter.
    fn conversion(&mut self, path: &str, options: Options) -> Result<Option<ConvertedAddress>, Error> {
        let residence = self.provenance.get(path).filter(|origin| origin.of_card.field == "residence");
        let Some(value) = residence.map(|origin| origin.of_card.value.clone()) else { return Ok(None) };
        if answer_at(&mut self.answers, path).is_none_or(|answer| *answer != value) {
            return Ok(None);
        }
        let text = value.as_str().unwrap_or_default();
        match convert_to(units()?, text, options.on, Direction::ToPresent) {
            Ok(converted) if converted.candidates.is_empty() => Ok(None),
            Ok(converted) => Ok(Some(converted)),
            // One that is too long stays as it is.
            Err(error) if error.code == "limit.input" => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn take(&mut self, path: String, converted: ConvertedAddress) {
        let address = converted.address();
        let ConvertedAddress { candidates, question, original, mut findings, .. } = converted;
        findings.retain(|finding| finding.code != "address.already_current");
        for finding in &mut findings {
            finding.path.clone_from(&path);
        }
        let (is_current, basis) =
            (findings.is_empty(), findings.iter().find_map(|finding| finding.basis.clone()));
        self.findings.retain(|finding| !(is_old(finding) && finding.path == path));
        self.findings.append(&mut findings);
        match (address, question) {
            (Some(_), _) if is_current => {}
            (Some(to), _) => {
                let code = candidates.into_iter().next().map(|candidate| candidate.code).unwrap_or_default();
                if let Some(answer) = answer_at(&mut self.answers, &path) {
                    *answer = Value::from(to.as_str());
                }
                if let Some(origin) = self.provenance.get_mut(&path) {
                    origin.converted = Some(Converted { to, code, basis });
                }
            }
            (None, Some(question)) => self.questions.push(Asked { path, question, candidates, original }),
            (None, None) => {}
        }
    }
}

/// The answer of `a` or `a[0].b`.
fn answer_at<'a>(answers: &'a mut Value, path: &str) -> Option<&'a mut Value> {
    let Some((group, rest)) = path.split_once('[') else { return member(answers, path) };
    let (row, name) = rest.split_once("].")?;
    let Value::Array(rows) = member(answers, group)? else { return None };
    member(rows.get_mut(row.parse::<usize>().ok()?)?, name)
}

fn member<'a>(value: &'a mut Value, name: &str) -> Option<&'a mut Value> {
    let Value::Object(members) = value else { return None };
    members.iter_mut().find(|(own, _)| own == name).map(|(_, value)| value)
}
