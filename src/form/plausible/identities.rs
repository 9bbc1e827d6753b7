//! Who is who: one number for two people, two people that nothing tells apart, and a role that an identity contradicts.

use super::contradiction::Contradiction;
use super::facts::{Facts, Row, Someone};
use super::findings;
use crate::finding::Code;
use crate::form::pack::Pair;
use crate::text;

pub(super) fn judge(facts: &Facts<'_>, out: &mut Vec<Contradiction>) {
    for pair in &facts.pack.meanings.pairs {
        let Some((same, by_role)) = relation(facts, pair) else { continue };
        for one in facts.people(pair.one) {
            for other in facts.people(pair.other) {
                // One contradiction at a field is enough: what it comes from is looked at anyway.
                let found =
                    if same { differs(facts, one, other) } else { equals(facts, one, other, by_role) };
                if let Some(found) = found
                    && !out.iter().any(|earlier| earlier.finding.path == found.finding.path)
                {
                    out.push(found);
                }
            }
        }
    }
    rows(facts, out);
}

/// Whether both are one person, and whether a declared relation says so; none while that cannot be told.
fn relation(facts: &Facts<'_>, pair: &Pair) -> Option<(bool, bool)> {
    let Some(when) = &pair.when else { return Some((pair.same, false)) };
    let holds = when.truth(&facts.env())?;
    if !pair.same {
        return holds.then_some((false, false));
    }
    let answered = pair.asked.iter().all(|index| {
        facts.cells.fields.get(*index).is_some_and(|value| *value != crate::form::rule::Val::Null)
    });
    answered.then_some((holds, true))
}

/// Whoever stands in two rows of one group is two people.
fn rows(facts: &Facts<'_>, out: &mut Vec<Contradiction>) {
    for (index, individual) in facts.pack.meanings.people.iter().enumerate() {
        if individual.group.is_none() {
            continue;
        }
        let all: Vec<Someone<'_>> = facts.people(index).collect();
        for (number, other) in all.iter().enumerate() {
            let found = all.iter().take(number).find_map(|one| equals(facts, *one, *other, false));
            let known =
                |found: &Contradiction| out.iter().any(|earlier| earlier.finding.path == found.finding.path);
            if let Some(found) = found.filter(|found| !known(found)) {
                out.push(found);
            }
        }
    }
}

/// Two people with one number, or with nothing that tells them apart.
fn equals<'f>(
    facts: &Facts<'f>,
    one: Someone<'f>,
    other: Someone<'f>,
    by_role: bool,
) -> Option<Contradiction> {
    let numbers = (facts.number(one), facts.number(other));
    if let (Some(a), Some(b)) = numbers
        && a == b
    {
        let code = if by_role { findings::ROLE_CONTRADICTS } else { findings::ONE_NUMBER_FOR_TWO };
        return about(facts, code, (one, one.individual.number?), (other, other.individual.number?));
    }
    let (born, others) = (facts.birth(one)?, facts.birth(other)?);
    if (born.low, born.high) != (others.low, others.high) {
        return None;
    }
    let sex = |who: Someone<'f>| facts.text(who.row, who.individual.sex?);
    if let (Some(a), Some(b)) = (sex(one), sex(other))
        && a != b
    {
        return None;
    }
    let (name, others) = (facts.name(one)?, facts.name(other)?);
    if text::key(&name) != text::key(&others) {
        return None;
    }
    // A year alone is shared by a million people, a day by four thousand; two numbers say that there are two people.
    let is_sure = born.exact().is_some() && !matches!(numbers, (Some(_), Some(_)));
    let code = if is_sure { findings::SAME_DATA_FOR_TWO } else { findings::MAY_BE_ONE_PERSON };
    let at = (other, *other.individual.names.last()?);
    about(facts, code, (one, *one.individual.names.last()?), at)
}

/// One person with two numbers, two births or two names.
fn differs<'f>(facts: &Facts<'f>, one: Someone<'f>, other: Someone<'f>) -> Option<Contradiction> {
    let code = findings::ROLE_CONTRADICTS;
    if let (Some(a), Some(b)) = (facts.number(one), facts.number(other))
        && a != b
    {
        return about(facts, code, (one, one.individual.number?), (other, other.individual.number?));
    }
    if let (Some(a), Some(b)) = (facts.birth(one), facts.birth(other))
        && a.equals(b) == Some(false)
    {
        return about(facts, code, (one, one.individual.birth?), (other, other.individual.birth?));
    }
    let (a, b) = (facts.name(one)?, facts.name(other)?);
    // What differs in marks only is another spelling.
    if text::key(&a) == text::key(&b) || text::key(&text::ascii(&a)) == text::key(&text::ascii(&b)) {
        return None;
    }
    about(facts, code, (one, *one.individual.names.last()?), (other, *other.individual.names.last()?))
}

fn about<'f>(
    facts: &Facts<'f>,
    code: &'static Code,
    (one, from): (Someone<'f>, usize),
    (other, at): (Someone<'f>, usize),
) -> Option<Contradiction> {
    let mut found = Contradiction::new(facts, code, (one.row, from), (other.row, at));
    let named = |who: Someone<'_>| {
        let label = &who.individual.label;
        match who.row {
            Some(Row { number, .. }) => {
                let number = number.saturating_add(1).to_string();
                ([&label.vi, " ", &number].concat(), [&label.en, " ", &number].concat())
            }
            None => (label.vi.clone(), label.en.clone()),
        }
    };
    let ((one_vi, one_en), (vi, en)) = (named(one), named(other));
    found.finding = found.finding.with_words("one", &one_vi, &one_en).with_words("other", &vi, &en);
    Some(found)
}
