//! From a person's card to a form's fields, each with its source; what is answered already stays.

use serde::Serialize;

use super::blank::is_blank;
use super::card::Card;
use super::findings;
use super::pack::{Field, Kind, Pack};
use super::path::{Place, at, put};
use crate::finding::{Finding, Source};
use crate::identity::Agreement;
use crate::json::{Value, by_name};
use crate::limits::LIMITS;
use crate::{Error, text};

/// How to fill in.
#[derive(Clone, Copy, Debug)]
pub struct Filling<'a> {
    /// Whose card it is: a role of the pack.
    pub role: &'a str,
    /// The card's value takes the place of another answer.
    pub overwrite: bool,
    /// The row that a role with a group fills; without it the person's row, an empty one, or a new one.
    pub row: Option<usize>,
}

impl Default for Filling<'_> {
    /// The applicant's card; answers stay.
    fn default() -> Self {
        Self { role: "applicant", overwrite: false, row: None }
    }
}

/// What was filled in.
#[derive(Clone, Debug, Serialize)]
pub struct Prefilled {
    /// The answers, with what was added.
    pub answers: Value,
    /// Of each answer that was filled in, by path.
    #[serde(serialize_with = "by_name")]
    pub provenance: Vec<(String, Provenance)>,
    /// Where the card says something else than the answer.
    pub conflicts: Vec<Conflict>,
    /// What the person should look at.
    pub findings: Vec<Finding>,
}

/// Where an answer came from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Provenance {
    /// What was read.
    pub source: Source,
    /// Of the person, or of the licence: `licence.class`.
    pub field: String,
    /// Whose card it is.
    pub role: String,
    /// As the card gave it.
    pub value: Value,
    /// Whether other sources of the identity say the same; a single reading has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement: Option<Agreement>,
}

/// An answer and a card that differ.
#[derive(Clone, Debug, Serialize)]
pub struct Conflict {
    /// Of the field.
    pub path: String,
    /// What stands in the answers now.
    pub kept: Value,
    /// The other one: the card's value, or with `overwrite` the answer that it replaced.
    pub offered: Value,
    /// Where the card's value was read.
    pub source: Source,
    /// The card's value took the answer's place.
    pub overwritten: bool,
}

/// Fills what the card knows.
///
/// # Errors
/// `form.role`: the form knows no such role; `limit.input`: a value of the card has more than 1,000 characters.
pub fn prefill(
    pack: &Pack,
    card: Card<'_>,
    answers: &Value,
    filling: Filling<'_>,
) -> Result<Prefilled, Error> {
    if !card.person().iter().all(|(_, value)| is_short(value)) {
        return Err(Error::limit("a value of the card, characters", LIMITS.value));
    }
    let Some(role) = pack.persons.iter().find(|person| person.role == filling.role) else {
        let mut detail = String::from("one of");
        for (index, person) in pack.persons.iter().enumerate() {
            detail.push_str(if index > 0 { ", " } else { " " });
            detail.push_str(&person.role);
        }
        return Err(Error::new("form.role", detail));
    };
    let mut out =
        Prefilled { answers: answers.clone(), provenance: vec![], conflicts: vec![], findings: vec![] };
    if answers.is_null() {
        out.answers = Value::Object(vec![]);
    }
    if out.answers.as_object().is_none() {
        out.findings.push(Finding::new(findings::WRONG_TYPE, "").with_words("field", "Tờ khai", "The form"));
        return Ok(out);
    }
    let fields = match role.group {
        Some(group) => pack.groups.get(group).map_or(&[][..], |group| &group.fields),
        None => &pack.fields,
    };
    let mut values: Vec<(&Field, &str, Value)> = Vec::new();
    for (index, from) in &role.map {
        if let Some(field) = fields.get(*index)
            && let Some(value) = card.offer(field, from)
        {
            values.push((field, from, value));
        }
    }
    let place = match role.group {
        Some(_) if values.is_empty() => return Ok(out),
        Some(group) => match row_for(pack, group, &out.answers, &values, filling.row) {
            Ok(place) => place,
            Err(finding) => {
                out.findings.push(*finding);
                return Ok(out);
            }
        },
        None => String::new(),
    };
    for (field, from, value) in values {
        fill(&mut out, card, field, from, value, &place, filling);
    }
    Ok(out)
}

fn fill(
    out: &mut Prefilled,
    card: Card<'_>,
    field: &Field,
    from: &str,
    value: Value,
    place: &str,
    filling: Filling<'_>,
) {
    let path = if place.is_empty() { field.id.clone() } else { [place, ".", &field.id].concat() };
    let (person_field, part) = from.split_once('.').map_or((from, ""), |(field, part)| (field, part));
    let (source, agreement) = card.source(person_field);
    let current = at(&out.answers, &path).filter(|current| !is_blank(Some(current))).cloned();
    let note = |code| Finding::new(code, path.clone()).with_words("field", &field.label.vi, &field.label.en);
    match current {
        Some(current) if !alike(&current, &value) => {
            out.findings.push(note(if filling.overwrite {
                findings::PREFILL_REPLACED
            } else {
                findings::PREFILL_KEPT
            }));
            let (kept, offered) =
                if filling.overwrite { (value.clone(), current) } else { (current, value.clone()) };
            let conflict =
                Conflict { path: path.clone(), kept, offered, source, overwritten: filling.overwrite };
            out.conflicts.push(conflict);
            if !filling.overwrite {
                return;
            }
            put(&mut out.answers, &path, value.clone());
        }
        // The same already; as it was typed it stays, but it has its source now.
        Some(_) => {}
        None => put(&mut out.answers, &path, value.clone()),
    }
    if agreement == Some(Agreement::Differ) {
        out.findings.push(note(findings::PREFILL_SOURCES_DIFFER));
    }
    if part == "surname" || part == "givenNames" {
        out.findings.push(note(findings::PREFILL_NAME_SPLIT));
    }
    if matches!(field.kind, Kind::Address) && card.address_is_old(&value) {
        out.findings.push(note(findings::PREFILL_OLD_ADDRESS));
    }
    let field = if person_field == "licence" { from } else { person_field }.to_owned();
    let role = filling.role.to_owned();
    out.provenance.push((path, Provenance { source, field, role, value, agreement }));
}

/// The same for a reader: texts by their key. What is longer than any card's value is the same only letter by letter.
pub(super) fn alike(a: &Value, b: &Value) -> bool {
    let same = |a: &str, b: &str| a == b || (is_short(a) && is_short(b) && text::key(a) == text::key(b));
    match (a, b) {
        (Value::String(a), Value::String(b)) => same(a, b),
        (Value::Object(_), Value::String(b)) => {
            a.get("text").and_then(Value::as_str).is_some_and(|a| same(a, b))
        }
        _ => a == b,
    }
}

fn is_short(text: &str) -> bool {
    text.chars().nth(LIMITS.value).is_none()
}

/// `members[2]`: the row that was wanted; else the one with this person's number; else an empty one; else a new one.
fn row_for(
    pack: &Pack,
    group: usize,
    answers: &Value,
    values: &[(&Field, &str, Value)],
    wanted: Option<usize>,
) -> Result<String, Box<Finding>> {
    let definition = pack.groups.get(group);
    let name =
        definition.and_then(|group| pack.fields.get(group.field)).map_or("", |field| field.id.as_str());
    let max = definition.map_or(0, |group| group.max);
    let current = answers.get(name);
    let rows = match current {
        None | Some(Value::Null) => &[][..],
        Some(Value::Array(rows)) => rows,
        Some(_) => return Err(Box::new(Finding::new(findings::WRONG_TYPE, name).with("field", name))),
    };
    let number = values.iter().find(|(_, from, _)| *from == "pin");
    let same = |row: &Value| number.is_some_and(|(field, _, value)| row.get(&field.id) == Some(value));
    let row = wanted
        .or_else(|| rows.iter().position(same))
        .or_else(|| rows.iter().position(|row| is_blank(Some(row))))
        .unwrap_or(rows.len());
    if row > rows.len() || row >= max {
        let label = definition.and_then(|group| pack.fields.get(group.field)).map(|field| &field.label);
        let (vi, en) = label.map_or((name, name), |label| (label.vi.as_str(), label.en.as_str()));
        let finding =
            Finding::new(findings::TOO_MANY, name).with_words("field", vi, en).with("limit", max.to_string());
        return Err(Box::new(finding));
    }
    Ok(Place { row: Some((name, row)), field: "" }.path())
}
