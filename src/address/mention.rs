//! Where a text may name a unit.

use super::{
    LIMITS,
    index::{Index, Postings},
    key::Key,
    kind::UnitKind,
    tokens::Tokens,
};

/// A run of words that bears the name of at least one unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    /// Words, the prefix included.
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) prefix: Option<UnitKind>,
    pub(super) postings: Postings,
    /// The accents of the name as typed; 0 when it has none.
    pub(super) accents: u32,
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

impl Mention {
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}

/// All mentions of a text; its lists are used again for the next one.
#[derive(Default)]
pub(super) struct Mentions {
    /// From the end of the text to its beginning.
    pub(super) all: Vec<Mention>,
    /// Names without a look at what stands before them; those that begin at one word lie together.
    hits: Vec<Hit>,
    /// For each word from the last to the first: where its hits are.
    starts: Vec<usize>,
    /// For each word, whether a prefix or a mention begins there.
    begins: Vec<bool>,
}

/// Words that are a name.
#[derive(Clone, Copy)]
struct Hit {
    to: usize,
    postings: Postings,
    key: Key,
    numeric: bool,
}

impl Mentions {
    pub(super) fn find(&mut self, tokens: &Tokens, index: &Index) {
        let count = tokens.words.len();
        self.all.clear();
        self.hits.clear();
        self.starts.clear();
        self.begins.clear();
        self.begins.resize(count, false);
        // A prefix of one or two words that ends before the word: what follows is of its kind and nothing else.
        let is_named = |at: usize| {
            [1_u8, 2].iter().any(|length| {
                let before = at.checked_sub(usize::from(*length)).and_then(|before| tokens.word(before));
                before.is_some_and(|word| word.prefix.is_some_and(|(_, own)| own == *length))
            })
        };
        for at in (0..count).rev() {
            if self.all.len() >= LIMITS.mentions {
                break;
            }
            let Some(word) = tokens.word(at) else { break };
            self.starts.push(self.hits.len());
            self.look_up(tokens, index, at);
            let first = self.all.len();
            if let Some((kind, length)) = word.prefix {
                let name = at.saturating_add(usize::from(length));
                for hit in self.hits_at(name, count) {
                    let Some(hit) = self.hits.get(hit).copied() else { continue };
                    let dangling = !self.is_clear(tokens, hit.to);
                    self.all.push(Mention {
                        from: at,
                        to: hit.to,
                        prefix: Some(kind),
                        postings: hit.postings,
                        accents: hit.key.accent(),
                        place: Place::Prefixed,
                        dangling,
                    });
                }
            }
            // Of bare names at one place only the longest: "Bà Rịa - Vũng Tàu" is not Bà Rịa.
            let bare = self.hits_at(at, count).rev().filter_map(|hit| self.hits.get(hit)).find(|hit| {
                let named = hit.key.length >= 3
                    || hit.key.length == 2 && index.of(hit.postings).iter().any(|posting| posting.kind.is_none());
                named && !hit.numeric && self.is_clear(tokens, hit.to)
            });
            if let Some(hit) = bare.copied()
                && !is_named(at)
            {
                let place = if tokens.is_edge(at) && !word.street { Place::Whole } else { Place::Loose };
                self.all.push(Mention {
                    from: at,
                    to: hit.to,
                    prefix: None,
                    postings: hit.postings,
                    accents: hit.key.accent(),
                    place,
                    dangling: false,
                });
            }
            if let Some(slot) = self.begins.get_mut(at) {
                *slot = self.all.len() > first || word.prefix.is_some();
            }
        }
    }

    /// Gathers every run of words from `at` on, within its part, that is a name.
    #[inline]
    fn look_up(&mut self, tokens: &Tokens, index: &Index, at: usize) {
        let words = tokens.words.get(at..).unwrap_or(&[]);
        let mut key = Key::default();
        let mut numeric = true;
        for (count, word) in (1_usize..).zip(words.iter().take(LIMITS.words_of_a_name)) {
            if count > 1 && word.begins_part {
                break;
            }
            let Some(longer) = key.then_hash(word.key) else { break };
            key = longer;
            numeric &= word.numeric;
            let (postings, is_beginning) = index.look_up(key.hash);
            if !postings.is_empty() {
                let own = words.iter().take(count).try_fold(Key::default(), |key, word| key.then(word.key));
                let to = at.saturating_add(count);
                self.hits.push(Hit { to, postings, key: own.unwrap_or(key), numeric });
            }
            if !is_beginning {
                break;
            }
        }
    }

    /// The places of the hits that begin at a word.
    fn hits_at(&self, at: usize, count: usize) -> std::ops::Range<usize> {
        let place = count.saturating_sub(1).checked_sub(at).filter(|_| at < count);
        let start = place.and_then(|place| self.starts.get(place));
        let end = place.and_then(|place| self.starts.get(place.saturating_add(1)));
        match start {
            Some(start) => *start..end.copied().unwrap_or(self.hits.len()),
            None => 0..0,
        }
    }

    /// Whether nothing follows in the part, or another name does.
    fn is_clear(&self, tokens: &Tokens, to: usize) -> bool {
        tokens.is_edge(to) || self.begins.get(to).copied().unwrap_or(true)
    }
}
