use std::fmt;

use serde::Serialize;

use super::{
    double_byte, findings, garbled::is_garbled, legacy, misread, nfc::nfc, reverse::ReverseTable,
    segments::by_parts, sequence::may_hold_sequence,
};
use crate::{Finding, finding::Notes};

/// A text as it was meant, and what it took.
///
/// `Debug` leaves the text out: it may be somebody's name.
#[derive(Clone, PartialEq, Serialize)]
pub struct Decoded {
    /// In NFC. U+FFFD stands where something was lost.
    pub text: String,
    /// The encoding that the text had, or in which it had been misread: `utf-8` (nothing was wrong),
    /// `windows-1252`, `windows-1258` and the other single-byte encodings of the WHATWG, `cp437` and its kin, `big5`, `shift_jis`, `gb18030`, `tcvn3`, `vni`, `viscii`,
    /// `windows-1258`, `utf-16le`, `utf-16be`.
    pub from: &'static str,
    /// Whether the text differs from what arrived by more than its normal form.
    pub repaired: bool,
    /// Whether something was lost on the way.
    pub lossy: bool,
    /// `text.*`, at the empty path.
    pub findings: Vec<Finding>,
}

/// Text of bytes: UTF-8 when they are that, else the encoding that makes Vietnamese of them.
///
/// ```
/// use cancuoc::text::decode;
/// assert_eq!(decode("Nguyễn Văn Mẫu".as_bytes()).from, "utf-8");
/// let tcvn3 = decode(b"Nguy\xd4n V\xa8n M\xc9u");
/// assert_eq!((tcvn3.text.as_str(), tcvn3.from), ("Nguyễn Văn Mẫu", "tcvn3"));
/// ```
pub fn decode(bytes: &[u8]) -> Decoded {
    decode_with(bytes, &[])
}

/// [`decode`], with tables for UTF-8 bytes that hold an already misread text.
pub fn decode_with(bytes: &[u8], tables: &[ReverseTable]) -> Decoded {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Some(decoded) = utf_16(bytes) {
        return decoded;
    }
    if let Ok(text) = str::from_utf8(bytes) {
        return repair_with(text, tables);
    }
    let lossy = String::from_utf8_lossy(bytes);
    if mostly_utf_8(&lossy) || is_cut(bytes) {
        return Decoded::new(&lossy, "utf-8", Way::AsItCame);
    }
    match Some(bytes).filter(|bytes| bytes.len() <= LONGEST).and_then(legacy::of_bytes) {
        Some((text, from)) => Decoded::new(&text, from, Way::Converted),
        None => Decoded::new(&lossy, "utf-8", Way::AsItCame),
    }
}

/// The text that somebody else's decoder should have returned: see [`repair_with`]. Without a table,
/// misreadings as Big5, Shift_JIS and GB18030 are only reported.
///
/// ```
/// let repaired = cancuoc::text::repair("Nguyá»…n VÄƒn Máº«u");
/// assert_eq!(repaired.text, "Nguyễn Văn Mẫu");
/// assert_eq!(repaired.from, "windows-1252");
/// ```
pub fn repair(text: &str) -> Decoded {
    repair_with(text, &[])
}

/// Whether [`repair`] may find another text in this one; for nearly every right text it says no, and is cheap.
pub fn may_be_misread(text: &str) -> bool {
    may_hold_sequence(text) || legacy::of_text(text).is_some()
}

/// Undoes what is certain: UTF-8 that was read as a single-byte encoding (up to three times over), or as one of the
/// double-byte encodings for which a table is given, and TCVN3, VNI, VISCII, windows-1258 shown as windows-1252. A
/// text that may be right as it is stays as it is. The fields of a payload, a label and its value are judged apart;
/// a part that looks misread without a certain way back stays as it came, with `text.garbled`.
///
/// Time and space are linear in the text; one above 16 KiB, five QR codes, is not looked into.
pub fn repair_with(text: &str, tables: &[ReverseTable]) -> Decoded {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.is_ascii() {
        return Decoded::new(text, "utf-8", Way::AsItCame);
    }
    if text.len() > LONGEST {
        return Decoded::new(text, "utf-8", Way::AsItCame);
    }
    let whole = misread::as_single_byte(text).or_else(|| double_byte::as_double_byte(text, tables));
    if let Some(restored) = whole.filter(|restored| !is_garbled(&restored.text)) {
        return Decoded::new(&restored.text, restored.from, Way::Repaired);
    }
    if let Some((text, from)) = legacy::of_text(text) {
        return Decoded::new(&text, from, Way::Converted);
    }
    let parts = by_parts(text, tables);
    let mut decoded = match parts.from {
        Some(from) => Decoded::new(&parts.text, from, Way::Repaired),
        None => Decoded::new(text, "utf-8", Way::AsItCame),
    };
    if double_byte::looks_double_byte(&decoded.text) && tables.is_empty() {
        decoded.findings.note(findings::NEEDS_TABLE, "");
    } else if parts.garbled && !decoded.lossy {
        decoded.findings.note(findings::GARBLED, "");
    }
    decoded
}

/// Whether [`repair_with`] could do more for this text with tables of the double-byte encodings.
///
/// It is cheap, and true also for text that holds right Chinese or Japanese beside Latin letters.
pub fn needs_table(text: &str) -> bool {
    let leads = |letter| double_byte::is_cjk(letter) || matches!(letter, '①'..='⑽');
    text.bytes().any(|byte| byte.is_ascii_alphanumeric()) && text.chars().any(leads)
}

/// How a text came to be what it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    AsItCame,
    /// It had been read in the wrong encoding.
    Repaired,
    /// It was in another encoding than UTF-8.
    Converted,
}

impl Decoded {
    fn new(text: &str, from: &'static str, way: Way) -> Self {
        let composed = nfc(text);
        let lossy = composed.contains(char::REPLACEMENT_CHARACTER) || lost_as_question_mark(&composed);
        let mut found = Vec::new();
        match way {
            Way::Repaired => found.push(Finding::new(findings::REPAIRED, "").with("from", from)),
            Way::Converted => found.push(Finding::new(findings::LEGACY_ENCODING, "").with("from", from)),
            Way::AsItCame if composed != text => found.note(findings::DECOMPOSED, ""),
            Way::AsItCame => {}
        }
        if lossy {
            found.note(findings::LOSSY, "");
        }
        Self { text: composed, from, repaired: way != Way::AsItCame, lossy, findings: found }
    }
}

impl fmt::Debug for Decoded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Decoded")
            .field("from", &self.from)
            .field("repaired", &self.repaired)
            .field("lossy", &self.lossy)
            .field("findings", &self.findings)
            .finish_non_exhaustive()
    }
}

/// UTF-16, with its byte order mark or without.
fn utf_16(bytes: &[u8]) -> Option<Decoded> {
    let (from, rest, unit): (_, _, fn([u8; 2]) -> u16) = match bytes {
        [0xFF, 0xFE, rest @ ..] => ("utf-16le", rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => ("utf-16be", rest, u16::from_be_bytes),
        // A control of one byte that a serial reader puts in front.
        [0x01..=0x1F, rest @ ..] if half_zero(rest, 1) => ("utf-16le", rest, u16::from_le_bytes),
        _ if half_zero(bytes, 1) => ("utf-16le", bytes, u16::from_le_bytes),
        _ if half_zero(bytes, 0) => ("utf-16be", bytes, u16::from_be_bytes),
        _ => return None,
    };
    let (units, left) = rest.as_chunks::<2>();
    let units: Vec<u16> = units.iter().map(|pair| unit(*pair)).collect();
    let mut text = String::from_utf16_lossy(&units);
    // A line end of one byte is the reader's.
    if left.iter().any(|byte| !matches!(byte, 0..=0x1F)) {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    Some(Decoded::new(&text, from, Way::Converted))
}

/// Serial readers in Unicode mode send UTF-16 without its mark: at least half of the units of a payload are ASCII, whose
/// byte at `high` is 0. No text in another encoding has a NUL in every second place.
fn half_zero(bytes: &[u8], high: usize) -> bool {
    let units = bytes.as_chunks::<2>().0;
    let ascii = units.iter().filter(|unit| {
        let low = unit.get(1_usize.saturating_sub(high)).copied().unwrap_or_default();
        unit.get(high) == Some(&0) && matches!(low, b' '..=b'~')
    });
    units.len() > 3 && ascii.count().saturating_mul(2) >= units.len()
}

/// Whether a few bytes of a UTF-8 text were lost: more letters came through than were broken.
fn mostly_utf_8(lossy: &str) -> bool {
    let broken = lossy.chars().filter(|letter| *letter == char::REPLACEMENT_CHARACTER).count();
    let whole = lossy.chars().filter(|letter| !letter.is_ascii()).count().saturating_sub(broken);
    whole > broken
}

/// Whether only the last letter is incomplete, by more than a first byte (which might be a Latin-1 letter).
fn is_cut(bytes: &[u8]) -> bool {
    str::from_utf8(bytes).is_err_and(|error| {
        error.error_len().is_none() && bytes.len().saturating_sub(error.valid_up_to()) > 1
    })
}

/// `Nguy?n V?n`, `Hu????u`: the traces of a conversion to an encoding without these letters, one for each letter or one for each
/// of its bytes. Not in a link.
fn lost_as_question_mark(text: &str) -> bool {
    let mut before_run = false;
    let mut near = b' ';
    let inside = text.bytes().any(|byte| {
        let first = byte == b'?' && near != b'?';
        before_run = if first { near.is_ascii_alphabetic() } else { before_run };
        let behind = near == b'?' && byte.is_ascii_alphabetic() && before_run;
        near = byte;
        behind
    });
    inside && !text.contains("://")
}

/// Bytes of a text that is looked into: a QR code holds 3 KB, a form's longest field less.
const LONGEST: usize = 16 * 1024;
