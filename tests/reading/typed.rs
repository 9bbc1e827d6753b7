//! What people type.

use cancuoc::{
    Date, Options,
    identity::{Field, Reading, read_typed},
    json,
};

fn typed(field: &str, value: &str) -> Reading {
    let input = json::parse(&format!(r#"{{"{field}":"{value}"}}"#), json::LIMITS).unwrap();
    read_typed(&input, &Options::on(Date::from_iso("2026-11-22").unwrap())).unwrap()
}

fn codes(reading: &Reading) -> Vec<&str> {
    reading.findings.iter().map(|finding| finding.code.as_ref()).collect()
}

#[test]
fn a_birth_of_year_month_day_is_read_and_one_before_1900_is_none() {
    assert_eq!(typed("birthDate", "20060828").person.get(Field::BirthDate), Some("2006-08-28"));
    assert_eq!(typed("birthDate", "05/2002").person.get(Field::BirthDate), Some("2002-05"));
    assert_eq!(typed("birthDate", "00/00/1950").person.get(Field::BirthDate), Some("1950"));
    for text in ["15/05/0202", "01/01/0001", "0001-01-01", "1899"] {
        let reading = typed("birthDate", text);
        assert_eq!(reading.person.get(Field::BirthDate), None, "{text}");
        assert_eq!(codes(&reading), ["identity.not_a_date"]);
    }
    assert_eq!(codes(&typed("issueDate", "01/01/0001")), ["identity.not_a_date"]);
}

#[test]
fn an_expiry_without_end_is_known_in_any_spelling() {
    for text in ["Không thời hạn", "Khong thoi han", "Vô thời hạn", "KHÔNG THỜI HẠN", "none"] {
        assert_eq!(typed("expiryDate", text).person.get(Field::ExpiryDate), Some("none"), "{text}");
    }
}

#[test]
fn an_old_number_is_squeezed_and_words_for_nothing_are_none() {
    assert_eq!(typed("oldId", "012 345 678").person.get(Field::OldId), Some("012345678"));
    for text in ["-", "Không có", "null", "n/a"] {
        let reading = typed("oldId", text);
        assert_eq!((reading.person.get(Field::OldId), codes(&reading)), (None, Vec::new()), "{text}");
    }
    assert_eq!(codes(&typed("oldId", "???")), ["identity.old_id_doubtful"]);
}

#[test]
fn a_name_typed_under_caps_lock_is_doubtful_and_not_changed() {
    let reading = typed("fullName", "nGUYỄN tHỊ mẪU");
    assert_eq!(reading.person.get(Field::FullName), Some("nGUYỄN tHỊ mẪU"));
    assert_eq!(codes(&reading), ["identity.name_doubtful"]);
}
