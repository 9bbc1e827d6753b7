//! The QR codes that a citizen shows.

use cancuoc::{
    Date, Options,
    identity::{Assurance, Field},
    qr::{self, Payload, QrReading},
};

const CARD_2021: &str =
    "001199999999|012345678|Nguyễn Thị Mẫu|01011999|Nữ|Số 1, Phố Mẫu, Phường Mẫu, Quận Mẫu, Hà Nội|01012022";
const CARD_2024: &str = "001199999999||Nguyễn Thị Mẫu|01011999|Nữ|Thôn Mẫu, Xã Mẫu, Thái Bình|06102025||||";

fn options() -> Options {
    Options::on(Date::from_iso("2026-11-22").unwrap())
}

fn read(payload: &str) -> QrReading {
    qr::read(Payload::Text(payload), &options()).unwrap()
}

fn codes(read: &QrReading) -> Vec<&str> {
    read.reading.findings.iter().map(|finding| finding.code.as_ref()).collect()
}

fn value(read: &QrReading, field: Field) -> Option<&str> {
    read.reading.person.get(field)
}

#[test]
fn the_card_of_2021_is_read_from_bytes_and_from_text() {
    for payload in [Payload::Bytes(CARD_2021.as_bytes()), Payload::Text(CARD_2021)] {
        let read = qr::read(payload, &options()).unwrap();
        assert_eq!((read.reading.kind, read.reading.assurance), ("cccd2021", Assurance::WellFormed));
        let person: Vec<(&str, &str)> =
            read.reading.person.iter().map(|(field, value)| (field.name(), value)).collect();
        assert_eq!(
            person,
            [
                ("pin", "001199999999"),
                ("oldId", "012345678"),
                ("fullName", "Nguyễn Thị Mẫu"),
                ("birthDate", "1999-01-01"),
                ("sex", "female"),
                ("residence", "Số 1, Phố Mẫu, Phường Mẫu, Quận Mẫu, Hà Nội"),
                ("issueDate", "2022-01-01"),
                ("expiryDate", "2039-01-01"),
            ]
        );
        assert_eq!(codes(&read), ["identity.expiry_computed"]);
        assert_eq!((read.fields.len(), read.extra.len()), (7, 0));
    }
}

#[test]
fn the_card_of_2024_keeps_its_empty_fields_under_any_tail() {
    for tail in ["", "\r", "\n", "\r\n", "\0", "\u{feff}", "\r\n\0"] {
        let read = read(&format!("{CARD_2024}{tail}"));
        assert_eq!((read.reading.kind, read.reading.assurance), ("canCuoc2024", Assurance::WellFormed));
        assert_eq!(read.fields.len(), 11);
        assert_eq!(read.extra, ["", "", "", ""]);
        assert_eq!(value(&read, Field::OldId), None);
        assert_eq!(value(&read, Field::ExpiryDate), Some("2039-01-01"));
    }
}

#[test]
fn extras_are_kept_raw_and_classified_by_shape() {
    let read = read(
        "001215000001||Nguyễn Văn Mẫu|01012015|Nam|Xã Mẫu, Thái Bình|06102025|Nguyễn Văn Cha|001215000002|Trần Thị Mẹ|",
    );
    assert_eq!(read.extra, ["Nguyễn Văn Cha", "001215000002", "Trần Thị Mẹ", ""]);
    assert_eq!(value(&read, Field::CancelledPin), Some("001215000002"));
    assert_eq!((value(&read, Field::FatherName), value(&read, Field::MotherName)), (None, None));
    let shapes: Vec<(&str, &str)> = read
        .reading
        .findings
        .iter()
        .filter(|finding| finding.code.starts_with("qr."))
        .map(|finding| (finding.code.as_ref(), finding.path.as_str()))
        .collect();
    assert_eq!(
        shapes,
        [
            ("qr.extra_by_shape_name", "extra[0]"),
            ("qr.extra_by_shape_pin", "extra[1]"),
            ("qr.extra_by_shape_pin", "person.cancelledPin"),
            ("qr.extra_by_shape_name", "extra[2]"),
        ]
    );
    assert_eq!(read.reading.assurance, Assurance::WellFormed);
}

#[test]
fn an_empty_field_that_a_reader_lost_is_never_shifted() {
    let read = read("001099999999|Nguyễn Văn Mẫu|15051999|Nam|Xã Mẫu, Huyện Mẫu, Thái Bình|20042021");
    assert_eq!((read.reading.kind, read.reading.assurance), ("unknown", Assurance::None));
    assert_eq!(codes(&read), ["qr.field_count"]);
    assert!(read.reading.person.is_empty());
    assert_eq!(read.fields.len(), 6);
}

#[test]
fn format_errors_take_the_assurance_and_leave_the_rest() {
    for (broken, code) in [
        (CARD_2021.replace("001199999999", "00119999999"), "qr.pin_format"),
        (CARD_2021.replace("01011999", "30021999"), "qr.date_format"),
        (CARD_2021.replace("01012022", "2022"), "qr.date_format"),
        (CARD_2021.replace("Nữ", "?"), "qr.sex_format"),
        (CARD_2021.replace("Nguyễn Thị Mẫu", ""), "qr.name_missing"),
    ] {
        let read = read(&broken);
        assert_eq!((read.reading.kind, read.reading.assurance), ("cccd2021", Assurance::None));
        assert!(codes(&read).contains(&code), "{code}: {:?}", codes(&read));
        assert_eq!(read.fields.len(), 7);
    }
}

#[test]
fn dropped_diacritics_are_said() {
    let read = read("001199999999||Nguyen Thi Mau|01011999|Nu|Xa Mau, Huyen Mau, Thai Binh|01012022\r");
    assert_eq!((read.reading.kind, read.reading.assurance), ("cccd2021", Assurance::WellFormed));
    assert_eq!(value(&read, Field::Sex), Some("female"));
    assert!(codes(&read).contains(&"qr.diacritics_dropped"));
}

#[test]
fn a_number_that_does_not_fit_only_warns() {
    let read = read("001099999999||Nguyễn Thị Mẫu|01012001|Nữ|Xã Mẫu, Thái Bình|01012022");
    assert_eq!(read.reading.assurance, Assurance::WellFormed);
    assert!(codes(&read).contains(&"pin.sex_differs") && codes(&read).contains(&"pin.birth_year_differs"));
}

#[test]
fn days_that_cannot_be_are_found() {
    let birth = read(&CARD_2021.replace("01011999", "01012027"));
    assert!(codes(&birth).contains(&"identity.birth_in_future"));
    assert!(codes(&birth).contains(&"identity.issued_before_birth"));
    let issue = read(&CARD_2021.replace("01012022", "01012027"));
    assert!(codes(&issue).contains(&"identity.issued_in_future"));
    let expired = read("001090000001||Nguyễn Văn Mẫu|15051990|Nam|Xã Mẫu, Thái Bình|20042012");
    assert!(codes(&expired).contains(&"identity.expired"));
    assert_eq!(value(&expired, Field::ExpiryDate), Some("2015-05-15"));
}

#[test]
fn the_new_insurance_card_gives_its_person() {
    let name = "4e677579e1bb856e205468e1bb8b204de1baab75";
    let read = read(&format!(
        "0123456789|{name}|01/01/1999|2|-|01 - 001|01/01/2026|31/12/2026|01/01/2026|01234567890123|-|4| 01/01/2028|0123456789abcdef-0123|1|48c3a0204ee1bb9969|$\0"
    ));
    assert_eq!((read.reading.kind, read.reading.assurance), ("bhyt", Assurance::WellFormed));
    assert_eq!(value(&read, Field::FullName), Some("Nguyễn Thị Mẫu"));
    assert_eq!(value(&read, Field::BirthDate), Some("1999-01-01"));
    assert_eq!(value(&read, Field::Sex), Some("female"));
    assert_eq!(value(&read, Field::DocumentNumber), Some("0123456789"));
    assert_eq!((value(&read, Field::Pin), value(&read, Field::Residence)), (None, None));
    assert_eq!(read.fields.len(), 17);
}

#[test]
fn the_old_insurance_card_gives_its_person() {
    let read = read(
        "GD4010123456789|4e677579e1bb856e|1950|1|58c3a3204de1baab75|01 - 001|01/01/2019|31/12/2019|01/01/2019|x",
    );
    assert_eq!((read.reading.kind, read.reading.assurance), ("bhytOld", Assurance::WellFormed));
    assert_eq!(value(&read, Field::BirthDate), Some("1950"));
    assert_eq!(value(&read, Field::Residence), Some("Xã Mẫu"));
    assert!(codes(&read).contains(&"qr.bhyt_ended"));
}

#[test]
fn a_licence_is_read_with_its_address_line_apart_or_glued_on() {
    let data = "012345678901;NGUYỄN VĂN MẪU;01011999;B;01062025;01062035;Hà Nội";
    for tail in ["", "\nhttps://example.invalid/gplx", "https://example.invalid/gplx?a=1;2|3"] {
        let read = read(&format!("{data}{tail}"));
        assert_eq!(
            (read.reading.kind, read.reading.assurance),
            ("gplx2025", Assurance::WellFormed),
            "{tail}"
        );
        assert_eq!(value(&read, Field::FullName), Some("NGUYỄN VĂN MẪU"));
        assert_eq!(value(&read, Field::DocumentNumber), Some("012345678901"));
        assert_eq!(value(&read, Field::Pin), None);
        assert_eq!(read.fields.len(), 7);
    }
}

#[test]
fn what_fits_no_grammar_keeps_its_fields() {
    for (payload, code, count) in [
        ("", "qr.empty", 0),
        ("\r\n\0", "qr.empty", 0),
        ("hello", "qr.unknown", 1),
        ("a|b|c|d|e|f|g", "qr.unknown", 7),
        ("||||||||||", "qr.unknown", 11),
        ("https://example.invalid/x", "qr.web_address", 1),
        ("001199999999|012345678|Nguyễn Thị Mẫu|01011999|Nữ|Xã Mẫu|01012022|", "qr.field_count", 8),
    ] {
        let read = read(payload);
        assert_eq!((read.reading.kind, read.reading.assurance), ("unknown", Assurance::None), "{payload}");
        assert_eq!(codes(&read), [code]);
        assert_eq!(read.fields.len(), count);
        assert!(read.reading.person.is_empty());
    }
    let long = "a".repeat((1 << 20) + 1);
    assert_eq!(qr::read(Payload::Text(&long), &options()).unwrap_err().code, "limit.input");
}

#[test]
fn text_that_was_read_in_the_wrong_charset_comes_back() {
    let mangled: String = CARD_2021.bytes().map(char::from).collect();
    let back = read(&mangled);
    assert_eq!(back.reading.kind, "cccd2021");
    assert_eq!(value(&back, Field::FullName), Some("Nguyễn Thị Mẫu"));
    assert!(back.charset.repaired);
    assert!(codes(&back).contains(&"text.repaired"));
    let whole = read(CARD_2021);
    assert_eq!((whole.charset.from, whole.charset.repaired), ("utf-8", false));
    let apart = read(&CARD_2021.replace('ễ', "e\u{302}\u{303}"));
    assert_eq!(value(&apart, Field::FullName), Some("Nguyễn Thị Mẫu"));
    assert_eq!(apart.reading.assurance, Assurance::WellFormed);
    let mut torn = CARD_2021.as_bytes().to_vec();
    torn.remove(CARD_2021.find('ễ').unwrap() + 1);
    let torn = qr::read(Payload::Bytes(&torn), &options()).unwrap();
    assert!(codes(&torn).contains(&"text.lossy"), "{:?}", codes(&torn));
}
