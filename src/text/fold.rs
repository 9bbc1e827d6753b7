use super::nfc::taken_apart;

/// Latin text without its marks: `Đặng Thị Hoà` → `Dang Thi Hoa`. Capitals stay capitals; typographic
/// apostrophes, hyphens and spaces become the ASCII ones; other scripts pass unchanged.
///
/// ```
/// assert_eq!(cancuoc::text::ascii("Nguyễn Đức H’Hen"), "Nguyen Duc H'Hen");
/// ```
pub fn ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        push_ascii(letter, &mut out);
    }
    out
}

/// As the machine-readable zone writes a name: capitals A–Z, one `<` between words.
///
/// ICAO Doc 9303-3 §4.6 and section 6, as the Vietnamese cards apply them: Đ is D, marks are dropped (no
/// `AE` for `Ä`), an apostrophe is omitted, a hyphen or a comma is a filler. What has no letter A–Z is left out.
///
/// ```
/// assert_eq!(cancuoc::text::mrz_letters("Nguyễn Thị Mẫu"), "NGUYEN<THI<MAU");
/// assert_eq!(cancuoc::text::mrz_letters("H’Hen Niê"), "HHEN<NIE");
/// ```
pub fn mrz_letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for letter in ascii(text).chars() {
        if letter.is_ascii_alphabetic() {
            if gap && !out.is_empty() {
                out.push('<');
            }
            gap = false;
            out.push(letter.to_ascii_uppercase());
        } else {
            gap |= letter.is_whitespace() || matches!(letter, '-' | ',' | '<' | '/' | '|');
        }
    }
    out
}

/// The signs that people, keyboards and word processors write for the apostrophe of a name (`H'Hen`).
pub(super) fn is_apostrophe(letter: char) -> bool {
    matches!(
        letter,
        '\'' | '`'
            | '\u{b4}'
            | '\u{2b9}'
            | '\u{2bb}'
            | '\u{2bc}'
            | '\u{2bd}'
            | '\u{2c8}'
            | '\u{2ca}'
            | '\u{2cb}'
            | '\u{2018}'
            | '\u{2019}'
            | '\u{201b}'
            | '\u{2032}'
            | '\u{a78c}'
            | '\u{ff07}'
    )
}

/// The signs that stand for a hyphen.
pub(super) fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}')
}

fn push_ascii(letter: char, out: &mut String) {
    if letter.is_ascii() {
        out.push(letter);
        return;
    }
    match letter {
        '\u{300}'..='\u{36f}' => {}
        _ if is_apostrophe(letter) => out.push('\''),
        _ if is_hyphen(letter) => out.push('-'),
        _ if letter.is_whitespace() => out.push(' '),
        _ => {
            let base = taken_apart(letter).0;
            match PLAIN.iter().find(|(letters, _)| letters.contains(base)) {
                Some((_, plain)) => out.push_str(plain),
                None => out.push(base),
            }
        }
    }
}

/// Latin letters that are not composed of a base and a mark.
const PLAIN: &[(&str, &str)] = &[
    ("ĐÐƉ", "D"),
    ("đðɖ", "d"),
    ("Ø", "O"),
    ("ø", "o"),
    ("Æ", "AE"),
    ("æ", "ae"),
    ("Œ", "OE"),
    ("œ", "oe"),
    ("Ł", "L"),
    ("ł", "l"),
    ("Ħ", "H"),
    ("ħ", "h"),
    ("ı", "i"),
    ("Þ", "TH"),
    ("þ", "th"),
    ("ß", "ss"),
    ("ẞ", "SS"),
    ("Ŋ", "N"),
    ("ŋ", "n"),
    ("Ŧ", "T"),
    ("ŧ", "t"),
    ("Ƀ", "B"),
    ("ƀ", "b"),
];
