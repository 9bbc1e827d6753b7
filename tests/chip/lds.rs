//! Data groups: the cards of the mint, the fake vector of DG13, and what broken files say.

use std::{fs, path::PathBuf};

use cancuoc::{
    chip::lds::{self, Com, Dg1, Format, PictureFault, PortraitFault, SecurityInfo, SecurityInfos},
    identity::Field,
};

/// A whole DG13 of an invented person, with long-form lengths, an empty spouse and no wrapper.
const FAKE: &str = "6d8201623082015e3182015a3011020101130c30303131393939393939393930190201020c144e677579e1bb856e205468e1bb8b204de1baab75300f020103130a30312f30312f3139393930090201040c044ee1bbaf300f0201050c0a5669e1bb8774204e616d30090201060c044b696e68300b0201070c064b68c3b46e6730280201080c2358c3a3204de1baab752c20487579e1bb876e204de1baab752c2048c3a0204ee1bb996930230201090c1e53e1bb9120312c205068e1bb91204de1baab752c2048c3a0204ee1bb9969301902010a0c144ee1bb9174207275e1bb936920433a203120636d300f02010b130a30312f30312f32303232300f02010c0c0a30312f30312f32303339302d02010d30130c114e677579e1bb856e2056c4836e2043686130130c115472e1baa76e205468e1bb8b204de1bab9300302010e300e02010f13093031323334353637383015020110131030303030303030303030303030303030";

fn hex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}

fn card(name: &str) -> Vec<u8> {
    fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/chip/fixtures/card").join(name)).unwrap()
}

fn person_of(file: &[u8]) -> (Vec<(Field, String)>, Vec<String>) {
    let read = lds::dg13(file).unwrap();
    let values = read.person.iter().map(|(field, value)| (field, value.to_owned())).collect();
    (values, read.findings.iter().map(|found| format!("{} {}", found.code, found.path)).collect())
}

fn value_of(file: &[u8], field: Field) -> Option<String> {
    lds::dg13(file).unwrap().person.get(field).map(str::to_owned)
}

/// `tag`, length, content.
fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    match content.len() {
        short @ 0..=0x7F => out.push(short as u8),
        long => out.extend([0x82, (long >> 8) as u8, long as u8]),
    }
    out.extend_from_slice(content);
    out
}

fn item(index: u8, value: &[u8]) -> Vec<u8> {
    tlv(0x30, &[&[2, 1, index], value].concat())
}

fn dg13_of(items: &[Vec<u8>]) -> Vec<u8> {
    tlv(0x6D, &tlv(0x31, &items.concat()))
}

#[test]
fn the_fake_vector_gives_every_field() {
    let (values, findings) = person_of(&hex(FAKE));
    let values: Vec<_> = values.iter().map(|(field, value)| (*field, value.as_str())).collect();
    assert_eq!(
        values,
        [
            (Field::Pin, "001199999999"),
            (Field::OldId, "012345678"),
            (Field::FullName, "Nguyễn Thị Mẫu"),
            (Field::BirthDate, "1999-01-01"),
            (Field::Sex, "female"),
            (Field::Nationality, "Việt Nam"),
            (Field::Ethnicity, "Kinh"),
            (Field::Religion, "Không"),
            (Field::PlaceOfOrigin, "Xã Mẫu, Huyện Mẫu, Hà Nội"),
            (Field::Residence, "Số 1, Phố Mẫu, Hà Nội"),
            (Field::IdentifyingMarks, "Nốt ruồi C: 1 cm"),
            (Field::IssueDate, "2022-01-01"),
            (Field::ExpiryDate, "2039-01-01"),
            (Field::FatherName, "Nguyễn Văn Cha"),
            (Field::MotherName, "Trần Thị Mẹ"),
        ]
    );
    assert_eq!(findings, [""; 0]);
}

#[test]
fn a_group_cut_at_any_byte_keeps_what_came_before_and_says_so() {
    let file = hex(FAKE);
    for cut in 0..file.len() {
        if let Ok(read) = lds::dg13(&file[..cut]) {
            panic!("a file cut at {cut} has no whole element: {read:?}");
        }
    }
    // Damage within: the outer lengths are right, an inner one is not.
    let mut items = item(1, &tlv(0x13, b"001199999999"));
    items.extend_from_slice(&[0x30, 0x05, 0x02, 0x01, 0x02, 0x0C, 0x7F]);
    let read = lds::dg13(&tlv(0x6D, &tlv(0x31, &items))).unwrap();
    assert_eq!(read.person.get(Field::Pin), Some("001199999999"));
    assert_eq!(
        read.findings.iter().map(|found| found.code.as_ref()).collect::<Vec<_>>(),
        ["chip.value_unreadable"]
    );
}

#[test]
fn wrappers_may_be_missing_or_more() {
    let pin = item(1, &tlv(0x13, b"001199999999"));
    let version = [0x02, 0x01, 0x01];
    let oid = [0x06, 0x06, 0x28, 0xD3, 0x16, 0x01, 0x00, 0x08];
    let set = tlv(0x31, &pin);
    for (what, body) in [
        ("items alone", pin.clone()),
        ("a set", set.clone()),
        ("a sequence", tlv(0x30, &set)),
        ("version, object identifier, set", tlv(0x30, &[&version[..], &oid, &set].concat())),
        ("object identifier, set", tlv(0x30, &[&oid[..], &set].concat())),
        ("version, set", tlv(0x30, &[&version[..], &set].concat())),
        ("version, items", tlv(0x30, &[&version[..], &pin].concat())),
        ("two sequences", tlv(0x30, &tlv(0x30, &pin))),
    ] {
        assert_eq!(value_of(&tlv(0x6D, &body), Field::Pin).as_deref(), Some("001199999999"), "{what}");
    }
}

#[test]
fn an_empty_item_keeps_its_index_and_gives_nothing() {
    for empty in
        [item(14, &[]), item(14, &tlv(0x30, &[])), item(14, &tlv(0x30, &tlv(0x0C, b""))), item(14, &[5, 0])]
    {
        let read = lds::dg13(&dg13_of(&[empty, item(15, &tlv(0x13, b"012345678"))])).unwrap();
        assert_eq!(read.person.get(Field::SpouseName), None);
        assert_eq!(read.person.get(Field::OldId), Some("012345678"));
        assert!(read.findings.is_empty());
    }
}

#[test]
fn parents_are_told_apart_by_place_only() {
    let (father, mother) =
        (tlv(0x30, &tlv(0x0C, "Nguyễn Văn Cha".as_bytes())), tlv(0x30, &tlv(0x0C, b"Tran Me")));
    let both = |value: Vec<u8>| {
        let read = lds::dg13(&dg13_of(&[item(13, &value)])).unwrap();
        let name = |field| read.person.get(field).map(str::to_owned);
        (name(Field::FatherName), name(Field::MotherName), read.findings.len())
    };
    let expected = (Some("Nguyễn Văn Cha".to_owned()), Some("Tran Me".to_owned()), 0);
    assert_eq!(both([father.clone(), mother.clone()].concat()), expected);
    assert_eq!(both(tlv(0x30, &[father.clone(), mother.clone()].concat())), expected);
    assert_eq!(both([tlv(0x30, &[]), mother.clone()].concat()), (None, expected.1.clone(), 0));
    assert_eq!(both([father.clone(), tlv(0x30, &[])].concat()), (expected.0.clone(), None, 0));
    assert_eq!(both(father), (None, None, 1), "one name alone: nobody can say whose");
    assert_eq!(both(Vec::new()), (None, None, 0));
}

#[test]
fn a_card_without_expiry_says_none() {
    for words in [
        "Không thời hạn",
        "Vô thời hạn",
        "Khong thoi han",
        "KHÔNG THỜI HẠN",
        "Kho\u{302}ng thơ\u{300}i ha\u{323}n",
    ] {
        assert_eq!(
            value_of(&dg13_of(&[item(12, &tlv(0x0C, words.as_bytes()))]), Field::ExpiryDate).as_deref(),
            Some("none")
        );
    }
}

#[test]
fn item_8_is_the_place_of_birth_registration_on_cards_since_july_2024() {
    let place = item(8, &tlv(0x0C, "Phường Mẫu".as_bytes()));
    let issued = |day: &[u8]| dg13_of(&[place.clone(), item(11, &tlv(0x13, day))]);
    assert_eq!(value_of(&issued(b"30/06/2024"), Field::PlaceOfOrigin).as_deref(), Some("Phường Mẫu"));
    let new = issued(b"01/07/2024");
    assert_eq!(value_of(&new, Field::PlaceOfOrigin), None);
    assert_eq!(value_of(&new, Field::PlaceOfBirthRegistration).as_deref(), Some("Phường Mẫu"));
}

#[test]
fn a_value_of_the_wrong_kind_is_left_out_with_a_finding_on_its_field() {
    for (index, value, path) in [
        (1, "123", "person.pin"),
        (3, "31/02/1999", "person.birthDate"),
        (4, "?", "person.sex"),
        (11, "2022-01-01", "person.issueDate"),
        (12, "bao giờ", "person.expiryDate"),
        (15, "12345", "person.oldId"),
    ] {
        let (values, findings) = person_of(&dg13_of(&[item(index, &tlv(0x0C, value.as_bytes()))]));
        assert_eq!(values, []);
        assert_eq!(findings, [format!("chip.value_unreadable {path}")]);
    }
    let (_, findings) = person_of(&dg13_of(&[item(2, &tlv(0x0C, &[0xFF, 0xFE]))]));
    assert_eq!(findings, ["chip.value_unreadable person.fullName"]);
}

#[test]
fn an_old_number_of_twelve_digits_is_kept_and_explained() {
    let (values, findings) = person_of(&dg13_of(&[item(15, &tlv(0x13, b"001099000015"))]));
    assert_eq!(values, [(Field::OldId, "001099000015".to_owned())]);
    assert_eq!(findings, ["chip.dg13_old_number_of_12_digits person.oldId"]);
}

#[test]
fn words_for_nothing_are_no_old_number() {
    for word in ["-", "Không có", "KHÔNG", "null", "—"] {
        assert_eq!(person_of(&dg13_of(&[item(15, &tlv(0x0C, word.as_bytes()))])), (vec![], vec![]), "{word}");
    }
}

#[test]
fn a_repeated_or_unknown_item_is_not_used() {
    let twice = dg13_of(&[
        item(1, &tlv(0x13, b"001199999999")),
        item(1, &tlv(0x13, b"001199999998")),
        item(17, &tlv(0x13, b"x")),
    ]);
    let (values, findings) = person_of(&twice);
    assert_eq!(values, [(Field::Pin, "001199999999".to_owned())]);
    assert_eq!(findings, ["chip.dg13_unknown_item DG13", "chip.dg13_unknown_item DG13"]);
}

#[test]
fn nesting_without_end_is_bounded() {
    let mut file = vec![0x30, 0x00];
    for _ in 0..10_000 {
        let mut outer = vec![0x30, 0x83];
        outer.extend_from_slice(&(file.len() as u32).to_be_bytes()[1..]);
        outer.extend_from_slice(&file);
        file = outer;
    }
    let mut group = vec![0x6D, 0x83];
    group.extend_from_slice(&(file.len() as u32).to_be_bytes()[1..]);
    group.extend_from_slice(&file);
    let (values, findings) = person_of(&group);
    assert_eq!(values, []);
    assert_eq!(findings, ["chip.dg13_empty DG13"]);
}

#[test]
fn the_minted_card_reads_in_every_file() {
    let com = Com::parse(&card("ef-com.bin")).unwrap();
    assert_eq!(com.groups, [1, 2, 3, 13, 14, 15]);
    let dg1 = Dg1::parse(&card("dg1.bin")).unwrap();
    assert_eq!(
        dg1.lines(),
        "IDVNM1990000151001199000015<<2\n9902015F3902013VNM<<<<<<<<<<<8\nNGUYEN<<THI<MAU<<<<<<<<<<<<<<<"
    );
    assert_eq!(value_of(&card("dg13.bin"), Field::MotherName).as_deref(), Some("Trần Thị Mẹ"));
    let dg14 = card("dg14.bin");
    let infos = SecurityInfos::dg14(&dg14).unwrap();
    assert_eq!(infos.infos.len(), 3);
    // ecdsa-plain-SHA256, 0.4.0.127.0.7.1.1.4.1.3
    assert_eq!(infos.active_authentication(), Some(&[4, 0, 0x7F, 0, 7, 1, 1, 4, 1, 3][..]));
    let key = infos.chip_key(None).unwrap();
    assert_eq!(key.spki[0], 0x30);
    assert!(
        infos
            .infos
            .iter()
            .any(|info| matches!(info, SecurityInfo::ChipAuthentication { version: 1, key_id: None, .. }))
    );
    assert_eq!(lds::dg15(&card("dg15.bin")).unwrap().len(), 91);
}

#[test]
fn two_chip_keys_are_told_apart_by_their_ids() {
    let dg14 = card("dg14-ca-second-key.bin");
    let infos = SecurityInfos::dg14(&dg14).unwrap();
    let (first, second) = (infos.chip_key(Some(1)).unwrap(), infos.chip_key(Some(2)).unwrap());
    assert_ne!(first.spki, second.spki);
    assert_eq!(infos.chip_key(Some(3)), None);
}

#[test]
fn card_access_tells_its_domain_parameters() {
    let file = card("ef-cardaccess-cam.bin");
    let infos = SecurityInfos::card_access(&file).unwrap().infos;
    assert!(matches!(infos[..], [SecurityInfo::Pace { version: 2, parameter_id: Some(13), .. }]));
}

#[test]
fn the_portrait_comes_out_of_both_wrappings_and_both_formats() {
    for (name, format) in [
        ("dg2.bin", Format::Jpeg),
        ("dg2-portrait-39794.bin", Format::Jpeg),
        ("dg2-portrait-jp2.bin", Format::Jp2),
        ("dg2-portrait-39794-jp2.bin", Format::Jp2),
    ] {
        let file = card(name);
        let portrait = lds::portrait(&file).unwrap();
        assert_eq!(
            (portrait.picture.format, portrait.picture.width, portrait.picture.height),
            (format, 120, 160),
            "{name}"
        );
        let expected = if format == Format::Jpeg { "portrait.jpg" } else { "portrait.jp2" };
        let picture =
            fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tools/mint").join(expected)).unwrap();
        assert_eq!(portrait.bytes, picture, "{name}");
    }
}

#[test]
fn a_broken_portrait_says_what_is_wrong() {
    assert_eq!(
        lds::portrait(&card("dg2-portrait-broken.bin")),
        Err(PortraitFault::Picture(PictureFault::UnknownFormat))
    );
    for name in ["dg2-portrait-truncated.bin", "dg2-portrait-empty.bin"] {
        assert!(matches!(lds::portrait(&card(name)), Err(PortraitFault::Encoding(_))), "{name}");
    }
    let file = card("dg2.bin");
    for cut in 0..file.len() {
        assert!(lds::portrait(&file[..cut]).is_err());
    }
}

#[test]
fn other_cards_tell_name_and_birth_in_dg11_and_the_day_of_issue_in_dg12() {
    let (person, findings) = lds::dg11(&card("dg11-other-groups.bin")).unwrap();
    assert!(findings.is_empty());
    assert_eq!(person.get(Field::FullName), Some("NGUYỄN THỊ MẪU"));
    assert_eq!(person.get(Field::Pin), Some("001199000015"));
    assert_eq!(person.get(Field::BirthDate), Some("1999-02-01"));
    assert_eq!(person.get(Field::Residence), Some("Số 1, phố Mẫu"));
    let (person, findings) = lds::dg12(&card("dg12-other-groups.bin")).unwrap();
    assert!(findings.is_empty());
    assert_eq!(person.get(Field::IssueDate), Some("2022-05-10"));
}
