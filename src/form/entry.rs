//! An entry of the provenance: where an answer came from, as `prefill` and the pages write it. It is the sender's word.

use super::pack::{Field, Kind, Pack};
use super::path::row;
use super::prefill::alike;
use crate::finding::Source;
use crate::json::Value;
use crate::reading;

/// What an entry says.
pub(super) struct Entry<'a> {
    /// What was read.
    pub(super) source: Source,
    /// Whose card it was; none is said of what was typed.
    pub(super) role: Option<&'a str>,
    /// As the card gave it.
    value: Option<&'a Value>,
    /// The card's residence in today's units: the answer, when it was converted.
    pub(super) converted: Option<&'a Value>,
}

/// What a card gives is a line; the longest residence has some 200 characters.
const VALUE_LENGTH: usize = 1_000;

impl<'a> Entry<'a> {
    /// The entry of the answer at `path`; none unless the form has that field and every member is what it should be:
    /// `{ source, field?, role?, value?, agreement?, converted? }`.
    pub(super) fn of(pack: &Pack, path: &str, entry: &'a Value) -> Option<Self> {
        field_at(pack, path)?;
        let mut read = Self {
            source: Source::from_name(text(entry, "source")?)?,
            role: None,
            value: None,
            converted: None,
        };
        for (name, member) in entry.as_object()? {
            let said = member.as_str().filter(|text| text.chars().nth(VALUE_LENGTH).is_none());
            let fits = match name.as_str() {
                "source" => true,
                "field" => said.and_then(reading::Field::from_name).is_some(),
                "agreement" => matches!(said, Some("single" | "agree" | "differ")),
                "role" => {
                    read.role = said.filter(|role| pack.persons.iter().any(|person| person.role == *role));
                    read.role.is_some() || said == Some("")
                }
                "value" => {
                    read.value = said.is_some().then_some(member);
                    said.is_some()
                }
                "converted" => {
                    read.converted = conversion(member);
                    read.converted.is_some()
                }
                _ => false,
            };
            if !fits {
                return None;
            }
        }
        Some(read)
    }

    /// Whether the answer is what the entry says was read, or that in today's units. An entry without a value says
    /// nothing of it, and what was typed is what stands there.
    pub(super) fn agrees_with(&self, answer: &Value) -> bool {
        if !self.source.is_machine_read() {
            return true;
        }
        self.converted.or(self.value).is_none_or(|value| alike(answer, value))
    }
}

/// `{ to, code, basis? }`: its `to`.
fn conversion(value: &Value) -> Option<&Value> {
    let is_short = |text: &str| text.chars().nth(VALUE_LENGTH).is_none();
    let known = value.as_object()?.iter().all(|(name, member)| match name.as_str() {
        "to" | "code" => member.as_str().is_some_and(is_short),
        "basis" => member.as_object().is_some_and(|members| {
            let known = |name: &str| matches!(name, "document" | "article" | "status");
            members.iter().all(|(name, member)| known(name) && member.as_str().is_some_and(is_short))
        }),
        _ => false,
    });
    value.get("to").filter(|_| known)
}

fn text<'v>(value: &'v Value, name: &str) -> Option<&'v str> {
    value.get(name).and_then(Value::as_str)
}

/// The field of a path, in its only spelling: `pin`, `members[0].pin`. Neither groups nor parts of an answer have a source.
fn field_at<'p>(pack: &'p Pack, path: &str) -> Option<&'p Field> {
    let Some((group, inner)) = path.split_once('.') else {
        let field = pack.fields.get(pack.field(path)?)?;
        return (!matches!(field.kind, Kind::Group(_))).then_some(field);
    };
    let (name, digits) = group.strip_suffix(']')?.split_once('[')?;
    row(digits)?;
    let Kind::Group(group) = pack.fields.get(pack.field(name)?)?.kind else { return None };
    pack.groups.get(group)?.fields.iter().find(|field| field.id == inner)
}
