//! A form for whoever draws it: the pack as of a day, words in one language.

use super::Pack;
use crate::date::Date;
use crate::json::{self, Value};
use crate::{Error, Locale, Options};

/// `{ id, title, effectiveFrom, effectiveTo?, citation, version, notice, basis, persons, sections, rules, papers?,
/// print? }`: the pack's members as `docs/packs.md` has them, words in the options' language, without what does
/// not exist on the day.
pub fn describe(pack: &Pack, options: Options) -> Value {
    let mut members = match summary(&pack.source, options.locale) {
        Value::Object(members) => members,
        _ => vec![],
    };
    for (name, value) in pack.source.as_object().unwrap_or_default() {
        let told = members.iter().any(|(other, _)| other == name);
        if !told && name != "$schema" {
            members.push((name.clone(), said(value, options)));
        }
    }
    members.extend(pack.source.get("citation").map(|citation| ("basis".to_owned(), citation.clone())));
    Value::Object(members)
}

/// The catalogue as of the day: `[{ id, number?, title, authority, portalCodes, forms, reason?, papers?, … }]`.
///
/// # Errors
/// `internal.pack`: the catalogue is no JSON (the tests let none pass).
pub fn services(options: Options) -> Result<Value, Error> {
    let all = json::parse(super::pack::services_text(), json::LIMITS)
        .map_err(|_| Error::new("internal.pack", "the catalogue has a mistake"))?;
    Ok(all.get("services").map_or(Value::Array(vec![]), |list| said(list, options)))
}

/// `{ id, title, effectiveFrom, effectiveTo?, citation }` of a pack's JSON.
pub(crate) fn summary(source: &Value, locale: Locale) -> Value {
    let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).unwrap_or("").to_owned();
    let title = source.get("title").map(|title| text(title, locale_name(locale))).unwrap_or_default();
    let mut members = vec![
        ("id".to_owned(), Value::from(text(source, "id"))),
        ("title".to_owned(), Value::from(title)),
        ("effectiveFrom".to_owned(), Value::from(text(source, "effectiveFrom"))),
    ];
    members.extend(source.get("effectiveTo").map(|to| ("effectiveTo".to_owned(), to.clone())));
    let citation = source.get("citation").map(|citation| {
        let (document, article) = (text(citation, "document"), text(citation, "article"));
        if article.is_empty() { document } else { [document, article].join(", ") }
    });
    members.push(("citation".to_owned(), Value::from(citation)));
    Value::Object(members)
}

/// Words in one language; what does not exist on the day left out. As deep as a pack, which `json::parse` bounds.
pub(crate) fn said(value: &Value, options: Options) -> Value {
    match value {
        Value::Object(members) => match members.as_slice() {
            [(vi, first), (en, second)] if vi == "vi" && en == "en" => {
                if options.locale == Locale::Vi {
                    first.clone()
                } else {
                    second.clone()
                }
            }
            [(en, first), (vi, second)] if vi == "vi" && en == "en" => {
                if options.locale == Locale::En {
                    first.clone()
                } else {
                    second.clone()
                }
            }
            _ => Value::Object(
                members.iter().map(|(name, value)| (name.clone(), said(value, options))).collect(),
            ),
        },
        Value::Array(items) => Value::Array(
            items.iter().filter(|item| exists(item, options.on)).map(|item| said(item, options)).collect(),
        ),
        other => other.clone(),
    }
}

fn exists(item: &Value, on: Date) -> bool {
    let day = |name: &str| item.get(name).and_then(Value::as_str).and_then(Date::from_iso);
    day("effectiveFrom").is_none_or(|from| from <= on) && day("effectiveTo").is_none_or(|to| on <= to)
}

fn locale_name(locale: Locale) -> &'static str {
    match locale {
        Locale::Vi => "vi",
        Locale::En => "en",
    }
}
