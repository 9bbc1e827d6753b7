//! Symbols of independent encoders, module by module: every version, level, mask and mode; structured append.

use cancuoc::json::{self, Value};
use cancuoc::scan::read_modules;
use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, QrSegmentMode, Version};

const LEVELS: [QrCodeEcc; 4] = [QrCodeEcc::Low, QrCodeEcc::Medium, QrCodeEcc::Quartile, QrCodeEcc::High];

/// A segment of each mode and the bytes that it stands for; short enough for version 1 at the highest level.
fn segments(salt: usize) -> [(Vec<QrSegment>, Vec<u8>); 5] {
    let digits = format!("{:07}", salt * 7919);
    let letters: String = (0..6).map(|i| b"0123456789ABCXYZ $%*+-./:"[(salt + i * 5) % 25] as char).collect();
    let bytes: Vec<u8> = (0..5).map(|i| (salt * 31 + i * 67) as u8).collect();
    // 点, 茗 (ISO/IEC 18004:2015, 7.4.6): 0x0D9F and 0x1AAA in 13 bits.
    let kanji = [0x0D9F_u16, 0x1AAA].iter().flat_map(|c| (0..13).rev().map(move |bit| c >> bit & 1 == 1));
    let kanji = QrSegment::new(QrSegmentMode::Kanji, 2, kanji.collect());
    [
        (vec![QrSegment::make_numeric(&digits)], digits.into_bytes()),
        (vec![QrSegment::make_alphanumeric(&letters)], letters.into_bytes()),
        (vec![QrSegment::make_bytes(&bytes)], bytes.clone()),
        (vec![kanji], vec![0x93, 0x5F, 0xE4, 0xAA]),
        (vec![QrSegment::make_eci(26), QrSegment::make_bytes(&bytes)], bytes),
    ]
}

fn modules(code: &QrCode) -> Vec<bool> {
    let side = code.size();
    (0..side * side).map(|i| code.get_module(i % side, i / side)).collect()
}

#[test]
fn every_version_level_mask_and_mode_is_read() {
    for version in 1..=40 {
        for (i, level) in LEVELS.into_iter().enumerate() {
            for mask in 0..8 {
                for (mode, (segments, expected)) in segments(usize::from(version) + i).into_iter().enumerate()
                {
                    let (size, mask_of) = (Version::new(version), Some(Mask::new(mask)));
                    let code = QrCode::encode_segments_advanced(&segments, level, size, size, mask_of, false)
                        .unwrap();
                    let Some(symbol) = read_modules(&modules(&code)) else {
                        panic!("version {version}, {level:?}, mask {mask}, mode {mode}");
                    };
                    assert_eq!((symbol.version, symbol.mask), (version, mask));
                    assert_eq!(symbol.level.name(), ["L", "M", "Q", "H"][i]);
                    assert_eq!(
                        symbol.bytes, expected,
                        "version {version}, {level:?}, mask {mask}, mode {mode}"
                    );
                    assert_eq!(symbol.eci, if mode == 4 { vec![26] } else { vec![] });
                }
            }
        }
    }
}

#[test]
fn a_message_in_several_symbols_has_its_parts_and_their_parity() {
    let vector = json::parse(include_str!("../vectors/structured-append.json"), json::LIMITS).unwrap();
    let text = vector.get("text").and_then(Value::as_str).unwrap();
    let Some(Value::Array(symbols)) = vector.get("symbols") else { panic!("symbols") };
    let parity = text.bytes().fold(0, |sum, byte| sum ^ byte);
    let mut joined = Vec::new();
    for (index, rows) in symbols.iter().enumerate() {
        let Value::Array(rows) = rows else { panic!("rows of modules") };
        let modules: Vec<bool> =
            rows.iter().flat_map(|r| r.as_str().unwrap().bytes()).map(|m| m == b'1').collect();
        let symbol = read_modules(&modules).unwrap();
        let sequence = symbol.sequence.unwrap();
        assert_eq!((usize::from(sequence.index), usize::from(sequence.total)), (index, symbols.len()));
        assert_eq!(sequence.parity, parity);
        joined.extend(symbol.bytes);
    }
    assert_eq!(joined, text.as_bytes());
}
