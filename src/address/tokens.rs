//! Words of an address, with what parts them.

use super::{
    fold::Fold,
    key::{Key, WordKey},
    kind::UnitKind,
};

/// The words of a text, with their keys and their places in it.
#[derive(Default)]
pub(super) struct Tokens {
    pub(super) words: Vec<Word>,
}

/// One word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) key: Key,
    /// Where it begins and ends in the text, in the text's own units.
    pub(super) start: usize,
    pub(super) end: usize,
    /// A comma, a line's end or a bracket stands before it.
    pub(super) begins_part: bool,
    /// A hyphen between spaces stands before it: it parts, except inside a name.
    pub(super) after_dash: bool,
    /// A point follows it.
    pub(super) point: bool,
    pub(super) numeric: bool,
    /// It begins with a digit.
    pub(super) digit: bool,
    /// The prefix that begins here, and its words. Filled in by [`Prefixes`](super::prefix::Prefixes).
    pub(super) prefix: Option<(UnitKind, u8)>,
    /// Its part of the text begins as a street does.
    pub(super) street: bool,
}

impl Tokens {
    /// Reads the words of a text; their places count its units.
    pub(super) fn read(&mut self, text: impl Text, fold: &Fold) {
        self.words.clear();
        let mut begins_part = true;
        let mut dash = Dash::No;
        let mut at = 0_usize;
        while let Some((character, mut next)) = text.character(at) {
            let mut folded = fold.of(character);
            if !folded.is_letter() {
                at = next;
                if folded.is_in_a_word() {
                    continue;
                }
                dash = dash.then(character);
                match character {
                    // A hyphen or a slash belongs to names ("Bà Rịa - Vũng Tàu") and house numbers.
                    SPACE | TAB | HARD_SPACE | 0x2f | 0x2d | 0x2010..=0x2014 => {}
                    0x2e => {
                        if let Some(word) = self.words.last_mut() {
                            word.point = true;
                        }
                    }
                    _ => begins_part = true,
                }
                continue;
            }
            let start = at;
            let digit = folded.is_digit();
            let mut numeric = true;
            let mut key = WordKey::NEW;
            loop {
                if folded.is_digit() {
                    // "Q1", "P8", "phuong5": the prefix ends where the number begins.
                    if !digit && is_glued_prefix(key.key) {
                        break;
                    }
                    // "Phường 05" is Phường 5.
                    if numeric && key.is_zero() {
                        key = WordKey::NEW;
                    }
                } else {
                    numeric = false;
                }
                key.push(folded);
                at = next;
                // What is not a letter but belongs to the word; then the next letter, or the word's end.
                let more = loop {
                    let Some((character, behind)) = text.character(at) else { break false };
                    folded = fold.of(character);
                    next = behind;
                    if folded.is_letter() {
                        break true;
                    }
                    if !folded.is_in_a_word() {
                        break false;
                    }
                    key = key.marked(folded);
                    at = behind;
                };
                if !more {
                    break;
                }
            }
            self.words.push(Word {
                key: key.key,
                start,
                end: at,
                begins_part,
                after_dash: dash == Dash::Yes,
                point: false,
                numeric,
                digit,
                prefix: None,
                street: false,
            });
            (begins_part, dash) = (false, Dash::No);
        }
    }

    pub(super) fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    /// Whether a part of the text begins at this word, or the text has ended.
    pub(super) fn is_edge(&self, at: usize) -> bool {
        self.words.get(at).is_none_or(|word| word.begins_part || word.after_dash)
    }
}

/// "q", "p", "f", "quận", "phường", "district", "ward".
#[cold]
fn is_glued_prefix(own: Key) -> bool {
    own.length <= 8 && GLUED.iter().any(|(length, hash)| own.length == *length && own.hash == *hash)
}

/// Prefixes that people write without a space before a number: letters, hash.
const GLUED: [(usize, u64); 7] = [
    glued(b"q"),
    glued(b"p"),
    glued(b"f"),
    glued(b"quan"),
    glued(b"phuong"),
    glued(b"district"),
    glued(b"ward"),
];

const fn glued(word: &[u8]) -> (usize, u64) {
    (word.len(), Key::of_ascii(word).hash)
}

/// How much of a hyphen between spaces was read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dash {
    No,
    Space,
    Hyphen,
    Yes,
}

impl Dash {
    #[inline]
    fn then(self, character: u32) -> Self {
        match (self, character) {
            (Self::No, SPACE | TAB | HARD_SPACE) => Self::Space,
            (Self::Space, 0x2d | 0x2013 | 0x2014) => Self::Hyphen,
            (Self::Hyphen, SPACE | TAB | HARD_SPACE) => Self::Yes,
            (own, _) => own,
        }
    }
}

const SPACE: u32 = 0x20;
const TAB: u32 = 0x09;
const HARD_SPACE: u32 = 0xa0;

/// A text by its own units: bytes of UTF-8, or UTF-16.
pub(super) trait Text: Copy {
    /// The character at a place and the place behind it; nothing at the end.
    fn character(self, at: usize) -> Option<(u32, usize)>;
}

impl Text for &str {
    #[inline]
    fn character(self, at: usize) -> Option<(u32, usize)> {
        let byte = *self.as_bytes().get(at)?;
        if byte < 0x80 {
            return Some((u32::from(byte), at.wrapping_add(1)));
        }
        let character = self.get(at..)?.chars().next()?;
        Some((u32::from(character), at.saturating_add(character.len_utf8())))
    }
}

/// As JavaScript holds it; half a pair stands for nothing.
impl Text for &[u16] {
    #[inline(always)]
    fn character(self, at: usize) -> Option<(u32, usize)> {
        let first = *self.get(at)?;
        if matches!(first, 0xd800..0xe000) {
            return Some(pair(first, self.get(at.wrapping_add(1)).copied().unwrap_or(0), at));
        }
        Some((u32::from(first), at.wrapping_add(1)))
    }
}

#[cold]
fn pair(first: u16, second: u16, at: usize) -> (u32, usize) {
    match char::decode_utf16([first, second]).next() {
        Some(Ok(character)) => (u32::from(character), at.wrapping_add(2)),
        _ => (u32::from(char::REPLACEMENT_CHARACTER), at.wrapping_add(1)),
    }
}

/// Characters, for the limit.
pub(super) fn characters(text: &[u16]) -> usize {
    char::decode_utf16(text.iter().copied()).count()
}
