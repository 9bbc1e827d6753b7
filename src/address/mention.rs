//! Where a text may name a unit.

use super::{
    LIMITS,
    fold::{HASH_START, accents, hash_more},
    index::{Index, Posting},
    kind::UnitKind,
    prefix::Prefixes,
    tokens::Tokens,
};

/// A run of words that bears the name of at least one unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention<'a> {
    /// Words, the prefix included.
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) prefix: Option<UnitKind>,
    pub(super) postings: &'a [Posting],
    /// The accents of the name as typed; `None` when it has none.
    pub(super) accents: Option<u64>,
    pub(super) place: Place,
    /// Words follow in the same part that name nothing.
    pub(super) dangling: bool,
}

/// How a name stands in its part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// After "phường", "quận" …
    Prefixed,
    /// The whole of a part between commas, or between other names.
    Whole,
    /// After other words, or in a part that begins as a street.
    Loose,
}

impl Mention<'_> {
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}

/// All mentions, from the end of the text to its beginning.
pub(super) fn mentions<'a>(tokens: &Tokens, prefixes: &Prefixes, index: &'a Index) -> Vec<Mention<'a>> {
    let count = tokens.words.len();
    let mut found: Vec<Mention<'a>> = Vec::new();
    // Whether a prefix or a mention begins at the word.
    let mut begins = vec![false; count.saturating_add(1)];
    let parts = parts(tokens, prefixes);
    let kinds: Vec<Option<(UnitKind, usize)>> = (0..count).map(|at| prefixes.at(tokens, at)).collect();
    // Whether a prefix ends before the word: what follows it is of its kind and stands for nothing else.
    let mut is_named = vec![false; count];
    for (at, (_, length)) in kinds.iter().enumerate().filter_map(|(at, kind)| Some((at, (*kind)?))) {
        if let Some(slot) = is_named.get_mut(at.saturating_add(length)) {
            *slot = true;
        }
    }
    for at in (0..count).rev() {
        if found.len() >= LIMITS.mentions {
            break;
        }
        let prefix = kinds.get(at).copied().flatten();
        let starts_part = tokens.is_edge(at);
        let street = parts.get(at).copied().unwrap_or(false);
        let mut any = false;
        if let Some((kind, length)) = prefix {
            let name = at.saturating_add(length);
            any |= spans(tokens, index, name, |to, postings, accents| {
                let clear = tokens.is_edge(to) || begins.get(to).copied().unwrap_or(true);
                found.push(Mention {
                    from: at,
                    to,
                    prefix: Some(kind),
                    postings,
                    accents,
                    place: Place::Prefixed,
                    dangling: !clear,
                });
            });
        }
        // Of bare names at one place only the longest: "Bà Rịa - Vũng Tàu" is not Bà Rịa.
        let mut bare: Option<Mention<'a>> = None;
        spans(tokens, index, at, |to, postings, accents| {
            let letters = tokens.span(at, to);
            let named = letters.len() >= 3
                || postings.iter().any(|posting| posting.kind.is_none()) && letters.len() >= 2;
            let clear = tokens.is_edge(to) || begins.get(to).copied().unwrap_or(true);
            if !named
                || !clear
                || is_named.get(at).copied().unwrap_or(false)
                || letters.iter().all(|letter| letter.base.is_ascii_digit())
            {
                return;
            }
            let place = if starts_part && !street { Place::Whole } else { Place::Loose };
            bare = Some(Mention { from: at, to, prefix: None, postings, accents, place, dangling: false });
        });
        any |= bare.is_some();
        found.extend(bare);
        if let Some(slot) = begins.get_mut(at) {
            *slot = any || prefix.is_some();
        }
    }
    found
}

/// For each word, whether its part begins as a street does.
fn parts(tokens: &Tokens, prefixes: &Prefixes) -> Vec<bool> {
    let mut street = false;
    let mut parts = Vec::with_capacity(tokens.words.len());
    for at in 0..tokens.words.len() {
        if tokens.is_edge(at) {
            street = prefixes.is_street(tokens, at) && prefixes.at(tokens, at).is_none();
        }
        parts.push(street);
    }
    parts
}

/// Calls back for every run of words from `at` on, within its part, that is a name.
fn spans<'a>(
    tokens: &Tokens,
    index: &'a Index,
    at: usize,
    mut each: impl FnMut(usize, &'a [Posting], Option<u64>),
) -> bool {
    let mut hash = HASH_START;
    let mut any = false;
    for to in at..at.saturating_add(LIMITS.words_of_a_name) {
        let Some(word) = tokens.word(to) else { break };
        if to > at && word.begins_part {
            break;
        }
        for letter in tokens.letters_of(word) {
            hash = hash_more(hash, letter.base);
        }
        let postings = index.find(hash);
        if !postings.is_empty() {
            let to = to.saturating_add(1);
            each(to, postings, accents(tokens.span(at, to)));
            any = true;
        }
    }
    any
}
