//! One answer: whether it says anything, in letters that can be read, of a day that can be.

use super::words::{Asked, is_none, names_no_place, refers_elsewhere, says_nothing};
use super::{Misreadings, findings, moment, names, old_unit, peoples};
use crate::date::Date;
use crate::finding::{Code, Finding, Severity};
use crate::form::pack::{Field, Kind, Office, Sense};
use crate::form::rule::Val;
use crate::text::Misreading;

/// The first day without districts: Luật 72/2025/QH15.
const NO_DISTRICTS: (u16, u8, u8) = (2025, 7, 1);

/// What is to be said of the answer, each time for one reason. `required`: it must be answered.
pub(in crate::form) fn of_field(
    field: &Field,
    value: &Val<'_>,
    required: bool,
    (on, misreading): (Date, Misreadings<'_>),
    path: impl FnOnce() -> String,
) -> Option<Finding> {
    let judged = match value {
        Val::Text(text) => of_text(field, text, required, (on, misreading)),
        Val::Day(day) => moment::of_day(*day, field.sense, on).map(Judged::plain),
        Val::Number(year) if field.sense == Some(Sense::Year) => {
            moment::of_year(*year, on).map(Judged::plain)
        }
        _ => None,
    }?;
    let mut finding = Finding::new(judged.code, path()).with_words("field", &field.label.vi, &field.label.en);
    if let Some(severity) = judged.severity {
        finding.severity = severity;
    }
    if let Some(unit) = judged.unit {
        finding = finding.with("unit", unit);
    }
    if let Some((vi, en)) = judged.office {
        finding = finding.with_words("office", vi, en);
    }
    Some(match judged.offer {
        Some(offer) => finding.offering(offer),
        None => finding,
    })
}

/// A code, and what goes with it.
struct Judged {
    code: &'static Code,
    severity: Option<Severity>,
    offer: Option<String>,
    unit: Option<String>,
    office: Option<(&'static str, &'static str)>,
}

impl Judged {
    fn plain(code: &'static Code) -> Self {
        Self { code, severity: None, offer: None, unit: None, office: None }
    }
}

fn of_text(
    field: &Field,
    text: &str,
    required: bool,
    (on, misreading): (Date, Misreadings<'_>),
) -> Option<Judged> {
    let asked = match &field.kind {
        Kind::Text { max, masks, .. } if *max <= SHORT || !masks.is_empty() => Asked::Short,
        Kind::Name { one_word: true, .. } => Asked::Short,
        Kind::Text { .. } | Kind::Name { .. } => Asked::Text,
        Kind::Address => Asked::Address,
        Kind::Choice { choices, open: true } if !choices.iter().any(|choice| choice.value == text) => {
            Asked::Text
        }
        _ => return None,
    };
    if says_nothing(text, asked) {
        let severity = (!required).then_some(Severity::Warning);
        return Some(Judged { severity, ..Judged::plain(findings::SAYS_NOTHING) });
    }
    if let Some(Misreading { meant }) = misreading(text) {
        return Some(Judged { offer: meant, ..Judged::plain(findings::GARBLED) });
    }
    match (&field.kind, field.sense) {
        (Kind::Name { .. }, _) => of_name(text),
        (Kind::Address, Some(Sense::Past)) => of_past_address(text),
        (Kind::Address, _) => of_address(text, on),
        (_, Some(Sense::Hour)) => moment::of_hour(text).map(Judged::plain),
        (_, Some(Sense::Office(kind))) => of_office(text, kind, on),
        (_, Some(Sense::Nationality)) if is_none(text) => {
            Some(Judged { severity: Some(Severity::Warning), ..Judged::plain(findings::SAYS_NOTHING) })
        }
        (_, Some(Sense::Ethnicity)) if peoples::is_nationality(text) => {
            Some(Judged::plain(findings::NATIONALITY_AS_ETHNICITY))
        }
        (_, Some(Sense::Nationality)) if peoples::is_ethnicity(text) => {
            Some(Judged::plain(findings::ETHNICITY_AS_NATIONALITY))
        }
        (Kind::Text { .. }, _) if refers_elsewhere(text) => Some(Judged::plain(findings::REFERS_ELSEWHERE)),
        _ => None,
    }
}

/// Below this length one letter may be the whole answer: a class, a grade, a block.
const SHORT: usize = 10;

fn of_name(name: &str) -> Option<Judged> {
    if let Some(code) = names::of_script(name) {
        return Some(Judged::plain(code));
    }
    if let Some(code) = names::of_one_person(name) {
        return Some(Judged::plain(code));
    }
    let offer = names::in_capitals(name)?;
    Some(Judged { offer: Some(offer), ..Judged::plain(findings::SMALL_LETTERS) })
}

fn of_address(address: &str, on: Date) -> Option<Judged> {
    if refers_elsewhere(address) || names_no_place(address) {
        return Some(Judged::plain(findings::REFERS_ELSEWHERE));
    }
    if let Some(unit) = old_unit::of_address(address).filter(|_| is_without_districts(on)) {
        return Some(Judged { unit: Some(unit.to_owned()), ..Judged::plain(findings::OLD_UNIT) });
    }
    old_unit::is_without_units(address).then(|| Judged::plain(findings::ADDRESS_INCOMPLETE))
}

/// Units of then may stand in it, and a province alone is often all that is known.
fn of_past_address(address: &str) -> Option<Judged> {
    if refers_elsewhere(address) || names_no_place(address) {
        return Some(Judged::plain(findings::REFERS_ELSEWHERE));
    }
    old_unit::is_only_a_house(address).then(|| Judged::plain(findings::ADDRESS_INCOMPLETE))
}

fn of_office(office: &str, takes_it: Option<Office>, on: Date) -> Option<Judged> {
    let named = Office::named(office);
    if let (Some(takes_it), Some(named)) = (takes_it, named)
        && takes_it != named
    {
        let words = match takes_it {
            Office::Police => ("cơ quan công an", "the police"),
            Office::Committee => ("Ủy ban nhân dân", "the people's committee"),
        };
        return Some(Judged { office: Some(words), ..Judged::plain(findings::OTHER_OFFICE) });
    }
    if let Some(unit) = old_unit::of_office(office, named).filter(|_| is_without_districts(on)) {
        return Some(Judged { unit: Some(unit.to_owned()), ..Judged::plain(findings::OLD_UNIT) });
    }
    let is_known = OF_ALL.iter().any(|start| office.starts_with(start));
    (!is_known && office.split_whitespace().count() < OFFICE_WORDS)
        .then(|| Judged::plain(findings::OFFICE_UNNAMED))
}

/// `UBND xã Mẫu`: the kind of office, the kind of unit, its name.
const OFFICE_WORDS: usize = 3;

/// `Phòng QLXNC`, `Cục QLXNC`: one for all communes.
const OF_ALL: &[&str] = &["Phòng ", "Cục "];

fn is_without_districts(on: Date) -> bool {
    (on.year(), on.month(), on.day()) >= NO_DISTRICTS
}
