//! To whom a form goes: what the police take is no matter of the people's committee, nor the other way round.

use cancuoc::Date;
use cancuoc::Locale;
use cancuoc::finding::Severity;
use cancuoc::form::{form_in_force, validate};

use crate::plausible::{assert_found, changed, found};

/// The forms of civil status.
const OF_THE_COMMITTEE: &[&str] = &[
    "cai-chinh",
    "cham-dut-giam-ho",
    "giam-ho",
    "ket-hon",
    "khai-sinh",
    "khai-tu",
    "nhan-cmc",
    "trich-luc",
    "xntthn",
];

/// Residence, cards and passports, with the field.
const OF_THE_POLICE: &[(&str, &str)] = &[
    ("ct01", "to"),
    ("dc02", "authority"),
    ("luu-tru", "authority"),
    ("tam-vang", "authority"),
    ("tk06", "authority"),
];

fn naming(field: &str, office: &str) -> String {
    format!(r#"{{ "{field}": "{office}" }}"#)
}

#[test]
fn civil_status_is_no_matter_of_the_police() {
    for form in OF_THE_COMMITTEE {
        for office in [
            "Công an phường Sài Gòn",
            "CÔNG AN PHƯỜNG SÀI GÒN",
            "cong an phuong Sai Gon",
            "Công An",
            "CA phường Sài Gòn",
            "C.A. phường Sài Gòn",
            "Trưởng Công an phường Sài Gòn",
            "Kính gửi: Công an phường Sài Gòn",
            "Công an quận 1",
        ] {
            let changes = naming("authority", office);
            assert_found(form, &changes, "other_office", "authority", Severity::Warning);
        }
    }
}

#[test]
fn residence_cards_and_passports_are_no_matter_of_the_committee() {
    for (form, field) in OF_THE_POLICE {
        for office in [
            "Ủy ban nhân dân phường Sài Gòn",
            "Uỷ ban nhân dân phường Sài Gòn",
            "ỦY BAN NHÂN DÂN PHƯỜNG SÀI GÒN",
            "Uy ban nhan dan phuong Sai Gon",
            "UBND phường Sài Gòn",
            "U.B.N.D. phường Sài Gòn",
            "ubnd",
            "Chủ tịch UBND phường Sài Gòn",
            "Phó Chủ tịch Ủy ban nhân dân phường Sài Gòn",
            "UBND quận 1",
        ] {
            assert_found(form, &naming(field, office), "other_office", field, Severity::Warning);
        }
    }
}

#[test]
fn of_every_other_office_nothing_is_said() {
    for form in OF_THE_COMMITTEE {
        for office in [
            "Ủy ban nhân dân phường Sài Gòn",
            "UBND xã Mẫu",
            "Chủ tịch UBND xã Mẫu",
            "Phòng Tư pháp",
            "Sở Tư pháp tỉnh Mẫu",
            "Đại sứ quán Việt Nam tại Đức",
            "Tổng Lãnh sự quán Việt Nam tại Frankfurt",
            "Trung tâm Phục vụ hành chính công phường Sài Gòn",
            "Cà Mau: UBND phường Tân Thành",
            "Cơ quan quản lý cơ sở dữ liệu hộ tịch",
        ] {
            assert_eq!(found(form, &naming("authority", office)), [], "{form} {office}");
        }
    }
    for (form, field) in OF_THE_POLICE {
        for office in [
            "Công an phường Sài Gòn",
            "CA xã Mẫu",
            "Trưởng Công an xã Mẫu",
            "Phòng Quản lý xuất nhập cảnh",
            "Phòng QLXNC",
            "Cục QLXNC",
            "Cục Quản lý xuất nhập cảnh",
            "Trung tâm Phục vụ hành chính công phường Sài Gòn",
            "Đại sứ quán Việt Nam tại Đức",
        ] {
            assert_eq!(found(form, &naming(field, office)), [], "{form} {office}");
        }
    }
}

#[test]
fn the_words_say_which_office_takes_the_form() {
    for (form, changes, vi, en) in [
        (
            "ket-hon",
            r#"{ "authority": "Công an xã Mẫu" }"#,
            "“Kính gửi” ghi một cơ quan khác: việc này do Ủy ban nhân dân giải quyết. Hãy ghi tên Ủy ban nhân dân nhận tờ khai.",
            "“To” names another office: this is a matter of the people's committee. Name the people's committee of the commune or province.",
        ),
        (
            "ct01",
            r#"{ "to": "UBND xã Mẫu" }"#,
            "“Kính gửi” ghi một cơ quan khác: việc này do cơ quan công an giải quyết. Hãy ghi tên cơ quan công an nhận tờ khai.",
            "“To” names another office: this is a matter of the police. Name the police of the commune or province.",
        ),
    ] {
        let (pack, answers, on) = changed(form, changes);
        let findings = validate(pack, &answers, on).findings;
        let found = findings.iter().find(|found| found.code == "plausibility.other_office").unwrap();
        assert_eq!((found.message(Locale::Vi).as_str(), found.message(Locale::En).as_str()), (vi, en));
    }
}

#[test]
fn earlier_versions_say_it_too() {
    let (_, answers, _) = changed("ct01", r#"{ "to": "UBND phường Sài Gòn" }"#);
    let on = Date::from_iso("2025-11-21").unwrap();
    let findings = validate(form_in_force("ct01", on).unwrap(), &answers, on).findings;
    assert!(
        findings.iter().any(|found| found.code == "plausibility.other_office" && found.path == "to"),
        "{findings:?}"
    );
}
