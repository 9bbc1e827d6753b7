//! A form for whoever draws it: the pack as of a day.

use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

use super::pack::{self, Pack};
use crate::Error;
use crate::date::Date;
use crate::json::Value;
use crate::locale::{Bilingual, Locale, Localized};

/// `{ id, title, effectiveFrom, effectiveTo?, citation, version, notice, basis, persons, sections, rules, papers?,
/// print? }`: the pack's members as `docs/packs.md` has them, without what does not exist on the day.
#[derive(Clone, Copy, Debug)]
pub struct Description<'p> {
    pack: &'p Pack,
    on: Date,
}

/// A form in a list.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary<'p> {
    /// `ct01`
    pub id: &'p str,
    /// The form's name.
    pub title: &'p Bilingual,
    /// The first day on which it holds.
    pub effective_from: String,
    /// The last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective_to: Option<String>,
    /// Document and article that prescribe it.
    pub citation: String,
}

/// A part of a pack, or of the catalogue, as of a day: words get their language when it is serialised.
#[derive(Clone, Debug)]
pub struct Excerpt {
    value: Value,
    on: Date,
}

/// The form as of `on`.
pub fn describe(pack: &Pack, on: Date) -> Description<'_> {
    Description { pack, on }
}

/// Every form in force on the day.
///
/// # Errors
/// `internal.pack`: a pack has a mistake (the tests let none pass).
pub fn summaries(on: Date) -> Result<Vec<Summary<'static>>, Error> {
    Ok(pack::forms_in_force(on)?.into_iter().map(Summary::of).collect())
}

/// The catalogue as of the day: `[{ id, number?, title, authority, portalCodes, forms, reason?, papers?, … }]`.
pub fn services(on: Date) -> Excerpt {
    Excerpt { value: Value::Array(pack::services().to_vec()), on }
}

impl<'p> Summary<'p> {
    /// Of one pack.
    pub fn of(pack: &'p Pack) -> Self {
        let basis = &pack.citation;
        let citation = match &basis.article {
            Some(article) => [&basis.document, article.as_str()].join(", "),
            None => basis.document.clone(),
        };
        let day = |day: Option<Date>| day.map(|day| day.to_string());
        Self {
            id: &pack.id,
            title: &pack.title,
            effective_from: day(pack.days.from).unwrap_or_default(),
            effective_to: day(pack.days.to),
            citation,
        }
    }
}

impl Excerpt {
    pub(super) fn new(value: &Value, on: Date) -> Self {
        Self { value: value.clone(), on }
    }

    /// The text of a member.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.value.get(name).and_then(Value::as_str)
    }
}

impl Serialize for Excerpt {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        AsOf { value: &self.value, on: self.on }.serialize(serializer)
    }
}

impl Serialize for Description<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let summary = Summary::of(self.pack);
        let mut members = serializer.serialize_map(None)?;
        members.serialize_entry("id", summary.id)?;
        members.serialize_entry("title", summary.title)?;
        members.serialize_entry("effectiveFrom", &summary.effective_from)?;
        if let Some(to) = &summary.effective_to {
            members.serialize_entry("effectiveTo", to)?;
        }
        members.serialize_entry("citation", &summary.citation)?;
        for (name, value) in self.pack.source.as_object().unwrap_or_default() {
            match name.as_str() {
                "$schema" | "id" | "title" | "effectiveFrom" | "effectiveTo" | "citation" => {}
                _ => members.serialize_entry(name, &AsOf { value, on: self.on })?,
            }
        }
        members.serialize_entry("basis", &self.pack.citation)?;
        members.end()
    }
}

/// JSON of a pack: `{ vi, en }` are words, and what does not exist on the day is left out of lists. As deep as a pack,
/// which `json::parse` bounds.
pub(super) struct AsOf<'v> {
    pub(super) value: &'v Value,
    pub(super) on: Date,
}

impl Serialize for AsOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let on = self.on;
        match self.value {
            Value::Object(members) => match words(members) {
                Some(words) => Localized(words).serialize(serializer),
                None => {
                    serializer.collect_map(members.iter().map(|(name, value)| (name, AsOf { value, on })))
                }
            },
            Value::Array(items) => {
                let mut list = serializer.serialize_seq(None)?;
                for value in items.iter().filter(|item| exists(item, on)) {
                    list.serialize_element(&AsOf { value, on })?;
                }
                list.end()
            }
            other => other.serialize(serializer),
        }
    }
}

/// Words in both languages, and nothing else.
fn words(members: &[(String, Value)]) -> Option<impl Fn(Locale) -> String> {
    let [(first, one), (second, other)] = members else { return None };
    let (vi, en) = match (first.as_str(), second.as_str()) {
        ("vi", "en") => (one, other),
        ("en", "vi") => (other, one),
        _ => return None,
    };
    let (vi, en) = (vi.as_str()?, en.as_str()?);
    Some(move |locale| String::from(if locale == Locale::Vi { vi } else { en }))
}

fn exists(item: &Value, on: Date) -> bool {
    let day = |name: &str| item.get(name).and_then(Value::as_str).and_then(Date::from_iso);
    day("effectiveFrom").is_none_or(|from| from <= on) && day("effectiveTo").is_none_or(|to| on <= to)
}
