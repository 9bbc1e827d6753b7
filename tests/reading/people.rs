//! Parents beside children, findings beside the values they speak of, and what an account knows.

use cancuoc::{
    Date, Options,
    identity::{Assurance, Field, Identity, Reading, Source, read_account, read_typed, reconcile},
    json, mrz,
    qr::{self, Payload},
};

fn options() -> Options {
    Options::on(Date::from_iso("2026-11-22").unwrap())
}

fn qr(payload: &str) -> Reading {
    qr::read(Payload::Text(payload), &options()).unwrap().reading
}

fn zone(lines: &str) -> Reading {
    mrz::read(lines, &options()).unwrap().reading
}

fn together(readings: &[Reading]) -> Identity {
    reconcile(readings, &options()).unwrap()
}

fn codes(identity: &Identity) -> Vec<&str> {
    identity.findings.iter().map(|finding| finding.code.as_ref()).collect()
}

const CHILD: &str = "001215000001||Nguyễn Thị Con|01012015|Nữ|Xã Mẫu, Thái Bình|06102025|001088000002|Nguyễn Văn Cha|Lê Thị Mẹ|";

#[test]
fn a_parents_number_among_the_extras_never_merges_two_people() {
    for parent in [
        "001088000002||Nguyễn Văn Cha|02021988|Nam|Xã Mẫu, Thái Bình|01012022",
        "001088000002||Lê Thị Mẹ|03031988|Nữ|Xã Mẫu, Thái Bình|01012022",
        "001088000002||Nguyễn Văn Khác|01012015|Nam|Xã Mẫu, Thái Bình|06102025||||",
    ] {
        let identity = together(&[qr(CHILD), qr(parent)]);
        assert!(codes(&identity).contains(&"identity.different_people"), "{parent}");
        assert!(!codes(&identity).contains(&"identity.pin_replaced"));
        let name = identity.person.get(Field::FullName);
        let own = identity.person.get(Field::Pin) == Some("001215000001");
        assert_eq!(name == Some("Nguyễn Thị Con"), own, "number and name are of one person");
    }
}

#[test]
fn a_number_that_was_replaced_for_one_correction_is_of_the_same_person() {
    let new = "001199000001||Nguyễn Thị Mẫu|01011999|Nữ|Xã Mẫu, Hà Nội|06102025|001099999999|||";
    for old in [
        "001099999999||Nguyễn Thị Mẫu|01011999|Nam|Xã Mẫu, Hà Nội|01012022",
        "001099999999||Nguyễn Thị Mẫu|01011998|Nữ|Xã Mẫu, Hà Nội|01012022",
        "001099999999||Nguyễn Văn Mẫu|01011999|Nữ|Xã Mẫu, Hà Nội|01012022",
    ] {
        let identity = together(&[qr(new), qr(old)]);
        assert!(
            codes(&identity).contains(&"identity.pin_replaced")
                && !codes(&identity).contains(&"identity.different_people")
        );
    }
}

const CARD: &str = "001199999999||Nguyễn Thị Mẫu|01011999|Nữ|Xã Mẫu, Thái Bình|01012022";
const ZONE: &str =
    "IDVNM1999999991001199999999<<2\n9901018F3901016VNM<<<<<<<<<<<8\nNGUYEN<<THI<MAU<<<<<<<<<<<<<<<";

#[test]
fn that_an_expiry_is_computed_is_not_said_of_one_that_was_read() {
    assert!(codes(&together(&[qr(CARD)])).contains(&"identity.expiry_computed"));
    let identity = together(&[qr(CARD), zone(ZONE)]);
    assert_eq!(identity.person.get(Field::ExpiryDate), Some("2039-01-01"));
    assert!(!codes(&identity).contains(&"identity.expiry_computed"), "{:?}", identity.findings);
    assert!(!codes(&identity).contains(&"identity.expiry_not_by_law"));
}

#[test]
fn findings_of_an_expiry_that_was_not_chosen_end_with_it() {
    // Computed: over in 2024. Read: none.
    let card = qr("060001010100||Nguyễn Thị Mẫu|01011960|Nam|Xã Mẫu, Thái Bình|01012012");
    assert!(card.findings.iter().any(|finding| finding.code == "identity.expired"));
    let endless = zone(
        "IDVNM0010101006060001010100<<8\n6001010M9912315VNM<<<<<<<<<<<2\nNGUYEN<<THI<MAU<<<<<<<<<<<<<<<",
    );
    let mut endless = endless;
    endless.findings.clear();
    endless.assurance = Assurance::WellFormed;
    let identity = together(&[card, endless]);
    assert_eq!(identity.person.get(Field::ExpiryDate), Some("none"));
    assert!(!codes(&identity).contains(&"identity.expired") && identity.quality.current);
    assert!(codes(&identity).contains(&"identity.expiry_not_by_law"), "the difference is said");
}

#[test]
fn an_account_is_no_evidence_and_its_words_never_say_that_somebody_typed() {
    let input = json::parse(
        r#"{"pin":"001199999999","fullName":"Nguyen Thi Mau","birthDate":"01/01/1999"}"#,
        json::LIMITS,
    )
    .unwrap();
    let account = read_account(&input, &options()).unwrap();
    assert_eq!(
        (account.source, account.kind, account.assurance),
        (Source::Account, "account", Assurance::None)
    );
    let alone = together(std::slice::from_ref(&account));
    assert_eq!(alone.assurance, Assurance::None);
    assert!(
        codes(&alone).contains(&"identity.account_only") && !codes(&alone).contains(&"identity.typed_only")
    );
    let identity = together(&[account, qr(CARD)]);
    assert_eq!(identity.assurance, Assurance::WellFormed);
    assert_eq!(identity.person.get(Field::FullName), Some("Nguyễn Thị Mẫu"), "what was read wins");
    let name = identity.fields.iter().find(|report| report.field == Field::FullName).unwrap();
    assert_eq!((name.source, name.others[0].source), (Source::Qr, Source::Account));
    assert_eq!(Source::from_name("account"), Some(Source::Account));
    let typed = read_typed(&json::parse(r#"{"sex":"Nam"}"#, json::LIMITS).unwrap(), &options()).unwrap();
    assert_eq!(typed.source, Source::Typed);
}
