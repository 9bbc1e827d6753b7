//! Pages: their bytes, what goes over their ends, letters that the fonts do not have.

use std::fmt::Write;

use cancuoc::json::Value;
use cancuoc::pdf::render;
use proptest::prelude::*;

use crate::examples::{ct01_with, of_form, texts, without_blanks};

#[test]
fn the_same_application_gives_the_same_bytes() {
    let sealed = &of_form("ct01")[0].sealed;
    let pdf = render(sealed).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7"));
    assert_eq!(pdf, render(sealed).unwrap());
}

#[test]
fn a_file_says_its_title_and_language_and_has_a_structure() {
    let pdf = render(&of_form("ct01")[0].sealed).unwrap();
    let document = lopdf::Document::load_mem(&pdf).unwrap();
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"vi");
    assert!(catalog.has(b"StructTreeRoot"));
    let marked = catalog.get_deref(b"MarkInfo", &document).unwrap().as_dict().unwrap();
    assert!(marked.get(b"Marked").unwrap().as_bool().unwrap());
}

#[test]
fn twenty_members_go_over_the_end_of_the_page_with_the_heads_again() {
    let mut members = String::new();
    for index in 0..20 {
        let comma = if index == 0 { "" } else { "," };
        write!(
            members,
            r#"{comma}{{"fullName":"Trần Thị Mẫu Số {}","birthDate":"1992-05-06","sex":"female","pin":"0011920{:05}","relation":"cohabitant"}}"#,
            char::from(b'A' + index),
            10_000 + u32::from(index),
        )
        .unwrap();
    }
    let pages = texts(&render(&ct01_with(&[("members", &format!("[{members}]"))])).unwrap());
    assert!(pages.len() > 1, "{}", pages.len());
    let heads = "TTHọ,chữđệmvàtên";
    assert_eq!(pages.concat().matches(heads).count(), 2);
    for index in 0..20_u8 {
        let name = format!("{}TrầnThịMẫuSố{}", index + 1, char::from(b'A' + index));
        assert_eq!(pages.concat().matches(&name).count(), 1, "{name}");
    }
    assert!(pages[1].contains("Trang2/2"), "{}", pages[1]);
}

#[test]
fn a_letter_that_the_fonts_do_not_have_is_shown_by_its_code_and_said_in_a_note() {
    let text = texts(&render(&ct01_with(&[("request", r#""Đăng ký tại 中 số 1""#)])).unwrap()).concat();
    assert!(text.contains("Đăngkýtại[U+4E2D]số1"), "{text}");
    assert!(text.contains("Chữkhôngcótrongphôngchữ"), "{text}");
    let without = texts(&render(&of_form("ct01")[0].sealed).unwrap()).concat();
    assert!(!without.contains("phôngchữ"), "{without}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Of any length, with words of any length: nothing is cut off, and nothing makes the writer fail.
    #[test]
    fn any_text_stands_on_the_page_whole(words in proptest::collection::vec("[a-zăâđêôơưẠ-ỹ0-9.,()/-]{1,120}", 1..40)) {
        let request: String = words.join(" ").chars().take(1_990).collect();
        let request = request.trim().to_owned();
        let json = Value::String(request.clone()).to_string();
        let pages = texts(&render(&ct01_with(&[("request", &json)])).unwrap()).concat();
        prop_assert!(pages.contains(&without_blanks(&request)), "{request}\n{pages}");
    }
}
