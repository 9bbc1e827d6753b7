//! JSON Schema accepts exactly what `validate` accepts of shapes: of every field of every pack, for every value.
//!
//! Shapes are types, lengths, counts, patterns, choices. What only a check can tell (a letter that is no letter of names, a
//! check digit, the operators' ranges, what is required or offered as the other answers stand) is no shape.

mod evaluator;
mod pattern;

use cancuoc::form::{Format, Kind, Pack, export_form, validate};
use cancuoc::json::Value;
use cancuoc::{Date, Options};
use proptest::prelude::*;

use crate::interchange::accepted;
use evaluator::accepts;

const SHAPES: &[&str] = &[
    "form.wrong_type",
    "form.too_long",
    "form.too_short",
    "form.wrong_pattern",
    "form.not_a_choice",
    "form.twice",
    "form.too_few",
    "form.too_many",
    "form.not_whole",
    "form.too_small",
    "form.too_large",
    "form.wrong_pin",
    "form.wrong_date",
    "form.date_not_full",
    "form.date_too_precise",
    "form.wrong_licence",
    "form.wrong_cmnd",
    "form.wrong_bank_account",
    "form.wrong_bhyt",
    "form.file_incomplete",
    "form.file_type",
    "form.file_size",
];

/// Whether the check takes the value at this field, as far as its shape goes; none while the field is not asked.
fn is_taken(pack: &Pack, answers: &Value, name: &str, value: &Value, on: Date) -> Option<bool> {
    let Value::Object(mut members) = answers.clone() else { panic!("answers are an object") };
    members.retain(|(other, _)| other != name);
    members.push((name.to_owned(), value.clone()));
    let result = validate(pack, &Value::Object(members), on);
    if !result.visible.iter().any(|path| path == name) {
        return None;
    }
    let refused = |finding: &cancuoc::Finding| {
        finding.path.split(['[', '.']).next() == Some(name) && SHAPES.contains(&finding.code.as_ref())
    };
    Some(!result.findings.iter().any(refused))
}

/// Values that are not blank, since what is blank is no answer and leaves no instance.
fn value() -> impl Strategy<Value = Value> {
    let text = |text: &str| Value::from(text);
    prop_oneof![
        any::<bool>().prop_map(Value::from),
        prop_oneof![
            Just(-1.0),
            Just(0.0),
            Just(1.5),
            Just(2.0),
            Just(1e3),
            Just(9e15),
            Just(1e300),
            0.0..5000.0_f64
        ]
        .prop_map(Value::Number),
        (-5_i32..3000).prop_map(|number| Value::Number(f64::from(number))),
        "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?".prop_map(Value::from),
        ("(19|20)[0-9]{2}", 0..14, 0..33).prop_map(|(y, m, d)| Value::from(format!("{y}-{m:02}-{d:02}"))),
        ("(19|20)[0-9]{2}", 0..14).prop_map(|(y, m)| Value::from(format!("{y}-{m:02}"))),
        (0..30).prop_map(|y| Value::from(format!("{:04}-02-29", 1800 + y * 20))),
        "[0-9]{1,20}".prop_map(Value::from),
        "[A-Z]{0,2}[0-9]{7,13}".prop_map(Value::from),
        "[0-9]{2}:[0-9]{2}".prop_map(Value::from),
        "[a-zà-ỹ]{1,8}( [a-z]{1,8}){0,4}".prop_map(Value::from),
        (1_usize..400).prop_map(|length| Value::from("ễ".repeat(length))),
        Just(text("male")),
        Just(Value::Array(vec![text("male")])),
        Just(Value::Array(vec![Value::Object(vec![("name".into(), text("a.pdf"))])])),
        Just(Value::Array(vec![Value::from(true)])),
        (1_usize..60).prop_map(|count| Value::Array(vec![Value::Object(vec![]); count])),
        Just(Value::Object(vec![("text".into(), text("Xã Mẫu"))])),
        Just(Value::Object(vec![("text".into(), text("Xã Mẫu")), ("street".into(), Value::Null)])),
        Just(Value::Object(vec![("communeCode".into(), text("00001"))])),
        Just(Value::Object(vec![("commune".into(), text("Xã Mẫu")), ("odd".into(), text("1"))])),
        Just(Value::Object(vec![("province".into(), Value::from(1_u32))])),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn the_schema_of_a_field_accepts_what_the_check_takes(value in value(), pick in any::<prop::sample::Index>(), other in any::<prop::sample::Index>()) {
        let all = EXAMPLES.with(Clone::clone);
        let (pack, answers, on) = &all[pick.index(all.len())];
        let field = &pack.fields[other.index(pack.fields.len())];
        // Their check looks beyond the shape.
        let is_shape = !matches!(field.kind, Kind::Phone { .. } | Kind::Email | Kind::TaxCode);
        let rows = matches!(field.kind, Kind::Group(_));
        if is_shape && field.value.is_none() && field.days.hold(*on) {
            let schema = export_form(pack, Format::JsonSchema, Options::on(*on));
            let schema = schema.get("properties").and_then(|fields| fields.get(&field.id)).unwrap();
            if let Some(taken) = is_taken(pack, answers, &field.id, &value, *on) {
                let accepted = accepts(schema, &value);
                // An empty row lacks what it must have, which is no matter of shapes to the check.
                if !(rows && taken && !accepted) {
                    prop_assert_eq!(accepted, taken, "{}.{} {} {}", pack.id, field.id, value, schema);
                }
            }
        }
    }
}

thread_local! {
    static EXAMPLES: Vec<(&'static Pack, Value, Date)> = accepted();
}

#[test]
fn the_schema_accepts_every_accepted_example_and_every_choice() {
    for (pack, answers, on) in accepted() {
        let schema = export_form(pack, Format::JsonSchema, Options::on(on));
        let answers = match answers {
            // A blank is no answer, and the seal leaves it out.
            Value::Object(members) => {
                Value::Object(members.into_iter().filter(|(_, value)| !value.is_null()).collect())
            }
            other => other,
        };
        assert!(accepts(&schema, &answers), "{} {answers}", pack.id);
        for field in &pack.fields {
            let Kind::Choice { choices, .. } = &field.kind else { continue };
            let schema = schema.get("properties").and_then(|fields| fields.get(&field.id));
            for choice in choices.iter().filter(|choice| choice.days.hold(on)) {
                if let Some(schema) = schema {
                    assert!(accepts(schema, &Value::from(choice.value.as_str())), "{}.{}", pack.id, field.id);
                }
            }
        }
    }
}
