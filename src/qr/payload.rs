use crate::{
    Finding,
    text::{self, ReverseTable},
};

use super::findings;

/// What a scanner hands over: the bytes of the symbol, or a text that somebody already decoded.
#[derive(Clone, Copy)]
pub enum Payload<'a> {
    /// Best: nobody has guessed yet.
    Bytes(&'a [u8]),
    /// From a keyboard wedge or another scanner.
    Text(&'a str),
}

/// How bytes became text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charset {
    /// `utf-8`, `string` (decoded by somebody else), or the charset that had to be undone.
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

    /// The text, how it came about, and what is to be said about that.
    pub(super) fn into_text(self, tables: &[ReverseTable]) -> (String, Charset, Vec<Finding>) {
        let decoded = match self {
            Self::Bytes(bytes) => text::decode_with(bytes, tables),
            Self::Text(text) => text::repair_with(text, tables),
        };
        let from = match self {
            Self::Text(_) if !decoded.repaired => "string",
            _ => decoded.from,
        };
        let mut damage = decoded.findings;
        damage.retain(|finding| finding.code != text::findings::LOSSY.id);
        for finding in &mut damage {
            finding.path = "payload".to_owned();
        }
        damage.extend(decoded.lossy.then(|| Finding::new(findings::CHARACTERS_LOST, "payload")));
        (decoded.text, Charset { from, repaired: decoded.repaired }, damage)
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
