//! Words of an address, with what parts them.

use super::input::Input;
use crate::address::{
    name::{Fold, Folded, Key, UnitKind, WordKey},
    units::Units,
};

/// The words of a text, with their keys and their places in it.
#[derive(Default)]
pub(crate) struct Tokens {
    pub(crate) words: Vec<Word>,
    /// Which words a prefix or a name may begin with; most begin neither.
    pub(crate) name_starts: Vec<usize>,
    /// Which words a prefix begins with. Filled in by `mark_prefixes`.
    pub(crate) prefixed: Vec<usize>,
    /// All that its characters are.
    seen: Folded,
}

/// One word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) key: Key,
    /// Where it begins and ends in the text, in the text's own units.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// A comma, a line's end or a bracket stands before it.
    pub(crate) begins_part: bool,
    /// A hyphen between spaces stands before it: it parts, except inside a name.
    pub(crate) after_dash: bool,
    /// A point follows it.
    pub(crate) point: bool,
    pub(crate) numeric: bool,
    /// It begins with a digit.
    pub(crate) digit: bool,
    /// The prefix that begins here, and its words. Filled in by `mark_prefixes`.
    pub(crate) prefix: Option<(UnitKind, u8)>,
    /// A prefix or a mention begins here. This and the next are filled in by `Mentions`.
    pub(crate) begins: bool,
    /// A prefix ends before it: what begins here is of its kind and nothing else.
    pub(crate) named: bool,
    /// It lies inside a name that is certain.
    pub(crate) covered: bool,
    /// The names that begin here, when it is `named`: from, to.
    pub(crate) hits: (usize, usize),
}

/// Words of a usual address: room for them at once costs less than to grow.
const USUAL: usize = 24;

impl Tokens {
    /// Reads the words of a text; their places count its units.
    pub(crate) fn read(&mut self, text: impl Input, units: &Units) {
        self.words.clear();
        self.name_starts.clear();
        self.words.reserve(USUAL);
        self.name_starts.reserve(USUAL);
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
            self.name_starts.push(place);
            let may_start = units.vocabulary.may_have(key.key) | units.index.may_begin(key.key);
            self.name_starts.truncate(self.name_starts.len().wrapping_sub(usize::from(!may_start)));
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
    pub(crate) fn is_uncomposed(&self) -> bool {
        self.seen.is_uncomposed()
    }
}

impl Word {
    /// Five digits, or six as until 2018: no house has such a number.
    pub(crate) fn is_postal_code(&self) -> bool {
        // Letters of other scripts are a word without any length.
        self.digit && self.numeric && matches!(self.end.wrapping_sub(self.start), 5 | 6)
    }

    /// A part of the text begins here.
    pub(crate) fn is_edge(&self) -> bool {
        self.begins_part || self.after_dash
    }
}

/// "Việt Nam", "VN": one word or two.
pub(crate) fn is_the_country(first: Key, second: Option<Key>) -> bool {
    let key = second.map_or(Some(first), |second| first.then_hash(second));
    key.is_some_and(|key| matches!(key.length, 2 | 7) && COUNTRY.contains(&key.hash))
}

const COUNTRY: [u64; 2] = [Key::of_ascii(b"vietnam").hash, Key::of_ascii(b"vn").hash];

/// Reads letters that are no digits, as far as they go. With a copy of the key: so it stays in registers.
#[inline(always)]
fn letters(
    text: impl Input,
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
