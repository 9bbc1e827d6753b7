//! From a folded name to the units that bear it: laid out once at loading, one probe a look-up.

use super::unit::Unit;
use crate::address::name::{Fold, Key, MOST_LETTERS, UnitKind, mix};

/// How a name stands for a unit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Posting {
    pub(crate) unit: Unit,
    /// The old district of an old commune, the province of a present one.
    pub(crate) above: u16,
    /// The type that goes with the name; `None` goes with any.
    pub(crate) kind: Option<UnitKind>,
    pub(crate) name: NameOf,
    /// The accents of the name; 0 when it has or needs none.
    pub(crate) accents: u32,
}

/// Whose name it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameOf {
    /// Its own official one.
    Own,
    /// Of a unit that was merged into it before 01/07/2025.
    Merged,
    /// Another spelling, or an abbreviation.
    Spelling,
}

/// A run of postings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Postings {
    start: u32,
    end: u32,
}

/// Postings by the hash of their folded name.
///
/// A slot is found by the high bits of the mixed hash and compared by 36 others: that some other text meets a name is not to
/// be expected (2⁻³⁶ a look-up).
#[derive(Clone)]
pub(crate) struct Index {
    postings: Vec<Posting>,
    /// In each word 32 bits for names and 32 for beginnings of names: most words of a text cost no more.
    filter: Box<[u64; FILTER]>,
    /// Open addressing: 36 bits of the hash, the place of the first posting, and their number; 0 is free.
    /// Their number is a power of two, and at least a third of them are free.
    slots: Box<[u64]>,
}

/// Gathers the postings of an index.
#[derive(Default)]
pub(crate) struct IndexBuilder {
    postings: Vec<(u64, Posting)>,
    /// Hashes of proper beginnings.
    beginnings: Vec<u64>,
}

impl IndexBuilder {
    /// A unit's own name.
    pub(crate) fn name(&mut self, fold: &Fold, name: &str, unit: Unit, kind: UnitKind) {
        self.add_name(fold, name, Posting { kind: Some(kind), ..posting(unit, NameOf::Own, None) });
    }

    /// Another name, with its accents or without.
    pub(crate) fn alias(&mut self, fold: &Fold, name: &str, alias: Alias) {
        let Alias { unit, kind, of, above } = alias;
        self.add_name(fold, name, Posting { kind, ..posting(unit, of, above) });
    }

    fn add_name(&mut self, fold: &Fold, name: &str, posting: Posting) {
        let accents = Key::of_name(fold, name).accent();
        let letters: String = fold.letters(name).iter().map(|letter| char::from(letter.base)).collect();
        self.add(&letters, Posting { accents, ..posting });
    }

    fn add(&mut self, key: &str, posting: Posting) {
        if key.is_empty() || key.len() > MOST_LETTERS {
            return;
        }
        self.beginnings.extend(Key::beginnings(key));
        if let Some(whole) = self.beginnings.pop() {
            self.postings.push((whole, posting));
        }
    }

    /// The index; `above` says in which unit each one is, unless its name came with another one.
    pub(crate) fn build(mut self, above: impl Fn(Unit) -> u16) -> Index {
        self.postings.sort_by_key(|(hash, posting)| (*hash, posting.unit));
        let same = |(one, _): &(u64, Posting), (other, _): &(u64, Posting)| one == other;
        let names = self.postings.chunk_by(same).count();
        let slots = names.saturating_add(names / 2).next_power_of_two();
        let mut index = Index {
            postings: Vec::with_capacity(self.postings.len()),
            filter: Box::new([0; FILTER]),
            slots: vec![0; slots].into_boxed_slice(),
        };
        for hash in self.beginnings {
            index.mark(hash, BEGINNINGS);
        }
        for same in self.postings.chunk_by(same) {
            let Some((hash, _)) = same.first() else { continue };
            let number = |count: usize, most: u64| u64::try_from(count).ok().filter(|count| *count <= most);
            let run = number(index.postings.len(), PLACE).zip(number(same.len(), RUN));
            let Some((place, length)) = run else { continue };
            let above = |posting: &Posting| match posting.above {
                BY_LIST => above(posting.unit),
                other => other,
            };
            let own = same.iter().map(|(_, posting)| Posting { above: above(posting), ..*posting });
            index.postings.extend(own);
            index.mark(*hash, NAMES);
            let free = index.probes(mix(*hash)).find(|slot| index.slots.get(*slot) == Some(&0));
            if let Some(slot) = free.and_then(|slot| index.slots.get_mut(slot)) {
                *slot = hash << NUMBERS | place << RUN_BITS | length;
            }
        }
        index
    }
}

/// A name that is not a unit's own, or is its own in another district.
#[derive(Clone, Copy)]
pub(crate) struct Alias {
    pub(crate) unit: Unit,
    pub(crate) kind: Option<UnitKind>,
    pub(crate) of: NameOf,
    /// The unit in which it lay, when that is another one than its list says.
    pub(crate) above: Option<u16>,
}

/// Before the index knows where a unit is.
const BY_LIST: u16 = u16::MAX;

fn posting(unit: Unit, name: NameOf, above: Option<u16>) -> Posting {
    Posting { unit, above: above.unwrap_or(BY_LIST), kind: None, name, accents: 0 }
}

impl Index {
    /// Every unit with a name of this hash, and whether it may be that of a name's beginning.
    #[inline]
    pub(crate) fn look_up(&self, hash: u64) -> (Postings, bool) {
        let mixed = mix(hash);
        let (word, bit) = place_in_filter(mixed);
        let Some(filter) = self.filter.get(word) else { return (Postings::default(), false) };
        let postings = if filter >> NAMES & bit != 0 { self.find(hash, mixed) } else { Postings::default() };
        (postings, filter >> BEGINNINGS & bit != 0)
    }

    /// Whether a word may be a name or begin one.
    #[inline]
    pub(crate) fn may_begin(&self, word: Key) -> bool {
        let (place, bit) = place_in_filter(mix(word.hash));
        self.filter.get(place).is_some_and(|filter| filter & (bit << NAMES | bit << BEGINNINGS) != 0)
    }

    fn find(&self, hash: u64, mixed: u64) -> Postings {
        for slot in self.probes(mixed) {
            match self.slots.get(slot) {
                None | Some(0) => break,
                Some(own) if own >> NUMBERS == hash << NUMBERS >> NUMBERS => {
                    let start = u32::try_from(own >> RUN_BITS & PLACE).unwrap_or(0);
                    let length = u32::try_from(own & RUN).unwrap_or(0);
                    return Postings { start, end: start.wrapping_add(length) };
                }
                Some(_) => {}
            }
        }
        Postings::default()
    }

    pub(crate) fn of(&self, run: Postings) -> &[Posting] {
        let range = usize::try_from(run.start).ok().zip(usize::try_from(run.end).ok());
        range.and_then(|(start, end)| self.postings.get(start..end)).unwrap_or(&[])
    }

    /// The places where a hash may be, one after the other.
    #[inline]
    fn probes(&self, mixed: u64) -> impl Iterator<Item = usize> + use<> {
        let last = self.slots.len().saturating_sub(1);
        let first = usize::try_from(mixed >> 32).unwrap_or(0);
        (0..=last).map(move |step| first.wrapping_add(step) & last)
    }

    fn mark(&mut self, hash: u64, which: u32) {
        let (word, bit) = place_in_filter(mix(hash));
        if let Some(slot) = self.filter.get_mut(word) {
            *slot |= bit << which;
        }
    }
}

impl Postings {
    pub(crate) fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// The bits of a slot, from the lowest: up to 255 postings of a name; 1,048,575 places; 36 bits of the hash.
const RUN_BITS: u32 = 8;
const RUN: u64 = (1 << RUN_BITS) - 1;
const PLACE: u64 = (1 << 20) - 1;
const NUMBERS: u32 = 28;
/// Words of the filter: 32 KiB, about 10 bits for a name and 3 for a beginning.
const FILTER: usize = 4096;
/// Where the filter's bits of names and of beginnings begin.
const NAMES: u32 = 0;
const BEGINNINGS: u32 = 32;

#[inline]
fn place_in_filter(mixed: u64) -> (usize, u64) {
    (usize::try_from(mixed >> 52).unwrap_or(0), 1 << ((mixed >> 47) & 31))
}
