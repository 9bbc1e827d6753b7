use super::{
    case::lower,
    clean::clean,
    fold::is_hyphen,
    nfc::{nfc, taken_apart},
};

/// The key on which two spellings of one name compare equal; not for showing.
///
/// NFC, small letters, spaces collapsed and trimmed, invisible characters dropped, one apostrophe, one
/// hyphen, one Đ, and the tone mark moved to the last vowel of its group: so the old `hoà` and the new
/// `hòa` agree, and `quý`, `quỳ`, `gì`, `giờ` keep their tone. The tone itself counts: `hoa` ≠ `hoà`.
///
/// ```
/// use cancuoc::text::key;
/// assert_eq!(key("HÒA BÌNH"), key("Hoà  Bình"));
/// assert_eq!(key("Ðặng H’Hen"), key("đặng h'hen"));
/// assert_ne!(key("Hoa"), key("Hoà"));
/// ```
pub fn key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Tones of the group of vowels that is being read.
    let mut tones = Vec::new();
    for letter in lower(&clean(text)).chars() {
        let (base, marks) = taken_apart(letter);
        let vowel = matches!(base, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        // A mark that could not be composed belongs to the letter before it.
        let on_vowel = vowel || matches!(letter, '\u{300}'..='\u{36f}') && ends_in_vowel(&out);
        if !on_vowel {
            out.extend(tones.drain(..));
            out.push(if is_hyphen(letter) { '-' } else { letter });
            continue;
        }
        let (tone, other): (Vec<char>, Vec<char>) = if vowel {
            out.push(base);
            marks.into_iter().partition(|mark| is_tone(*mark))
        } else {
            std::iter::once(letter).partition(|mark| is_tone(*mark))
        };
        out.extend(other);
        tones.extend(tone);
    }
    out.extend(tones);
    nfc(&out)
}

/// Whether the text so far ends in a vowel, looking through the marks on it.
fn ends_in_vowel(out: &str) -> bool {
    out.chars()
        .rev()
        .find(|letter| !matches!(letter, '\u{300}'..='\u{36f}'))
        .is_some_and(|letter| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'))
}

/// Huyền, sắc, ngã, hỏi, nặng.
pub(super) fn is_tone(mark: char) -> bool {
    matches!(mark, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}
