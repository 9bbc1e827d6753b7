//! The seal from Rust's side: every leaf is under the digest, and any JSON is answered.

use cancuoc::form::{self, Card, Context, DigestCheck, Filling, check_sealed, form_in_force};
use cancuoc::identity::{Assurance, Identity, reconcile};
use cancuoc::json::{self, LIMITS, Value, canonical, parse};
use cancuoc::{Date, Locale, Options};
use proptest::prelude::*;
use serde::Deserialize;

const ON: &str = "2026-11-21";

fn day(text: &str) -> Date {
    Date::from_iso(text).unwrap()
}

/// Of no reading.
fn nobody() -> Identity {
    reconcile(&[], &Options::on(day(ON))).unwrap()
}

/// The accepted examples of CT01 for the day, sealed.
fn sealed() -> Vec<Value> {
    let examples = parse(&std::fs::read_to_string("packs/ct01/examples.json").unwrap(), LIMITS).unwrap();
    let accepted = examples.get("accept").unwrap().as_array().unwrap().iter();
    let pack = form_in_force("ct01", day(ON)).unwrap();
    let provenance = parse(r#"{"fullName":{"source":"qr"},"gone":{"source":"chip"}}"#, LIMITS).unwrap();
    let context = Context {
        provenance: Some(&provenance),
        assurance: Assurance::WellFormed,
        sealed_at: "2026-11-21T09:00:00+07:00",
    };
    accepted
        .filter(|example| example.get("on").and_then(Value::as_str) == Some(ON))
        .map(|example| form::seal(pack, example.get("answers").unwrap(), &context, day(ON)).unwrap())
        .map(|application| json::of(&application, Locale::Vi).unwrap())
        .collect()
}

/// Calls `act` on a copy for every leaf, changed.
fn each_changed_leaf(value: &Value, act: &mut dyn FnMut(Value)) {
    fn walk(value: &Value, rebuild: &dyn Fn(Value) -> Value, act: &mut dyn FnMut(Value)) {
        match value {
            Value::Array(items) if !items.is_empty() => {
                for (index, item) in items.iter().enumerate() {
                    let with = |changed: Value| {
                        let mut items = items.clone();
                        items[index] = changed;
                        rebuild(Value::Array(items))
                    };
                    walk(item, &with, act);
                }
            }
            Value::Object(members) if !members.is_empty() => {
                for (index, (_, item)) in members.iter().enumerate() {
                    let with = |changed: Value| {
                        let mut members = members.clone();
                        members[index].1 = changed;
                        rebuild(Value::Object(members))
                    };
                    walk(item, &with, act);
                }
            }
            Value::String(text) => act(rebuild(Value::from(format!("{text} ")))),
            Value::Bool(truth) => act(rebuild(Value::Bool(!truth))),
            Value::Number(number) => act(rebuild(Value::Number(number + 1.0))),
            _ => act(rebuild(Value::Bool(true))),
        }
    }
    walk(value, &|changed| changed, act);
}

#[test]
fn a_change_of_any_leaf_breaks_the_seal() {
    let mut changes = 0;
    for application in sealed() {
        assert!(check_sealed(&application, Options::on(day(ON))).ok);
        each_changed_leaf(&application, &mut |changed| {
            let check = check_sealed(&changed, Options::on(day(ON)));
            assert!(check.digest == DigestCheck::Mismatch && !check.ok, "{changed}");
            changes += 1;
        });
    }
    assert!(changes > 100, "{changes}");
}

#[test]
fn the_seal_does_not_depend_on_the_order_of_members() {
    for application in sealed() {
        let turned = parse(&canonical(&application), LIMITS).unwrap();
        assert_eq!(check_sealed(&turned, Options::on(day(ON))).findings, []);
    }
}

#[test]
fn a_forgotten_provenance_is_not_sealed() {
    for application in sealed() {
        let provenance = application.get("provenance").unwrap().as_object().unwrap();
        assert!(provenance.iter().all(|(path, _)| path == "fullName"));
    }
}

#[test]
fn a_later_version_of_the_form_refuses_an_older_application() {
    let pack = form_in_force("ct01", day("2026-06-30")).unwrap();
    let answers = parse(
        r#"{"to":"Công an xã Mẫu","procedure":"confirm","request":"Xác nhận","fullName":"Nguyễn Văn Mẫu",
            "birthDate":"1990-02-28","sex":"male","pin":"001090000017"}"#,
        LIMITS,
    )
    .unwrap();
    let context = Context { provenance: None, assurance: Assurance::None, sealed_at: "2026-06-30T09:00:00Z" };
    let application = form::seal(pack, &answers, &context, day("2026-06-30")).unwrap();
    let application = json::of(&application, Locale::Vi).unwrap();
    assert!(check_sealed(&application, Options::on(day("2026-06-30"))).ok);
    let check = check_sealed(&application, Options::on(day("2026-07-01")));
    assert!(!check.ok && check.digest == DigestCheck::Match);
    assert_eq!(check.findings[0].code, "form.other_version");
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        prop_oneof![Just("1990-02-28"), Just("001090000017"), Just("vneid"), Just("temporary"), Just("male")]
            .prop_map(Value::from),
    ];
    let name = prop_oneof![
        Just("pin"),
        Just("members"),
        Just("owners"),
        Just("birthDate"),
        Just("procedure"),
        Just("newAddress"),
        Just("text"),
        Just("__proto__"),
        Just("sex"),
        Just("stayFrom"),
        Just("declarantIsHead"),
        Just("x"),
    ];
    leaf.prop_recursive(4, 48, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::Array),
            proptest::collection::btree_map(name.clone(), inner, 0..6).prop_map(|map| Value::Object(
                map.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
            )),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn any_json_is_answered_by_findings_and_nothing_typed_is_lost(answers in any_json(), identity in any_json()) {
        let pack = form_in_force("ct01", day(ON)).unwrap();
        let result = form::validate(pack, &answers, day(ON));
        prop_assert_eq!(&result.findings, &form::validate(pack, &answers, day(ON)).findings);
        prop_assert!(result.findings.len() < 2000);
        let context = Context { provenance: Some(&identity), assurance: Assurance::None, sealed_at: "2026-11-21T09:00:00Z" };
        let _ = form::seal(pack, &answers, &context, day(ON));
        let _ = check_sealed(&answers, Options::on(day(ON)));
        let _ = form::import_formio(pack, &answers, Some(&identity));
        let card = Identity::deserialize(identity.clone()).unwrap_or_else(|_| nobody());
        let filled = form::prefill(pack, Card::Identity(&card), &answers, Filling::default()).unwrap();
        if let (Some(before), Some(after)) = (answers.as_object(), filled.answers.as_object()) {
            for (name, value) in before {
                let kept = after.iter().find(|(other, _)| other == name).map(|(_, value)| value);
                let blank = value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty());
                prop_assert!(kept == Some(value) || blank || value.as_array().is_some_and(<[Value]>::is_empty)
                    || value.as_object().is_some(), "{} was lost", name);
            }
        } else if !answers.is_null() {
            prop_assert_eq!(&filled.answers, &answers);
        }
    }
}
