//! What a text may mean: mentions put together into units, weighed, the best kept.

use super::{
    LIMITS,
    index::Unit,
    key::Key,
    level::Level,
    mention::{Mention, Mentions},
    tokens::{Tokens, Word, characters},
    units::Units,
    weigh::Weigher,
};
use crate::Error;

/// One way to understand the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    /// A commune of either era, or a district or province alone.
    pub(super) unit: Unit,
    pub(super) score: i32,
    /// Places in the list of mentions.
    pub(super) commune: Option<u16>,
    pub(super) district: Option<u16>,
    pub(super) province: Option<u16>,
    /// The name stands loose in the text, or alone without a type or a level above.
    pub(super) weak: bool,
    /// The text names a district or a province that the unit is not in.
    pub(super) conflict: bool,
    /// A unit of today with a district, or under the name of an old province.
    pub(super) mixed: bool,
    /// The name is that of a unit that was merged into this one before 01/07/2025.
    pub(super) merged: bool,
    /// The accents are not those of the official name.
    pub(super) respelled: bool,
}

/// All equally good readings, with the text's remainder.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Understood<'a> {
    pub(super) readings: &'a [Reading],
    /// Communes that bear the name of the district that was read.
    pub(super) also: &'a [Unit],
    /// Where house, street and hamlet stand in the text: from, to.
    pub(super) street: &'a [(usize, usize)],
    /// Whether they may change when they are composed (NFC).
    pub(super) uncomposed: bool,
    /// How many readings there were before the cut at [`LIMITS`].
    pub(super) count: usize,
}

/// Reads one text after the other; its lists are used again, so that a row of a long list costs no allocation.
#[derive(Default)]
pub(super) struct TextReader {
    tokens: Tokens,
    mentions: Mentions,
    districts: Vec<Level>,
    provinces: Vec<Level>,
    readings: Vec<Reading>,
    others: Vec<Reading>,
    also: Vec<Unit>,
    street: Vec<(usize, usize)>,
}

/// Two readings this near are equally good: less than any single ground for one of them.
const TIE: i32 = 3;
/// A commune's reading below this is none.
const ENOUGH: i32 = 60;

impl TextReader {
    /// # Errors
    /// `limit.input` over 10,000 characters.
    pub(super) fn read(&mut self, units: &Units, text: &str) -> Result<Understood<'_>, Error> {
        if text.len() > LIMITS.characters && text.chars().count() > LIMITS.characters {
            return Err(Error::limit("an address, characters", LIMITS.characters));
        }
        self.tokens.read(text, units);
        Ok(self.understand(units))
    }

    /// The same for a text as JavaScript holds it; places count its units.
    ///
    /// # Errors
    /// `limit.input` over 10,000 characters.
    pub(super) fn read_utf16(&mut self, units: &Units, text: &[u16]) -> Result<Understood<'_>, Error> {
        if text.len() > LIMITS.characters && characters(text) > LIMITS.characters {
            return Err(Error::limit("an address, characters", LIMITS.characters));
        }
        self.tokens.read(text, units);
        Ok(self.understand(units))
    }

    fn understand(&mut self, units: &Units) -> Understood<'_> {
        units.prefixes.mark(&mut self.tokens);
        self.mentions.find(&mut self.tokens, units);
        Level::all(&self.mentions.all, &units.index, &mut self.districts, &mut self.provinces);
        let weigher = Weigher {
            units,
            mentions: &self.mentions.all,
            districts: &self.districts,
            provinces: &self.provinces,
        };
        let readings = &mut self.readings;
        // A commune in a district that the text names outweighs every other.
        weigher.communes(true, readings);
        let sure =
            |reading: &Reading| !reading.weak && !reading.conflict && weigher.is_in_a_district(reading);
        if !readings.iter().any(sure) {
            weigher.communes(false, readings);
        }
        keep_best(readings, ENOUGH);
        let demoted = weigher.districts_not_communes(readings);
        self.also.clear();
        if readings.is_empty() || demoted {
            self.also.extend(readings.iter().map(|reading| reading.unit));
            weigher.districts(readings);
            keep_best(readings, 1);
        } else if readings.iter().all(|reading| weigher.is_backwards(reading)) {
            // "Tam Nông, Phú Thọ" is the district in the province, not the commune in the district.
            let districts = &mut self.others;
            weigher.districts(districts);
            districts.retain(|reading| reading.province < reading.district);
            keep_best(districts, 1);
            if !districts.is_empty() {
                std::mem::swap(readings, districts);
            }
        }
        if readings.is_empty() {
            weigher.provinces(readings);
            keep_best(readings, 1);
        }
        let count = readings.len();
        readings.truncate(LIMITS.readings);
        self.street.clear();
        if let Some(reading) = readings.first() {
            rest(&self.tokens, &self.mentions.all, reading, &mut self.street);
        }
        let uncomposed = self.tokens.is_uncomposed();
        Understood { readings: &self.readings, also: &self.also, street: &self.street, uncomposed, count }
    }
}

/// The best and its equals, one for each unit.
fn keep_best(readings: &mut Vec<Reading>, enough: i32) {
    let Some(best) = readings.iter().map(|reading| reading.score).max().filter(|best| *best >= enough) else {
        readings.clear();
        return;
    };
    readings.retain(|reading| reading.score >= best.saturating_sub(TIE));
    if readings.len() > 1 {
        readings.sort_by_key(|reading| (rank(reading.unit), reading.weak, std::cmp::Reverse(reading.score)));
        readings.dedup_by_key(|reading| reading.unit);
    }
}

/// Today's units first.
fn rank(unit: Unit) -> (u8, u16) {
    match unit {
        Unit::Commune(place) => (0, place),
        Unit::OldCommune(place) => (1, place),
        Unit::District(place) => (2, place),
        Unit::Province(place) => (3, place),
        Unit::OldProvince(place) => (4, place),
    }
}

/// What the units of a reading do not take: house, street, hamlet.
fn rest(tokens: &Tokens, mentions: &[Mention], reading: &Reading, street: &mut Vec<(usize, usize)>) {
    // An empty one stands for a level that is not named.
    let taken = [reading.commune, reading.district, reading.province].map(|place| {
        place.and_then(|place| mentions.get(usize::from(place))).map_or((0, 0), |own| (own.from, own.to))
    });
    let mut at = 0;
    while at < tokens.words.len() {
        if let Some((_, to)) = taken.iter().find(|(from, to)| (*from..*to).contains(&at)) {
            at = *to;
            continue;
        }
        let next = taken.iter().map(|(from, _)| *from).filter(|from| *from > at).min();
        let end = next.unwrap_or(usize::MAX).min(tokens.words.len());
        let words = tokens.words.get(at..end).unwrap_or(&[]);
        if let (Some(first), Some(last)) = (words.first(), words.last())
            && !is_the_country(words)
        {
            street.push((first.start, last.end));
        }
        at = end;
    }
}

/// "Việt Nam", "VN".
fn is_the_country(words: &[Word]) -> bool {
    let key = match words {
        [word] => word.key,
        [first, second] => first.key.then(second.key).unwrap_or_default(),
        _ => return false,
    };
    COUNTRY.contains(&key.hash)
}

const COUNTRY: [u64; 2] = [Key::of_ascii(b"vietnam").hash, Key::of_ascii(b"vn").hash];
