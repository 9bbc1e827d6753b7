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
                let (character, bytes) = decoded(self.as_bytes(), at);
                fold.of(character).taking(bytes)
            }
        }
    }

    #[inline(always)]
    fn listed(self, at: usize, fold: &Fold) -> Option<(Folded, usize)> {
        let byte = *self.as_bytes().get(at)?;
        if byte < 0x80 {
            return Some((fold.listed(u32::from(byte))?, at.wrapping_add(1)));
        }
        let (character, bytes) = decoded(self.as_bytes(), at);
        Some((fold.listed(character)?, at.wrapping_add(bytes)))
    }
}

/// The character of two bytes or more that begins at a place of UTF-8, and its bytes. All places come from here: none lies
/// within a character, which `str` would look for each time.
#[inline(always)]
fn decoded(text: &[u8], at: usize) -> (u32, usize) {
    let byte = |place: usize| text.get(at.wrapping_add(place)).map_or(0, |byte| u32::from(*byte));
    let behind = |place: usize| byte(place) & 0x3F;
    match byte(0) {
        lead @ ..0xE0 => ((lead & 0x1F) << 6 | behind(1), 2),
        lead @ 0xE0..0xF0 => ((lead & 0xF) << 12 | behind(1) << 6 | behind(2), 3),
        lead => ((lead & 7) << 18 | behind(1) << 12 | behind(2) << 6 | behind(3), 4),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_decoded_with_its_length_wherever_it_stands() {
        for character in ('\u{80}'..=char::MAX).step_by(7) {
            let text = format!("a{character}{character}");
            let expected = (u32::from(character), character.len_utf8());
            assert_eq!(decoded(text.as_bytes(), 1), expected, "{character:?}");
            assert_eq!(decoded(text.as_bytes(), 1 + expected.1), expected, "{character:?}");
        }
    }
}
