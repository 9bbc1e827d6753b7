//! NFC and case of Latin text against the Unicode tables of others.

use cancuoc::text::{lower, nfc, upper};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

fn latin() -> impl Iterator<Item = char> + Clone {
    ('\u{20}'..='\u{7e}')
        .chain('\u{c0}'..='\u{24f}')
        .chain('\u{1e00}'..='\u{1eff}')
        .chain(['\u{212a}', '\u{212b}'])
        // `<`, `=`, `>` with U+0338 make mathematical signs, which are no letters.
        .filter(|letter| !"<=>".contains(*letter))
}

/// The marks of precomposed Latin letters.
fn used_marks() -> Vec<char> {
    let mut marks: Vec<char> =
        latin().flat_map(|letter| letter.nfd().collect::<Vec<_>>()).filter(|c| is_mark(*c)).collect();
    marks.sort_unstable();
    marks.dedup();
    marks
}

fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

fn check(text: &str) {
    let expected: String = text.nfc().collect();
    assert_eq!(nfc(text), expected, "{}", text.escape_unicode());
}

#[test]
fn every_latin_letter_alone_and_decomposed_is_as_in_unicode() {
    for letter in latin() {
        check(&letter.to_string());
        check(&letter.nfd().collect::<String>());
    }
}

#[test]
fn every_latin_letter_with_every_mark_is_as_in_unicode() {
    for letter in latin() {
        for mark in '\u{300}'..='\u{36f}' {
            check(&format!("{letter}{mark}"));
        }
    }
}

#[test]
fn every_latin_letter_with_two_marks_in_either_order_is_as_in_unicode() {
    let marks = used_marks();
    assert_eq!(marks.len(), 25);
    for letter in latin() {
        for first in &marks {
            for second in &marks {
                check(&format!("{letter}{first}{second}"));
            }
        }
    }
}

#[test]
fn case_of_every_latin_letter_is_as_in_the_standard_library() {
    // U+0149 and U+1E9A expand to pieces, U+01C4–U+01F3 are digraphs; Latin Extended-C and IPA hold the
    // other case of some letters of Extended-B. None occurs in a name that is written here.
    for letter in ('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}') {
        let std_lower: String = letter.to_lowercase().nfc().collect();
        let std_upper: String = letter.to_uppercase().nfc().collect();
        let text = letter.to_string();
        if lower(&text) != std_lower {
            assert!(matches!(letter, '\u{1c4}'..='\u{1f3}'), "lower {letter} {:x}", u32::from(letter));
        }
        if upper(&text) != std_upper {
            assert!(
                matches!(
                    letter,
                    '\u{149}' | '\u{1c4}'..='\u{1f3}' | '\u{23f}' | '\u{240}' | '\u{1e9a}' | '\u{1e9e}'
                ),
                "upper {letter} {:x}",
                u32::from(letter)
            );
        }
    }
}

#[test]
fn other_scripts_pass_unchanged() {
    for text in ["王小明", "か\u{3099}", "\u{3b1}\u{301}", "\u{1112}\u{1161}\u{11ab}", "Привет", "नमस्ते"]
    {
        assert_eq!(nfc(text), text);
    }
}

proptest! {
    #[test]
    fn runs_of_latin_letters_and_marks_are_as_in_unicode(text in "[a-zA-ZÀ-ɏḀ-ỿ\u{300}-\u{36f} ]{0,40}") {
        check(&text);
    }

    #[test]
    fn nfc_is_idempotent_on_anything(text in any::<String>()) {
        let once = nfc(&text);
        prop_assert_eq!(nfc(&once), once);
    }
}
