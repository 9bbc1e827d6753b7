//! Parents and children.

use super::contradiction::Contradiction;
use super::facts::{Facts, Someone};
use super::findings;
use crate::date::Date;
use crate::finding::Code;
use crate::form::rule::Span;
use crate::pin::Pin;

/// Nobody has a child so young.
const LEAST: i32 = 12;
/// It happens below this age, is registered, and is looked into: so it is asked, not refused. Sixteen is the age below
/// which the Penal Code (100/2015/QH13, Điều 145) protects without regard to consent.
const YOUNG: i32 = 16;
/// Births by mothers above this age are in newspapers.
const OLD_MOTHER: i32 = 55;
/// Of anybody else.
const OLD: i32 = 80;

pub(super) fn judge(facts: &Facts<'_>, out: &mut Vec<Contradiction>) {
    for pair in &facts.pack.meanings.parents {
        let env = facts.env();
        if pair.when.as_ref().is_some_and(|when| when.truth(&env) != Some(true)) {
            continue;
        }
        for parent in facts.people(pair.parent) {
            for child in facts.people(pair.child) {
                compare(facts, parent, child, out);
            }
        }
    }
}

fn compare<'f>(
    facts: &Facts<'f>,
    parent: Someone<'f>,
    child: Someone<'f>,
    out: &mut Vec<Contradiction>,
) -> Option<()> {
    let (beside, childs) = (child.individual.birth?, facts.birth(child)?);
    let Some((at, born)) = parent.individual.birth.zip(facts.birth(parent)) else {
        out.extend(by_number(facts, parent, child));
        return None;
    };
    let (code, age) = judged(born, childs, parent)?;
    let mut found = Contradiction::new(facts, code, (child.row, beside), (parent.row, at));
    let (one, other) = (&parent.individual.label, &child.individual.label);
    found.finding =
        found.finding.with_words("one", &one.vi, &one.en).with_words("other", &other.vi, &other.en);
    found.finding = found.finding.with("age", age.to_string());
    out.push(found);
    None
}

/// A parent whose birth is not asked for or not answered, and whose number holds a year of birth: that may be lawful, so it
/// is asked.
fn by_number<'f>(facts: &Facts<'f>, parent: Someone<'f>, child: Someone<'f>) -> Option<Contradiction> {
    let (beside, born) = (child.individual.birth?, facts.birth(child)?);
    let at = parent.individual.number?;
    let number = facts.number(parent).filter(|number| facts.number(child) != Some(*number))?;
    let year = Pin::parse(number)?.birth_year();
    if year < born.high.year() {
        return None;
    }
    let mut found =
        Contradiction::new(facts, findings::NUMBER_AGAINST_CHILD, (child.row, beside), (parent.row, at));
    let (one, other) = (&parent.individual.label, &child.individual.label);
    found.finding =
        found.finding.with_words("one", &one.vi, &one.en).with_words("other", &other.vi, &other.en);
    found.finding = found.finding.with("year", year.to_string());
    Some(found)
}

/// What is wrong, and the age; a birth of which only the year is known counts as the day that makes it right.
fn judged(born: Span<Date>, child: Span<Date>, parent: Someone<'_>) -> Option<(&'static Code, i32)> {
    let most = born.low.full_years_to(child.high);
    let least = born.high.full_years_to(child.low);
    let not_before = child.less(born) == Some(true) || child.equals(born) == Some(true);
    let old = if parent.individual.role == "mother" { OLD_MOTHER } else { OLD };
    let code = if not_before {
        findings::PARENT_BORN_LATER
    } else if most < LEAST {
        findings::PARENT_UNDER_TWELVE
    } else if most < YOUNG {
        findings::PARENT_VERY_YOUNG
    } else if least > old {
        findings::PARENT_VERY_OLD
    } else {
        return None;
    };
    Some((code, least))
}
