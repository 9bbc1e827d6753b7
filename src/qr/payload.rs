use serde::Serialize;

use super::framing::unframed;
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
            Self::Bytes(bytes) => text::decode_with(without_leftover(bytes), tables),
            Self::Text(text) => text::repair_with(&unframed(text), tables),
        };
        let mut found = decoded.findings;
        // That letters and marks were written apart is nothing to tell a citizen.
        found.retain(|finding| finding.code != text::findings::DECOMPOSED.id);
        found.iter_mut().for_each(|finding| finding.path = "payload".to_owned());
        // The frame may have been in the other encoding, too.
        (unframed(&decoded.text), Charset { from: decoded.from, repaired: decoded.repaired }, found)
    }
}

/// Without the NUL-padded leftovers of a reader's buffer, which may be no text; before anything is known of the charset.
fn without_leftover(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().position(|byte| *byte == 0);
    match end.and_then(|end| bytes.split_at_checked(end)) {
        // A NUL among the first letters is half of a UTF-16 unit.
        Some((before, after)) if before.len() > 3 && !after.contains(&b'|') && !after.contains(&b';') => {
            before
        }
        _ => bytes,
    }
}
