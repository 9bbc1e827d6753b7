//! A Form.io submission read back as answers.

use serde::Serialize;

use crate::finding::Finding;
use crate::form::findings;
use crate::form::instant::day_in_vietnam;
use crate::form::pack::{Field, Kind, Pack};
use crate::json::Value;

/// What was read back.
#[derive(Clone, Debug, Serialize)]
pub struct Imported {
    /// Answers of the form.
    pub answers: Value,
    /// Keys that the form does not have, and moments of which the day cannot be told.
    pub findings: Vec<Finding>,
}

/// Reads `{ data: { … } }`, or the data themselves; `names` maps fields of the form to the portal's keys.
/// What a day is given as becomes one: an instant is the day that it falls on in Vietnam, whatever the zone in which it is
/// written. Nothing else is judged here: `validate` does that.
pub fn import_formio(pack: &Pack, submission: &Value, names: Option<&Value>) -> Imported {
    let data = submission.get("data").filter(|data| data.as_object().is_some()).unwrap_or(submission);
    let mut imported = Imported { answers: Value::Object(vec![]), findings: vec![] };
    let Some(members) = data.as_object() else {
        imported.findings.push(Finding::new(findings::WRONG_TYPE, "").with_words(
            "field",
            "Tờ khai",
            "The form",
        ));
        return imported;
    };
    let key_of = |field: &Field| {
        names.and_then(|names| names.get(&field.id)).and_then(Value::as_str).unwrap_or(&field.id).to_owned()
    };
    let mut answers = Vec::new();
    let mut keys = Vec::new();
    for field in &pack.fields {
        let key = key_of(field);
        if let Some(answer) =
            data.get(&key).map(|datum| answer(pack, field, datum)).filter(|answer| !is_nothing(answer))
        {
            answers.push((field.id.clone(), answer));
        }
        keys.push(key);
    }
    imported.answers = Value::Object(answers);
    for (name, _) in members.iter().filter(|(name, _)| !keys.contains(name) && name != "submit").take(100) {
        let name: String = name.chars().take(60).collect();
        imported.findings.push(Finding::new(findings::UNKNOWN_FIELD, name));
    }
    imported
}

/// Form.io leaves empty texts where nothing was typed, and a box for each choice that was not ticked.
fn is_nothing(answer: &Value) -> bool {
    answer.is_null() || answer.as_array().is_some_and(<[Value]>::is_empty)
}

/// The day of an instant, or of a moment without a zone, which is that of the clock on the wall.
fn day(text: &str) -> Option<String> {
    if let Some(day) = day_in_vietnam(text) {
        return Some(day.to_string());
    }
    let (day, time) = text.split_at_checked(10)?;
    let is_clock = time.len() > 1
        && time.starts_with(['T', ' '])
        && time.chars().skip(1).all(|sign| sign.is_ascii_digit() || matches!(sign, ':' | '.'));
    is_clock.then(|| day.to_owned())
}

fn answer(pack: &Pack, field: &Field, datum: &Value) -> Value {
    match (&field.kind, datum) {
        (Kind::MultiChoice { .. }, Value::Object(ticks)) => {
            let chosen = ticks.iter().filter(|(_, tick)| tick.as_bool() == Some(true));
            Value::Array(chosen.map(|(name, _)| name.as_str().into()).collect())
        }
        // Form.io's calendar gives an instant, its server stores it in UTC: midnight in Vietnam is the day before there.
        (Kind::Date { .. }, Value::String(text)) => day(text).map_or_else(|| datum.clone(), Value::from),
        (Kind::Address, Value::Object(parts)) => match parts.as_slice() {
            [(name, text)] if name == "text" => text.clone(),
            _ => datum.clone(),
        },
        (Kind::Attachment { .. }, Value::Array(files)) => {
            let names = ["name", "size", "type", "sha256"];
            let file = |file: &Value| {
                let members =
                    names.iter().filter_map(|name| Some(((*name).to_owned(), file.get(name)?.clone())));
                Value::Object(members.collect())
            };
            Value::Array(files.iter().map(file).collect())
        }
        (Kind::Group(group), Value::Array(rows)) => {
            let fields = pack.groups.get(*group).map_or(&[][..], |group| &group.fields);
            let row = |row: &Value| {
                let Some(cells) = row.as_object() else { return row.clone() };
                let cell = |(name, datum): &(String, Value)| {
                    let field = fields.iter().find(|field| field.id == *name);
                    (name.clone(), field.map_or_else(|| datum.clone(), |field| answer(pack, field, datum)))
                };
                Value::Object(cells.iter().map(cell).collect())
            };
            Value::Array(rows.iter().map(row).collect())
        }
        // Form.io leaves empty texts where nothing was typed.
        (_, Value::String(text)) if text.is_empty() => Value::Null,
        _ => datum.clone(),
    }
}
