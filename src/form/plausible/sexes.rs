//! What the part that somebody has in a form says of the sex.

use super::contradiction::Contradiction;
use super::facts::{Facts, Someone};
use super::findings;
use crate::text;

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
    let (wanted, (vi, en)) = part(role)?;
    let at = who.individual.sex?;
    let said = facts.text(who.row, at)?;
    if !["male", "female"].contains(&said) || said == wanted {
        return None;
    }
    let from = (who.row, from.unwrap_or(at));
    let mut found = Contradiction::new(facts, findings::SEX_AGAINST_ROLE, from, (who.row, at));
    found.finding = found.finding.with_words("role", vi, en);
    Some(found)
}

/// The sex that goes with a part.
pub(super) fn sex_of(role: &str) -> Option<&'static str> {
    part(role).map(|(sex, _)| sex)
}

/// The sex that goes with a choice, or with the word that somebody writes where the relation is asked for in words.
fn part(role: &str) -> Option<(&'static str, (&'static str, &'static str))> {
    if let Some((_, sex, words)) = PARTS.iter().find(|(name, ..)| *name == role) {
        return Some((sex, *words));
    }
    let key = text::lower(role.trim());
    let (_, part) = WORDS.iter().find(|(words, _)| words.contains(&key.as_str()))?;
    PARTS.iter().find(|(name, ..)| name == part).map(|(_, sex, words)| (*sex, *words))
}

/// What people write, and the part it is.
const WORDS: &[(&[&str], &str)] = &[
    (&["cha", "cha đẻ", "bố", "bố đẻ", "ba", "cha nuôi", "bố nuôi"], "father"),
    (&["mẹ", "mẹ đẻ", "má", "mẹ nuôi"], "mother"),
    (&["chồng"], "husband"),
    (&["vợ"], "wife"),
];

/// A part, its sex, and its words.
const PARTS: &[(&str, &str, (&str, &str))] = &[
    ("father", "male", ("cha", "father")),
    ("mother", "female", ("mẹ", "mother")),
    ("husband", "male", ("chồng", "husband")),
    ("wife", "female", ("vợ", "wife")),
];
