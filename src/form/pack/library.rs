//! The packs that are built in: found by day, parsed when first asked for.

use std::sync::OnceLock;

use super::Pack;
use crate::date::Date;
use crate::json::{self, Value};
use crate::{Error, Options};

/// `PACKS` (form, first day, text; sorted) and `SERVICES`, written by `build.rs`.
mod built_in {
    include!(concat!(env!("OUT_DIR"), "/packs.rs"));
}

/// The texts of all packs: form, first day, JSON.
pub fn pack_texts() -> &'static [(&'static str, &'static str, &'static str)] {
    built_in::PACKS
}

/// The catalogue's text.
pub fn services_text() -> &'static str {
    built_in::SERVICES
}

/// The version of `form` that is in force on `on`.
///
/// # Errors
/// `form.unknown`: there is no such form, or it is not in force on that day. `internal.pack`: the pack has a
/// mistake (the linter and the tests let none pass).
pub fn form_in_force(form: &str, on: Date) -> Result<&'static Pack, Error> {
    let not_then = || {
        let known = built_in::PACKS.iter().any(|(id, _, _)| *id == form);
        let why = if known { "is not in force on that day" } else { "is not among the packs" };
        Error::new("form.unknown", format!("the form {why}"))
    };
    let day = on.to_string();
    let mut versions =
        built_in::PACKS.iter().enumerate().filter(|(_, (id, from, _))| *id == form && *from <= day.as_str());
    // Sorted by first day: the last is the one in force, unless it has ended.
    let (index, _) = versions.next_back().ok_or_else(not_then)?;
    let pack = parsed(index)?;
    if pack.days.hold(on) { Ok(pack) } else { Err(not_then()) }
}

/// `{ id, title, effectiveFrom, effectiveTo?, citation }` of every form in force on the day.
///
/// # Errors
/// `internal.pack`, as above.
pub fn summaries(options: Options) -> Result<Vec<Value>, Error> {
    let mut forms: Vec<&str> = built_in::PACKS.iter().map(|(id, _, _)| *id).collect();
    forms.dedup();
    let mut summaries = Vec::new();
    for form in forms {
        let day = options.on.to_string();
        let last = built_in::PACKS.iter().rfind(|(id, from, _)| *id == form && *from <= day.as_str());
        let Some((_, _, text)) = last else { continue };
        // Only read, not checked: a list of forms must not cost the checking of all of them.
        let source = json::parse(text, json::LIMITS).map_err(|_| broken())?;
        let ended = source.get("effectiveTo").and_then(Value::as_str).is_some_and(|to| to < day.as_str());
        if !ended {
            summaries.push(crate::form::describe::summary(&source, options.locale));
        }
    }
    Ok(summaries)
}

fn parsed(index: usize) -> Result<&'static Pack, Error> {
    static PARSED: OnceLock<Vec<OnceLock<Option<Pack>>>> = OnceLock::new();
    let slots = PARSED.get_or_init(|| built_in::PACKS.iter().map(|_| OnceLock::new()).collect());
    let text = built_in::PACKS.get(index).map_or("", |(_, _, text)| text);
    let slot = slots.get(index).ok_or_else(broken)?;
    slot.get_or_init(|| Pack::parse(text).ok()).as_ref().ok_or_else(broken)
}

fn broken() -> Error {
    Error::new("internal.pack", "a built-in pack has a mistake")
}
