//! Health insurance cards, licences, and days that a card cannot have.

use cancuoc::{
    Date, Locale, Options,
    identity::{Assurance, Field, Reading},
    json,
    qr::{self, Payload},
};
use serde::Deserialize;

const NAME: &str = "4e677579e1bb856e205468e1bb8b204de1baab75";
const HOME: &str = "58c3a3204de1baab75";

fn qr(payload: &str) -> Reading {
    qr::read(Payload::Text(payload), &Options::on(Date::from_iso("2026-11-22").unwrap())).unwrap().reading
}

fn codes(reading: &Reading) -> Vec<&str> {
    reading.findings.iter().map(|finding| finding.code.as_ref()).collect()
}

fn before_2021(code: &str, ninth: &str, end: &str) -> String {
    format!(
        "{code}|{NAME}|20/10/1990|1|{HOME}|01 - 999|09/01/2018|31/12/2018|10/01/2018|{ninth}|-|4| 01/08/2019|0123456789abcde-7102{end}"
    )
}

#[test]
fn the_health_insurance_card_before_2021_has_15_fields() {
    for payload in [
        before_2021("DN4019999999999", "01099999999999", "|$"),
        before_2021("DN401AA99999999", "01099999999999", "|$"),
        before_2021("TE1019999999999", "Nguyễn Văn Cha", "|$"),
        before_2021("DN4019999999999", "01099999999999", "|"),
        before_2021("DN4019999999999", "01099999999999", ""),
    ] {
        let reading = qr(&payload);
        assert_eq!(
            (reading.kind, reading.assurance),
            ("bhytOld", Assurance::WellFormed),
            "{:?}",
            codes(&reading)
        );
        assert_eq!(reading.person.get(Field::FullName), Some("Nguyễn Thị Mẫu"));
        assert_eq!(reading.person.get(Field::BirthDate), Some("1990-10-20"));
        assert_eq!(reading.person.get(Field::Sex), Some("male"));
        assert_eq!(reading.person.get(Field::Residence), Some("Xã Mẫu"));
        assert_eq!(reading.person.get(Field::DocumentNumber), payload.split('|').next());
        assert!(codes(&reading).contains(&"qr.bhyt_ended"));
        let document = reading.document.unwrap();
        assert_eq!(document.number.as_deref(), payload.split('|').next());
        assert_eq!(
            (document.issue_date.as_deref(), document.expiry_date.as_deref()),
            (Some("2018-01-10"), Some("2018-12-31"))
        );
    }
}

#[test]
fn a_code_of_15_characters_on_a_card_of_17_fields_is_no_error_since_hospitals_read_it_too() {
    let reading = qr(&format!(
        "DN4019999999999|{NAME}|01/01/1999|2|-|01 - 001|01/01/2026|-|01/01/2026|01234567890123|-|4||x|1|48c3a0204ee1bb9969|$"
    ));
    assert_eq!((reading.kind, reading.assurance), ("bhyt", Assurance::WellFormed));
    assert_eq!(reading.document.unwrap().place.as_deref(), Some("Hà Nội"));
}

#[test]
fn a_licence_says_its_class_and_days_in_its_document() {
    let licence = qr("012345678901;NGUYỄN VĂN MẪU;01011999;B;01062025;01062035;Hà Nội");
    let shown = json::to_text(&licence, Locale::Vi).unwrap();
    assert!(
        shown.contains(r#""document":{"number":"012345678901","class":"B","issueDate":"2025-06-01","expiryDate":"2035-06-01","place":"Hà Nội"}"#),
        "{shown}"
    );
    let back = Reading::deserialize(json::of(&licence, Locale::Vi).unwrap()).unwrap();
    assert_eq!(back.document, licence.document);
    let endless =
        qr("012345678901;NGUYỄN VĂN MẪU;01011999;A1;01062025;Không thời hạn;Hà Nội").document.unwrap();
    assert_eq!((endless.class.as_deref(), endless.expiry_date.as_deref()), (Some("A1"), Some("none")));
    assert_eq!(format!("{endless:?}"), r#"{"number", "class", "issueDate", "expiryDate", "place"}"#);
    let card = qr("001099999999||Nguyễn Văn Mẫu|01011999|Nam|Huế|01012022");
    assert!(card.document.is_none() && !json::to_text(&card, Locale::Vi).unwrap().contains("document\":{"));
}

#[test]
fn what_is_known_of_a_birth_is_read_alike_from_every_paper() {
    let card = |birth: &str| qr(&format!("001099999999||Nguyễn Văn Mẫu|{birth}|Nam|Huế|01012022"));
    for (birth, iso) in
        [("051999", "1999-05"), ("00051999", "1999-05"), ("1999", "1999"), ("00001999", "1999")]
    {
        let reading = card(birth);
        assert_eq!(reading.person.get(Field::BirthDate), Some(iso));
        assert_eq!(reading.assurance, Assurance::WellFormed, "{birth}");
        assert!(codes(&reading).contains(&"qr.birth_year_only"));
    }
    let insurance = |birth: &str| qr(&format!("DN4019999999999|{NAME}|{birth}|1|{HOME}|x|-|-|-|x|-|4|-|x|$"));
    for (birth, iso) in
        [("05/1950", "1950-05"), ("1/5/1950", "1950-05-01"), ("00/00/1950", "1950"), ("1950", "1950")]
    {
        assert_eq!(insurance(birth).person.get(Field::BirthDate), Some(iso), "{birth}");
    }
}

#[test]
fn years_that_cannot_be_are_no_days() {
    let card =
        |birth: &str, issued: &str| qr(&format!("001099999999||Nguyễn Văn Mẫu|{birth}|Nam|Huế|{issued}"));
    let reading = card("20060828", "01012022");
    assert_eq!(reading.person.get(Field::BirthDate), Some("2006-08-28"));
    for (birth, issued) in [("01010001", "01012022"), ("01011899", "01012022"), ("01011999", "01010202")] {
        let reading = card(birth, issued);
        assert_eq!(reading.assurance, Assurance::None);
        assert!(codes(&reading).contains(&"qr.date_format"));
        assert_eq!(reading.person.get(Field::ExpiryDate), None, "nothing is computed of it");
    }
}

#[test]
fn fields_and_day_of_issue_are_compared_both_ways() {
    let stripped = qr("001099999999||Nguyễn Văn Mẫu|01011999|Nam|Huế|06102025");
    assert_eq!(stripped.kind, "cccd2021");
    assert!(codes(&stripped).contains(&"qr.grammar_and_day"));
    let early = qr("001099999999||Nguyễn Văn Mẫu|01011999|Nam|Huế|01012022||||");
    assert!(codes(&early).contains(&"qr.grammar_and_day"));
    for right in [
        "001099999999||Nguyễn Văn Mẫu|01011999|Nam|Huế|30062024",
        "001099999999||Nguyễn Văn Mẫu|01011999|Nam|Huế|01072024||||",
    ] {
        assert!(!codes(&qr(right)).contains(&"qr.grammar_and_day"));
    }
}

#[test]
fn a_card_of_the_law_of_2014_was_issued_to_nobody_under_14() {
    let issued =
        |day: &str, tail: &str| qr(&format!("001210000001||Nguyễn Văn Mẫu|15052010|Nam|Huế|{day}{tail}"));
    assert!(codes(&issued("01012022", "")).contains(&"identity.issued_under_14"));
    assert!(!codes(&issued("15052024", "")).contains(&"identity.issued_under_14"));
    let child = qr("001220000001||Nguyễn Văn Mẫu|15052020|Nam|Huế|01072025||||");
    assert!(!codes(&child).contains(&"identity.issued_under_14"), "since 01/7/2024 at any age");
}

#[test]
fn words_for_nothing_are_no_old_number() {
    let old = |text: &str| qr(&format!("001099999999|{text}|Nguyễn Văn Mẫu|01011999|Nam|Huế|01012022"));
    for text in ["-", "Không có", "null", "KHÔNG", "--"] {
        let reading = old(text);
        assert_eq!(reading.person.get(Field::OldId), None, "{text}");
        assert!(!codes(&reading).contains(&"identity.old_id_doubtful"));
    }
    assert_eq!(old("012 345 678").person.get(Field::OldId), Some("012345678"));
    assert_eq!(old("*").person.get(Field::OldId), None);
    assert!(codes(&old("*")).contains(&"identity.old_id_doubtful"));
}

#[test]
fn six_fields_with_slashed_dates_are_not_guessed_since_any_of_them_may_be_the_lost_one() {
    let zalo = qr("001099999999|Nguyễn Văn Mẫu|01/01/1999|Nam|Huế|01/01/2022");
    assert_eq!((zalo.kind, zalo.assurance), ("unknown", Assurance::None));
    assert!(zalo.person.is_empty());
}
