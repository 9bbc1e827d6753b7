//! Words of an address, with what parts them.

use super::{
    fold::{Fold, Folded},
    key::{Key, WordKey},
    kind::UnitKind,
    units::Units,
};

/// The words of a text, with their keys and their places in it.
#[derive(Default)]
pub(super) struct Tokens {
    pub(super) words: Vec<Word>,
    /// Which words a prefix or a name may begin with; most begin neither.
    pub(super) telling: Vec<usize>,
    /// Which words a prefix begins with. Filled in by [`Prefixes`](super::prefix::Prefixes).
    pub(super) prefixed: Vec<usize>,
    /// All that its characters are.
    seen: Folded,
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
    pub(super) fn read(&mut self, text: impl Text, units: &Units) {
        self.words.clear();
        self.telling.clear();
        let fold = &units.fold;
        let mut begins_part = true;
        let mut dash = 0;
        let mut at = 0_usize;
        let mut seen = Folded::OTHER;
        loop {
            let folded = text.folded(at, fold);
            seen = seen.or(folded);
            if !folded.is_letter() {
                if folded == Folded::END {
                    break;
                }
                begins_part |= folded.parts();
                dash = more_of_a_dash(dash, folded);
                if folded.is_point()
                    && let Some(word) = self.words.last_mut()
                {
                    word.point = true;
                }
                at = at.wrapping_add(folded.units());
                continue;
            }
            let start = at;
            let digit = folded.is_digit();
            let mut digits = 0_usize;
            let mut key = WordKey::NEW;
            loop {
                (key, at, seen) = letters(text, at, fold, key, seen);
                let folded = text.folded(at, fold);
                seen = seen.or(folded);
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
                    key.push(folded);
                } else if folded.is_in_a_word() {
                    key = key.marked(folded);
                } else {
                    break;
                }
                at = at.wrapping_add(folded.units());
            }
            let after_dash = dash == WHOLE_DASH;
            let place = self.words.len();
            // Kept or not without a branch that no processor could foresee.
            self.telling.push(place);
            let is_telling = units.prefixes.may_have(key.key) | units.index.may_begin(key.key);
            self.telling.truncate(self.telling.len().wrapping_sub(usize::from(!is_telling)));
            self.words.push(Word {
                key: key.key,
                start,
                end: at,
                begins_part,
                after_dash,
                point: false,
                numeric: digits == key.key.length,
                digit,
                begins: false,
                named: false,
                covered: false,
                prefix: None,
                hits: (0, 0),
            });
            (begins_part, dash) = (false, 0);
        }
        self.seen = seen;
    }

    /// Whether parts of the text may change when they are composed (NFC).
    pub(super) fn is_uncomposed(&self) -> bool {
        self.seen.is_uncomposed()
    }
}

impl Word {
    /// A part of the text begins here.
    pub(super) fn is_edge(&self) -> bool {
        self.begins_part || self.after_dash
    }
}

/// Reads letters that are no digits, as far as they go. With a copy of the key: so it stays in registers.
#[inline(always)]
fn letters(
    text: impl Text,
    mut at: usize,
    fold: &Fold,
    key: WordKey,
    mut seen: Folded,
) -> (WordKey, usize, Folded) {
    let mut own = key;
    while let Some((folded, behind)) = text.listed(at, fold)
        && folded.is_plain()
    {
        own.push(folded);
        seen = seen.or(folded);
        at = behind;
    }
    (own, at, seen)
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

/// How much of a hyphen between blanks was read: nothing, a blank, the hyphen, the blank behind it.
#[inline(always)]
fn more_of_a_dash(read: u8, folded: Folded) -> u8 {
    let blank = folded.is_blank() & (read & 1 == 0);
    let hyphen = folded.is_hyphen() & (read == 1);
    read.wrapping_add(u8::from(blank | hyphen))
}

const WHOLE_DASH: u8 = 3;

/// A text by its own units: bytes of UTF-8, or UTF-16.
pub(super) trait Text: Copy {
    /// The character at a place, folded; [`Folded::END`] behind the text.
    fn folded(self, at: usize, fold: &Fold) -> Folded;

    /// A character that the table lists, and the place behind it: which does not wait for what was looked up.
    fn listed(self, at: usize, fold: &Fold) -> Option<(Folded, usize)>;
}

impl Text for &str {
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
impl Text for &[u16] {
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
pub(super) fn characters(text: &[u16]) -> usize {
    char::decode_utf16(text.iter().copied()).count()
}
