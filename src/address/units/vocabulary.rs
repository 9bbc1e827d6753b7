//! The words that say what kind of unit follows, and those that streets begin with.

use crate::address::name::{Fold, Key, UnitKind, mix};

/// The prefixes and the words of streets, by the hash of their letters; open addressing.
#[derive(Clone)]
pub(crate) struct Vocabulary {
    /// A bit for each word: most words of a text cost no more than a look at one.
    filter: [u64; FILTER],
    /// The words' hashes; 0 is a free place.
    hashes: Box<[u64; SLOTS]>,
    entries: Box<[Entry; SLOTS]>,
}

/// A word of the tables below.
#[derive(Clone, Copy)]
pub(crate) struct Entry {
    word: Key,
    pub(crate) role: Role,
}

/// What a word says of those that follow it.
#[derive(Clone, Copy)]
pub(crate) enum Role {
    /// A unit of this kind follows.
    Prefix {
        kind: UnitKind,
        /// The second word of a prefix that has two.
        second: Option<Key>,
        /// All its words are one letter.
        is_initials: bool,
    },
    /// A street, a hamlet or a house follows.
    Street,
}

/// As people write them; the longer first. One letter counts before a point or a number,
/// and where a part begins.
const PREFIXES: &[(&str, UnitKind)] = &[
    ("thị trấn", UnitKind::Township),
    ("đặc khu", UnitKind::SpecialZone),
    ("thành phố", UnitKind::City),
    ("thị xã", UnitKind::Town),
    ("huyện đảo", UnitKind::RuralDistrict),
    ("t p", UnitKind::City),
    ("t x", UnitKind::Town),
    ("t t", UnitKind::Township),
    ("phường", UnitKind::Ward),
    ("ward", UnitKind::Ward),
    ("xã", UnitKind::Commune),
    ("quận", UnitKind::UrbanDistrict),
    ("district", UnitKind::UrbanDistrict),
    ("huyện", UnitKind::RuralDistrict),
    ("tỉnh", UnitKind::Province),
    ("tt", UnitKind::Township),
    ("đk", UnitKind::SpecialZone),
    ("tp", UnitKind::City),
    ("thpho", UnitKind::City),
    ("tx", UnitKind::Town),
    ("ph", UnitKind::Ward),
    ("p", UnitKind::Ward),
    ("f", UnitKind::Ward),
    ("x", UnitKind::Commune),
    ("q", UnitKind::UrbanDistrict),
    ("h", UnitKind::RuralDistrict),
    ("t", UnitKind::Province),
];

/// Words with which a street, a hamlet or a house begins: a bare name with them is not surely a unit.
/// Words that begin many communes' names ("bản", "chợ", "đại" …) are not here.
const STREETS: &[&str] = &[
    "đường",
    "đg",
    "phố",
    "ngõ",
    "hẻm",
    "ngách",
    "kiệt",
    "số",
    "thôn",
    "ấp",
    "xóm",
    "khóm",
    "tổ",
    "kp",
    "kdc",
    "kđt",
    "tòa",
    "căn",
    "tầng",
    "block",
    "ql",
    "tl",
    "dl",
    "hxh",
    "km",
];

impl Vocabulary {
    pub(crate) fn new(fold: &Fold) -> Self {
        let key = |word: &str| Key::of_name(fold, word);
        let mut vocabulary =
            Self { filter: [0; FILTER], hashes: Box::new([0; SLOTS]), entries: Box::new([EMPTY; SLOTS]) };
        for (text, kind) in PREFIXES {
            let mut parts = text.split(' ').map(key);
            let Some(first) = parts.next() else { continue };
            let is_initials = text.split(' ').all(|word| word.len() == 1);
            vocabulary.add(Entry {
                word: first,
                role: Role::Prefix { kind: *kind, second: parts.next(), is_initials },
            });
        }
        for text in STREETS {
            vocabulary.add(Entry { word: key(text), role: Role::Street });
        }
        vocabulary
    }

    fn add(&mut self, entry: Entry) {
        let (place, bit) = place_in_filter(entry.word.hash);
        if let Some(filter) = self.filter.get_mut(place) {
            *filter |= bit;
        }
        let free = probes(entry.word.hash).find(|slot| self.hashes.get(*slot) == Some(&0));
        let Some(slot) = free else { return };
        if let Some((hash, own)) = self.hashes.get_mut(slot).zip(self.entries.get_mut(slot)) {
            (*hash, *own) = (entry.word.hash, entry);
        }
    }

    /// The entries for a word as typed, in the order of the tables.
    #[inline]
    pub(crate) fn of(&self, word: Key) -> impl Iterator<Item = &Entry> {
        probes(word.hash)
            .map_while(|slot| self.hashes.get(slot).filter(|hash| **hash != 0).map(|hash| (slot, *hash)))
            .filter(move |(_, hash)| *hash == word.hash)
            .filter_map(|(slot, _)| self.entries.get(slot))
            .filter(move |entry| word.fits(entry.word.accents))
    }

    /// Whether a word may be in the tables; most are not.
    #[inline]
    pub(crate) fn may_have(&self, word: Key) -> bool {
        let (place, bit) = place_in_filter(word.hash);
        self.filter.get(place).is_some_and(|filter| filter & bit != 0)
    }
}

/// Places for the 50 words of the tables.
const SLOTS: usize = 256;
/// Words of the filter: 4,096 bits.
const FILTER: usize = 64;
const EMPTY: Entry = Entry { word: Key { hash: 0, accents: 0, length: 0 }, role: Role::Street };

/// The places where a word may be, one after the other.
#[inline]
fn probes(hash: u64) -> impl Iterator<Item = usize> {
    let first = usize::try_from(mix(hash) >> 56).unwrap_or(0);
    (0..SLOTS).map(move |step| first.wrapping_add(step) & (SLOTS - 1))
}

#[inline]
fn place_in_filter(hash: u64) -> (usize, u64) {
    let mixed = mix(hash);
    (usize::try_from(mixed >> 58).unwrap_or(0), 1 << (mixed >> 52 & 63))
}
