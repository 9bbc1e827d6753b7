//! Vietnamese from before Unicode, as bytes or shown as windows-1252.

use super::{
    case::{lower, title_case, upper},
    charset::{Legacy, windows_1252, windows_1252_byte},
    key::is_tone,
    nfc::{nfc, taken_apart},
    syllable::{Look, look},
    words::{Census, census, has_controls, is_letter, words},
};

/// The text of bytes that are not UTF-8, and the name of their encoding; `None` when none makes sense.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<(String, &'static str)> {
    let shown = windows_1252(bytes);
    let western = || {
        let clean = !has_controls(&shown) && Evidence::of(&shown).strong == 0;
        clean.then(|| (shown.clone(), "windows-1252"))
    };
    of_text(&shown).or_else(western)
}

/// The text of a legacy encoding that was shown as windows-1252. `None` when it may be right as it is.
pub(super) fn of_text(text: &str) -> Option<(String, &'static str)> {
    let bytes: Vec<u8> = text.chars().map(windows_1252_byte).collect::<Option<_>>()?;
    let evidence = Evidence::of(text);
    // A question mark within a word stands for a lost letter: no text that was in this encoding.
    let lost = text
        .as_bytes()
        .windows(2)
        .any(|two| matches!(two, [b'?', next] if next.is_ascii_alphabetic() || !next.is_ascii()));
    if evidence.broken == 0 || lost || is_of_second_bytes(text) {
        return None;
    }
    let before = census(text);
    // Every reading without noise competes, so that a doubtful text stays as it is.
    let mut found: Vec<(Census, Census, String, Legacy)> = Vec::new();
    for legacy in Legacy::ALL {
        let meant = legacy.decode(&bytes);
        let broken =
            |letter: char| letter == char::REPLACEMENT_CHARACTER || letter.is_control() && !is_layout(letter);
        if meant.contains(broken) || legacy == Legacy::Windows1258 && is_of_first_bytes(text) {
            continue;
        }
        let meant = if legacy == Legacy::Tcvn3 { with_capitals(&meant) } else { meant };
        // Words that are known whatever the reading say nothing for this one.
        let whole = census(&meant);
        let after = Census {
            syllables: whole.syllables.saturating_sub(before.syllables),
            common: whole.common.saturating_sub(before.common),
            names: whole.names.saturating_sub(before.names),
            ..whole
        };
        let noise = after.odd > 0 || Evidence::of(&meant).strong > 0;
        if !noise && meant != text && !found.iter().any(|(_, _, other, _)| *other == meant) {
            found.push((after, whole, meant, legacy));
        }
    }
    found.sort_by_key(|(after, ..)| std::cmp::Reverse(weight(*after)));
    let ((after, whole, meant, legacy), others) = found.split_first()?;
    let alone =
        others.first().is_none_or(|(second, ..)| after.common > 0 && weight(*after) > weight(*second));
    (alone && evidence.suffices(*after, *whole)).then(|| (meant.clone(), legacy.name()))
}

/// `BuÌi DuÌoÌng`: not the grave of windows-1258, but the first byte of every combining mark in UTF-8, whose second a
/// decoder dropped. A text in windows-1258 has other tones as well.
fn is_of_first_bytes(text: &str) -> bool {
    text.chars().filter(|letter| *letter == 'Ì').count() > 2 && !text.contains(['ì', 'ò', 'Þ', 'Ò', 'þ'])
}

/// `Tro£ng Lo£c`: of combining marks in UTF-8 a decoder dropped the first byte (ISO 8859-8 has no 0xCC) and the second, a
/// control, of all but the heavy tone (0xA3). No legacy text has this letter alone, and behind vowels.
fn is_of_second_bytes(text: &str) -> bool {
    let mut near = ' ';
    text.chars().all(|letter| {
        let behind_vowel = "aeiouyAEIOUY".contains(std::mem::replace(&mut near, letter));
        letter.is_ascii() || letter == '£' && behind_vowel
    })
}

/// How much Vietnamese a reading makes.
fn weight(census: Census) -> usize {
    let words = census.syllables.saturating_add(census.common).saturating_mul(4);
    words.saturating_sub(census.names)
}

/// Traces of a legacy encoding in a text of windows-1252.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Evidence {
    /// Words that are no Vietnamese syllables as they stand.
    broken: usize,
    /// Those of them whose letters no European spelling puts together.
    strong: usize,
}

impl Evidence {
    fn of(text: &str) -> Self {
        let mut evidence = Self::default();
        let tokens = text
            .split(|letter: char| letter.is_ascii() && !letter.is_ascii_alphabetic() && !letter.is_control());
        for token in tokens.take(TOKENS) {
            let token = token.trim_matches(is_punctuation);
            if token.is_ascii() && !token.contains(|letter: char| letter.is_control())
                || look(&nfc(token)) == Look::Syllable
            {
                continue;
            }
            let sign = has_sign(token);
            evidence.strong = evidence.strong.saturating_add(usize::from(sign));
            evidence.broken =
                evidence.broken.saturating_add(usize::from(sign || token.chars().all(is_letter)));
        }
        evidence
    }

    /// Whether a reading is certain: it has no odd word and few that are no syllables, and the text as it
    /// stood has signs that no right text has, or several words that are not Vietnamese as they stand.
    fn suffices(self, after: Census, whole: Census) -> bool {
        let vietnamese = after.syllables.saturating_add(after.common) > after.names;
        vietnamese && (self.strong > 0 || self.broken > 2 && whole.names == 0 && whole.foreign == 0)
    }
}

/// What may stand at either end of a right word, beside ASCII.
fn is_punctuation(letter: char) -> bool {
    matches!(
        letter,
        '‘' | '’'
            | '‚'
            | '“'
            | '”'
            | '„'
            | '…'
            | '–'
            | '—'
            | '•'
            | '™'
            | '\u{a0}'
            | '°'
            | '\r'
            | '\n'
            | '\t'
            | '\0'
    )
}

fn has_sign(token: &str) -> bool {
    // `Nº`, `1ª`, `H²`, `Olé®`: at the end, these stand in right texts too.
    let token =
        token.strip_suffix(['ª', 'º', '²', '³', '¹', '®', '©', '°', '»', '¬', '\u{ad}']).unwrap_or(token);
    let mut before = [' ', ' '];
    token.chars().any(|letter| {
        let [far, near] = before;
        before = [near, letter];
        letter.is_control()
            || matches!(letter, '\u{a1}'..='\u{bf}' | '×' | '÷' | '€' | '†' | '‡' | 'ˆ' | '‰' | '‹' | '›' | '˜') && is_letter(near)
            || is_letter(letter) && is_letter(far) && matches!(near, '‚' | '„' | '“' | '”' | '™')
            || is_letter(near) && is_inner_sign(letter)
            || letter.is_ascii_alphabetic() && is_inner_sign(near) && is_letter(far)
            || is_letter(letter) && matches!(near, '¢' | '¤' | '¥' | '¦' | '§' | '¨' | '¬' | '¸')
            || is_inner_sign(letter) && is_inner_sign(near)
            // A capital in the middle of a word of small letters, a small letter among capitals.
            || near.is_ascii_lowercase() && is_capital(letter)
            || is_letter(far) && is_capital(near) && letter.is_ascii_lowercase()
            || far.is_ascii_uppercase() && (near.is_ascii_uppercase() || is_capital(near)) && matches!(letter, 'à'..='þ')
            // German has it behind vowels only.
            || letter == 'ß' && near.is_ascii_alphabetic() && !"aeiouyAEIOUYlL".contains(near)
            // A tone of windows-1258 behind a circumflex.
            || "âêôÂÊÔ".contains(near) && "ÌÒÞìòþ".contains(letter)
            || is_vni_pair(near, letter)
    }) || has_vni_piece(token)
}

fn has_vni_piece(token: &str) -> bool {
    let token = lower(token);
    VNI_PIECES.iter().any(|piece| token.contains(piece))
}

fn is_capital(letter: char) -> bool {
    matches!(letter, 'À'..='Ö' | 'Ø'..='Þ')
}

/// Signs that are never glued to the letter behind them in a right text.
fn is_inner_sign(letter: char) -> bool {
    matches!(
        letter,
        '¢' | '¤'
            | '¥'
            | '¦'
            | '§'
            | '\u{ad}'
            | '¨'
            | '©'
            | 'ª'
            | '¬'
            | '®'
            | '¯'
            | '±'
            | 'µ'
            | '¶'
            | '¸'
            | '¹'
            | 'º'
            | '¼'
            | '½'
            | '¾'
            | '×'
            | '÷'
    )
}

/// A vowel and a VNI sign for its marks that no European spelling puts together. (`oï`, `oë`, `aú`, `eá`,
/// `oã`, `oû` exist: Loïc, Zoë, Raúl, Seán, João, goût.)
fn is_vni_pair(vowel: char, sign: char) -> bool {
    // ISO 8859-1 has its capitals 0x20 below the small letters; VNI uses no other.
    let small = |letter: char| match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(u32::from(letter) | 0x20).unwrap_or(letter),
        _ => letter,
    };
    let signs = match small(vowel) {
        'a' => "âêáàåãäøèõù",
        'e' => "âåãäøõ",
        'o' => "âàåäøõ",
        'u' => "øõûù",
        'y' => "ùøõûï",
        'ô' | 'ö' => "ùøûõï",
        _ => "",
    };
    signs.contains(small(sign))
}

/// Ends of VNI syllables whose vowel and sign alone stand in European names too (Jaén, Loïc, Maël).
const VNI_PIECES: [&str; 9] = ["aéc", "aék", "aém", "aéng", "aép", "aét", "ïng", "ïnh", "aëng"];

/// The `.Vn` fonts have no capitals with tones: a text in capitals holds small letters there, and a word
/// that begins with such a letter lost its capital. The other words of the field say which it was.
fn with_capitals(text: &str) -> String {
    let whole = Shape::of(text);
    let mut out = String::with_capacity(text.len());
    for field in text.split_inclusive(['|', ',', '\n']) {
        let shape = match Shape::of(field) {
            Shape::Unknown => whole,
            shape => shape,
        };
        let mut rest = field;
        while let Some(start) = rest.find(is_letter) {
            let Some((gap, tail)) = rest.split_at_checked(start) else { break };
            let end = tail.find(|letter| !is_letter(letter));
            let (word, next) = end.and_then(|at| tail.split_at_checked(at)).unwrap_or((tail, ""));
            out.push_str(gap);
            match shape {
                Shape::Capitals => out.push_str(&upper(word)),
                Shape::Title if !word.starts_with(has_capital) => {
                    out.push_str(&title_case(word));
                }
                _ => out.push_str(word),
            }
            rest = next;
        }
        out.push_str(rest);
    }
    out
}

/// How the words of a field are written, as far as their ASCII letters say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Capitals,
    Title,
    Small,
    Unknown,
}

impl Shape {
    fn of(field: &str) -> Self {
        let small = field.bytes().any(|byte| byte.is_ascii_lowercase());
        let starts = |case: fn(&str) -> String| {
            let first =
                words(field).filter_map(|word| word.chars().next()).filter(|first| has_capital(*first));
            first.filter(|first| case(&first.to_string()) == first.to_string()).count()
        };
        let (capitals, smalls) = (starts(upper), starts(lower));
        let two = |word: &str| word.bytes().filter(u8::is_ascii_uppercase).count() > 1;
        match (small, capitals, smalls) {
            (true, 1.., 0) => Self::Title,
            (true, ..) => Self::Small,
            (false, ..) if words(field).any(two) => Self::Capitals,
            _ => Self::Unknown,
        }
    }
}

/// Whether the `.Vn` fonts have this letter in both cases.
fn has_capital(letter: char) -> bool {
    !taken_apart(letter).1.into_iter().any(is_tone)
}

/// Controls that lay a text out.
fn is_layout(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | '\0' | '\u{1d}' | '\u{1e}')
}

/// Words that are looked at.
const TOKENS: usize = 300;
