//! An application of an invented person.

use std::fs;

use serde_json::{Value, json};

/// Sealed on 21/11/2026, here.
pub(crate) fn sealed() -> Value {
    let examples = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/ct01/examples.json");
    let examples: Value = serde_json::from_str(&fs::read_to_string(examples).unwrap()).unwrap();
    let answers = &examples["accept"][0]["answers"];
    let context = json!({ "assurance": "none", "sealedAt": "2026-11-21T08:30:00+07:00" });
    let request = json!({ "call": "seal", "args": ["ct01", answers, context, { "on": "2026-11-21" }] });
    let answer: Value = serde_json::from_str(&cancuoc_server::call(&request.to_string())).unwrap();
    answer["ok"].clone()
}
