use super::{
    fold::is_apostrophe,
    latin::{lower_base, upper_base},
    nfc::{nfc, taken_apart},
};

/// Upper case of Latin text, in NFC: `Nguyễn Thị Mẫu` → `NGUYỄN THỊ MẪU`. Other scripts pass unchanged.
///
/// ```
/// assert_eq!(cancuoc::text::upper("Đặng H'Hen Niê"), "ĐẶNG H'HEN NIÊ");
/// ```
pub fn upper(text: &str) -> String {
    nfc(&text.chars().fold(String::with_capacity(text.len()), |mut out, letter| {
        push_upper(letter, &mut out);
        out
    }))
}

/// Lower case of Latin text, in NFC. Other scripts pass unchanged.
pub fn lower(text: &str) -> String {
    text.chars().map(plain_lower).collect::<Option<String>>().unwrap_or_else(|| lower_of_any(text))
}

/// Of letters of Latin-1 and of Vietnamese, which are whole as they stand; none for whatever has to be taken apart.
fn plain_lower(letter: char) -> Option<char> {
    let code = u32::from(letter);
    let lower = match code {
        ..=0x7F => return Some(letter.to_ascii_lowercase()),
        0xC0..=0xD6 | 0xD8..=0xDE => code | 0x20,
        0xA0..=0xFF | 0x2010..=0x2026 => code,
        0x102..=0x103 | 0x110..=0x111 | 0x128..=0x129 | 0x168..=0x169 | 0x1EA0..=0x1EF9 => code | 1,
        0x1A0..=0x1A1 => 0x1A1,
        0x1AF..=0x1B0 => 0x1B0,
        _ => return None,
    };
    char::from_u32(lower)
}

fn lower_of_any(text: &str) -> String {
    nfc(&text.chars().fold(String::with_capacity(text.len()), |mut out, letter| {
        push_lower(letter, &mut out);
        out
    }))
}

/// As the QR of a card writes a name: each word with a capital, also behind an apostrophe, a hyphen or a
/// full stop, and small letters else. In NFC.
///
/// ```
/// assert_eq!(cancuoc::text::title_case("NGUYỄN THỊ MẪU"), "Nguyễn Thị Mẫu");
/// assert_eq!(cancuoc::text::title_case("h'hen niê"), "H'Hen Niê");
/// ```
pub fn title_case(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut inside = false;
    for letter in text.chars() {
        if inside || letter == 'ß' {
            push_lower(letter, &mut out);
        } else {
            push_upper(letter, &mut out);
        }
        let mark = matches!(letter, '\u{300}'..='\u{36f}');
        let word = letter.is_alphabetic() || letter.is_ascii_digit();
        inside = word && !is_apostrophe(letter) || mark && inside;
    }
    nfc(&out)
}

/// The text with its cases turned back, when CAPS LOCK was on while a reader typed it: the words begin small and go on in
/// capitals (`nGUYỄN tHỊ mẪU`). `None` when they do not.
///
/// ```
/// assert_eq!(cancuoc::text::caps_lock_undone("nGUYỄN tHỊ mẪU").as_deref(), Some("Nguyễn Thị Mẫu"));
/// assert_eq!(cancuoc::text::caps_lock_undone("Nguyễn Thị Mẫu"), None);
/// ```
pub fn caps_lock_undone(text: &str) -> Option<String> {
    let text = nfc(text);
    let (mut turned, mut right) = (0_usize, 0_usize);
    for word in text.split(|letter: char| !letter.is_alphabetic()) {
        let mut letters = word.chars();
        let Some(first) = letters.next() else { continue };
        let (mut small, mut large) = (0_usize, 0_usize);
        for letter in letters {
            small = small.saturating_add(usize::from(letter.is_lowercase()));
            large = large.saturating_add(usize::from(letter.is_uppercase()));
        }
        if first.is_lowercase() && small == 0 && large > 0 {
            turned = turned.saturating_add(1);
        } else if first.is_uppercase() && large == 0 && small > 0 {
            right = right.saturating_add(1);
        }
    }
    (turned > 1 && right == 0).then(|| {
        let turn = |letter: char| {
            if letter.is_lowercase() { upper(&letter.to_string()) } else { lower(&letter.to_string()) }
        };
        nfc(&text.chars().map(turn).collect::<String>())
    })
}

fn push_lower(letter: char, out: &mut String) {
    push_cased(letter, lower_base, out);
}

fn push_upper(letter: char, out: &mut String) {
    match letter {
        'ß' => out.push_str("SS"),
        _ => push_cased(letter, upper_base, out),
    }
}

fn push_cased(letter: char, case: fn(char) -> char, out: &mut String) {
    if letter.is_ascii() {
        out.push(case(letter));
        return;
    }
    let (base, marks) = taken_apart(letter);
    out.push(case(base));
    out.extend(marks);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_letter_is_lowered_as_any_letter_is() {
        let mut plain = 0;
        for letter in (0..0x3000).filter_map(char::from_u32) {
            if let Some(lower) = plain_lower(letter) {
                assert_eq!(lower_of_any(&letter.to_string()), lower.to_string(), "{letter:?}");
                plain += 1;
            }
        }
        assert!(plain > 300, "{plain}");
        for text in ["ĐẶNG THỊ ƯỚC", "Ne\u{301}", "ẞ", "İ", "Ǆ", "ĐE\u{302}\u{300}"] {
            assert_eq!(lower(text), lower_of_any(text), "{text}");
        }
    }
}
