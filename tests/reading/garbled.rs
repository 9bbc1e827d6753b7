//! Names and addresses that were read in the wrong encoding: right, or said, and never called clean.

use cancuoc::{
    Date, Options,
    identity::{Field, Identity, Reading, read_typed, reconcile},
    json,
    qr::{self, Payload},
};

fn options() -> Options {
    Options::on(Date::from_iso("2026-11-22").unwrap())
}

fn qr(payload: &str) -> Reading {
    qr::read(Payload::Text(payload), &options()).unwrap().reading
}

fn card(name: &str, home: &str) -> Reading {
    qr(&format!("001099999999||{name}|01011999|Nam|{home}|01012022"))
}

fn identity(reading: &Reading) -> Identity {
    reconcile(std::slice::from_ref(reading), &options()).unwrap()
}

fn is_said(reading: &Reading) -> bool {
    reading.findings.iter().any(|f| {
        ["text.garbled", "text.lossy", "text.needs_table", "identity.name_doubtful"]
            .contains(&f.code.as_ref())
    })
}

#[test]
fn a_card_in_the_code_page_of_vietnamese_windows_is_read_whole() {
    let reading = card("HoĂ\u{a0}ng VÄƒn LĂª", "Háº£i PhĂ²ng");
    assert_eq!(reading.person.get(Field::FullName), Some("Hoàng Văn Lê"));
    assert_eq!(reading.person.get(Field::Residence), Some("Hải Phòng"));
    assert!(identity(&reading).quality.clean);
}

#[test]
fn a_garbled_name_never_passes_as_clean() {
    for name in [
        "Trß║ºn V─ân S╞ín",
        "Tr·∫ßn VƒÉn S∆°n",
        "Trбє§n VДѓn SЖЎn",
        "Lรช Anh Sฦกn",
        "Lﾃｪ Sﾆ｡n",
        "膼岷穘g",
        "Trần 🎉 Sơn",
        "L Anh Sn",
        "Nguy┼n V─n",
        "HoĂ ng Văn LĂª",
    ] {
        let reading = card(name, "Hải Phòng");
        let kept = reading.person.get(Field::FullName);
        assert!(
            is_said(&reading) || ["Trần Văn Sơn", "Lê Anh Sơn", "Lê Sơn"].contains(&kept.unwrap()),
            "{name}: {kept:?}"
        );
        if kept == Some(name) {
            assert!(!identity(&reading).quality.clean, "{name}");
        }
    }
}

#[test]
fn a_garbled_address_is_said_as_well() {
    for home in ["Háº£i PhĂ²nĂ", "Hải Phòng ┼n", "Xã 膼岷穘g", "Hải 🎉 Phòng"] {
        let reading = card("Nguyễn Văn Mẫu", home);
        assert!(is_said(&reading) && !identity(&reading).quality.clean, "{home}");
        assert_eq!(reading.person.get(Field::FullName), Some("Nguyễn Văn Mẫu"));
    }
}

#[test]
fn right_names_of_every_people_are_not_doubted() {
    for name in [
        "H'Hen Niê",
        "H’Hen Niê",
        "HʼAyŭn Êban",
        "K`Pa-Kơ Lơng",
        "Čil Múp",
        "Bnướch Brĕm",
        "Y Moan Ênuôl",
        "Lê Ng",
        "Ñơn Hăk",
        "Lò Văn Ý",
        "José Müller (Nguyễn Văn Mẫu)",
        "Kovačević Łukasz",
    ] {
        let reading = card(name, "Buôn Đôn, Đắk R'lấp – Đắk Nông, ngõ 5½");
        assert!(!is_said(&reading), "{name}: {:?}", reading.findings);
    }
}

#[test]
fn what_is_typed_or_written_as_hexadecimal_is_judged_like_the_rest() {
    let typed =
        json::parse(r#"{"fullName":"Nguyá»…n Thá»‹ Máº«u","residence":"Háº£i PhĂ²ng"}"#, json::LIMITS)
            .unwrap();
    let typed = read_typed(&typed, &options()).unwrap();
    let paths: Vec<&str> =
        typed.findings.iter().filter(|f| f.code == "text.garbled").map(|f| f.path.as_str()).collect();
    assert_eq!(paths, ["person.fullName", "person.residence"]);

    let hex = |text: &str| text.bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
    let insurance = |name: &str| {
        qr(&format!(
            "0123456789|{}|01/01/1999|2|-|01 - 001|01/01/2026|31/12/2026|01/01/2026|01234567890123|-|4||x|1|-|$",
            hex(name)
        ))
    };
    assert_eq!(insurance("Nguyá»…n Thá»‹ Máº«u").person.get(Field::FullName), Some("Nguyễn Thị Mẫu"));
    assert!(is_said(&insurance("Nguy┼n Thị Mẫu")));
}

#[test]
fn look_alikes_of_d_and_unseen_marks_are_cleaned_in_every_source() {
    for name in ["Ðặng Văn Mẫu", "Ɖặng Văn Mẫu", "\u{202a}Đặng Văn Mẫu\u{202c}", "Đặng\u{200b} Văn Mẫu"]
    {
        assert_eq!(card(name, "Huế").person.get(Field::FullName), Some("Đặng Văn Mẫu"));
        let typed = json::parse(&format!(r#"{{"fullName":"{name}"}}"#), json::LIMITS).unwrap();
        assert_eq!(read_typed(&typed, &options()).unwrap().person.get(Field::FullName), Some("Đặng Văn Mẫu"));
    }
    for number in ["\u{200b}001199999999", "\u{202d}001 199 999 999\u{202c}"] {
        assert!(cancuoc::pin::check(number, &options()).unwrap().ok);
    }
}

#[test]
fn a_name_in_keys_of_telex_or_alone_without_its_accents_is_said_and_kept() {
    let telex = card("Traanf Vawn Sown", "Hải Phòng");
    assert_eq!(telex.person.get(Field::FullName), Some("Traanf Vawn Sown"));
    assert!(is_said(&telex));
    let bare = card("Nguyen Van Mau", "Hải Phòng");
    assert!(bare.findings.iter().any(|finding| finding.code == "qr.diacritics_dropped"));
    for right in ["Ksor Rmah", "Siu Nay", "Lee Moore", "Cao Thoong", "Trang An"] {
        let reading = card(right, "Hải Phòng");
        assert!(
            !is_said(&reading) && !reading.findings.iter().any(|f| f.code == "qr.diacritics_dropped"),
            "{right}"
        );
    }
}
