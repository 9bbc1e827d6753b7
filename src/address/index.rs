//! From a folded name to the units that bear it: laid out once at loading, one probe a look-up.

use super::{
    fold::Fold,
    key::{Key, MOST_LETTERS},
    kind::UnitKind,
};

/// A unit of either era. Postings are in this order: those of communes come last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    OldProvince(u16),
    Province(u16),
    District(u16),
    OldCommune(u16),
    Commune(u16),
}

/// How a name stands for a unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posting {
    pub(super) unit: Unit,
    /// The old district of an old commune, the province of a present one.
    pub(super) above: u16,
    /// The type that goes with the name; `None` goes with any.
    pub(super) kind: Option<UnitKind>,
    pub(super) name: NameOf,
    /// The accents of the name; 0 when it has or needs none.
    pub(super) accents: u64,
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

/// A run of postings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Postings {
    start: u32,
    end: u32,
}

/// Postings by the hash of their folded name.
///
/// 64 bits for about 18,000 names: that some other text meets one is not to be expected (2⁻⁵⁰ a look-up).
#[derive(Clone)]
pub(super) struct Index {
    postings: Vec<Posting>,
    /// A bit for each name and one for each beginning of a name: most words of a text cost no more.
    filter: Box<[[u64; 2]]>,
    /// Open addressing; a run that is empty is a free place. Their number is a power of two, at least twice
    /// that of the names.
    slots: Box<[(u64, Postings)]>,
}

/// Gathers the postings of an index.
#[derive(Default)]
pub(super) struct IndexBuilder {
    postings: Vec<(u64, Posting)>,
    /// Hashes of proper beginnings.
    beginnings: Vec<u64>,
}

impl IndexBuilder {
    /// A unit's own name.
    pub(super) fn name(&mut self, fold: &Fold, name: &str, unit: Unit, kind: UnitKind) {
        let key = Key::of_name(fold, name);
        let letters: String = fold.squashed(name).iter().map(|letter| char::from(letter.base)).collect();
        let posting =
            Posting { unit, above: 0, kind: Some(kind), accents: key.accents, name: NameOf::Own };
        self.add(&letters, posting);
    }

    /// Another name, already folded.
    pub(super) fn alias(&mut self, key: &str, unit: Unit, kind: Option<UnitKind>, name: NameOf) {
        self.add(key, Posting { unit, above: 0, kind, accents: 0, name });
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

    /// The index; `above` says in which unit each one is.
    pub(super) fn build(mut self, above: impl Fn(Unit) -> u16) -> Index {
        self.postings.sort_by_key(|(hash, posting)| (*hash, posting.unit));
        let slots = self.postings.len().saturating_mul(2).next_power_of_two();
        let mut index = Index {
            postings: Vec::with_capacity(self.postings.len()),
            filter: vec![[0; 2]; FILTER].into_boxed_slice(),
            slots: vec![(0, Postings::default()); slots].into_boxed_slice(),
        };
        for hash in self.beginnings {
            index.mark(hash, 1);
        }
        for same in self.postings.chunk_by(|(one, _), (other, _)| one == other) {
            let Some((hash, _)) = same.first() else { continue };
            index.mark(*hash, 0);
            let place = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
            let start = place(index.postings.len());
            index.postings.extend(same.iter().map(|(_, posting)| Posting { above: above(posting.unit), ..*posting }));
            let run = Postings { start, end: place(index.postings.len()) };
            let free = index.probes(*hash).find(|slot| {
                index.slots.get(*slot).is_some_and(|(_, run)| *run == Postings::default())
            });
            if let Some(slot) = free.and_then(|slot| index.slots.get_mut(slot)) {
                *slot = (*hash, run);
            }
        }
        index
    }
}

impl Index {
    /// Whether the hash may be that of a name, and whether it may be that of a name's beginning.
    #[inline]
    pub(super) fn may_be(&self, hash: u64) -> (bool, bool) {
        let (word, bit) = place_in_filter(hash);
        match self.filter.get(word) {
            Some([names, beginnings]) => (names & bit != 0, beginnings & bit != 0),
            None => (false, false),
        }
    }

    /// Every unit with a name of this hash.
    #[inline]
    pub(super) fn find(&self, hash: u64) -> Postings {
        for slot in self.probes(hash) {
            match self.slots.get(slot) {
                Some((own, run)) if *own == hash && *run != Postings::default() => return *run,
                Some((_, run)) if *run != Postings::default() => {}
                _ => break,
            }
        }
        Postings::default()
    }

    pub(super) fn of(&self, run: Postings) -> &[Posting] {
        let range = usize::try_from(run.start).ok().zip(usize::try_from(run.end).ok());
        range.and_then(|(start, end)| self.postings.get(start..end)).unwrap_or(&[])
    }

    /// The places where a hash may be, one after the other.
    #[inline]
    fn probes(&self, hash: u64) -> impl Iterator<Item = usize> + use<> {
        let last = self.slots.len().saturating_sub(1);
        let first = usize::try_from(spread(hash) >> 40).unwrap_or(0);
        (0..=last).map(move |step| first.wrapping_add(step) & last)
    }

    fn mark(&mut self, hash: u64, which: usize) {
        let (word, bit) = place_in_filter(hash);
        if let Some(slot) = self.filter.get_mut(word).and_then(|both| both.get_mut(which)) {
            *slot |= bit;
        }
    }
}

impl Postings {
    pub(super) fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// 64-bit words of each filter: 32 KiB, about 15 bits a name and 6 a beginning.
const FILTER: usize = 4096;

/// The high bits of a sum of letters depend on all of them; the product spreads them.
#[inline]
fn spread(hash: u64) -> u64 {
    (hash ^ (hash >> 32)).wrapping_mul(0x9fb2_1c65_1e98_df25)
}

#[inline]
fn place_in_filter(hash: u64) -> (usize, u64) {
    let spread = spread(hash);
    (usize::try_from(spread >> 52).unwrap_or(0), 1 << ((spread >> 46) & 63))
}
