//! Comparison key, folding, case and cleaning of Vietnamese text.

use cancuoc::text::{ascii, clean, key, lower, mrz_letters, title_case, upper};
use proptest::prelude::*;

#[test]
fn the_key_ignores_where_the_tone_stands() {
    for (old, new) in [
        ("hoà", "hòa"),
        ("Hoà Bình", "HÒA BÌNH"),
        ("thuỷ", "thủy"),
        ("Thuý", "Thúy"),
        ("khoẻ", "khỏe"),
        ("toà", "tòa"),
        ("uỷ", "ủy"),
        ("loá", "lóa"),
        ("Khuỷu", "khuỷu"),
        ("qúy", "quý"),
        ("Hoàng", "HOÀNG"),
    ] {
        assert_eq!(key(old), key(new), "{old} {new}");
    }
}

#[test]
fn the_key_keeps_tones_apart_and_words_whole() {
    let words = [
        "quý", "quỳ", "quy", "gì", "gi", "già", "gia", "giờ", "giở", "thuở", "thuơ", "Huế", "Huê", "khuỷu",
        "khuyu", "hoa", "hoá", "hoà", "hoả", "hoã", "hoạ", "mía", "mia", "của", "cua", "đa", "da", "ñ", "n",
        "Pérez", "Peréz", "nghĩa", "nghía", "nguyễn", "nguyên", "nguyến", "ƠI", "OI", "ă", "â", "ŏ", "ŭ",
        "č", "ĕ", "ĭ", "o", "u", "c", "e",
    ];
    for (i, one) in words.iter().enumerate() {
        for other in words.iter().skip(i + 1) {
            assert_ne!(key(one), key(other), "{one} {other}");
        }
    }
    assert_eq!(key("quý"), "quý");
    assert_eq!(key("giờ"), "giờ");
    assert_eq!(key("Huế"), "huế");
}

#[test]
fn the_key_unifies_apostrophes_hyphens_d_and_spaces() {
    for name in ["H'Hen Niê", "H’Hen Niê", "HʼHEN NIÊ", "h`hen  niê ", "H\u{2032}Hen\u{a0}Nie\u{302}"]
    {
        assert_eq!(key(name), "h'hen niê", "{name}");
    }
    for name in ["Đặng", "Ðặng", "Ɖặng", "đặng", "ðặng", "\u{feff}ĐẶ\u{200b}NG\r\n"] {
        assert_eq!(key(name), "đặng", "{name}");
    }
    assert_eq!(key("Bà Rịa – Vũng Tàu"), key("bà rịa - vũng tàu"));
}

#[test]
fn ascii_strips_marks_and_keeps_capitals() {
    assert_eq!(ascii("Nguyễn Thị Mẫu, Phường Đống Đa"), "Nguyen Thi Mau, Phuong Dong Da");
    assert_eq!(ascii("Nguye\u{302}\u{303}n"), "Nguyen");
    assert_eq!(ascii("Y Bliă ŏ ŭ č ĕ ĭ ñ Ŏ Ŭ Č Ĕ Ĭ Ñ ơ ư Ơ Ư"), "Y Blia o u c e i n O U C E I N o u O U");
    assert_eq!(ascii("ÐƉðɖ ß Œ Ł"), "DDdd ss OE L");
    assert_eq!(ascii("王小明"), "王小明");
}

#[test]
fn every_vietnamese_letter_folds_to_ascii() {
    let letters =
        "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz";
    for letter in letters.chars() {
        let small = ascii(&letter.to_string());
        let large = ascii(&upper(&letter.to_string()));
        assert!(small.len() == 1 && small.is_ascii(), "{letter}");
        assert_eq!(large, small.to_ascii_uppercase());
        assert_eq!(lower(&upper(&letter.to_string())), letter.to_string());
    }
}

#[test]
fn mrz_letters_are_those_of_the_card() {
    for (name, zone) in [
        ("Nguyễn Thị Mẫu", "NGUYEN<THI<MAU"),
        ("ĐẶNG ĐÌNH ĐỨC", "DANG<DINH<DUC"),
        ("H’Hen Niê", "HHEN<NIE"),
        ("H'Hen Niê", "HHEN<NIE"),
        ("Y Moan Ênuôl", "Y<MOAN<ENUOL"),
        ("K`Pa-Kơ Lơng", "KPA<KO<LONG"),
        ("  Trần   Văn  ", "TRAN<VAN"),
        ("Nguye\u{302}\u{303}n", "NGUYEN"),
        ("Tôn-Nữ Thị Ña", "TON<NU<THI<NA"),
        ("王小明", ""),
        ("", ""),
    ] {
        assert_eq!(mrz_letters(name), zone, "{name}");
    }
}

#[test]
fn title_case_is_that_of_the_qr() {
    for (from, to) in [
        ("NGUYỄN THỊ MẪU", "Nguyễn Thị Mẫu"),
        ("đặng thùy trâm", "Đặng Thùy Trâm"),
        ("H'HEN NIÊ", "H'Hen Niê"),
        ("H’HEN NIÊ", "H’Hen Niê"),
        ("Y MOAN ÊNUÔL", "Y Moan Ênuôl"),
        ("ƯNG HOÀNG PHÚC", "Ưng Hoàng Phúc"),
        ("TÔN-NỮ", "Tôn-Nữ"),
        ("NGUYE\u{302}\u{303}N", "Nguyễn"),
        ("ỶÊ", "Ỷê"),
    ] {
        assert_eq!(title_case(from), to, "{from}");
    }
    assert_eq!(upper("Nguyễn Văn Mẫu"), "NGUYỄN VĂN MẪU");
    assert_eq!(upper("ŏ ŭ č ĕ ĭ ñ đ ơ ư"), "Ŏ Ŭ Č Ĕ Ĭ Ñ Đ Ơ Ư");
}

#[test]
fn clean_drops_what_cannot_be_seen() {
    assert_eq!(clean("\u{feff}Nguyễn\u{a0}\u{200b} Văn\tMẫu\r\n\0"), "Nguyễn Văn Mẫu");
    assert_eq!(clean("Hoà  Hòa"), "Hoà Hòa", "tones stay where they were typed");
}

proptest! {
    #[test]
    fn normalisation_is_idempotent(text in any::<String>()) {
        for step in [clean, key, ascii, upper, lower, title_case] {
            let once = step(&text);
            prop_assert_eq!(&step(&once), &once);
        }
    }

    #[test]
    fn normalisation_of_latin_text_is_idempotent(text in "[a-zA-ZÀ-ɏḀ-ỿ\u{300}-\u{36f}' ’-]{0,30}") {
        for step in [clean, key, upper, lower, title_case] {
            let once = step(&text);
            prop_assert_eq!(&step(&once), &once);
        }
        let zone = mrz_letters(&text);
        prop_assert!(zone.chars().all(|c| c.is_ascii_uppercase() || c == '<'));
        prop_assert!(!zone.starts_with('<') && !zone.ends_with('<') && !zone.contains("<<"));
    }
}
