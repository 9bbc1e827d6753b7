//! Files: their bytes, and that the writer takes whatever a form takes.

use cancuoc::json::Value;
use cancuoc::pdf::render;
use proptest::prelude::*;

use crate::examples::{ct01_with, of_all_forms, of_form};

#[test]
fn the_same_application_gives_the_same_bytes() {
    let sealed = &of_form("ct01")[0];
    let pdf = render(sealed).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7"));
    assert_eq!(pdf, render(sealed).unwrap());
}

/// As PDF/A-2a and PDF/UA-1, or the writer refuses.
#[test]
fn every_accepted_example_of_every_pack_is_written() {
    let all = of_all_forms();
    assert!(all.len() > 100, "{}", all.len());
    for sealed in all {
        assert!(render(&sealed).unwrap().starts_with(b"%PDF-1.7"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Of any length, with words of any length and letters that the fonts do not have.
    #[test]
    fn any_text_is_written(words in proptest::collection::vec("[a-zăâđêôơưẠ-ỹ0-9.,()/中-丰-]{1,120}", 1..40)) {
        let request: String = words.join(" ").chars().take(1_990).collect();
        let json = Value::String(request.trim().to_owned()).to_string();
        prop_assert!(render(&ct01_with(&[("request", &json)])).is_ok());
    }
}
