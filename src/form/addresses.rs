//! Addresses that must be today's, by the lists of units: also a commune that is gone is seen, and today's address is
//! offered. Without the lists [`validate`](super::validate()) sees districts, townships and former cities by their kind.

use std::collections::HashSet;

use super::acceptance::Acceptance;
use super::findings::NOT_SEALED;
use super::open::{SealCheck, check_sealed_for};
use super::pack::{Field, Kind, Pack, Sense, form_in_force};
use super::path::{Place, at};
use super::plausible::findings;
use super::validate::{Validation, validate};
use crate::address::{Candidate, Direction, Units, convert_to, parse};
use crate::date::Date;
use crate::finding::{Finding, Severity};
use crate::json::Value;
use crate::locale::Bilingual;
use crate::{Error, Options};

/// [`validate`](super::validate()), and with the lists of units: an address that must be today's and names units that are
/// no more is a warning, with today's address as its offer where there is one and no doubt.
///
/// # Errors
/// None that an address brings: one that is too long is left to `validate`.
pub fn validate_with_units(
    pack: &Pack,
    answers: &Value,
    on: Date,
    units: &Units,
) -> Result<Validation, Error> {
    let mut validation = validate(pack, answers, on);
    let visible: HashSet<&str> = validation.visible.iter().map(String::as_str).collect();
    let found = old_units(pack, answers, &|path| visible.contains(path), &validation.findings, on, units)?;
    merge(found, &mut validation.findings);
    Ok(validation)
}

/// [`check_sealed_for`], and with the lists of units: the same warnings, as of the day of the seal.
///
/// # Errors
/// As [`validate_with_units`].
pub fn check_sealed_with_units(
    application: &Value,
    acceptance: &Acceptance<'_>,
    options: Options,
    units: &Units,
) -> Result<SealCheck, Error> {
    let mut check = check_sealed_for(application, acceptance, options);
    if check.findings.iter().any(|finding| finding.code == NOT_SEALED.id) {
        return Ok(check);
    }
    let text = |name: &str| application.get(name).and_then(Value::as_str);
    let form = text("form").zip(text("on").and_then(Date::from_iso));
    if let Some((form, on)) = form
        && let Ok(pack) = form_in_force(form, on)
        && let Some(answers) = application.get("answers")
    {
        let found = old_units(pack, answers, &|_| true, &check.findings, on, units)?;
        merge(found, &mut check.findings);
    }
    Ok(check)
}

/// One address that must be today's: what is said when it names units that are no more.
///
/// # Errors
/// `limit.input` over 10,000 characters.
pub fn old_unit(
    text: &str,
    path: &str,
    label: &Bilingual,
    on: Date,
    units: &Units,
) -> Result<Option<Finding>, Error> {
    let converted = convert_to(units, text, on, Direction::ToPresent)?;
    let says = |codes: &[&str]| converted.findings.iter().any(|own| codes.contains(&own.code.as_ref()));
    let is_old = says(&["address.converted", "address.divided"]) && !says(&["address.already_current"]);
    if !is_old || converted.candidates.is_empty() {
        return Ok(None);
    }
    let offer = converted.address().filter(|address| address != text);
    let code = if converted.exact { findings::OLD_UNIT } else { findings::OLD_UNIT_UNSURE };
    let mut finding = Finding::new(code, path)
        .with_words("field", &label.vi, &label.en)
        .with("unit", named(text, on, units)?.unwrap_or_else(|| text.to_owned()));
    if !converted.exact {
        finding = finding.with("units", list(&converted.candidates));
    }
    Ok(Some(match offer {
        Some(offer) => finding.offering(offer),
        None => finding,
    }))
}

/// The commune that the address names, and its district.
fn named(text: &str, on: Date, units: &Units) -> Result<Option<String>, Error> {
    let parsed = parse(units, text, on)?;
    let parts: Vec<String> = [parsed.commune, parsed.district].into_iter().flatten().collect();
    Ok((!parts.is_empty()).then(|| parts.join(", ")))
}

fn list(candidates: &[Candidate]) -> String {
    let named = candidates.iter().take(NAMED).map(|unit| [&unit.commune, ", ", &unit.province].concat());
    let mut all: Vec<String> = named.collect();
    if candidates.len() > NAMED {
        all.push("…".to_owned());
    }
    all.join("; ")
}

/// A commune was divided among seven at most; of a district there are more.
const NAMED: usize = 8;

/// Of each address of the form that is answered and must be today's, in the order of the form.
fn old_units(
    pack: &Pack,
    answers: &Value,
    is_shown: &dyn Fn(&str) -> bool,
    known: &[Finding],
    on: Date,
    units: &Units,
) -> Result<Vec<Finding>, Error> {
    let mut found = Vec::new();
    let mut look = |field: &Field, place: Place<'_>| {
        let path = place.path();
        let is_refused = || known.iter().any(|own| own.path == path && own.severity == Severity::Error);
        let Some(text) = at(answers, &path).and_then(Value::as_str) else { return Ok(()) };
        if text.trim().is_empty() || !is_shown(&path) || is_refused() {
            return Ok(());
        }
        match old_unit(text, &path, &field.label, on, units) {
            Ok(finding) => found.extend(finding),
            Err(error) if error.code == "limit.input" => {}
            Err(error) => return Err(error),
        }
        Ok(())
    };
    for field in &pack.fields {
        let Kind::Group(group) = field.kind else {
            if is_of_today(field) {
                look(field, Place { row: None, field: &field.id })?;
            }
            continue;
        };
        let inner = pack.groups.get(group).map_or(&[][..], |group| &group.fields);
        let rows = answers.get(&field.id).and_then(Value::as_array).map_or(0, <[_]>::len);
        for number in 0..rows {
            for inner in inner.iter().filter(|inner| is_of_today(inner)) {
                look(inner, Place { row: Some((&field.id, number)), field: &inner.id })?;
            }
        }
    }
    Ok(found)
}

/// An address that somebody writes, and not as it was in the past.
fn is_of_today(field: &Field) -> bool {
    matches!(field.kind, Kind::Address) && field.sense != Some(Sense::Past) && field.value.is_none()
}

/// In the place of what the kind of a unit has told already, or behind all else.
fn merge(found: Vec<Finding>, into: &mut Vec<Finding>) {
    for finding in found {
        let earlier =
            into.iter_mut().find(|own| own.path == finding.path && own.code == findings::OLD_UNIT.id);
        match earlier {
            Some(earlier) => *earlier = finding,
            None => into.push(finding),
        }
    }
}
