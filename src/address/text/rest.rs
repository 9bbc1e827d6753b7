//! What the units of a text do not take: house, street and hamlet, and what is neither.

use std::ops::Range;

use super::{
    interpretation::Interpretation,
    mention::{Mention, Place},
    prefixes::begins_street,
    tokens::{Tokens, Word, is_the_country},
};
use crate::address::{
    name::Key,
    units::{Posting, Unit, Units},
};

/// The words beside the units that an interpretation takes.
pub(super) struct Rest<'a> {
    units: &'a Units,
    words: &'a [Word],
    mentions: &'a [Mention],
    unit: Unit,
    taken: [Range<usize>; 3],
    /// Where the street stands: before the smallest unit, or behind it where the text begins with the largest.
    side: Side,
}

enum Side {
    Before(usize),
    Behind(usize),
}

/// What words beside the units are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Street,
    /// Something else, that is to be looked at; kept with the street, since nobody knows what it is.
    Unsure,
    /// A unit that is not known, or a rest of a unit's name: no street.
    Unknown,
    /// A level above that is known and says nothing new, the country, a postal code.
    Said,
}

impl<'a> Rest<'a> {
    pub(super) fn of(
        units: &'a Units,
        tokens: &'a Tokens,
        mentions: &'a [Mention],
        interpretation: &Interpretation,
    ) -> Self {
        // An empty one stands for a level that is not named.
        let place = |place: Option<u16>| {
            place.and_then(|place| mentions.get(usize::from(place))).map_or(0..0, |own| own.from..own.to)
        };
        let Interpretation { commune, district, province, unit, .. } = *interpretation;
        let taken = [commune, district, province].map(place);
        let smallest = taken.iter().find(|own| !own.is_empty()).cloned().unwrap_or(0..0);
        let mut above = taken.iter().filter(|own| !own.is_empty() && **own != smallest).peekable();
        let reversed = above.peek().is_some() && above.all(|own| own.end <= smallest.start);
        let side = if reversed { Side::Behind(smallest.end) } else { Side::Before(smallest.start) };
        Self { units, words: &tokens.words, mentions, unit, taken, side }
    }

    /// Gathers where the street stands; says whether words are left that are neither a street nor known.
    pub(super) fn gather(&self, street: &mut Vec<(usize, usize)>) -> bool {
        let mut left = false;
        let mut at = 0;
        // The range of words that were kept last, within one gap.
        let mut kept: Option<Range<usize>> = None;
        while at < self.words.len() {
            if let Some(own) = self.taken.iter().find(|own| own.contains(&at)) {
                at = own.end;
                self.push(kept.take(), street);
                continue;
            }
            let end = self.end_of_part(at);
            let part = self.judge(at..end);
            left |= matches!(part, Part::Unsure | Part::Unknown);
            match part {
                Part::Street | Part::Unsure => {
                    kept = Some(kept.map_or(at, |own| own.start)..end);
                }
                Part::Unknown | Part::Said => self.push(kept.take(), street),
            }
            at = end;
        }
        self.push(kept, street);
        left
    }

    fn push(&self, words: Option<Range<usize>>, street: &mut Vec<(usize, usize)>) {
        let words = words.and_then(|words| self.words.get(words)).unwrap_or(&[]);
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            street.push((first.start, last.end));
        }
    }

    /// Where the part that begins at this word ends: at the next one, or at a unit.
    fn end_of_part(&self, at: usize) -> usize {
        let unit = self.taken.iter().map(|own| own.start).filter(|from| *from > at).min();
        let behind = self.words.get(at.wrapping_add(1)..).unwrap_or(&[]);
        let next = behind.iter().position(Word::is_edge).map(|next| at.wrapping_add(1).wrapping_add(next));
        unit.into_iter().chain(next).min().unwrap_or(self.words.len()).min(self.words.len())
    }

    fn judge(&self, part: Range<usize>) -> Part {
        let on_side = match self.side {
            Side::Before(from) => part.end <= from,
            Side::Behind(to) => part.start >= to,
        };
        let words = self.words.get(part.clone()).unwrap_or(&[]);
        let Some(own) = without_country_and_code(words, !on_side).filter(|own| !own.is_empty()) else {
            return Part::Said;
        };
        let part = part.start..part.start.wrapping_add(own.len());
        let Some(first) = own.first() else { return Part::Said };
        if self.is_known(&part, on_side) {
            return Part::Said;
        }
        if on_side {
            return if begins_unit(own) { Part::Unknown } else { Part::Street };
        }
        let glued = !first.is_edge() && part.start > 0;
        match own {
            // "Hải Châu I", "Phúc Thành A": a rest of the name before it.
            [numeral] if glued && numeral.key.length <= 4 => Part::Unknown,
            _ if first.prefix.is_some() => Part::Unknown,
            _ if !glued && self.units_street(first) => Part::Street,
            _ => Part::Unsure,
        }
    }

    fn units_street(&self, first: &Word) -> bool {
        begins_street(&self.units.vocabulary, first)
    }

    /// Whether these words name what lies above the unit: its district or province of before, "Thành phố Huế, Thừa Thiên Huế".
    fn is_known(&self, part: &Range<usize>, on_side: bool) -> bool {
        let mut mentions = self.mentions.iter().filter(|own| own.from == part.start && own.to == part.end);
        let is_above = |posting: &Posting| self.units.is_above(posting.unit, self.unit);
        mentions.any(|mention| {
            let mut postings = self.units.index.of(mention.postings).iter();
            postings.any(|posting| {
                // Before the unit a bare name may be a street's, except that of a commune on an island without any.
                let island = posting.kind.is_some_and(|kind| kind.is_commune());
                is_above(posting) && (!on_side || island || mention.place == Place::Prefixed)
            })
        })
    }
}

/// Whether the words begin with "phường", "xã", "quận" … in full: "P. 302" and "tỉnh lộ 8" do not.
fn begins_unit(words: &[Word]) -> bool {
    let Some(first) = words.first() else { return false };
    let Some((_, length)) = first.prefix else { return false };
    let in_full = first.key.length > 2 || first.key.hash == XA;
    let next = words.get(usize::from(length)).map_or(0, |next| next.key.hash);
    in_full && !OF_STREETS.contains(&next)
}

const XA: u64 = Key::of_ascii(b"xa").hash;
/// "Tỉnh lộ", "huyện ủy", "phường đội", "thành phố mới".
const OF_STREETS: [u64; 4] = [
    Key::of_ascii(b"lo").hash,
    Key::of_ascii(b"uy").hash,
    Key::of_ascii(b"doi").hash,
    Key::of_ascii(b"moi").hash,
];

/// A part without "Việt Nam" and a postal code at its ends, and without "cũ"; `None` when nothing is left.
fn without_country_and_code(words: &[Word], behind_units: bool) -> Option<&[Word]> {
    let mut words = words;
    // What stands before a postal code goes with it.
    let mut code = false;
    loop {
        let rest = match words {
            [] => return None,
            [rest @ .., last] if is_the_country(last.key, None) => rest,
            [rest @ .., one, other] if is_the_country(one.key, Some(other.key)) => rest,
            [rest @ .., last] if behind_units && last.is_postal_code() => {
                code = true;
                rest
            }
            [one] if behind_units && FORMER.contains(&one.key.hash) => &[],
            [rest @ .., one, other] if code && is_pair(one, other, &CODE) => rest,
            [rest @ .., last] if code && CODE.contains(&last.key.hash) => rest,
            _ => return Some(words),
        };
        words = rest;
    }
}

fn is_pair(one: &Word, other: &Word, hashes: &[u64]) -> bool {
    one.key.then(other.key).is_some_and(|key| hashes.contains(&key.hash))
}

/// "(cũ)", "(mới)".
const FORMER: [u64; 2] = [Key::of_ascii(b"cu").hash, Key::of_ascii(b"moi").hash];
/// What stands before a postal code.
const CODE: [u64; 5] = [
    Key::of_ascii(b"buuchinh").hash,
    Key::of_ascii(b"postalcode").hash,
    Key::of_ascii(b"zipcode").hash,
    Key::of_ascii(b"zip").hash,
    Key::of_ascii(b"ma").hash,
];
