//! Words of an address, with what parts them.

use super::{
    fold::{Fold, Folded},
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
    /// A prefix or a mention begins here. This and the next are filled in by
    /// [`Mentions`](super::mention::Mentions).
    pub(super) begins: bool,
    /// A prefix ends before it: what begins here is of its kind and nothing else.
    pub(super) named: bool,
    /// It lies inside a name that is certain.
    pub(super) covered: bool,
    /// The names that begin here, when it is `named`: from, to.
    pub(super) hits: (usize, usize),
}

impl Tokens {
    /// Reads the words of a text; their places count its units.
    pub(super) fn read(&mut self, text: impl Text, fold: &Fold) {
        self.words.clear();
        let mut begins_part = true;
        let mut dash = Dash::No;
        let mut at = 0_usize;
        while let Some((mut folded, mut next)) = text.folded(at, fold) {
            if !folded.is_letter() {
                if !folded.is_in_a_word() {
                    let character = text.unit(at);
                    dash = dash.then(character);
                    match character {
                        SPACE => {}
                        0x2e => {
                            if let Some(word) = self.words.last_mut() {
                                word.point = true;
                            }
                        }
                        // A hyphen or a slash belongs to names ("Bà Rịa - Vũng Tàu") and house numbers.
                        TAB | HARD_SPACE | 0x2f | 0x2d | 0x2010..=0x2014 => {}
                        _ => begins_part = true,
                    }
                }
                at = next;
                continue;
            }
            let start = at;
            let digit = folded.is_digit();
            let mut digits = 0_usize;
            let mut key = WordKey::NEW;
            loop {
                if folded.is_digit() {
                    // "Q1", "P8", "phuong5": the prefix ends where the number begins.
                    if !digit && is_glued_prefix(key.key) {
                        break;
                    }
                    // "Phường 05" is Phường 5.
                    if key.is_zero() {
                        (key, digits) = (WordKey::NEW, 0);
                    }
                    digits = digits.wrapping_add(1);
                }
                key.push(folded);
                at = next;
                match text.folded(at, fold) {
                    Some((more, behind)) if more.is_letter() => (folded, next) = (more, behind),
                    Some((more, _)) if more.is_in_a_word() => {
                        let Some(letter) = marks(text, fold, &mut at, &mut key) else { break };
                        (folded, next) = letter;
                    }
                    _ => break,
                }
            }
            self.words.push(Word {
                key: key.key,
                start,
                end: at,
                begins_part,
                after_dash: dash == Dash::Yes,
                point: false,
                numeric: digits == key.key.length,
                digit,
                begins: false,
                named: false,
                covered: false,
                street: false,
                prefix: None,
                hits: (0, 0),
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

/// Reads what is no letter but belongs to the word; then the next letter, or nothing at the word's end.
#[cold]
fn marks(text: impl Text, fold: &Fold, at: &mut usize, key: &mut WordKey) -> Option<(Folded, usize)> {
    loop {
        let (folded, next) = text.folded(*at, fold)?;
        if folded.is_letter() {
            return Some((folded, next));
        }
        if !folded.is_in_a_word() {
            return None;
        }
        *key = key.marked(folded);
        *at = next;
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
    /// The folded character at a place and the place behind it; nothing at the end.
    fn folded(self, at: usize, fold: &Fold) -> Option<(Folded, usize)>;

    /// The number of the character at a place; 0 for one that is in no table.
    fn unit(self, at: usize) -> u32;
}

impl Text for &str {
    #[inline(always)]
    fn folded(self, at: usize, fold: &Fold) -> Option<(Folded, usize)> {
        let byte = *self.as_bytes().get(at)?;
        if byte < 0x80 {
            return Some((fold.of(u32::from(byte)), at.wrapping_add(1)));
        }
        let character = self.get(at..)?.chars().next()?;
        Some((fold.of(u32::from(character)), at.wrapping_add(character.len_utf8())))
    }

    fn unit(self, at: usize) -> u32 {
        self.get(at..).and_then(|rest| rest.chars().next()).map_or(0, u32::from)
    }
}

/// As JavaScript holds it; half a pair parts words.
impl Text for &[u16] {
    #[inline(always)]
    fn folded(self, at: usize, fold: &Fold) -> Option<(Folded, usize)> {
        let unit = u32::from(*self.get(at)?);
        match fold.listed(unit) {
            Some(folded) => Some((folded, at.wrapping_add(1))),
            None => beyond(self, at, fold),
        }
    }

    fn unit(self, at: usize) -> u32 {
        self.get(at).map_or(0, |unit| u32::from(*unit))
    }
}

/// A character that the table does not list: it may take two units.
#[cold]
fn beyond(text: &[u16], at: usize, fold: &Fold) -> Option<(Folded, usize)> {
    let first = char::decode_utf16(text.get(at..)?.iter().copied()).next()?;
    let character = first.unwrap_or(char::REPLACEMENT_CHARACTER);
    Some((fold.of(u32::from(character)), at.wrapping_add(character.len_utf16())))
}

/// Characters, for the limit.
pub(super) fn characters(text: &[u16]) -> usize {
    char::decode_utf16(text.iter().copied()).count()
}
