//! Data groups under damage: whatever the bytes, every reader ends in values, findings or an error.

use std::{fs, path::PathBuf};

use cancuoc::{
    chip::lds::{self, Com, Dg1, SecurityInfos},
    identity::{Field, Person},
};
use proptest::prelude::*;

fn cards() -> Vec<Vec<u8>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/chip/fixtures/card");
    [
        "dg1",
        "dg2",
        "dg2-portrait-39794",
        "dg13",
        "dg13-dg13-bare",
        "dg14-cam",
        "dg15",
        "ef-com",
        "ef-cardaccess-cam",
    ]
    .iter()
    .map(|name| fs::read(folder.join(format!("{name}.bin"))).unwrap())
    .collect()
}

fn read_all(file: &[u8]) {
    if let Ok(read) = lds::dg13(file) {
        assert!(read.person.iter().all(|(_, value)| !value.is_empty()));
        assert!(lds::differences(&read.person, &read.person).is_empty(), "a person agrees with itself");
    }
    if let Ok(portrait) = lds::portrait(file) {
        assert!(portrait.picture.width > 0 && portrait.bytes.len() <= file.len());
    }
    if let Ok(zone) = Dg1::parse(file) {
        let _ = (zone.lines(), zone.issuing_state());
    }
    let _ = (Com::parse(file), lds::dg11(file), lds::dg12(file), lds::dg15(file), lds::picture(file));
    let _ = (SecurityInfos::dg14(file), SecurityInfos::card_access(file));
}

#[test]
fn a_file_cut_at_any_byte_ends_in_an_answer() {
    for card in cards() {
        for cut in 0..card.len() {
            read_all(&card[..cut]);
        }
    }
}

#[test]
fn lengths_near_the_end_of_32_bits_are_errors() {
    for length in
        [[0x84, 0xFF, 0xFF, 0xFF, 0xFF], [0x84, 0x7F, 0xFF, 0xFF, 0xFF], [0x83, 0xFF, 0xFF, 0xFF, 0x00]]
    {
        for tag in [0x60, 0x61, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F, 0x75, 0x31] {
            let file = [&[tag][..], &length, &[0; 64]].concat();
            read_all(&file);
            assert!(lds::dg13(&file).is_err() && lds::portrait(&file).is_err());
        }
    }
}

#[test]
fn ten_megabytes_of_items_are_read_within_the_bounds() {
    let item = [0x30, 0x05, 0x02, 0x01, 0x11, 0x0C, 0x00];
    let mut body = Vec::with_capacity(10 << 20);
    while body.len() < 10 << 20 {
        body.extend_from_slice(&item);
    }
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    let file = [&[0x6D, 0x84][..], &length, &body].concat();
    let read = lds::dg13(&file).unwrap();
    assert!(read.person.is_empty());
    assert!(read.findings.len() <= 65, "{} findings", read.findings.len());
}

#[test]
fn no_value_of_a_person_stands_in_debug_output() {
    let mut person = Person::default();
    person.set(Field::FullName, "Nguyễn Văn Mẫu");
    let dg13 = lds::Dg13 { person, findings: Vec::new() };
    assert!(!format!("{dg13:?}").contains("Nguyễn"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn damaged_cards_end_in_an_answer(which in 0..9_usize, changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut card = cards().swap_remove(which);
        for (place, byte) in changes {
            let at = place.index(card.len());
            card[at] = byte;
        }
        read_all(&card);
    }

    #[test]
    fn noise_ends_in_an_answer(mut bytes in prop::collection::vec(any::<u8>(), 0..300), tag in prop::sample::select(&[0x60_u8, 0x61, 0x6B, 0x6D, 0x6E, 0x75][..])) {
        if let [first, second, ..] = bytes.as_mut_slice() {
            (*first, *second) = (tag, 0x80);
        }
        read_all(&bytes);
    }
}
