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
    // Left out: the digraphs U+01C4–U+01F3, letters that expand to pieces, and those whose other case lies
    // in IPA, Extended-C or -D. None occurs in a name that is written here.
    let ours = |text: &str| {
        text.chars().count() == 1
            && text.chars().all(|c| matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}'))
    };
    let mut checked = 0;
    for letter in ('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}') {
        let (std_lower, std_upper): (String, String) =
            (letter.to_lowercase().nfc().collect(), letter.to_uppercase().nfc().collect());
        if !matches!(letter, '\u{1c4}'..='\u{1cc}' | '\u{1f1}'..='\u{1f3}')
            && ours(&std_lower)
            && ours(&std_upper)
        {
            assert_eq!(
                (lower(&letter.to_string()), upper(&letter.to_string())),
                (std_lower, std_upper),
                "{letter}"
            );
            checked += 1;
        }
    }
    assert!(checked > 590, "{checked}");
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
