//! What the part that somebody has in a form says of the sex.

use super::contradiction::Contradiction;
use super::facts::{Facts, Someone};
use super::findings;

pub(super) fn judge(facts: &Facts<'_>, out: &mut Vec<Contradiction>) {
    let meanings = &facts.pack.meanings;
    for (index, individual) in meanings.people.iter().enumerate() {
        for who in facts.people(index) {
            out.extend(compare(facts, who, &individual.role, individual.names.first().copied()));
        }
    }
    for relation in &meanings.relations {
        for who in facts.people(relation.of) {
            let role = facts.text(who.row, relation.field).unwrap_or("");
            out.extend(compare(facts, who, role, Some(relation.field)));
        }
    }
}

/// `from`: the field that says what part it is.
fn compare(facts: &Facts<'_>, who: Someone<'_>, role: &str, from: Option<usize>) -> Option<Contradiction> {
    let (_, wanted, (vi, en)) = PARTS.iter().find(|(name, ..)| *name == role)?;
    let at = who.individual.sex?;
    let said = facts.text(who.row, at)?;
    if !["male", "female"].contains(&said) || said == *wanted {
        return None;
    }
    let from = (who.row, from.unwrap_or(at));
    let mut found = Contradiction::new(facts, findings::SEX_AGAINST_ROLE, from, (who.row, at));
    found.finding = found.finding.with_words("role", vi, en);
    Some(found)
}

/// A part, its sex, and its words.
const PARTS: &[(&str, &str, (&str, &str))] = &[
    ("father", "male", ("cha", "father")),
    ("mother", "female", ("mẹ", "mother")),
    ("husband", "male", ("chồng", "husband")),
    ("wife", "female", ("vợ", "wife")),
];
