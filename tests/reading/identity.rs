//! One identity out of several readings.

use cancuoc::{
    Date, Options,
    identity::{Assurance, Field, Identity, Reading, Source, read_typed, reconcile, reconcile_returned},
    json::{self, Value},
    qr::{self, Payload},
};

fn options() -> Options {
    Options::on(Date::from_iso("2026-11-22").unwrap())
}

fn qr(payload: &str) -> Reading {
    qr::read(Payload::Text(payload), &options()).unwrap().reading
}

fn card() -> Reading {
    qr(
        "001199999999|012345678|Nguyễn Thị Mẫu|01011999|Nữ|Số 1, Phố Mẫu, Phường Mẫu, Quận Mẫu, Hà Nội|01012022",
    )
}

fn typed(text: &str) -> Reading {
    read_typed(&json::parse(text, json::LIMITS).unwrap(), &options()).unwrap()
}

/// As `readChip` would hand it over.
fn chip(assurance: Assurance, fields: &[(Field, &str)]) -> Reading {
    let mut reading = typed("{}");
    reading.source = Source::Chip;
    reading.kind = "chip";
    reading.assurance = assurance;
    fields.iter().for_each(|(field, value)| reading.person.set(*field, *value));
    reading
}

fn together(readings: &[Reading]) -> Identity {
    let identity = reconcile(readings, &options()).unwrap();
    let mut reversed = readings.to_vec();
    reversed.reverse();
    assert_eq!(reconcile(&reversed, &options()).unwrap(), identity, "whatever the order");
    identity
}

fn codes(identity: &Identity) -> Vec<&str> {
    identity.findings.iter().map(|finding| finding.code.as_ref()).collect()
}

fn report(identity: &Identity, field: Field) -> Value {
    json::of(identity, cancuoc::Locale::Vi).unwrap().get("fields").unwrap().get(field.name()).unwrap().clone()
}

fn text<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    value.get(name).and_then(Value::as_str)
}

#[test]
fn a_qr_alone_never_passes_well_formed() {
    let identity = together(&[card()]);
    assert_eq!(identity.assurance, Assurance::WellFormed);
    assert_eq!(identity.person, card().person);
    let quality = identity.quality;
    assert!(quality.correct && quality.complete && quality.clean && quality.current);
    let pin = report(&identity, Field::Pin);
    assert_eq!((text(&pin, "source"), text(&pin, "agreement")), (Some("qr"), Some("single")));
    assert_eq!(report(&identity, Field::ExpiryDate).get("computed"), Some(&Value::Bool(true)));
}

#[test]
fn two_readings_of_one_source_are_one_source() {
    let identity = together(&[card(), card()]);
    assert_eq!(identity.assurance, Assurance::WellFormed);
    assert_eq!(text(&report(&identity, Field::Pin), "agreement"), Some("single"));
}

#[test]
fn what_was_typed_never_raises_the_assurance_nor_wins() {
    let same = typed(r#"{"pin":"001199999999","fullName":"Nguyễn Thị Mẫu","birthDate":"1999-01-01"}"#);
    assert_eq!(together(&[card(), same.clone()]).assurance, Assurance::WellFormed);
    assert_eq!(together(&[same]).assurance, Assurance::None);

    let other = typed(r#"{"pin":"001199999999","fullName":"Nguyen Thi Mau","residence":"Huế"}"#);
    let identity = together(&[card(), other]);
    assert_eq!(identity.person.get(Field::FullName), Some("Nguyễn Thị Mẫu"));
    let name = report(&identity, Field::FullName);
    assert_eq!((text(&name, "agreement"), text(&name, "reason")), (Some("differ"), Some("Khác do bỏ dấu")));
    let residence = report(&identity, Field::Residence);
    assert_eq!(text(&residence, "difference"), Some("content"));
    assert_eq!(text(&residence.get("others").unwrap().as_array().unwrap()[0], "value"), Some("Huế"));
    assert!(!identity.quality.correct);
}

#[test]
fn independent_sources_that_agree_on_all_they_share_are_consistent() {
    let chip_says = [
        (Field::Pin, "001199999999"),
        (Field::FullName, "Nguyễn Thị Mẫu"),
        (Field::BirthDate, "1999-01-01"),
        (Field::ExpiryDate, "2039-01-01"),
        (Field::Ethnicity, "Kinh"),
    ];
    let identity = together(&[card(), chip(Assurance::WellFormed, &chip_says)]);
    assert_eq!(identity.assurance, Assurance::Consistent);
    assert!(codes(&identity).contains(&"identity.sources_agree"));
    assert_eq!(text(&report(&identity, Field::Pin), "source"), Some("chip"));
    assert_eq!(text(&report(&identity, Field::Pin), "agreement"), Some("agree"));

    assert_eq!(together(&[card(), chip(Assurance::Authentic, &chip_says)]).assurance, Assurance::Authentic);
    let only_sex = chip(Assurance::WellFormed, &[(Field::Sex, "female")]);
    assert_eq!(together(&[card(), only_sex]).assurance, Assurance::WellFormed);
    let one_off = chip(Assurance::WellFormed, &[(Field::Pin, "001199999999"), (Field::OldId, "012345679")]);
    assert_eq!(together(&[card(), one_off]).assurance, Assurance::WellFormed);
}

#[test]
fn two_people_are_named_as_such_and_not_mixed() {
    let other = qr("001099999998||Trần Văn Khác|02021999|Nam|Xã Khác, Thái Bình|01012023");
    let identity = together(&[card(), other]);
    assert!(codes(&identity).contains(&"identity.different_people"));
    assert!(!identity.quality.correct);
    assert_eq!(identity.person.get(Field::Pin), Some("001099999998"), "the newer card");
    assert_eq!(identity.person.get(Field::OldId), None, "nothing of the other person");
    assert_eq!(text(&report(&identity, Field::FullName), "agreement"), Some("differ"));
}

#[test]
fn another_number_of_the_same_person_is_no_second_person() {
    let identity = together(&[card(), typed(r#"{"pin":"001199999998","fullName":"Nguyễn Thị Mẫu"}"#)]);
    assert!(codes(&identity).contains(&"identity.pin_differs"));
    assert!(!codes(&identity).contains(&"identity.different_people"));

    let new = qr("001199000001||Nguyễn Thị Mẫu|01011999|Nữ|Xã Mẫu, Hà Nội|06102025|001199999999|||");
    let identity = together(&[card(), new]);
    assert_eq!(identity.person.get(Field::Pin), Some("001199000001"));
    assert_eq!(identity.person.get(Field::CancelledPin), Some("001199999999"));
    assert!(codes(&identity).contains(&"identity.pin_replaced"));
    assert!(!codes(&identity).contains(&"identity.pin_differs"));
}

#[test]
fn numbers_and_days_of_another_document_are_not_compared() {
    let name = "4e677579e1bb856e205468e1bb8b204de1baab75";
    let bhyt = qr(&format!(
        "0123456789|{name}|01/01/1999|2|-|01 - 001|01/01/2026|31/12/2026|01/01/2026|01234567890123|-|4||x|1|-|$"
    ));
    let identity = together(&[card(), bhyt]);
    assert!(identity.quality.correct, "{:?}", identity.findings);
    assert_eq!(identity.person.get(Field::IssueDate), Some("2022-01-01"));
    assert_eq!(identity.assurance, Assurance::WellFormed);
}

#[test]
fn an_expired_card_is_not_current() {
    let identity = together(&[qr("001090000001||Nguyễn Văn Mẫu|15051990|Nam|Xã Mẫu, Thái Bình|20042012")]);
    assert!(!identity.quality.current && codes(&identity).contains(&"identity.expired"));
    assert_eq!(identity.assurance, Assurance::WellFormed);
}

#[test]
fn nothing_is_an_identity_without_assurance() {
    let identity = together(&[]);
    assert_eq!(identity.assurance, Assurance::None);
    assert_eq!(codes(&identity), ["identity.nothing_read"]);
    assert!(!identity.quality.correct && !identity.quality.clean && !identity.quality.current);
}

#[test]
fn readings_that_come_back_as_json_are_taken_as_they_were_and_not_trusted() {
    let reading = json::of(&card(), cancuoc::Locale::Vi).unwrap();
    let back = reconcile_returned(Value::Array(vec![reading.clone()]), &options()).unwrap();
    assert_eq!(
        json::to_text(&back, cancuoc::Locale::Vi).unwrap(),
        json::to_text(&together(&[card()]), cancuoc::Locale::Vi).unwrap()
    );

    let forged = reading.to_string().replace("wellFormed", "genuine");
    let forged = json::parse(&format!("[{forged}, 3, {{\"source\":\"qr\"}}, null]"), json::LIMITS).unwrap();
    let identity = reconcile_returned(forged, &options()).unwrap();
    assert_eq!(identity.assurance, Assurance::WellFormed);
    assert!(codes(&identity).contains(&"identity.reading_unusable"));

    let odd = r#"[{"source":"qr","kind":"x","assurance":"wellFormed","findings":7,"person":{"pin":"12","__proto__":"x","sex":{}}}]"#;
    let identity = reconcile_returned(json::parse(odd, json::LIMITS).unwrap(), &options()).unwrap();
    assert_eq!(identity.person.get(Field::Pin), None);
    assert!(codes(&identity).contains(&"identity.value_unusable"));
    assert_eq!(reconcile_returned(Value::Null, &options()).unwrap_err().code, "input.type");
}
