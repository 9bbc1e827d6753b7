//! Where a text may name a unit.

use super::{
    prefixes::{begins_street, suffix_at},
    tokens::{Tokens, Word, is_the_country},
};
use crate::address::{
    LIMITS,
    name::{Key, UnitKind},
    units::{Index, Postings, Units},
};

/// A run of words that bears the name of at least one unit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mention {
    /// Words, the prefix included.
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) prefix: Option<UnitKind>,
    pub(crate) postings: Postings,
    /// The accents of the name as typed; 0 when it has none.
    pub(crate) accents: u32,
    pub(crate) place: Place,
    /// Words follow in the same part that name nothing.
    pub(crate) dangling: bool,
}

/// How a name stands in its part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// After "phường", "quận" …
    Prefixed,
    /// The whole of a part between commas, or between other names.
    Whole,
    /// After other words, or in a part that begins as a street.
    Loose,
}

impl Mention {
    /// Neither "quận" nor "huyện" stands before it.
    pub(crate) fn may_be_a_province(&self) -> bool {
        matches!(self.prefix, None | Some(UnitKind::City))
    }

    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}

/// All mentions of a text; its lists are used again for the next one.
#[derive(Default)]
pub(crate) struct Mentions {
    /// From the end of the text to its beginning.
    pub(crate) all: Vec<Mention>,
    /// Names without a look at what stands before them; those that begin at one word lie together.
    hits: Vec<Hit>,
}

/// Words that are a name.
#[derive(Clone, Copy)]
struct Hit {
    to: usize,
    postings: Postings,
    accents: u32,
    /// Letters.
    length: usize,
    numeric: bool,
}

/// Names of a usual address.
const USUAL: usize = 12;

impl Mentions {
    pub(crate) fn find(&mut self, tokens: &mut Tokens, units: &Units) {
        let Tokens { words, name_starts, prefixed, .. } = tokens;
        let index = &units.index;
        self.all.clear();
        self.hits.clear();
        self.all.reserve(USUAL);
        self.hits.reserve(USUAL);
        self.named(words, prefixed, index);
        for at in name_starts.iter().rev().copied() {
            if self.all.len() >= LIMITS.mentions {
                break;
            }
            let Some(word) = words.get(at) else { break };
            if word.covered {
                continue;
            }
            let hits = if word.named { word.hits } else { self.look_up(words, index, at) };
            if hits.0 == hits.1 && word.prefix.is_none() {
                continue;
            }
            let mut begins = word.prefix.is_some();
            if let Some((kind, length)) = word.prefix {
                let name = words.get(at.wrapping_add(usize::from(length))).map_or((0, 0), |name| name.hits);
                for hit in self.hits.get(name.0..name.1).unwrap_or(&[]) {
                    self.all.push(Mention {
                        from: at,
                        to: hit.to,
                        prefix: Some(kind),
                        postings: hit.postings,
                        accents: hit.accents,
                        place: Place::Prefixed,
                        dangling: !is_clear(words, hit.to),
                    });
                }
            }
            // Of bare names at one place only the longest: "Bà Rịa - Vũng Tàu" is not Bà Rịa.
            let bare = self.hits.get(hits.0..hits.1).unwrap_or(&[]).iter().rev().find(|hit| {
                // "Ba", "I": only where nothing else stands in the part.
                let whole = word.is_edge() && is_edge(words, hit.to);
                let named = hit.length >= 3
                    || whole
                    || hit.length == 2 && index.of(hit.postings).iter().any(|posting| posting.kind.is_none());
                named && !hit.numeric && is_clear(words, hit.to)
            });
            // Where the longest name does not end its part, English may have put the kind behind it.
            let ends = bare.map(|hit| hit.to);
            if !word.named
                && let Some(own) = self.english(words, at, hits, ends)
            {
                self.all.push(own);
                begins = true;
            }
            // "T.Hải Dương" is not Thái Dương.
            let short = word.point || word.key.length == 1;
            let prefixed = |to| short && self.all.last().is_some_and(|own| own.from == at && own.to >= to);
            if let Some(hit) = bare
                && !word.named
                && !prefixed(hit.to)
            {
                // What fills its part is not also what a word inside it says: "Đà Lạt" is not Lát.
                if word.is_edge() && is_edge(words, hit.to) {
                    while self.all.last().is_some_and(|inner| inner.from > at && inner.to <= hit.to) {
                        self.all.pop();
                    }
                }
                let whole = word.is_edge() && !begins_street(&units.vocabulary, word);
                self.all.push(Mention {
                    from: at,
                    to: hit.to,
                    prefix: None,
                    postings: hit.postings,
                    accents: hit.accents,
                    place: if whole { Place::Whole } else { Place::Loose },
                    dangling: false,
                });
                begins = true;
            }
            if let Some(word) = words.get_mut(at) {
                word.begins = begins;
            }
        }
    }

    /// The names behind prefixes. Where one fills its part, or goes up to the next, the words inside it name nothing by themselves:
    /// "Xã Tân Bình" is not Bình.
    fn named(&mut self, words: &mut [Word], prefixed: &[usize], index: &Index) {
        for at in prefixed {
            let Some((_, length)) = words.get(*at).and_then(|word| word.prefix) else { continue };
            let name = at.wrapping_add(usize::from(length));
            let hits = self.look_up(words, index, name);
            let Some(first) = words.get_mut(name) else { continue };
            (first.named, first.hits) = (true, hits);
            let end = self.hits.get(hits.0..hits.1).and_then(<[Hit]>::last).map_or(0, |longest| longest.to);
            if is_edge(words, end) || words.get(end).is_some_and(|next| next.prefix.is_some()) {
                let inner = words.get_mut(name.wrapping_add(1)..end).unwrap_or(&mut []);
                inner.iter_mut().for_each(|word| word.covered = true);
            }
        }
    }

    /// "Ben Nghe Ward": the longest name at a word, and its kind behind it.
    fn english(
        &self,
        words: &[Word],
        at: usize,
        hits: (usize, usize),
        ends: Option<usize>,
    ) -> Option<Mention> {
        let hit = self.hits.get(hits.0..hits.1)?.last()?;
        let hit = Some(hit).filter(|hit| !hit.numeric && ends != Some(hit.to))?;
        let kind = suffix_at(words, hit.to)?;
        Some(Mention {
            from: at,
            to: hit.to.wrapping_add(1),
            prefix: Some(kind),
            postings: hit.postings,
            accents: hit.accents,
            place: Place::Prefixed,
            dangling: false,
        })
    }

    /// Gathers every run of words from `at` on, within its part, that is a name.
    fn look_up(&mut self, words: &[Word], index: &Index, at: usize) -> (usize, usize) {
        let from = self.hits.len();
        let words = words.get(at..).unwrap_or(&[]);
        let mut key = Key::default();
        let mut numeric = true;
        let mut count = 0_usize;
        for word in words.iter().take(LIMITS.words_of_a_name) {
            if count > 0 && word.begins_part {
                break;
            }
            let Some(longer) = key.then(word.key) else { break };
            key = longer;
            numeric &= word.numeric;
            count = count.wrapping_add(1);
            let (postings, is_beginning) = index.look_up(key.hash);
            if !postings.is_empty() {
                self.hits.push(Hit {
                    to: at.wrapping_add(count),
                    postings,
                    accents: key.accent(),
                    length: key.length,
                    numeric,
                });
            }
            if !is_beginning {
                break;
            }
        }
        (from, self.hits.len())
    }
}

/// Whether nothing follows in the part, or another name does, or what is said behind a province.
fn is_clear(words: &[Word], to: usize) -> bool {
    words.get(to).is_none_or(|word| {
        word.begins_part || word.after_dash || word.begins || word.is_postal_code() || {
            let next = words.get(to.wrapping_add(1)).map(|next| next.key);
            is_the_country(word.key, None) || next.is_some() && is_the_country(word.key, next)
        }
    })
}

/// Whether a part of the text begins at this word, or the text has ended.
fn is_edge(words: &[Word], at: usize) -> bool {
    words.get(at).is_none_or(Word::is_edge)
}
