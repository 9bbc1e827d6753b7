use super::{
    case::caps_lock_undone, double_byte::is_cjk, misread::traces, syllable::is_at_home, words::has_controls,
};

/// Whether a text, or a part of it, looks misread: controls, sequences that an encoding makes of Vietnamese letters,
/// Latin letters glued to those of scripts that no word mixes. What is right is never called so: names from elsewhere,
/// other scripts beside Latin words, typographic signs.
///
/// ```
/// use cancuoc::text::is_garbled;
/// assert!(is_garbled("HoĂ ng VÄƒn LĂª") && is_garbled("Trß║ºn V─ân"));
/// assert!(!is_garbled("Nguyễn Văn Mẫu") && !is_garbled("José (王小明)"));
/// ```
pub fn is_garbled(text: &str) -> bool {
    let plain =
        |letter: char| letter.is_ascii() || is_at_home(letter) || matches!(letter, '\u{300}'..='\u{36f}');
    if text.is_ascii() || text.len() > LONGEST {
        return false;
    }
    has_controls(text) || mixes_scripts(text) || !text.chars().all(plain) && traces(text)
}

/// Longer texts are not looked into, as in the repair.
const LONGEST: usize = 16 * 1024;

/// A Latin letter of ASCII glued to a letter or sign that stands in no word with it.
fn mixes_scripts(text: &str) -> bool {
    let turned = || caps_lock_undone(text).is_some();
    let mut before = [' ', ' '];
    text.chars().any(|letter| {
        let [far, near] = before;
        before = [near, letter];
        let sign_inside = !near.is_ascii()
            && far.is_ascii_alphabetic()
            && letter.is_ascii_alphabetic()
            && INNER_SIGNS.contains(near);
        glued(near, letter) || glued(letter, near) || sign_inside
            // `Nghe£ An`: of a dot below, decoders of ISO 8859-8 leave the second byte. Pounds stand at numbers.
            || near.is_ascii_lowercase() && letter == '£'
            // `NuĚĚ`: no word goes on in capitals that has begun small.
            || near.is_ascii_lowercase() && !letter.is_ascii() && letter.is_uppercase() && !turned()
    })
}

/// Signs that stand between no two letters.
const INNER_SIGNS: &str = "¢£¤¥¦§¨¬¯±¶¸¼½¾×÷€†‡ˆ‰‹›˘ˇ˙˛˝";

fn glued(latin: char, other: char) -> bool {
    let narrow = matches!(other, '\u{ff61}'..='\u{ff9f}');
    match other {
        // The signs of micro, ohm in capitals.
        'Μ' | 'μ' | 'Ω' => false,
        // Greek, Cyrillic, Armenian, Hebrew, Arabic, Thai; mathematics, boxes, blocks, shapes; half-width katakana,
        // private use, specials.
        '\u{370}'..='\u{6ff}'
        | '\u{e00}'..='\u{e7f}'
        | '\u{2200}'..='\u{22ff}'
        | '\u{2300}'..='\u{23ff}'
        | '\u{2500}'..='\u{25ff}'
        | '\u{e000}'..='\u{f8ff}' => latin.is_ascii_alphabetic(),
        _ if narrow => latin.is_ascii_alphabetic(),
        // `A型` is written, `Nguy廙` is not.
        _ if is_cjk(other) => latin.is_ascii_lowercase(),
        _ => false,
    }
}
