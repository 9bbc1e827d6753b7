//! What a card offers to the fields of a form.

use super::pack::{Choice, Field, Kind};
use crate::date::PartialDate;
use crate::finding::Source;
use crate::identity::{Agreement, Identity};
use crate::json::Value;
use crate::reading::{self, Person, Reading};
use crate::text;

/// What is filled in from.
#[derive(Clone, Copy, Debug)]
pub enum Card<'a> {
    /// One person out of several readings.
    Identity(&'a Identity),
    /// One reading alone.
    Reading(&'a Reading),
}

impl<'a> Card<'a> {
    /// What it says.
    pub(super) fn person(self) -> &'a Person {
        match self {
            Self::Identity(identity) => &identity.person,
            Self::Reading(reading) => &reading.person,
        }
    }

    fn get(self, name: &str) -> Option<&'a str> {
        self.person().get(reading::Field::from_name(name)?).filter(|value| !value.trim().is_empty())
    }

    /// What a driver licence says of itself; only the reading of one has it.
    fn licence(self, part: &str) -> Option<&'a str> {
        let Self::Reading(reading) = self else { return None };
        let document = reading.document.as_ref().filter(|_| reading.kind == LICENCE)?;
        let value = match part {
            "number" => &document.number,
            "class" => &document.class,
            "issueDate" => &document.issue_date,
            "expiryDate" => &document.expiry_date,
            "place" => &document.place,
            _ => &None,
        };
        value.as_deref().filter(|value| !value.trim().is_empty())
    }

    /// Of an identity by field, of a reading for all.
    pub(super) fn source(self, name: &str) -> (Source, Option<Agreement>) {
        match self {
            Self::Reading(reading) => (reading.source, None),
            Self::Identity(identity) => {
                let report = identity.fields.iter().find(|report| report.field.name() == name);
                report.map_or((Source::Typed, None), |report| (report.source, Some(report.agreement)))
            }
        }
    }

    /// The value in the shape of the field; nothing if it does not fit there.
    pub(super) fn offer(self, field: &Field, from: &str) -> Option<Value> {
        let (name, part) = from.split_once('.').unwrap_or((from, ""));
        let value = match name {
            "licence" => self.licence(part)?,
            _ => self.get(name)?,
        };
        let value = match part {
            // Kept in NFC as it was read; the first word is the surname of nearly all Vietnamese.
            "surname" => value.split_whitespace().next()?.to_owned(),
            "givenNames" => {
                let mut names = String::new();
                for word in value.split_whitespace().skip(1) {
                    names.push_str(if names.is_empty() { "" } else { " " });
                    names.push_str(word);
                }
                names
            }
            _ => value.to_owned(),
        };
        match &field.kind {
            Kind::Date { precision, .. } => cut(PartialDate::from_iso(&value)?, *precision).map(Value::from),
            Kind::Choice { choices, open } => match choice(choices, &value) {
                Some(choice) => Some(Value::from(choice.value.as_str())),
                None => open.then(|| Value::from(value)),
            },
            Kind::Boolean
            | Kind::Number { .. }
            | Kind::MultiChoice { .. }
            | Kind::Attachment { .. }
            | Kind::Group(_) => None,
            _ if value.is_empty() => None,
            _ => Some(Value::from(value)),
        }
    }

    /// The card was issued before 01/07/2025, or the text names a district: there are none since then
    /// (Luật 72/2025/QH15).
    pub(super) fn address_is_old(self, value: &Value) -> bool {
        let issued = self.get("issueDate").is_some_and(|day| day < "2025-07-01");
        let key = value.as_str().map(text::key).unwrap_or_default();
        let names_district = key.split(',').skip(1).any(|unit| {
            ["quận ", "huyện ", "thị xã "].iter().any(|word| unit.trim().starts_with(&text::key(word)))
        });
        issued || names_district
    }
}

/// The kind of a licence's reading.
const LICENCE: &str = "gplx2025";

/// No more precise than the field allows; if it allows only more than is known, as it is known.
fn cut(date: PartialDate, [day, month, year]: [bool; 3]) -> Option<String> {
    let (y, full) = (date.year(), date.to_string());
    Some(match date {
        PartialDate::Day(_) if day => full,
        PartialDate::Day(_) | PartialDate::Month(..) if month => full.get(..7)?.to_owned(),
        PartialDate::Day(_) | PartialDate::Month(..) if year => PartialDate::Year(y).to_string(),
        _ => full,
    })
}

/// By value, or by its label in either language.
fn choice<'c>(choices: &'c [Choice], value: &str) -> Option<&'c Choice> {
    choices.iter().find(|choice| choice.value == value).or_else(|| {
        let key = text::key(value);
        choices.iter().find(|choice| text::key(&choice.label.vi) == key || text::key(&choice.label.en) == key)
    })
}
