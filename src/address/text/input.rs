//! A text as its caller holds it: UTF-8 in Rust, UTF-16 in JavaScript.

use crate::address::name::{Fold, Folded};

/// A text by its own units: bytes of UTF-8, or UTF-16.
pub(crate) trait Input: Copy {
    /// The character at a place, folded; [`Folded::END`] behind the text.
    fn folded(self, at: usize, fold: &Fold) -> Folded;

    /// A character that the table lists, and the place behind it: which does not wait for what was looked up.
    fn listed(self, at: usize, fold: &Fold) -> Option<(Folded, usize)>;
}

impl Input for &str {
    #[inline(always)]
    fn folded(self, at: usize, fold: &Fold) -> Folded {
        match self.as_bytes().get(at) {
            None => Folded::END,
            Some(byte) if *byte < 0x80 => fold.of(u32::from(*byte)),
            Some(_) => {
                let character = self.get(at..).and_then(|rest| rest.chars().next());
                character.map_or(Folded::END, |own| fold.of(u32::from(own)).taking(own.len_utf8()))
            }
        }
    }

    #[inline(always)]
    fn listed(self, at: usize, fold: &Fold) -> Option<(Folded, usize)> {
        let byte = *self.as_bytes().get(at)?;
        if byte < 0x80 {
            return Some((fold.listed(u32::from(byte))?, at.wrapping_add(1)));
        }
        let character = self.get(at..)?.chars().next()?;
        Some((fold.listed(u32::from(character))?, at.wrapping_add(character.len_utf8())))
    }
}

/// As JavaScript holds it; half a pair parts words.
impl Input for &[u16] {
    #[inline(always)]
    fn folded(self, at: usize, fold: &Fold) -> Folded {
        let Some(unit) = self.get(at) else { return Folded::END };
        fold.listed(u32::from(*unit)).unwrap_or_else(|| beyond(self, at, fold))
    }

    #[inline(always)]
    fn listed(self, at: usize, fold: &Fold) -> Option<(Folded, usize)> {
        Some((fold.listed(u32::from(*self.get(at)?))?, at.wrapping_add(1)))
    }
}

/// A character that the table does not list: it may take two units.
#[cold]
fn beyond(text: &[u16], at: usize, fold: &Fold) -> Folded {
    let first = char::decode_utf16(text.get(at..).unwrap_or(&[]).iter().copied()).next();
    let character = first.and_then(Result::ok).unwrap_or(char::REPLACEMENT_CHARACTER);
    fold.of(u32::from(character)).taking(character.len_utf16())
}

/// Characters, for the limit.
pub(crate) fn characters(text: &[u16]) -> usize {
    char::decode_utf16(text.iter().copied()).count()
}
