use crate::json::Value;

/// Not there, `null`, blank, or an empty list or object: no answer.
pub(super) fn is_blank(answer: Option<&Value>) -> bool {
    match answer {
        None | Some(Value::Null) => true,
        Some(Value::String(text)) => text.trim().is_empty(),
        Some(Value::Array(items)) => items.is_empty(),
        Some(Value::Object(members)) => members.iter().all(|(_, value)| is_blank(Some(value))),
        Some(_) => false,
    }
}
