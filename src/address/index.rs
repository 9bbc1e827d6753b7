//! From a folded name to the units that bear it: hashed once at loading, no scan afterwards.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

use super::{
    fold::{Fold, Letter, accents, hash},
    kind::UnitKind,
};

/// A unit of either era.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    OldProvince(u16),
    District(u16),
    OldCommune(u16),
    Province(u16),
    Commune(u16),
}

/// How a name stands for a unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posting {
    pub(super) unit: Unit,
    /// The type that goes with the name; `None` goes with any.
    pub(super) kind: Option<UnitKind>,
    /// The accents of the name; `None` when it has or needs none.
    pub(super) accents: Option<u64>,
    pub(super) name: NameOf,
}

/// Whose name it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameOf {
    /// Its own official one.
    Own,
    /// Of a unit that was merged into it before 01/07/2025.
    Merged,
    /// Another spelling, or an abbreviation.
    Spelling,
}

/// Postings by the hash of their folded name.
///
/// 64 bits for about 18,000 names: that some other text meets one is not to be expected (2⁻⁵⁰ a look-up).
#[derive(Clone)]
pub(super) struct Index {
    postings: Vec<Posting>,
    /// One bit for each hash, so that most words that name nothing cost no look-up.
    filter: Box<[u64]>,
    places: HashMap<u64, (u32, u32), BuildHasherDefault<AsItIs>>,
}

/// Gathers the postings of an index.
#[derive(Default)]
pub(super) struct IndexBuilder(Vec<(u64, Posting)>);

impl IndexBuilder {
    /// A unit's own name.
    pub(super) fn name(&mut self, fold: &Fold, name: &str, unit: Unit, kind: UnitKind) {
        let letters = fold.squashed(name);
        let posting = Posting { unit, kind: Some(kind), accents: accents(&letters), name: NameOf::Own };
        self.0.push((hash(letters.into_iter()), posting));
    }

    /// Another name, already folded.
    pub(super) fn alias(&mut self, key: &str, unit: Unit, kind: Option<UnitKind>, name: NameOf) {
        let letters = key.bytes().map(|base| Letter { base, ..Letter::default() });
        self.0.push((hash(letters), Posting { unit, kind, accents: None, name }));
    }

    pub(super) fn build(mut self) -> Index {
        self.0.sort_by_key(|(hash, posting)| (*hash, posting.unit));
        let mut places: HashMap<u64, (u32, u32), _> =
            HashMap::with_capacity_and_hasher(self.0.len(), BuildHasherDefault::default());
        for (place, (hash, _)) in (0_u32..).zip(&self.0) {
            let entry = places.entry(*hash).or_insert((place, place));
            entry.1 = place.saturating_add(1);
        }
        let mut filter = vec![0_u64; FILTER].into_boxed_slice();
        for (hash, _) in &self.0 {
            let (word, bit) = place_in_filter(*hash);
            if let Some(word) = filter.get_mut(word) {
                *word |= bit;
            }
        }
        Index { filter, postings: self.0.into_iter().map(|(_, posting)| posting).collect(), places }
    }
}

impl Index {
    /// Every unit with a name of this hash.
    pub(super) fn find(&self, hash: u64) -> &[Posting] {
        let (word, bit) = place_in_filter(hash);
        if self.filter.get(word).is_none_or(|word| word & bit == 0) {
            return &[];
        }
        let range = self.places.get(&hash).and_then(|(start, end)| {
            self.postings.get(usize::try_from(*start).ok()?..usize::try_from(*end).ok()?)
        });
        range.unwrap_or(&[])
    }
}

/// 64-bit words of the filter: 32 KiB, 15 bits a name.
const FILTER: usize = 4096;

fn place_in_filter(hash: u64) -> (usize, u64) {
    let word = usize::try_from((hash >> 40) & 0xfff).unwrap_or(0);
    (word, 1 << ((hash >> 24) & 63))
}

/// The keys are hashes already.
#[derive(Clone, Default)]
pub(super) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = super::fold::hash_more(self.0, *byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        // The table takes its place from the low bits and a tag from the high ones.
        self.0 = key;
    }
}
