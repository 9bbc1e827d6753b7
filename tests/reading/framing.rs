//! What hand-held readers put around a payload changes nothing.

use cancuoc::{
    Date, Options,
    identity::{Assurance, Field},
    qr::{self, Payload, QrReading},
};
use proptest::prelude::*;

const CARD: &str = "001199999999|012345678|Nguyễn Thị Mẫu|01011999|Nữ|Phường Mẫu, Hà Nội|01012022";
const CARD_2024: &str = "001199999999||Nguyễn Thị Mẫu|01011999|Nữ|Xã Mẫu, Thái Bình|06102025||||";
const LICENCE: &str = "012345678901;NGUYỄN VĂN MẪU;01011999;B;01062025;01062035;Hà Nội";
const INSURANCE: &str = "0123456789|4e677579e1bb856e205468e1bb8b204de1baab75|01/01/1999|2|-|01 - 001|01/01/2026|31/12/2026|01/01/2026|01234567890123|-|4| 01/01/2028|0123456789abcdef-0123|1|48c3a0204ee1bb9969|$";

fn options() -> Options {
    Options::on(Date::from_iso("2026-11-22").unwrap())
}

fn text(payload: &str) -> QrReading {
    qr::read(Payload::Text(payload), &options()).unwrap()
}

fn bytes(payload: &[u8]) -> QrReading {
    qr::read(Payload::Bytes(payload), &options()).unwrap()
}

fn payloads() -> [&'static str; 4] {
    [CARD, CARD_2024, LICENCE, INSURANCE]
}

#[test]
fn identifiers_escapes_controls_and_quotes_are_no_part_of_a_payload() {
    for payload in payloads() {
        let plain = text(payload);
        assert_eq!(plain.reading.assurance, Assurance::WellFormed, "{payload}");
        for framed in [
            format!("]Q1{payload}"),
            format!("]Q2\\000026{payload}"),
            format!("\\000026{payload}"),
            format!("\u{2}{payload}\u{3}"),
            format!("{payload}\u{1d}"),
            format!("{payload}\u{1e}\u{4}"),
            format!("\u{2}]Q1\"{payload}\"\u{3}\r\n"),
            format!("“{payload}”"),
            format!("'{payload}'\n"),
            format!("[)>\u{1e}06\u{1d}{payload}\u{1e}\u{4}"),
            format!("\u{feff}{payload}\u{200b}"),
        ] {
            assert_eq!(text(&framed), plain, "{framed:?}");
            assert_eq!(bytes(framed.as_bytes()), plain, "{framed:?}");
        }
    }
}

#[test]
fn utf_16_is_read_to_its_last_letter_with_its_mark_and_without() {
    for payload in payloads() {
        let plain = text(payload).reading;
        for mark in ["\u{feff}", ""] {
            for order in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
                for tail in ["", "\r", "\0", "\u{1d}"] {
                    let framed = format!("{mark}{payload}{tail}");
                    let read = bytes(&framed.encode_utf16().flat_map(order).collect::<Vec<u8>>());
                    assert_eq!(read.reading.person, plain.person, "{tail:?}");
                    assert_eq!(read.reading.assurance, Assurance::WellFormed);
                    assert!(read.charset.from.starts_with("utf-16"));
                }
            }
        }
        // A serial reader's own line end behind, and its STX before.
        let mut wide: Vec<u8> = payload.encode_utf16().flat_map(u16::to_le_bytes).collect();
        wide.push(b'\r');
        assert_eq!(bytes(&wide).reading.person, plain.person);
        wide.insert(0, 2);
        assert_eq!(bytes(&wide).reading.person, plain.person);
    }
}

#[test]
fn letters_that_caps_lock_turned_round_are_turned_back() {
    let turned = |text: &str| -> String {
        text.chars()
            .flat_map(|c| {
                if c.is_lowercase() {
                    c.to_uppercase().collect::<Vec<_>>()
                } else {
                    c.to_lowercase().collect()
                }
            })
            .collect()
    };
    for payload in [CARD, CARD_2024, LICENCE] {
        assert_eq!(text(&turned(payload)).reading.person, text(payload).reading.person);
    }
    assert_eq!(text(CARD).reading.person.get(Field::FullName), Some("Nguyễn Thị Mẫu"));
}

#[test]
fn letters_typed_as_alt_codes_come_back_or_are_marked() {
    // UTF-8 in code page 437, byte by byte.
    let shown = CARD.replace("Nguyễn Thị Mẫu", "Trß║ºn V─ân S╞ín");
    let read = text(&shown);
    assert_eq!(read.reading.person.get(Field::FullName), Some("Trần Văn Sơn"));
    // The low byte of each code point: ễ is U+1EC5, C5 is ┼.
    let read = text(&CARD.replace("Nguyễn", "Nguy┼n"));
    assert_eq!(read.reading.person.get(Field::FullName), Some("Nguy┼n Thị Mẫu"));
    assert!(read.reading.findings.iter().any(|finding| finding.code == "text.garbled"));
}

proptest! {
    #[test]
    fn any_framing_around_any_payload_reads_alike(
        which in 0..4usize,
        before in prop::collection::vec(prop::sample::select(vec!["\u{2}", "]Q1", "]Q3", "\\000026", "\u{feff}", "\"", " ", "\u{1d}"]), 0..5),
        after in prop::collection::vec(prop::sample::select(vec!["\r", "\n", "\u{3}", "\u{1d}", "\u{1e}", "\u{4}", "\0", "\t", "\u{feff}"]), 0..5),
        wide in any::<bool>(),
    ) {
        let payload = payloads()[which];
        let quotes = "\"".repeat(before.iter().filter(|part| **part == "\"").count());
        let framed = format!("{}{payload}{quotes}{}", before.concat(), after.concat());
        let plain = text(payload);
        let read = if wide {
            bytes(&framed.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>())
        } else {
            text(&framed)
        };
        prop_assert_eq!(&read.reading.person, &plain.reading.person);
        prop_assert_eq!(&read.fields, &plain.fields);
        prop_assert_eq!(read.reading.assurance, plain.reading.assurance);
    }
}
