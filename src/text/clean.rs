use super::{fold::is_apostrophe, nfc::nfc};

/// A value as it should be stored: NFC, one kind of space, none at the ends, no invisible characters,
/// one apostrophe (`'`), and Đ for the look-alikes Ð (U+00D0, Icelandic) and Ɖ (U+0189, African).
///
/// Letters and their tone marks stay as they were typed.
///
/// ```
/// assert_eq!(cancuoc::text::clean(" Ðinh\u{a0}\u{200b}H’Lan\r\n"), "Đinh H'Lan");
/// ```
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.chars() {
        if letter.is_whitespace() || letter.is_control() {
            gap = true;
            continue;
        }
        if is_invisible(letter) {
            continue;
        }
        if gap && !out.is_empty() {
            out.push(' ');
        }
        gap = false;
        out.push(match letter {
            'Ð' | 'Ɖ' => 'Đ',
            'ð' | 'ɖ' => 'đ',
            _ if is_apostrophe(letter) => '\'',
            _ => letter,
        });
    }
    nfc(&out)
}

/// Zero-width, joining, direction and soft-hyphen characters, and the byte order mark.
pub(super) fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206f}'
            | '\u{3164}'
            | '\u{feff}'
    )
}
