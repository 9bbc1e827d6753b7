//! Machine-readable zones.

use cancuoc::{
    Date, Options,
    identity::{Assurance, Field, reconcile},
    mrz::{self, CheckDigit, MrzReading},
    qr::{self, Payload},
};

/// Invented; digits as computed by ICAO 9303-3 §4.9.
const CARD: &str =
    "IDVNM1999999991001199999999<<2\n9901018F3901016VNM<<<<<<<<<<<8\nNGUYEN<<THI<MAU<<<<<<<<<<<<<<<";
const NO_EXPIRY: &str =
    "IDVNM0600000019000060000001<<9\n6001010M9912315VNM<<<<<<<<<<<2\nNGUYEN<<THI<MAU<<<<<<<<<<<<<<<";
/// ICAO Doc 9303-5 appendix A and 9303-4 appendix A: the standard's own specimens of Utopia.
const UTOPIA_CARD: &str =
    "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";
const UTOPIA_PASSPORT: &str =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
/// Long document number, ICAO Doc 9303-5 §4.2.2 note j.
const LONG_NUMBER: &str =
    "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<";

fn options() -> Options {
    Options::on(Date::from_iso("2026-11-22").unwrap())
}

fn read(text: &str) -> MrzReading {
    mrz::read(text, &options()).unwrap()
}

fn codes(read: &MrzReading) -> Vec<&str> {
    read.reading.findings.iter().map(|finding| finding.code.as_ref()).collect()
}

fn person(read: &MrzReading) -> Vec<(&str, &str)> {
    read.reading.person.iter().map(|(field, value)| (field.name(), value)).collect()
}

fn digit(read: &MrzReading, name: &str) -> CheckDigit {
    read.check_digits.iter().find(|(other, _)| *other == name).unwrap().1
}

#[test]
fn the_card_gives_its_pin_and_its_days() {
    let read = read(CARD);
    assert_eq!((read.reading.kind, read.reading.assurance), ("td1Vnm", Assurance::WellFormed));
    assert_eq!(
        person(&read),
        [
            ("pin", "001199999999"),
            ("latinName", "NGUYEN THI MAU"),
            ("birthDate", "1999-01-01"),
            ("sex", "female"),
            ("nationality", "VNM"),
            ("expiryDate", "2039-01-01"),
            ("documentNumber", "199999999"),
        ]
    );
    assert_eq!(codes(&read), Vec::<&str>::new());
    let names: Vec<&str> = read.check_digits.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["documentNumber", "pin", "birthDate", "expiryDate", "composite"]);
    assert!(read.check_digits.iter().all(|(_, digit)| *digit == CheckDigit::Ok));
}

#[test]
fn no_expiry_is_none_and_neither_1999_nor_2099() {
    let read = read(NO_EXPIRY);
    assert_eq!(read.reading.person.get(Field::ExpiryDate), Some("none"));
    assert_eq!(read.reading.person.get(Field::BirthDate), Some("1960-01-01"));
    assert_eq!(read.reading.assurance, Assurance::WellFormed);
}

#[test]
fn the_specimens_of_the_standard_are_read() {
    let card = read(UTOPIA_CARD);
    assert_eq!((card.reading.kind, card.reading.assurance), ("td1", Assurance::WellFormed));
    assert_eq!(card.reading.person.get(Field::DocumentNumber), Some("D23145890"));
    assert_eq!(card.reading.person.get(Field::LatinName), Some("ERIKSSON ANNA MARIA"));
    let passport = read(UTOPIA_PASSPORT);
    assert_eq!((passport.reading.kind, passport.reading.assurance), ("td3", Assurance::WellFormed));
    assert_eq!(passport.reading.person.get(Field::DocumentNumber), Some("L898902C3"));
    assert_eq!(passport.reading.person.get(Field::Pin), None);
    assert_eq!(digit(&passport, "personalNumber"), CheckDigit::Ok);
    let long = read(LONG_NUMBER);
    assert_eq!(long.reading.person.get(Field::DocumentNumber), Some("D23145890734"));
    assert_eq!(digit(&long, "documentNumber"), CheckDigit::Ok);
    assert_eq!(digit(&long, "composite"), CheckDigit::Ok);
}

#[test]
fn a_vietnamese_passport_never_gives_a_pin() {
    let lines = "P<VNMNGUYEN<<THI<MAU<<<<<<<<<<<<<<<<<<<<<<<<\nC1234567<0VNM9901018F3001019001199999999<<20";
    let read = read(lines);
    assert_eq!((read.reading.kind, read.reading.person.get(Field::Pin)), ("td3", None));
    assert!(codes(&read).contains(&"mrz.personal_number"), "{:?}", read.check_digits);
    assert_eq!(read.reading.assurance, Assurance::WellFormed);
    assert_eq!(read.reading.person.get(Field::DocumentNumber), Some("C1234567"));
}

#[test]
fn every_way_of_typing_gives_the_same() {
    let there = read(CARD).reading;
    let wide: String = CARD.chars().map(|c| if c == '<' { '＜' } else { c }).collect();
    for text in [
        CARD.to_lowercase(),
        CARD.replace('\n', ""),
        CARD.replace('\n', "\r\n\r\n"),
        CARD.replace('<', "‹"),
        CARD.replace("<<", "«"),
        CARD.replace('<', " < "),
        wide,
        CARD.trim_end_matches('<').to_owned(),
        format!("\u{feff}{CARD}\n"),
    ] {
        assert_eq!(read(&text).reading, there, "{text}");
    }
}

#[test]
fn a_wrong_check_digit_takes_the_assurance() {
    for (at, name) in [(14, "documentNumber"), (37, "birthDate"), (45, "expiryDate"), (60, "composite")] {
        let mut text: Vec<char> = CARD.chars().collect();
        text[at] = if text[at] == '9' { '0' } else { '9' };
        let read = read(&text.iter().collect::<String>());
        assert_eq!(digit(&read, name), CheckDigit::Mismatch);
        assert_eq!(read.reading.assurance, Assurance::None, "{name}");
        assert_eq!(read.reading.kind, "td1Vnm");
    }
}

#[test]
fn the_national_digit_in_column_30_is_only_a_finding() {
    // Column 30 is under the composite digit, so both change together.
    let text = CARD.replace("<<2\n", "<<3\n").replace("<<<8\n", "<<<5\n");
    let read = read(&text);
    assert_eq!((digit(&read, "pin"), digit(&read, "composite")), (CheckDigit::Mismatch, CheckDigit::Ok));
    assert_eq!(read.reading.assurance, Assurance::WellFormed);
    assert!(codes(&read).contains(&"mrz.national_digit"));
}

#[test]
fn a_slip_is_named_and_its_correction_offered_but_not_applied() {
    for (read_as, at) in [('O', 15), ('O', 34), ('I', 15), ('S', 5), ('<', 7)] {
        let mut text: Vec<char> = CARD.chars().collect();
        let before = text[at];
        text[at] = read_as;
        let text: String = text.into_iter().collect();
        let read = read(&text);
        assert_eq!(read.reading.assurance, Assurance::None, "{read_as} at {at}");
        assert_eq!(read.lines.join("\n"), text, "not applied");
        assert_eq!(read.suggestion.as_ref().unwrap().join("\n"), CARD, "{read_as} for {before} at {at}");
        assert!(codes(&read).contains(&"mrz.suggestion"));
    }
    let slip = read(&CARD.replace("VNM19", "VNMI9"));
    assert!(codes(&slip).contains(&"mrz.slip"));
}

#[test]
fn what_is_no_zone_says_what_is_missing() {
    for (text, code) in [
        ("", "mrz.empty"),
        (" \n ", "mrz.empty"),
        ("IDVNM199", "mrz.length"),
        (&CARD.replace("VNM1", "VNM"), "mrz.length"),
        (&CARD.replace("NGUYEN", "NGUY$N"), "mrz.character"),
        (&CARD.replace("NGUYEN", "NGUYỄN"), "mrz.character"),
        (&"<".repeat(90), "mrz.document_code"),
    ] {
        let read = read(text);
        assert_eq!(read.reading.assurance, Assurance::None, "{text}");
        assert!(codes(&read).contains(&code), "{text}: {:?}", codes(&read));
    }
    assert_eq!(mrz::read(&"<".repeat((1 << 20) + 1), &options()).unwrap_err().code, "limit.input");
}

#[test]
fn qr_and_zone_of_one_card_are_consistent() {
    let qr = |payload: &str| qr::read(Payload::Text(payload), &options()).unwrap().reading;
    let card = qr("001199999999||Nguyễn Thị Mẫu|01011999|Nữ|Xã Mẫu, Thái Bình|01012022");
    let zone = read(CARD).reading;
    let identity = reconcile(&[card.clone(), zone.clone()], &options()).unwrap();
    assert_eq!(identity.assurance, Assurance::Consistent, "{:?}", identity.findings);
    assert_eq!(identity, reconcile(&[zone.clone(), card], &options()).unwrap());
    assert_eq!(identity.person.get(Field::FullName), Some("Nguyễn Thị Mẫu"));
    assert_eq!(identity.person.get(Field::ExpiryDate), Some("2039-01-01"));
    let expiry = identity.fields.iter().find(|report| report.field == Field::ExpiryDate).unwrap();
    assert!(!expiry.computed, "read from the zone");

    let sister = qr("001199999999||Nguyễn Thị Mậu Hoa|01011999|Nữ|Xã Mẫu, Thái Bình|01012022");
    let identity = reconcile(&[sister, zone], &options()).unwrap();
    assert_eq!(identity.assurance, Assurance::WellFormed);
}
