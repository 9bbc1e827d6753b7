//! What a personal number says of its holder, against what is said beside it.
//!
//! The number holds the year of birth and the sex (Nghị định 70/2024/NĐ-CP, Điều 11 khoản 7–8); after a correction one
//! may keep the old number, so it is asked, not refused.

use super::contradiction::Contradiction;
use super::facts::{Facts, Someone};
use super::sexes::sex_of;
use crate::finding::{Basis, BasisStatus, Code};
use crate::form::findings;
use crate::pin::Pin;

pub(super) fn judge(facts: &Facts<'_>, out: &mut Vec<Contradiction>) {
    let meanings = &facts.pack.meanings;
    for (index, individual) in meanings.people.iter().enumerate() {
        for who in facts.people(index) {
            against_birth(facts, who, out);
            against_sex(facts, who, &individual.role, out);
        }
    }
    for relation in &meanings.relations {
        for who in facts.people(relation.of) {
            against_sex(facts, who, facts.text(who.row, relation.field).unwrap_or(""), out);
        }
    }
}

fn against_birth<'f>(facts: &Facts<'f>, who: Someone<'f>, out: &mut Vec<Contradiction>) -> Option<()> {
    let year = pin(facts, who)?.birth_year();
    let (beside, born) = (who.individual.birth?, facts.birth(who)?);
    if !(born.low.year()..=born.high.year()).contains(&year) {
        add(facts, findings::NUMBER_AND_BIRTH_DIFFER, who, beside, out);
    }
    None
}

fn against_sex<'f>(
    facts: &Facts<'f>,
    who: Someone<'f>,
    role: &str,
    out: &mut Vec<Contradiction>,
) -> Option<()> {
    let sex = pin(facts, who)?.sex().name();
    let said = who.individual.sex.and_then(|index| facts.text(who.row, index));
    let said = said.or_else(|| sex_of(role))?;
    if ["male", "female"].contains(&said) && said != sex {
        let beside = who.individual.sex.or(who.individual.number)?;
        add(facts, findings::NUMBER_AND_SEX_DIFFER, who, beside, out);
    }
    None
}

fn pin<'f>(facts: &Facts<'f>, who: Someone<'f>) -> Option<Pin> {
    Pin::parse(facts.number(who)?)
}

/// One finding of a number is enough: whoever reads it again sees the rest.
fn add<'f>(
    facts: &Facts<'f>,
    code: &'static Code,
    who: Someone<'f>,
    beside: usize,
    out: &mut Vec<Contradiction>,
) -> Option<()> {
    let mut found = Contradiction::new(facts, code, (who.row, beside), (who.row, who.individual.number?));
    if !out.iter().any(|earlier| earlier.finding.path == found.finding.path) {
        let label = &who.individual.label;
        found.finding = found.finding.with_words("one", &label.vi, &label.en).based_on(Basis {
            document: "Nghị định 70/2024/NĐ-CP".into(),
            article: Some("Điều 11 khoản 7–8".into()),
            status: BasisStatus::Read,
        });
        out.push(found);
    }
    None
}
