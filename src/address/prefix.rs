//! The words that say what kind of unit follows.

use super::{
    fold::{Fold, Letter},
    kind::UnitKind,
    tokens::Tokens,
};

/// The prefixes, folded once.
#[derive(Clone)]
pub(super) struct Prefixes {
    rows: Vec<(Vec<Word>, UnitKind)>,
    streets: Vec<Word>,
}

/// A word's base letters, and the word with its accents.
type Word = (String, Vec<Letter>);

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
        let word = |word: &str| {
            let letters = fold.squashed(word);
            (letters.iter().map(|letter| char::from(letter.base)).collect::<String>(), letters)
        };
        let rows =
            PREFIXES.iter().map(|(words, kind)| (words.split(' ').map(word).collect(), *kind)).collect();
        Self { rows, streets: STREETS.iter().map(|street| word(street)).collect() }
    }

    /// The prefix that begins at this word: its kind and how many words it takes.
    pub(super) fn at(&self, tokens: &Tokens, at: usize) -> Option<(UnitKind, usize)> {
        let first = tokens.word(at)?;
        let length = first.last.saturating_sub(first.first);
        if length > 8 {
            return None;
        }
        for (words, kind) in &self.rows {
            if !words.iter().zip(at..).all(|((base, full), at)| tokens.is(at, base, full)) {
                continue;
            }
            let count = words.len();
            if count == 2 && tokens.word(at.saturating_add(1)).is_none_or(|word| word.begins_part) {
                continue;
            }
            let next = tokens.word(at.saturating_add(count));
            if next.is_none_or(|next| next.begins_part) {
                continue;
            }
            let short = words.iter().all(|(base, _)| base.len() == 1);
            if short
                && count == 1
                && !first.point
                && !first.begins_part
                && !next.is_some_and(|next| next.numeric)
            {
                continue;
            }
            return Some((*kind, count));
        }
        None
    }

    /// Whether a street, a house or a hamlet begins at this word.
    pub(super) fn is_street(&self, tokens: &Tokens, at: usize) -> bool {
        tokens.word(at).is_some_and(|word| {
            tokens.letters_of(word).first().is_some_and(|letter| letter.base.is_ascii_digit())
                || self.streets.iter().any(|(base, full)| tokens.is(at, base, full))
        })
    }
}
