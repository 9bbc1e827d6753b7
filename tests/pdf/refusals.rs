//! What is no application is refused with a code.

use cancuoc::json::{LIMITS, Value, parse};
use cancuoc::pdf::render;

use crate::examples::of_form;

fn code(value: &Value) -> &'static str {
    render(value).unwrap_err().code
}

fn with(value: &Value, name: &str, new: Value) -> Value {
    let mut members = value.as_object().unwrap().to_vec();
    members.iter_mut().filter(|(own, _)| own == name).for_each(|(_, own)| *own = new.clone());
    Value::Object(members)
}

#[test]
fn what_is_no_sealed_application_is_refused() {
    for text in ["null", "[]", "{}", "\"ct01\"", r#"{"form":"ct01","on":"2026-11-21"}"#] {
        assert_eq!(code(&parse(text, LIMITS).unwrap()), "pdf.not_sealed", "{text}");
    }
}

#[test]
fn an_application_that_was_changed_is_refused_since_its_check_code_would_be_wrong() {
    let sealed = &of_form("ct01")[0];
    let changed = with(sealed, "sealedAt", Value::String("2026-11-21T09:00:01+07:00".to_owned()));
    assert_eq!(code(&changed), "pdf.not_sealed");
}

#[test]
fn a_form_that_is_not_among_the_packs_is_refused() {
    let sealed = &of_form("ct01")[0];
    assert_eq!(code(&with(sealed, "form", Value::String("ct99".to_owned()))), "form.unknown");
}

#[test]
fn more_text_than_sixty_pages_is_refused() {
    let sealed = &of_form("ct01")[0];
    let long = Value::String("a".repeat(200_001));
    assert_eq!(code(&with(sealed, "assurance", long)), "limit.input");
}
