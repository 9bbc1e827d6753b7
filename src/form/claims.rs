//! What an application says of itself and its digest cannot show: who fills in an application writes it.

use serde::Serialize;

use super::card::Card;
use super::entry::Entry;
use super::findings;
use super::pack::{Pack, Role};
use super::path::at;
use super::prefill::alike;
use crate::finding::{Finding, Source};
use crate::json::Value;
use crate::reading::{Assurance, Reading};

/// Which of the sender's words the check confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Claims {
    /// `assurance`.
    pub assurance: Claim,
    /// `provenance`, all of it that names a document.
    pub provenance: Claim,
}

/// What is known of a sender's word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Claim {
    /// Nothing: anybody can write it.
    Unproved,
    /// The files of the chip, which the caller handed over, say so by the caller's own anchors.
    Confirmed,
}

impl Claims {
    /// Of an application without evidence.
    pub(super) const UNPROVED: Self = Self { assurance: Claim::Unproved, provenance: Claim::Unproved };

    /// Holds the application against what the chip of its applicant says. Nothing below `authentic` confirms anything:
    /// files that hang together can be made by anybody.
    pub(super) fn by_evidence(
        pack: &Pack,
        (answers, provenance, assurance): (&Value, &[(String, Value)], Assurance),
        chip: &Reading,
        out: &mut Vec<Finding>,
    ) -> Self {
        if chip.source != Source::Chip || chip.assurance < Assurance::Authentic {
            out.push(Finding::new(findings::EVIDENCE_WEAK, "assurance"));
            return Self::UNPROVED;
        }
        let Some(applicant) = applicant(pack) else { return Self::UNPROVED };
        match is_the_applicants(pack, applicant, answers, chip) {
            Some(true) => {}
            Some(false) => {
                out.push(Finding::new(findings::EVIDENCE_OTHER_PERSON, "assurance"));
                return Self::UNPROVED;
            }
            None => return Self::UNPROVED,
        }
        if assurance > chip.assurance {
            out.push(Finding::new(findings::EVIDENCE_WEAK, "assurance"));
        }
        let claimed = assurance > Assurance::None && assurance <= chip.assurance;
        Self {
            assurance: confirmed(claimed),
            provenance: confirmed(confirms_all(pack, applicant, answers, provenance, chip, out)),
        }
    }
}

/// Every entry that names a document is the applicant's, and the chip offers that very answer.
fn confirms_all(
    pack: &Pack,
    applicant: &Role,
    answers: &Value,
    provenance: &[(String, Value)],
    chip: &Reading,
    out: &mut Vec<Finding>,
) -> bool {
    let (mut any, mut all) = (false, true);
    for (path, entry) in provenance {
        let Some(entry) = Entry::of(pack, path, entry) else { return false };
        if !entry.source.is_machine_read() {
            continue;
        }
        any = true;
        let of_applicant = entry.role.is_none_or(|role| role == applicant.role);
        let offered = offered(pack, applicant, path, chip);
        let same = |value: &Value| at(answers, path).is_some_and(|answer| alike(answer, value));
        let holds = of_applicant && entry.converted.is_none() && offered.as_ref().is_some_and(same);
        all &= holds;
        let denied = of_applicant && entry.converted.is_none() && offered.is_some() && !holds;
        if denied && entry.source == Source::Chip {
            out.push(Finding::new(findings::EVIDENCE_DIFFERS, ["provenance.", path].concat()));
        }
    }
    any && all
}

/// What this card fills into the field.
fn offered(pack: &Pack, applicant: &Role, path: &str, chip: &Reading) -> Option<Value> {
    let index = pack.field(path)?;
    let (_, from) = applicant.map.iter().find(|(field, _)| *field == index)?;
    Card::Reading(chip).offer(pack.fields.get(index)?, from)
}

/// The number of the application's applicant against the chip's; none when either is not known.
fn is_the_applicants(pack: &Pack, applicant: &Role, answers: &Value, chip: &Reading) -> Option<bool> {
    let (index, _) = applicant.map.iter().find(|(_, from)| from == "pin")?;
    let answer = at(answers, &pack.fields.get(*index)?.id)?;
    let number = chip.person.get(crate::reading::Field::Pin)?;
    Some(answer.as_str() == Some(number))
}

/// Whose card the assurance is of: the widget's rule, too.
fn applicant(pack: &Pack) -> Option<&Role> {
    pack.persons.iter().find(|person| person.role == "applicant" && person.group.is_none())
}

fn confirmed(holds: bool) -> Claim {
    if holds { Claim::Confirmed } else { Claim::Unproved }
}
