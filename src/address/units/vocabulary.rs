//! The words that say what kind of unit follows.

use super::{
    fold::Fold,
    key::{Key, spread},
    kind::UnitKind,
    tokens::{Tokens, Word},
};

/// The prefixes and the words of streets, by the hash of their letters; open addressing.
#[derive(Clone)]
pub(super) struct Prefixes {
    /// A bit for each word: most words of a text cost no more than a look at one.
    filter: [u64; FILTER],
    /// The words' hashes; 0 is a free place.
    hashes: Box<[u64; SLOTS]>,
    entries: Box<[Entry; SLOTS]>,
}

/// A word of the tables below.
#[derive(Clone, Copy)]
struct Entry {
    word: Key,
    what: What,
}

#[derive(Clone, Copy)]
enum What {
    /// A prefix; its second word, if it has two; whether all words are one letter.
    Prefix(UnitKind, Option<Key>, bool),
    Street,
}

/// As people write them; the longer first. One letter counts before a point or a number,
/// and where a part begins.
const PREFIXES: &[(&str, UnitKind)] = &[
    ("thị trấn", UnitKind::Township),
    ("đặc khu", UnitKind::SpecialZone),
    ("thành phố", UnitKind::City),
    ("thị xã", UnitKind::Town),
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

impl Prefixes {
    pub(super) fn new(fold: &Fold) -> Self {
        let key = |word: &str| Key::of_name(fold, word);
        let mut prefixes =
            Self { filter: [0; FILTER], hashes: Box::new([0; SLOTS]), entries: Box::new([EMPTY; SLOTS]) };
        for (text, kind) in PREFIXES {
            let mut parts = text.split(' ').map(key);
            let Some(first) = parts.next() else { continue };
            let short = text.split(' ').all(|word| word.len() == 1);
            prefixes.add(Entry { word: first, what: What::Prefix(*kind, parts.next(), short) });
        }
        for text in STREETS {
            prefixes.add(Entry { word: key(text), what: What::Street });
        }
        prefixes
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
    fn of(&self, word: Key) -> impl Iterator<Item = &Entry> {
        probes(word.hash)
            .map_while(|slot| self.hashes.get(slot).filter(|hash| **hash != 0).map(|hash| (slot, *hash)))
            .filter(move |(_, hash)| *hash == word.hash)
            .filter_map(|(slot, _)| self.entries.get(slot))
            .filter(move |entry| word.fits(entry.word.accents))
    }

    /// Whether a word may be in the tables; most are not.
    #[inline]
    pub(super) fn may_have(&self, word: Key) -> bool {
        let (place, bit) = place_in_filter(word.hash);
        self.filter.get(place).is_some_and(|filter| filter & bit != 0)
    }

    /// Marks the words that begin a prefix.
    pub(super) fn mark(&self, tokens: &mut Tokens) {
        let Tokens { words, telling, prefixed, .. } = tokens;
        prefixed.clear();
        // "Thị xã" is one prefix: no "xã" begins inside.
        let mut inside = None;
        for at in telling.iter().copied() {
            let prefix = if inside == Some(at) { None } else { self.at(words, at) };
            if let Some(word) = words.get_mut(at)
                && let Some((_, length)) = prefix
            {
                word.prefix = prefix;
                prefixed.push(at);
                inside = (length == 2).then_some(at.wrapping_add(1));
            }
        }
    }

    /// The prefix that begins at this word: its kind and how many words it takes.
    fn at(&self, words: &[Word], at: usize) -> Option<(UnitKind, u8)> {
        let first = words.get(at).filter(|first| self.may_have(first.key))?;
        for entry in self.of(first.key) {
            let next = words.get(at.saturating_add(1)).filter(|next| !next.begins_part)?;
            match entry.what {
                What::Prefix(kind, Some(second), _) => {
                    let fits = next.key.hash == second.hash && next.key.fits(second.accents);
                    if fits && words.get(at.saturating_add(2)).is_some_and(|name| !name.begins_part) {
                        return Some((kind, 2));
                    }
                }
                What::Prefix(kind, None, short) => {
                    if !short || first.point || first.is_edge() || next.numeric {
                        return Some((kind, 1));
                    }
                }
                What::Street => {}
            }
        }
        None
    }

    /// Whether the part of the text that begins with this word begins as a street or a hamlet does.
    pub(super) fn is_street(&self, word: &Word) -> bool {
        word.prefix.is_none()
            && (word.digit || self.of(word.key).any(|entry| matches!(entry.what, What::Street)))
    }
}

/// Places for the 50 words of the tables.
const SLOTS: usize = 256;
/// Words of the filter: 4,096 bits.
const FILTER: usize = 64;
const EMPTY: Entry = Entry { word: Key { hash: 0, accents: 0, length: 0 }, what: What::Street };

/// The places where a word may be, one after the other.
#[inline]
fn probes(hash: u64) -> impl Iterator<Item = usize> {
    let first = usize::try_from(spread(hash) >> 56).unwrap_or(0);
    (0..SLOTS).map(move |step| first.wrapping_add(step) & (SLOTS - 1))
}

#[inline]
fn place_in_filter(hash: u64) -> (usize, u64) {
    let spread = spread(hash);
    (usize::try_from(spread >> 58).unwrap_or(0), 1 << (spread >> 52 & 63))
}
