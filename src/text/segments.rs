//! A text in parts that may have been read in different encodings: the fields of a payload, a label and its value.

use super::{
    double_byte::{as_double_byte, is_cjk},
    garbled::is_garbled,
    misread::{Restored, as_single_byte_of, part_as_single_byte},
    nfc::nfc,
    reverse::ReverseTable,
    syllable::{even_case, is_at_home},
    words::words,
};

/// What became of the parts.
pub(super) struct Parts {
    pub(super) text: String,
    /// The encoding of the first part that was brought back.
    pub(super) from: Option<&'static str>,
    /// A part looks misread and stays as it came.
    pub(super) garbled: bool,
}

/// Brings each part back by itself, or leaves it as it came.
///
/// zxing guesses the encoding of each byte segment of a symbol (zxing/zxing#1374), and people paste a value behind a
/// label: so some parts are right, or misread in another encoding. Within one part all is brought back or nothing.
pub(super) fn by_parts(text: &str, tables: &[ReverseTable]) -> Parts {
    let parts: Vec<&str> = text.split_inclusive(SEPARATORS).collect();
    let restored: Vec<Option<Restored>> = parts.iter().map(|part| certain(part, tables)).collect();
    // Where a part lost letters, all stays as it came, and is marked for that.
    let lost = |(part, restored): (&&str, &Option<Restored>)| {
        restored.is_none() && part.contains(char::REPLACEMENT_CHARACTER)
    };
    if parts.iter().zip(&restored).any(lost) {
        return Parts { text: text.to_owned(), from: None, garbled: true };
    }
    let mut known: Vec<&'static str> = restored.iter().flatten().map(|restored| restored.from).collect();
    known.dedup();
    let mut out =
        Parts { text: String::with_capacity(text.len()), from: known.first().copied(), garbled: false };
    // Whether each part that looks misread was read in a double-byte encoding, apart from the others.
    let mut apart = true;
    for (part, restored) in parts.into_iter().zip(restored) {
        let restored = restored.or_else(|| known.iter().find_map(|name| as_single_byte_of(part, name)));
        match restored {
            Some(restored) => out.text.push_str(&restored.text),
            None => {
                let garbled = is_garbled(part)
                    || out.from.is_some() && (part.contains(is_doubtful) || has_uneven_word(part));
                out.garbled |= garbled;
                apart &= !garbled || part.contains(is_cjk);
                out.text.push_str(part);
            }
        }
    }
    // Where one part lost letters, others may have lost theirs without a trace.
    if out.garbled && !apart {
        return Parts { text: text.to_owned(), from: None, garbled: true };
    }
    out
}

/// Ends of a part: those of QR payloads, a label's colon, lines.
const SEPARATORS: [char; 6] = ['|', ';', ':', '\n', '\r', '\t'];

/// Beside a part that was misread: what the first bytes of Vietnamese letters of two bytes are shown as, and whatever is
/// not written in Việt Nam.
fn is_doubtful(letter: char) -> bool {
    // A combining mark as well: windows-1258 has them, and shows the first byte of one as another.
    let plain = letter.is_ascii() || is_at_home(letter) || matches!(letter, '’' | '–');
    !plain || matches!(letter, 'Ã' | 'Ä' | 'Æ' | 'Ă' | '?')
}

/// `HâHen`: the first byte of an apostrophe.
fn has_uneven_word(part: &str) -> bool {
    words(part).any(|word| !word.is_ascii() && !even_case(&nfc(word)))
}

/// A part that is certain and has lost nothing.
fn certain(part: &str, tables: &[ReverseTable]) -> Option<Restored> {
    if part.is_ascii() {
        return None;
    }
    let double_byte = || as_double_byte(part, tables).filter(|restored| !restored.damaged);
    let restored = part_as_single_byte(part).or_else(double_byte)?;
    (!is_garbled(&restored.text)).then_some(restored)
}
