//! Addresses that must be today's, by the lists of units: also a commune that is gone is seen, once, at its field, and
//! today's address is offered.

use cancuoc::address::Units;
use cancuoc::finding::{Finding, Severity};
use cancuoc::form::{
    self, Acceptance, Context, check_sealed, check_sealed_with_units, form_in_force, validate,
    validate_with_units,
};
use cancuoc::identity::Assurance;
use cancuoc::json::{self, LIMITS, Value, parse};
use cancuoc::{Date, Locale, Options};

fn units() -> &'static Units {
    static UNITS: std::sync::OnceLock<Units> = std::sync::OnceLock::new();
    UNITS.get_or_init(|| Units::from_bytes(include_bytes!("../../data/units/units.bin")).unwrap())
}

fn json(text: &str) -> Value {
    parse(text, LIMITS).unwrap()
}

/// The first accepted example of the form, with these answers in place of its own.
fn example(form: &str, changes: &str) -> (Value, Date) {
    let examples = json(&std::fs::read_to_string(format!("packs/{form}/examples.json")).unwrap());
    let first = &examples.get("accept").and_then(Value::as_array).unwrap()[0];
    let (Some(Value::Object(answers)), Value::Object(changes)) = (first.get("answers"), json(changes)) else {
        panic!("answers are an object")
    };
    let mut answers = answers.clone();
    for (name, value) in changes {
        answers.retain(|(other, _)| *other != name);
        answers.push((name, value));
    }
    (Value::Object(answers), Date::from_iso(first.get("on").and_then(Value::as_str).unwrap()).unwrap())
}

fn of_units(findings: &[Finding]) -> Vec<(&str, &str, Severity, Option<&str>)> {
    let about = findings.iter().filter(|finding| finding.code.contains("old_unit"));
    about
        .map(|found| (found.code.as_ref(), found.path.as_str(), found.severity, found.offer.as_deref()))
        .collect()
}

#[test]
fn a_commune_that_is_gone_is_seen_by_the_lists_alone_and_todays_address_is_offered() {
    let (answers, on) = example("dc02", r#"{ "residence": "Số 5, Phường Bến Nghé, Thành phố Hồ Chí Minh" }"#);
    let pack = form_in_force("dc02", on).unwrap();
    assert_eq!(of_units(&validate(pack, &answers, on).findings), []);
    let seen = validate_with_units(pack, &answers, on, units()).unwrap();
    let offer = Some("Số 5, Phường Sài Gòn, Thành phố Hồ Chí Minh");
    assert_eq!(
        of_units(&seen.findings),
        [("plausibility.old_unit", "residence", Severity::Warning, offer)],
        "{:?}",
        seen.findings.iter().map(|own| own.message(Locale::En)).collect::<Vec<_>>()
    );
    assert!(seen.ok);
}

#[test]
fn what_its_kind_has_told_already_is_told_once_with_the_commune_and_the_offer() {
    let (answers, on) =
        example("dc02", r#"{ "residence": "Số 5, Phường Bến Nghé, Quận 1, TP Hồ Chí Minh" }"#);
    let pack = form_in_force("dc02", on).unwrap();
    let seen = validate_with_units(pack, &answers, on, units()).unwrap().findings;
    let offer = Some("Số 5, Phường Sài Gòn, Thành phố Hồ Chí Minh");
    assert_eq!(of_units(&seen), [("plausibility.old_unit", "residence", Severity::Warning, offer)]);
    let words = seen.iter().find(|own| own.code == "plausibility.old_unit").unwrap().message(Locale::En);
    assert!(words.contains("(Phường Bến Nghé, Quận 1)"), "{words}");
}

#[test]
fn of_a_divided_commune_all_parts_are_named_and_none_is_offered() {
    let (answers, on) =
        example("dc02", r#"{ "residence": "Số 2, Phường Dịch Vọng, Quận Cầu Giấy, Hà Nội" }"#);
    let pack = form_in_force("dc02", on).unwrap();
    let seen = validate_with_units(pack, &answers, on, units()).unwrap().findings;
    assert_eq!(of_units(&seen), [("plausibility.old_unit_unsure", "residence", Severity::Warning, None)]);
    let words = seen.iter().find(|own| own.path == "residence").unwrap().message(Locale::Vi);
    assert!(
        words.contains("Phường Nghĩa Đô, Thành phố Hà Nội; Phường Cầu Giấy, Thành phố Hà Nội"),
        "{words}"
    );
}

#[test]
fn rows_of_groups_are_looked_at_and_the_past_and_former_days_are_not() {
    let old = "Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh";
    // Where somebody's family comes from is told as it was then.
    let (answers, on) = example("khai-sinh", &format!(r#"{{ "childOrigin": "{old}" }}"#));
    let pack = form_in_force("khai-sinh", on).unwrap();
    assert_eq!(of_units(&validate_with_units(pack, &answers, on, units()).unwrap().findings), []);
    let (answers, _) = example("dc02", &format!(r#"{{ "residence": "{old}" }}"#));
    let before = Date::from_iso("2025-06-30").unwrap();
    let pack = form_in_force("dc02", before).unwrap();
    assert_eq!(of_units(&validate_with_units(pack, &answers, before, units()).unwrap().findings), []);
}

#[test]
fn nothing_is_said_of_any_accepted_example() {
    let mut seen = 0;
    for entry in std::fs::read_dir("packs").unwrap().flatten() {
        let Ok(text) = std::fs::read_to_string(entry.path().join("examples.json")) else { continue };
        let form = entry.file_name().to_string_lossy().into_owned();
        for example in json(&text).get("accept").and_then(Value::as_array).unwrap() {
            let on = Date::from_iso(example.get("on").and_then(Value::as_str).unwrap()).unwrap();
            let pack = form_in_force(&form, on).unwrap();
            let answers = example.get("answers").unwrap();
            let findings = validate_with_units(pack, answers, on, units()).unwrap().findings;
            assert_eq!(of_units(&findings), [], "{form}");
            seen += 1;
        }
    }
    assert!(seen >= 80, "{seen}");
}

#[test]
fn a_server_sees_in_a_sealed_application_what_validate_sees() {
    let (answers, on) = example("dc02", r#"{ "residence": "Số 5, Phường Bến Nghé, Thành phố Hồ Chí Minh" }"#);
    let pack = form_in_force("dc02", on).unwrap();
    let context =
        Context { provenance: None, assurance: Assurance::None, sealed_at: "2026-11-21T09:00:00+07:00" };
    let sealed = form::seal(pack, &answers, &context, on).unwrap();
    let sealed = json::of(&sealed, Locale::Vi).unwrap();
    let options = Options::on(on);
    assert_eq!(of_units(&check_sealed(&sealed, options).findings), []);
    let check = check_sealed_with_units(&sealed, &Acceptance::default(), options, units()).unwrap();
    let expected = validate_with_units(pack, &answers, on, units()).unwrap().findings;
    assert_eq!(of_units(&check.findings), of_units(&expected));
    assert!(check.ok && of_units(&check.findings).len() == 1);
    for broken in [Value::Null, json(r#"{ "form": "dc02" }"#), json("[]")] {
        let check = check_sealed_with_units(&broken, &Acceptance::default(), options, units()).unwrap();
        assert!(!check.ok && of_units(&check.findings).is_empty());
    }
}
