use serde::Serialize;

use crate::{
    Finding,
    text::{self, ReverseTable},
};

/// What a scanner hands over: the bytes of the symbol, or a text that somebody already decoded.
#[derive(Clone, Copy)]
pub enum Payload<'a> {
    /// Best: nobody has guessed yet.
    Bytes(&'a [u8]),
    /// From a keyboard wedge or another scanner.
    Text(&'a str),
}

/// How bytes became text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Charset {
    /// `utf-8` when nothing was wrong, or the charset that had to be undone.
    pub from: &'static str,
    /// Whether text that had been read in the wrong charset was put right.
    pub repaired: bool,
}

impl Payload<'_> {
    /// In bytes.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Bytes(bytes) => bytes.len(),
            Self::Text(text) => text.len(),
        }
    }

    /// The text, how it came about, and what is to be said about that. Bytes that are UTF-8 are UTF-8; what
    /// was read in another charset is put right when the way back is certain.
    pub(super) fn into_text(self, tables: &[ReverseTable]) -> (String, Charset, Vec<Finding>) {
        let decoded = match self {
            Self::Bytes(bytes) => text::decode_with(without_tail_bytes(bytes), tables),
            Self::Text(text) => text::repair_with(without_tail(text), tables),
        };
        let mut found = decoded.findings;
        // That letters and marks were written apart is nothing to tell a citizen.
        found.retain(|finding| finding.code != text::findings::DECOMPOSED.id);
        found.iter_mut().for_each(|finding| finding.path = "payload".to_owned());
        (decoded.text, Charset { from: decoded.from, repaired: decoded.repaired }, found)
    }
}

/// The same as [`without_tail`], before anything is known of the charset.
fn without_tail_bytes(bytes: &[u8]) -> &[u8] {
    let mut bytes = bytes;
    loop {
        let shorter = match bytes {
            [rest @ .., b'\0' | b'\r' | b'\n' | b'\t' | b' '] | [rest @ .., 0xEF, 0xBB, 0xBF] => rest,
            _ => return bytes,
        };
        bytes = shorter;
    }
}

/// Without what readers put around: BOM before, CR, LF, NUL, BOM, blanks after. A trailing NUL is seen with
/// leftovers of the reader's buffer behind it, so a text is also cut at its first NUL when no separator
/// follows.
pub(super) fn without_tail(text: &str) -> &str {
    let around = |c: char| matches!(c, '\u{feff}' | '\0') || c.is_whitespace();
    let text = text.trim_matches(around);
    match text.split_once('\0') {
        Some((before, after)) if !after.contains(['|', ';']) => before.trim_end_matches(around),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_tail_is_cut_and_empty_fields_stay() {
        for tail in ["", "\r", "\n", "\r\n", "\0", "\u{feff}", "\r\n\0\0 ", "\0leftover"] {
            assert_eq!(without_tail(&format!("\u{feff}a|b||||{tail}")), "a|b||||", "{tail:?}");
        }
    }
}
