//! The part of JSON Schema 2020-12 that an export uses; a keyword that is not known here fails the test.

use cancuoc::Date;
use cancuoc::json::Value;

use super::pattern::matches;

/// Whether the instance is valid.
pub(crate) fn accepts(schema: &Value, instance: &Value) -> bool {
    let members = schema.as_object().unwrap();
    members.iter().all(|(keyword, value)| holds(schema, keyword, value, instance))
}

fn holds(schema: &Value, keyword: &str, value: &Value, instance: &Value) -> bool {
    let all = || value.as_array().unwrap().iter();
    let count = || usize::try_from(value.as_whole().unwrap()).unwrap();
    let (text, list, object) = (instance.as_str(), instance.as_array(), instance.as_object());
    match keyword {
        "$schema" | "$id" | "title" | "then" => true,
        "type" => match value {
            Value::Array(kinds) => kinds.iter().any(|kind| is_of(kind.as_str().unwrap(), instance)),
            kind => is_of(kind.as_str().unwrap(), instance),
        },
        "enum" => all().any(|one| one == instance),
        "allOf" => all().all(|one| accepts(one, instance)),
        "anyOf" => all().any(|one| accepts(one, instance)),
        "not" => !accepts(value, instance),
        "if" => !accepts(value, instance) || schema.get("then").is_none_or(|then| accepts(then, instance)),
        "minLength" => text.is_none_or(|text| text.chars().count() >= count()),
        "maxLength" => text.is_none_or(|text| text.chars().count() <= count()),
        "pattern" => text.is_none_or(|text| matches(value.as_str().unwrap(), text)),
        "format" => text.is_none_or(|text| value.as_str() != Some("date") || Date::from_iso(text).is_some()),
        "exclusiveMinimum" => instance.as_f64().is_none_or(|number| number > value.as_f64().unwrap()),
        "exclusiveMaximum" => instance.as_f64().is_none_or(|number| number < value.as_f64().unwrap()),
        "minimum" => instance.as_f64().is_none_or(|number| number >= value.as_f64().unwrap()),
        "maximum" => instance.as_f64().is_none_or(|number| number <= value.as_f64().unwrap()),
        "items" => list.is_none_or(|items| items.iter().all(|item| accepts(value, item))),
        "minItems" => list.is_none_or(|items| items.len() >= count()),
        "maxItems" => list.is_none_or(|items| items.len() <= count()),
        "uniqueItems" => list.is_none_or(|items| {
            items.iter().enumerate().all(|(index, item)| !items.iter().take(index).any(|other| other == item))
        }),
        "required" => object.is_none_or(|_| all().all(|name| instance.get(name.as_str().unwrap()).is_some())),
        "properties" => object.is_none_or(|members| {
            members.iter().all(|(name, member)| value.get(name).is_none_or(|schema| accepts(schema, member)))
        }),
        "additionalProperties" => {
            assert_eq!(value.as_bool(), Some(false));
            let known = schema.get("properties").unwrap();
            object.is_none_or(|members| members.iter().all(|(name, _)| known.get(name).is_some()))
        }
        other => panic!("the export uses `{other}`"),
    }
}

fn is_of(kind: &str, instance: &Value) -> bool {
    match kind {
        "string" => instance.as_str().is_some(),
        "boolean" => instance.as_bool().is_some(),
        "number" => instance.as_f64().is_some(),
        "array" => instance.as_array().is_some(),
        "object" => instance.as_object().is_some(),
        "null" => instance.is_null(),
        "integer" => instance.as_f64().is_some_and(|number| number.fract() == 0.0),
        other => panic!("the export uses the type `{other}`"),
    }
}
