//! What a personal number says of its holder, against what is said beside it.
//!
//! The number holds the year of birth and the sex (Nghị định 70/2024/NĐ-CP, Điều 11 khoản 7–8); after a correction one
//! may keep the old number, so it is asked, not refused.

use super::contradiction::Contradiction;
use super::facts::{Facts, Someone};
use super::sexes::sex_of;
use crate::finding::{Basis, BasisStatus};
use crate::form::findings;
use crate::pin::Pin;

pub(super) fn judge(facts: &Facts<'_>, out: &mut Vec<Contradiction>) {
    let meanings = &facts.pack.meanings;
    for (index, individual) in meanings.people.iter().enumerate() {
        for who in facts.people(index) {
            compare(facts, who, &individual.role, out);
        }
    }
    for relation in &meanings.relations {
        for who in facts.people(relation.of) {
            compare(facts, who, facts.text(who.row, relation.field).unwrap_or(""), out);
        }
    }
}

/// `role`: the part that says the sex where the form does not ask for it. One finding of a number is enough: whoever
/// reads it again sees the rest.
fn compare<'f>(facts: &Facts<'f>, who: Someone<'f>, role: &str, out: &mut Vec<Contradiction>) -> Option<()> {
    let Someone { row, individual } = who;
    let at = individual.number?;
    let pin = Pin::parse(facts.number(who)?)?;
    let said = individual.sex.and_then(|index| facts.text(row, index)).or_else(|| sex_of(role));
    let other_sex = said.is_some_and(|said| ["male", "female"].contains(&said) && said != pin.sex().name());
    let (year, born) = (pin.birth_year(), facts.birth(who));
    let other_birth = born.is_some_and(|born| year < born.low.year() || born.high.year() < year);
    let beside = match (other_birth, other_sex) {
        (true, _) => individual.birth,
        (_, true) => individual.sex,
        _ => return None,
    };
    let mut found =
        Contradiction::new(facts, findings::NUMBER_DIFFERS, (row, beside.unwrap_or(at)), (row, at));
    if !out.iter().any(|earlier| earlier.finding.path == found.finding.path) {
        found.finding = found.finding.based_on(Basis {
            document: "Nghị định 70/2024/NĐ-CP".into(),
            article: Some("Điều 11 khoản 7–8".into()),
            status: BasisStatus::Read,
        });
        out.push(found);
    }
    None
}
