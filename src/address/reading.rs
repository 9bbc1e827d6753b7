//! What a text may mean: mentions put together into units, weighed, the best kept.
#![allow(clippy::arithmetic_side_effects, reason = "a score is a sum of a dozen terms below 200")]

use super::{
    LIMITS,
    index::{NameOf, Posting, Unit},
    kind::UnitKind,
    mention::{Mention, Place, mentions},
    tokens::Tokens,
    units::Units,
};
use crate::Error;

/// One way to understand the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    /// A commune of either era, or a district or province alone.
    pub(super) unit: Unit,
    score: i32,
    /// Places in the list of mentions.
    commune: Option<usize>,
    pub(super) district: Option<usize>,
    pub(super) province: Option<usize>,
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
#[derive(Debug, Default)]
pub(super) struct Understood {
    pub(super) readings: Vec<Reading>,
    pub(super) street: Option<String>,
    /// How many there were before the cut at [`LIMITS`].
    pub(super) count: usize,
}

/// Two readings this near are equally good: less than any single ground for one of them.
const TIE: i32 = 3;
/// A commune's reading below this is none.
const ENOUGH: i32 = 60;

pub(super) fn understand(units: &Units, text: &str) -> Result<Understood, Error> {
    if text.chars().take(LIMITS.characters.saturating_add(1)).count() > LIMITS.characters {
        return Err(Error::limit("an address, characters", LIMITS.characters));
    }
    let tokens = Tokens::of(text, &units.fold);
    let mentions = mentions(&tokens, &units.prefixes, &units.index);
    let reader = Weigher::new(units, &mentions);
    let mut readings = reader.communes();
    keep_best(&mut readings, ENOUGH);
    let demoted = reader.districts_not_communes(&readings);
    if readings.is_empty() || demoted {
        readings = reader.districts();
        keep_best(&mut readings, 1);
    } else if readings.iter().all(|reading| reader.is_backwards(reading)) {
        // "Tam Nông, Phú Thọ" is the district in the province, not the commune in the district.
        let mut districts = reader.districts();
        districts.retain(|reading| reading.province < reading.district);
        keep_best(&mut districts, 1);
        if !districts.is_empty() {
            readings = districts;
        }
    }
    if readings.is_empty() {
        readings = reader.provinces();
        keep_best(&mut readings, 1);
    }
    let count = readings.len();
    readings.truncate(LIMITS.readings);
    let street = readings.first().and_then(|reading| reader.rest(text, &tokens, reading));
    Ok(Understood { readings, street, count })
}

/// The best and its equals, one for each unit.
fn keep_best(readings: &mut Vec<Reading>, enough: i32) {
    let Some(best) = readings.iter().map(|reading| reading.score).max().filter(|best| *best >= enough) else {
        readings.clear();
        return;
    };
    readings.retain(|reading| reading.score >= best.saturating_sub(TIE));
    readings.sort_by_key(|reading| (rank(reading.unit), std::cmp::Reverse(reading.score)));
    readings.dedup_by_key(|reading| reading.unit);
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

struct Weigher<'a> {
    units: &'a Units,
    mentions: &'a [Mention<'a>],
    districts: Vec<Level>,
    provinces: Vec<Level>,
}

/// A mention of a district or of a province.
struct Level {
    mention: usize,
    unit: Unit,
    score: i32,
}

impl<'a> Weigher<'a> {
    fn new(units: &'a Units, mentions: &'a [Mention<'a>]) -> Self {
        let mut weigher = Self { units, mentions, districts: Vec::new(), provinces: Vec::new() };
        for (place, mention) in mentions.iter().enumerate() {
            for posting in mention.postings {
                let prefix = mention.prefix;
                let (fits, list) = match posting.unit {
                    Unit::District(_) => (prefix.is_none_or(UnitKind::is_district), &mut weigher.districts),
                    Unit::OldProvince(_) | Unit::Province(_) => {
                        (prefix.is_none_or(UnitKind::is_province), &mut weigher.provinces)
                    }
                    _ => continue,
                };
                if !fits || list.len() >= LIMITS.readings {
                    continue;
                }
                list.push(Level { mention: place, unit: posting.unit, score: level_score(mention, posting) });
            }
        }
        weigher
    }

    /// Every commune of either era that a mention may mean.
    fn communes(&self) -> Vec<Reading> {
        let mut readings = Vec::new();
        for (place, mention) in self.mentions.iter().enumerate() {
            if mention.prefix.is_some_and(|prefix| !prefix.is_commune()) {
                continue;
            }
            let context = Context::of(self, place, mention);
            for posting in mention.postings {
                if readings.len() >= LIMITS.weighed {
                    return readings;
                }
                match posting.unit {
                    Unit::OldCommune(old) => readings.extend(self.old_commune(&context, posting, old)),
                    Unit::Commune(commune) => readings.extend(self.commune(&context, posting, commune)),
                    _ => {}
                }
            }
        }
        readings
    }

    fn old_commune(&self, context: &Context<'_>, posting: &Posting, old: u16) -> Option<Reading> {
        let district = self.units.old_commune(old)?.district;
        let province = self.units.district(district)?.province;
        let now = self.units.old_province(province)?.now;
        let mut reading = context.reading(posting);
        if let Some(level) =
            self.best(&self.districts, context, None, |unit| unit == Unit::District(district))
        {
            reading.district = Some(level.mention);
            reading.score += 60 + level.score;
        } else if let Some(penalty) = context.other_district {
            reading.conflict = true;
            reading.score -= penalty;
        }
        let matched = reading.district;
        if let Some(level) =
            self.best(&self.provinces, context, matched, |unit| unit == Unit::OldProvince(province))
        {
            reading.province = Some(level.mention);
            reading.score += 50 + level.score;
        } else if let Some(level) =
            self.best(&self.provinces, context, matched, |unit| unit == Unit::Province(now))
        {
            reading.province = Some(level.mention);
            reading.score += 35 + level.score;
            reading.mixed = true;
        } else if self.has_other_province(context, matched) {
            reading.conflict = true;
            reading.score -= 100;
        }
        self.judge(&mut reading, context);
        Some(reading)
    }

    fn commune(&self, context: &Context<'_>, posting: &Posting, place: u16) -> Option<Reading> {
        let commune = self.units.commune(place)?;
        let mut reading = context.reading(posting);
        if let Some(level) =
            self.best(&self.provinces, context, None, |unit| unit == Unit::Province(commune.province))
        {
            reading.province = Some(level.mention);
            reading.score += 50 + level.score;
        } else if let Some(level) = self.best(&self.provinces, context, None, |unit| {
            matches!(unit, Unit::OldProvince(old)
                if self.units.old_province(old).is_some_and(|old| old.now == commune.province))
        }) {
            reading.province = Some(level.mention);
            reading.score += 35 + level.score;
            reading.mixed = true;
        } else if self.has_other_province(context, None) {
            reading.conflict = true;
            reading.score -= 100;
        }
        // Today there are no districts; one that is named beside the province says that the text is older.
        let inside = |unit: Unit| {
            matches!(unit, Unit::District(district)
                if self.units.present_province(district) == Some(commune.province))
        };
        if context.other_district.is_some() {
            let level = self.best(&self.districts, context, reading.province, inside);
            if let Some(level) = level.filter(|_| context.mention.prefix.is_some()) {
                reading.district = Some(level.mention);
                reading.mixed = true;
                reading.score -= 40;
            } else {
                reading.conflict = true;
                reading.score -= 90;
            }
        }
        self.judge(&mut reading, context);
        Some(reading)
    }

    fn judge(&self, reading: &mut Reading, context: &Context<'_>) {
        let alone = reading.district.is_none() && reading.province.is_none();
        // A name of before a merger, or without its type, may be another's where the district is not said.
        let vague = (reading.merged || context.mention.prefix.is_none()) && reading.district.is_none();
        let loose = context.mention.place == Place::Loose;
        reading.weak = loose || alone || vague || self.is_backwards(reading);
        if alone && context.mention.prefix.is_none() && !context.fills_the_text {
            // A few words of something else: no address.
            reading.score -= 100;
        }
    }

    /// The best level for which the test holds, beside the commune's mention and another one.
    fn best(
        &self,
        levels: &'a [Level],
        context: &Context<'_>,
        other: Option<usize>,
        test: impl Fn(Unit) -> bool,
    ) -> Option<&'a Level> {
        let other = other.and_then(|other| self.mentions.get(other));
        levels
            .iter()
            .filter(|level| test(level.unit))
            .filter(|level| {
                self.mentions.get(level.mention).is_some_and(|mention| {
                    !mention.overlaps(context.mention) && other.is_none_or(|other| !mention.overlaps(other))
                })
            })
            .max_by_key(|level| level.score)
    }

    /// A province is named, and it is not merely the district under another light.
    fn has_other_province(&self, context: &Context<'_>, district: Option<usize>) -> bool {
        let district = district.and_then(|district| self.mentions.get(district));
        self.provinces.iter().any(|level| {
            self.mentions.get(level.mention).is_some_and(|mention| {
                let only = !mention.postings.iter().any(|posting| matches!(posting.unit, Unit::District(_)));
                let sure = mention.prefix == Some(UnitKind::Province) && mention.place == Place::Prefixed
                    || (mention.place != Place::Loose && only);
                sure && !mention.overlaps(context.mention)
                    && district.is_none_or(|district| !mention.overlaps(district))
                    && (mention.prefix.is_some() || mention.from >= context.mention.to || mention.from == 0)
            })
        })
    }

    /// An old district is never taken for a commune of the same name: where the best readings are bare
    /// names of communes that are districts as well, the text names the district.
    fn districts_not_communes(&self, readings: &[Reading]) -> bool {
        !readings.is_empty()
            && readings.iter().all(|reading| {
                let mention = reading.commune.and_then(|place| self.mentions.get(place));
                mention.is_some_and(|mention| {
                    mention.prefix.is_none()
                        && !self.is_in_a_district(reading)
                        && mention.postings.iter().any(|posting| match posting.unit {
                            Unit::District(district) => {
                                reading.province.is_none()
                                    || self.province_of(reading.unit) == self.units.present_province(district)
                            }
                            _ => false,
                        })
                })
            })
    }

    /// A bare name after the bare name of its district or province.
    fn is_backwards(&self, reading: &Reading) -> bool {
        let mention = |place: Option<usize>| place.and_then(|place| self.mentions.get(place));
        let commune = mention(reading.commune).filter(|commune| commune.prefix.is_none());
        let above = mention(reading.district.or(reading.province)).filter(|above| above.prefix.is_none());
        commune.zip(above).is_some_and(|(commune, above)| above.from < commune.from)
    }

    /// Whether the text names the commune's district, not its province of the same name.
    fn is_in_a_district(&self, reading: &Reading) -> bool {
        let mention = reading.district.and_then(|place| self.mentions.get(place));
        mention.is_some_and(|mention| {
            let is_province =
                |posting: &Posting| matches!(posting.unit, Unit::Province(_) | Unit::OldProvince(_));
            reading.province.is_some()
                || mention.prefix.is_some()
                || !mention.postings.iter().any(is_province)
        })
    }

    /// Today's province of a unit.
    fn province_of(&self, unit: Unit) -> Option<u16> {
        match unit {
            Unit::Commune(place) => Some(self.units.commune(place)?.province),
            Unit::OldCommune(place) => self.units.present_province(self.units.old_commune(place)?.district),
            Unit::District(place) => self.units.present_province(place),
            Unit::OldProvince(place) => Some(self.units.old_province(place)?.now),
            Unit::Province(place) => Some(place),
        }
    }

    fn districts(&self) -> Vec<Reading> {
        let mut readings = Vec::new();
        for level in &self.districts {
            let Some(mention) = self.mentions.get(level.mention) else { continue };
            let Unit::District(district) = level.unit else { continue };
            let context = Context::of(self, level.mention, mention);
            let mut reading =
                context.bare(level.unit, level.score + if mention.place == Place::Loose { 0 } else { 10 });
            reading.district = Some(level.mention);
            let Some(province) = self.units.district(district).map(|district| district.province) else {
                continue;
            };
            let now = self.units.present_province(district);
            if let Some(level) =
                self.best(&self.provinces, &context, None, |unit| unit == Unit::OldProvince(province))
            {
                reading.province = Some(level.mention);
                reading.score += 50 + level.score;
            } else if let Some(level) = self.best(
                &self.provinces,
                &context,
                None,
                |unit| matches!(unit, Unit::Province(own) if Some(own) == now),
            ) {
                reading.province = Some(level.mention);
                reading.score += 35 + level.score;
            } else if self.has_other_province(&context, None)
                || mention.prefix.is_none() && !context.fills_the_text
            {
                continue;
            }
            if reading.province.is_none()
                && mention.postings.iter().any(|posting| matches!(posting.unit, Unit::Province(_)))
            {
                // "Thành phố Hải Dương" may be either; the province is the safer thing to say.
                reading.score -= 20;
            }
            readings.push(reading);
        }
        readings
    }

    fn provinces(&self) -> Vec<Reading> {
        let mut readings = Vec::new();
        for level in &self.provinces {
            let Some(mention) = self.mentions.get(level.mention) else { continue };
            let context = Context::of(self, level.mention, mention);
            if mention.place == Place::Loose
                || mention.prefix.is_none() && mention.postings.iter().all(|posting| posting.kind.is_none())
            {
                continue;
            }
            let mut reading = context.bare(level.unit, level.score + 10);
            reading.province = Some(level.mention);
            readings.push(reading);
        }
        readings
    }

    /// What the units do not take: house, street, hamlet.
    fn rest(&self, text: &str, tokens: &Tokens, reading: &Reading) -> Option<String> {
        let taken: Vec<&Mention<'_>> = [reading.commune, reading.district, reading.province]
            .into_iter()
            .flatten()
            .filter_map(|place| self.mentions.get(place))
            .collect();
        let mut parts: Vec<&str> = Vec::new();
        let mut run: Option<(usize, usize)> = None;
        for (at, word) in tokens.words.iter().enumerate() {
            let free = !taken.iter().any(|mention| (mention.from..mention.to).contains(&at));
            match (free, run) {
                (true, Some((start, _))) => run = Some((start, word.end)),
                (true, None) => run = Some((word.start, word.end)),
                (false, Some((start, end))) => {
                    parts.extend(text.get(start..end));
                    run = None;
                }
                (false, None) => {}
            }
        }
        parts.extend(run.and_then(|(start, end)| text.get(start..end)));
        parts.retain(|part| {
            !matches!(crate::text::ascii(part).to_lowercase().as_str(), "viet nam" | "vietnam" | "vn")
        });
        (!parts.is_empty()).then(|| crate::text::nfc(&parts.join(", ")))
    }
}

/// What is the same for every unit of one mention.
struct Context<'a> {
    place: usize,
    mention: &'a Mention<'a>,
    /// What it costs not to be in the district that the text names after or before.
    other_district: Option<i32>,
    /// The mention is all there is.
    fills_the_text: bool,
}

impl<'a> Context<'a> {
    fn of(weigher: &Weigher<'a>, place: usize, mention: &'a Mention<'a>) -> Self {
        let penalty = |level: &Level| {
            let other = weigher.mentions.get(level.mention)?;
            let as_province = other
                .postings
                .iter()
                .any(|posting| matches!(posting.unit, Unit::Province(_) | Unit::OldProvince(_)));
            if other.overlaps(mention) {
                return None;
            }
            match other.prefix {
                Some(UnitKind::City) if as_province => None,
                Some(_) => Some(90),
                None => {
                    (other.place == Place::Whole && !as_province && other.from >= mention.to).then_some(60)
                }
            }
        };
        let last = weigher.mentions.iter().map(|mention| mention.to).max().unwrap_or(0);
        Self {
            place,
            mention,
            other_district: weigher.districts.iter().filter_map(penalty).max(),
            fills_the_text: mention.from == 0 && mention.to == last && mention.place == Place::Whole,
        }
    }

    fn bare(&self, unit: Unit, score: i32) -> Reading {
        Reading {
            unit,
            score,
            commune: None,
            district: None,
            province: None,
            weak: false,
            conflict: false,
            mixed: false,
            merged: false,
            respelled: false,
        }
    }

    fn reading(&self, posting: &Posting) -> Reading {
        let mut score = 100;
        score += match (self.mention.prefix, posting.kind) {
            (Some(typed), Some(own)) if typed == own => 30,
            (Some(_), None) => 26,
            (Some(_), Some(_)) => 12,
            (None, _) if self.mention.place == Place::Loose => -30,
            (None, _) => 0,
        };
        if self.mention.dangling {
            score -= 25;
        }
        let respelled = match (self.mention.accents, posting.accents) {
            (Some(typed), Some(own)) if typed == own => {
                score += 8;
                false
            }
            (Some(_), Some(_)) => {
                score -= 15;
                true
            }
            // A name without accents, typed with some.
            (Some(_), None) if posting.name == NameOf::Own => {
                score -= 15;
                true
            }
            _ => false,
        };
        if posting.name != NameOf::Own {
            score -= 6;
        }
        // The longer of two names at one place.
        score += i32::try_from(self.mention.to.saturating_sub(self.mention.from)).unwrap_or(0).min(8) * 2;
        let mut reading = self.bare(posting.unit, score);
        reading.commune = Some(self.place);
        reading.merged = posting.name == NameOf::Merged;
        reading.respelled = respelled;
        reading
    }
}

/// How well a mention fits a district or a province.
fn level_score(mention: &Mention<'_>, posting: &Posting) -> i32 {
    let mut score = match (mention.prefix, posting.kind) {
        (Some(typed), Some(own)) if typed == own => 6,
        (Some(_), None) => 5,
        (Some(_), Some(_)) => 1,
        (None, _) => 0,
    };
    score += match (mention.accents, posting.accents) {
        (Some(typed), Some(own)) if typed == own => 4,
        (Some(_), Some(_)) => -8,
        (Some(_), None) if posting.name == NameOf::Own => -8,
        _ => 0,
    };
    if mention.dangling {
        score -= 12;
    }
    if posting.name == NameOf::Merged { score - 3 } else { score }
}
