//! server.wasm in an interpreter that shares no code with the browsers' engines: the package's own answers.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::arithmetic_side_effects,
    unreachable_pub,
    missing_docs,
    reason = "helpers of tests: what goes wrong ends the test"
)]

mod host;

use std::fs;

use serde_json::Value;

use host::CanCuoc;

/// Cards of a chip that are checked here, too: each costs an interpreter a second or more.
const CARDS: usize = 3;

#[test]
#[ignore = "needs pkg/server.wasm and target/server/calls.jsonl, which pkg-tests/node/server.test.mjs writes"]
fn wasmi_answers_every_application_of_the_corpus_as_the_package_does() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../");
    let mut server = CanCuoc::load(&fs::read(format!("{root}pkg/server.wasm")).unwrap()).unwrap();
    let calls = fs::read_to_string(format!("{root}target/server/calls.jsonl")).unwrap();
    let (mut asked, mut cards) = (0, 0);
    for line in calls.lines() {
        let call: Value = serde_json::from_str(line).unwrap();
        let request = call["request"].to_string();
        if call["request"]["call"] == "readChip" {
            cards += 1;
            if cards > CARDS {
                continue;
            }
        }
        let mut answer: Value = serde_json::from_str(&server.call(&request).unwrap()).unwrap();
        if let Some(error) = answer.get_mut("error").and_then(Value::as_object_mut) {
            error.remove("detail");
        }
        let shown: String = request.chars().take(300).collect();
        assert_eq!(in_doubles(answer), in_doubles(call["expect"].clone()), "{shown}");
        asked += 1;
    }
    assert!(asked > 900, "{asked}");
}

/// JavaScript has one kind of number.
fn in_doubles(value: Value) -> Value {
    match value {
        Value::Number(number) => Value::from(number.as_f64().unwrap()),
        Value::Array(items) => items.into_iter().map(in_doubles).collect(),
        Value::Object(members) => members.into_iter().map(|(name, own)| (name, in_doubles(own))).collect(),
        other => other,
    }
}
