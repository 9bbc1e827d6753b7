//! A JSON value inside a format that does not describe itself: as its text.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::Serializer;

use crate::json::{self, Value};

pub(super) fn serialize<S: Serializer>(value: &Value, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&value.to_string())
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
    let text = String::deserialize(deserializer)?;
    json::parse(&text, json::LIMITS).map_err(|error| D::Error::custom(error.code))
}
