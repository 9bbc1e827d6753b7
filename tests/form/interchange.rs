//! Answers in the shapes of other systems, there and back, for all packs.

use cancuoc::form::{
    self, Context, Format, Pack, export_application, export_form, form_in_force, import_formio, validate,
};
use cancuoc::identity::Assurance;
use cancuoc::json::{LIMITS, Value, of as to_json, parse};
use cancuoc::{Date, Locale, Options};
use proptest::prelude::*;

fn json(text: &str) -> Value {
    parse(text, LIMITS).unwrap()
}

/// Every accepted example: its pack, answers and day.
pub(crate) fn accepted() -> Vec<(&'static Pack, Value, Date)> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir("packs").unwrap().flatten() {
        let Ok(text) = std::fs::read_to_string(entry.path().join("examples.json")) else { continue };
        let form = entry.file_name().to_string_lossy().into_owned();
        for example in json(&text).get("accept").and_then(Value::as_array).unwrap() {
            let on = Date::from_iso(example.get("on").and_then(Value::as_str).unwrap()).unwrap();
            all.push((form_in_force(&form, on).unwrap(), example.get("answers").unwrap().clone(), on));
        }
    }
    all.sort_by(|one, other| one.0.id.cmp(&other.0.id));
    all
}

fn sealed(pack: &Pack, answers: &Value, on: Date) -> Value {
    let context =
        Context { provenance: None, assurance: Assurance::None, sealed_at: "2026-11-21T09:00:00+07:00" };
    to_json(&form::seal(pack, answers, &context, on).unwrap(), Locale::Vi).unwrap()
}

/// The same submission with each day as an instant of its midnight in Vietnam, as Form.io's server stores it.
fn stored(pack: &Pack, fields: &[form::Field], data: &mut Value) {
    let Value::Object(members) = data else { return };
    for (name, value) in members {
        let Some(field) = fields.iter().find(|field| field.id == *name) else { continue };
        match (&field.kind, &mut *value) {
            (form::Kind::Date { .. }, Value::String(text)) if text.len() == 10 => {
                let before = Date::from_iso(text).unwrap().plus_days(-1).unwrap();
                *value = Value::from(format!("{before}T17:00:00.000Z"));
            }
            (form::Kind::Group(group), Value::Array(rows)) => {
                rows.iter_mut().for_each(|row| stored(pack, &pack.groups[*group].fields, row));
            }
            _ => {}
        }
    }
}

#[test]
fn a_formio_submission_goes_out_and_comes_back_also_through_a_server_that_keeps_instants() {
    let mut instants = 0;
    for (pack, answers, on) in accepted() {
        let application = sealed(pack, &answers, on);
        let mut submission = export_application(pack, &application, Format::Formio, None);
        let back = import_formio(pack, &submission, None);
        assert_eq!(back.findings, [], "{}", pack.id);
        assert_eq!(Some(&back.answers), application.get("answers"), "{}", pack.id);
        let Value::Object(members) = &mut submission else { panic!("a submission is an object") };
        let (_, data) = members.iter_mut().find(|(name, _)| name == "data").unwrap();
        stored(pack, &pack.fields, data);
        instants += usize::from(data.to_string().contains("T17:00:00.000Z"));
        let back = import_formio(pack, &submission, None);
        assert_eq!(Some(&back.answers), application.get("answers"), "{}", pack.id);
        assert_eq!(sealed(pack, &back.answers, on), application, "{}", pack.id);
    }
    assert!(instants >= 30, "{instants}");
}

#[test]
fn an_instant_is_the_day_it_falls_on_in_vietnam() {
    let on = Date::from_iso("2026-11-21").unwrap();
    let pack = form_in_force("khai-sinh", on).unwrap();
    for (given, day) in [
        ("2026-11-09T17:00:00.000Z", "2026-11-10"),
        ("2026-11-09T16:59:59Z", "2026-11-09"),
        ("2026-11-10T00:00:00+07:00", "2026-11-10"),
        ("2026-11-09T12:00:00-05:00", "2026-11-10"),
        ("2026-11-10T00:00:00", "2026-11-10"),
        ("2026-11-10", "2026-11-10"),
        ("2026-11", "2026-11"),
        // What is no moment is left for the check to refuse.
        ("2026-11-10T17:00:00Q", "2026-11-10T17:00:00Q"),
        ("10/11/2026", "10/11/2026"),
    ] {
        let submission = json(&format!(r#"{{ "data": {{ "childBirthDate": "{given}" }} }}"#));
        let back = import_formio(pack, &submission, None).answers;
        assert_eq!(back.get("childBirthDate").and_then(Value::as_str), Some(day), "{given}");
    }
}

#[test]
fn no_component_keeps_a_day_as_an_instant() {
    for (form, from, _) in form::pack_texts() {
        let pack = form_in_force(form, Date::from_iso(from).unwrap()).unwrap();
        let exported = export_form(pack, Format::Formio, Options::on(Date::from_iso(from).unwrap()));
        assert!(!exported.to_string().contains("\"datetime\""), "{form}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_submission_is_read_as_answers_or_findings(text in "[ -~ắĐ\u{200b}\"{}\\[\\]:,0-9TZ-]{0,60}", index in 0_usize..1000) {
        let all = accepted();
        let (pack, _, on) = &all[index % all.len()];
        let field = &pack.fields[index % pack.fields.len()];
        let odd = Value::Object(vec![(field.id.clone(), Value::from(text.as_str()))]);
        for datum in [odd.clone(), Value::Array(vec![odd.clone()]), Value::from(text.as_str())] {
            let submission = Value::Object(vec![("data".into(), Value::Object(vec![(field.id.clone(), datum)]))]);
            let back = import_formio(pack, &submission, None);
            let _ = validate(pack, &back.answers, *on);
        }
    }
}
