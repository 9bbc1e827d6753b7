//! The words that say what kind of unit follows.

use std::collections::HashMap;

use super::{
    fold::{Fold, accents, hash},
    index::AsItIs,
    kind::UnitKind,
    tokens::Tokens,
};

/// The prefixes and the words of streets, by the hash of their letters.
#[derive(Clone)]
pub(super) struct Prefixes {
    words: HashMap<u64, Vec<Entry>, std::hash::BuildHasherDefault<AsItIs>>,
}

/// A word of the tables below.
#[derive(Clone)]
struct Entry {
    accents: Option<u64>,
    what: What,
}

#[derive(Clone)]
enum What {
    /// A prefix; the second word with its accents, if it has two; whether all words are one letter.
    Prefix(UnitKind, Option<(u64, Option<u64>)>, bool),
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
        let key = |word: &str| {
            let letters = fold.squashed(word);
            (hash(letters.iter().copied()), accents(&letters))
        };
        let mut words: HashMap<u64, Vec<Entry>, _> = HashMap::default();
        for (text, kind) in PREFIXES {
            let mut parts = text.split(' ').map(key);
            let Some((hash, accents)) = parts.next() else { continue };
            let short = text.split(' ').all(|word| word.len() == 1);
            let what = What::Prefix(*kind, parts.next(), short);
            words.entry(hash).or_insert_with(Vec::new).push(Entry { accents, what });
        }
        for text in STREETS {
            let (hash, accents) = key(text);
            words.entry(hash).or_insert_with(Vec::new).push(Entry { accents, what: What::Street });
        }
        Self { words }
    }

    /// The prefix that begins at this word: its kind and how many words it takes.
    pub(super) fn at(&self, tokens: &Tokens, at: usize) -> Option<(UnitKind, usize)> {
        let first = tokens.word(at)?;
        let entries = self.words.get(&first.hash)?;
        let typed = accents(tokens.letters_of(first));
        let next = tokens.word(at.saturating_add(1)).filter(|next| !next.begins_part)?;
        for entry in entries.iter().filter(|entry| fits(typed, entry.accents)) {
            match &entry.what {
                What::Prefix(kind, Some((second, marks)), _) => {
                    let fits = next.hash == *second && fits(accents(tokens.letters_of(next)), *marks);
                    if fits && tokens.word(at.saturating_add(2)).is_some_and(|name| !name.begins_part) {
                        return Some((*kind, 2));
                    }
                }
                What::Prefix(kind, None, short) => {
                    if !short || first.point || tokens.is_edge(at) || next.numeric {
                        return Some((*kind, 1));
                    }
                }
                What::Street => {}
            }
        }
        None
    }

    /// Whether a street, a house or a hamlet begins at this word.
    pub(super) fn is_street(&self, tokens: &Tokens, at: usize) -> bool {
        tokens.word(at).is_some_and(|word| {
            let letters = tokens.letters_of(word);
            letters.first().is_some_and(|letter| letter.base.is_ascii_digit())
                || self.words.get(&word.hash).is_some_and(|entries| {
                    let typed = accents(letters);
                    entries
                        .iter()
                        .any(|entry| matches!(entry.what, What::Street) && fits(typed, entry.accents))
                })
        })
    }
}

/// A word typed without accents may be the one with them; one with others is not.
fn fits(typed: Option<u64>, own: Option<u64>) -> bool {
    typed.is_none() || typed == own
}
