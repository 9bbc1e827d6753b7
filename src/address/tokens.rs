//! Words of an address, with what parts them.

use super::{
    fold::{Fold, Folded, Letter},
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
    /// The words of a text that is given as characters with their places; `end` is the place behind the last.
    pub(super) fn read(&mut self, text: impl Iterator<Item = (usize, char)>, end: usize, fold: &Fold) {
        self.words.clear();
        let mut begins_part = true;
        let mut dash = Dash::No;
        let mut open: Option<Open> = None;
        for (at, character) in text {
            match fold.of(character) {
                Folded::Letter(letter) => {
                    let digit = letter.base.is_ascii_digit();
                    // "Q1", "P8", "phuong5": the prefix ends where the number begins.
                    if digit
                        && let Some(word) = open.as_ref().filter(|word| !word.before_digit && word.is_glued_prefix())
                    {
                        self.words.push(word.closed(at, begins_part, dash));
                        (begins_part, dash) = (false, Dash::No);
                        open = None;
                    }
                    open.get_or_insert_with(|| Open::at(at, digit)).push(letter, digit);
                }
                Folded::Mark(quality, tone) => {
                    if let Some(word) = &mut open {
                        word.key.mark(quality, tone);
                    }
                }
                Folded::Nothing => {}
                Folded::Other => {
                    if let Some(word) = open.take() {
                        self.words.push(word.closed(at, begins_part, dash));
                        (begins_part, dash) = (false, Dash::No);
                    }
                    dash = dash.then(character);
                    match character {
                        ' ' => {}
                        '.' => {
                            if let Some(word) = self.words.last_mut() {
                                word.point = true;
                            }
                        }
                        // A hyphen or a slash belongs to names ("Bà Rịa - Vũng Tàu") and house numbers.
                        '\t' | '\u{a0}' | '/' | '-' | '–' | '—' | '‐' | '‑' => {}
                        _ => begins_part = true,
                    }
                }
            }
        }
        if let Some(word) = open {
            self.words.push(word.closed(end, begins_part, dash));
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

/// A word that has not ended yet.
struct Open {
    key: WordKey,
    start: usize,
    /// It begins with a digit.
    digit: bool,
    numeric: bool,
    /// Its last letter is a digit.
    before_digit: bool,
    /// It is a zero until now.
    zero: bool,
}

impl Open {
    fn at(start: usize, digit: bool) -> Self {
        Self { key: WordKey::default(), start, digit, numeric: true, before_digit: false, zero: false }
    }

    #[inline]
    fn push(&mut self, letter: Letter, digit: bool) {
        // "Phường 05" is Phường 5.
        if self.zero && digit {
            self.key = WordKey::default();
        }
        self.zero = digit && letter.base == b'0' && self.key.key.length == 0;
        self.numeric &= digit;
        self.before_digit = digit;
        self.key.push(letter);
    }

    /// "q", "p", "f", "quận", "phường", "district", "ward".
    fn is_glued_prefix(&self) -> bool {
        let own = self.key.key;
        own.length <= 8 && GLUED.iter().any(|(length, hash)| own.length == *length && own.hash == *hash)
    }

    fn closed(&self, end: usize, begins_part: bool, dash: Dash) -> Word {
        Word {
            key: self.key.key,
            start: self.start,
            end,
            begins_part,
            after_dash: dash == Dash::Yes,
            point: false,
            numeric: self.numeric,
            digit: self.digit,
            prefix: None,
            street: false,
        }
    }
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
    fn then(self, character: char) -> Self {
        match (self, character) {
            (Self::No, ' ' | '\t' | '\u{a0}') => Self::Space,
            (Self::Space, '-' | '–' | '—') => Self::Hyphen,
            (Self::Hyphen, ' ' | '\t' | '\u{a0}') => Self::Yes,
            (own, _) => own,
        }
    }
}

/// UTF-16 as JavaScript holds it, as characters with their places; half a pair stands for nothing.
pub(super) fn utf16(text: &[u16]) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut at = 0_usize;
    std::iter::from_fn(move || {
        let start = at;
        let first = *text.get(at)?;
        at = at.saturating_add(1);
        let character = match char::from_u32(u32::from(first)) {
            Some(character) => character,
            None => match char::decode_utf16([first, text.get(at).copied().unwrap_or(0)]).next() {
                Some(Ok(character)) => {
                    at = at.saturating_add(1);
                    character
                }
                _ => char::REPLACEMENT_CHARACTER,
            },
        };
        Some((start, character))
    })
}
