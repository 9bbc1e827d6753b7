//! What holds for any text, and for any list of texts.

use cancuoc::{
    Date,
    address::{self, Converter, Direction, Era, Units},
};
use proptest::prelude::*;

use crate::units;

fn day() -> Date {
    Date::from_iso("2026-11-21").unwrap()
}

/// Pieces of addresses in any order, with what people put between them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "phường",
        "xã ",
        "P.",
        "Q1",
        "quận",
        "Tân Phú",
        "Bến Nghé",
        "Hà Nội",
        "TP.HCM",
        "Bà Rịa - Vũng Tàu",
        "05",
        "12/3",
        ",",
        ", ",
        " - ",
        " ",
        ".",
        "\n",
        "(",
        "đường",
        "ấp",
        "hòa",
        "Hoà",
        "e\u{301}",
        "\u{301}",
        "'",
        "\u{200b}",
        "Việt Nam",
        "Huyện Lắk",
        "tỉnh",
        "Đắk Lắk",
        "thi tran",
        "😀",
        "北京",
        "Lê Lợi",
        "0",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn answers(text: &str) -> Result<(), TestCaseError> {
    for direction in [Direction::ToPresent, Direction::ToOld] {
        let converted = address::convert_to(units(), text, day(), direction).unwrap();
        prop_assert!(converted.candidates.len() <= address::LIMITS.readings);
        prop_assert_eq!(converted.exact, converted.candidates.len() == 1 && converted.question.is_none());
        prop_assert_eq!(converted.question.is_some(), !converted.exact && !converted.candidates.is_empty());
        prop_assert_eq!(converted.address().is_some(), converted.exact);
        prop_assert_eq!(&converted.original, text);
        prop_assert_eq!(&converted, &address::convert_to(units(), text, day(), direction).unwrap());
    }
    let parsed = address::parse(units(), text, day()).unwrap();
    prop_assert!(parsed.candidates.len() <= address::LIMITS.readings);
    prop_assert!(parsed.era != Era::Unknown || parsed.commune.is_none());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered_the_same_each_time(text in "\\PC{0,300}") {
        answers(&text)?;
    }

    #[test]
    fn any_pieces_of_addresses_are_answered_the_same_each_time(text in pieces()) {
        answers(&text)?;
    }

    #[test]
    fn ten_thousand_characters_are_answered(text in prop::collection::vec(any::<char>(), 9_000..=10_000)) {
        let text: String = text.into_iter().collect();
        address::convert(units(), &text, day()).unwrap();
    }

    /// Letters of which no unit's name can be made, with numbers, signs and a type that no number names (a "huyện 1" may be Quận 1).
    #[test]
    fn nonsense_is_unknown_and_has_no_candidate(text in "([zwjZWJ]{1,8}|[0-9]{1,5}|tỉnh|[ ,.;:/()\\-]|[一-龥]){0,80}") {
        let parsed = address::parse(units(), &text, day()).unwrap();
        prop_assert_eq!(parsed.era, Era::Unknown);
        prop_assert!(parsed.candidates.is_empty() && parsed.street.is_none());
        prop_assert!(address::convert(units(), &text, day()).unwrap().candidates.is_empty());
    }

    /// A list, in UTF-8 or in UTF-16, says what each of its rows says alone.
    #[test]
    fn a_list_is_its_rows(rows in prop::collection::vec(pieces(), 1..8)) {
        let mut converter = Converter::new(units(), day(), Direction::ToPresent);
        for row in &rows {
            let alone = address::convert(units(), row, day()).unwrap();
            let codes = || alone.findings.iter().map(|finding| finding.code.to_string());
            let utf16: Vec<u16> = row.encode_utf16().collect();
            let of_utf16 = {
                let own = converter.convert_utf16(&utf16).unwrap();
                (own.is_exact(), own.candidates().collect::<Vec<_>>(), own.question())
            };
            prop_assert_eq!(of_utf16, (alone.exact, alone.candidates.clone(), alone.question.clone()));
            let own = converter.convert(row).unwrap();
            prop_assert_eq!(own.is_exact(), alone.exact);
            prop_assert_eq!(own.candidates().collect::<Vec<_>>(), alone.candidates.clone());
            prop_assert_eq!(own.street(row), alone.street.clone());
            prop_assert!(own.findings().map(str::to_owned).eq(codes()));
        }
    }

    #[test]
    fn a_search_is_bounded(text in "\\PC{0,200}", limit in 0_usize..300) {
        let found = address::search(units(), &text, limit, None, day()).unwrap();
        prop_assert!(found.len() <= limit.min(200));
    }

    /// Any bytes, also behind a right head, are an asset or an error.
    #[test]
    fn any_bytes_are_an_asset_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Units::from_bytes(&bytes).is_err());
    }
}
