//! The scores of what a text may mean.
#![allow(clippy::arithmetic_side_effects, reason = "a score is a sum of a dozen terms below 200")]

use super::{
    LIMITS,
    index::{NameOf, Posting, Unit},
    kind::UnitKind,
    level::Level,
    mention::{Mention, Place},
    reading::Reading,
    units::Units,
};

/// Weighs the units that a text may mean.
pub(super) struct Weigher<'a> {
    pub(super) units: &'a Units,
    pub(super) mentions: &'a [Mention],
    pub(super) districts: &'a [Level],
    pub(super) provinces: &'a [Level],
}

impl<'a> Weigher<'a> {
    /// Every commune of either era that a mention may mean; or only those in a district that is named.
    pub(super) fn communes(&self, in_districts: bool, readings: &mut Vec<Reading>) {
        readings.clear();
        if in_districts && self.districts.is_empty() {
            return;
        }
        for (place, mention) in (0_u16..).zip(self.mentions) {
            if mention.prefix.is_some_and(|prefix| !prefix.is_commune()) {
                continue;
            }
            let mut context: Option<Context<'_>> = None;
            for posting in self.units.index.of(mention.postings) {
                if readings.len() >= LIMITS.weighed {
                    return;
                }
                match posting.unit {
                    Unit::OldCommune(_) if in_districts => {
                        let district = Unit::District(posting.above);
                        if self.districts.iter().any(|level| level.unit == district) {
                            let context = context.get_or_insert_with(|| Context::of(self, place, mention));
                            let reading = self.old_commune(context, posting);
                            readings.extend(reading.filter(|reading| reading.district.is_some()));
                        }
                    }
                    Unit::OldCommune(_) => {
                        let context = context.get_or_insert_with(|| Context::of(self, place, mention));
                        readings.extend(self.old_commune(context, posting));
                    }
                    Unit::Commune(_) if !in_districts => {
                        let context = context.get_or_insert_with(|| Context::of(self, place, mention));
                        readings.push(self.commune(context, posting));
                    }
                    _ => {}
                }
            }
        }
    }

    fn old_commune(&self, context: &Context<'_>, posting: &Posting) -> Option<Reading> {
        let district = posting.above;
        let (province, now) = *self.units.provinces_of.get(usize::from(district))?;
        let mut reading = context.reading(posting);
        if let Some(level) = self.best(self.districts, context, None, |unit| unit == Unit::District(district))
        {
            reading.district = Some(level.mention);
            // "Nguyễn Nghiêm, Quảng Ngãi": the city or the province, which had a ward of this name each.
            let either =
                level.as_province && self.mention(level.mention).is_some_and(Mention::may_be_a_province);
            reading.score += level.score + if either { 50 } else { 60 };
        } else if let Some(penalty) = context.other_district {
            reading.conflict = true;
            reading.score -= penalty;
        }
        let matched = reading.district;
        if let Some(level) =
            self.best(self.provinces, context, matched, |unit| unit == Unit::OldProvince(province))
        {
            reading.province = Some(level.mention);
            reading.score += 50 + level.score;
        } else if let Some(level) =
            self.best(self.provinces, context, matched, |unit| unit == Unit::Province(now))
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

    fn commune(&self, context: &Context<'_>, posting: &Posting) -> Reading {
        let province = posting.above;
        let mut reading = context.reading(posting);
        if let Some(level) = self.best(self.provinces, context, None, |unit| unit == Unit::Province(province))
        {
            reading.province = Some(level.mention);
            reading.score += 50 + level.score;
        } else if let Some(level) = self.best(self.provinces, context, None, |unit| {
            matches!(unit, Unit::OldProvince(old)
                if self.units.old_province(old).is_some_and(|old| old.now == province))
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
                if self.units.present_province(district) == Some(province))
        };
        if context.other_district.is_some() {
            let level = self.best(self.districts, context, reading.province, inside);
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
        reading
    }

    fn judge(&self, reading: &mut Reading, context: &Context<'_>) {
        let alone = reading.district.is_none() && reading.province.is_none();
        // A name of before a merger, or without its type, may be another's where the district is not said.
        let vague = (reading.merged || context.mention.prefix.is_none()) && reading.district.is_none();
        let loose = context.mention.place == Place::Loose;
        // "đường Tân Bình" before the commune may be no district.
        let stray = [reading.district, reading.province].into_iter().flatten().any(|level| {
            self.mention(level)
                .is_some_and(|level| level.place == Place::Loose && level.from < context.mention.from)
        });
        reading.weak = loose || alone || vague || stray || self.is_backwards(reading);
        if alone && context.mention.prefix.is_none() && (!context.fills_the_text || reading.respelled) {
            // A few words of something else, or "Hải Phòng", which is not Hải Phong: no address.
            reading.score -= 100;
        }
    }

    /// The best level for which the test holds, beside the commune's mention and another one.
    #[inline]
    fn best(
        &self,
        levels: &'a [Level],
        context: &Context<'_>,
        other: Option<u16>,
        test: impl Fn(Unit) -> bool,
    ) -> Option<&'a Level> {
        let (from, to) = (context.mention.from, context.mention.to);
        let mut best: Option<&Level> = None;
        for level in levels.iter().filter(|level| test(level.unit)) {
            let apart = level.to <= from || to <= level.from;
            let better = best.is_none_or(|best| level.score >= best.score);
            if apart && better && other.is_none_or(|other| level.is_apart_from(self.mention(other))) {
                best = Some(level);
            }
        }
        best
    }

    /// A province is named, and it is not merely the district under another light.
    fn has_other_province(&self, context: &Context<'_>, district: Option<u16>) -> bool {
        let district = district.and_then(|district| self.mention(district));
        self.provinces.iter().any(|level| {
            self.mention(level.mention).is_some_and(|mention| {
                let sure = mention.prefix == Some(UnitKind::Province) && mention.place == Place::Prefixed
                    || (mention.place != Place::Loose && !level.as_district);
                sure && !mention.overlaps(context.mention)
                    && district.is_none_or(|district| !mention.overlaps(district))
                    && (mention.prefix.is_some() || mention.from >= context.mention.to || mention.from == 0)
            })
        })
    }

    /// An old district is never taken for a commune of the same name: where the best readings are bare
    /// names of communes that are districts as well, the text names the district; a province likewise.
    pub(super) fn districts_not_communes(&self, readings: &[Reading]) -> bool {
        let names_a_district = |reading: &Reading, mention: &Mention| {
            self.units.index.of(mention.postings).iter().any(|posting| match posting.unit {
                Unit::District(district) if fits(mention.accents, posting.accents) => {
                    reading.province.is_none()
                        || self.province_of(reading.unit) == self.units.present_province(district)
                }
                // "Đồng Nai" is the province, not the commune.
                Unit::Province(_) | Unit::OldProvince(_) => {
                    reading.province.is_none()
                        && reading.district.is_none()
                        && fits(mention.accents, posting.accents)
                }
                _ => false,
            })
        };
        !readings.is_empty()
            && readings.iter().all(|reading| {
                reading.commune.and_then(|place| self.mention(place)).is_some_and(|mention| {
                    mention.prefix.is_none()
                        && !self.is_in_a_district(reading)
                        && names_a_district(reading, mention)
                })
            })
    }

    /// A bare name after the bare name of its district or province.
    pub(super) fn is_backwards(&self, reading: &Reading) -> bool {
        let mention = |place: Option<u16>| place.and_then(|place| self.mention(place));
        let commune = mention(reading.commune).filter(|commune| commune.prefix.is_none());
        let above = mention(reading.district.or(reading.province)).filter(|above| above.prefix.is_none());
        commune.zip(above).is_some_and(|(commune, above)| above.from < commune.from)
    }

    /// Whether the text names the commune's district, not its province of the same name.
    pub(super) fn is_in_a_district(&self, reading: &Reading) -> bool {
        reading.district.and_then(|place| self.mention(place)).is_some_and(|mention| {
            let is_province =
                |posting: &Posting| matches!(posting.unit, Unit::Province(_) | Unit::OldProvince(_));
            reading.province.is_some()
                || !mention.may_be_a_province()
                || !self.units.index.of(mention.postings).iter().any(is_province)
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

    /// Districts that the text names.
    pub(super) fn districts(&self, readings: &mut Vec<Reading>) {
        readings.clear();
        for level in self.districts {
            let Some(mention) = self.mention(level.mention) else { continue };
            let Unit::District(district) = level.unit else { continue };
            let context = Context::of(self, level.mention, mention);
            let mut reading =
                bare(level.unit, level.score + if mention.place == Place::Loose { 0 } else { 10 });
            reading.district = Some(level.mention);
            let Some((province, now)) = self.units.provinces_of.get(usize::from(district)).copied() else {
                continue;
            };
            if let Some(level) =
                self.best(self.provinces, &context, None, |unit| unit == Unit::OldProvince(province))
            {
                reading.province = Some(level.mention);
                reading.score += 50 + level.score;
            } else if let Some(level) =
                self.best(self.provinces, &context, None, |unit| unit == Unit::Province(now))
            {
                reading.province = Some(level.mention);
                reading.score += 35 + level.score;
            } else if self.has_other_province(&context, None)
                || mention.prefix.is_none() && !context.fills_the_text
            {
                continue;
            }
            // "Phú Yên" is the province, not the district Phù Yên.
            let other_accents = level.score < 0 && level.as_province && mention.prefix.is_none();
            if reading.province.is_none() && other_accents {
                continue;
            }
            let is_now_province = |posting: &Posting| matches!(posting.unit, Unit::Province(_));
            if reading.province.is_none() && self.units.index.of(mention.postings).iter().any(is_now_province)
            {
                // "Thành phố Hải Dương" may be either; the province is the safer thing to say.
                reading.score -= 20;
            }
            readings.push(reading);
        }
    }

    /// Provinces that the text names.
    pub(super) fn provinces(&self, readings: &mut Vec<Reading>) {
        readings.clear();
        for level in self.provinces {
            let Some(mention) = self.mention(level.mention) else { continue };
            let no_kind =
                || self.units.index.of(mention.postings).iter().all(|posting| posting.kind.is_none());
            if mention.place == Place::Loose || mention.prefix.is_none() && no_kind() {
                continue;
            }
            let mut reading = bare(level.unit, level.score + 10);
            reading.province = Some(level.mention);
            readings.push(reading);
        }
    }

    #[inline]
    fn mention(&self, place: u16) -> Option<&'a Mention> {
        self.mentions.get(usize::from(place))
    }
}

/// What is the same for every unit of one mention.
struct Context<'a> {
    place: u16,
    mention: &'a Mention,
    /// What it costs not to be in the district that the text names after or before.
    other_district: Option<i32>,
    /// The mention is all there is.
    fills_the_text: bool,
}

impl<'a> Context<'a> {
    fn of(weigher: &Weigher<'a>, place: u16, mention: &'a Mention) -> Self {
        let penalty = |level: &Level| {
            let other = weigher.mention(level.mention)?;
            if other.overlaps(mention) {
                return None;
            }
            match other.prefix {
                Some(UnitKind::City) if level.as_province => None,
                Some(_) => Some(90),
                None => (other.place == Place::Whole && !level.as_province && other.from >= mention.to)
                    .then_some(60),
            }
        };
        let last = || weigher.mentions.iter().map(|mention| mention.to).max().unwrap_or(0);
        Self {
            place,
            mention,
            other_district: weigher.districts.iter().filter_map(penalty).max(),
            fills_the_text: mention.from == 0 && mention.place == Place::Whole && mention.to == last(),
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
            (0, _) => false,
            (typed, own) if typed == own => {
                score += 8;
                false
            }
            // A name without accents, typed with some; an alias has none to compare.
            (_, 0) if posting.name != NameOf::Own => false,
            _ => {
                score -= 15;
                true
            }
        };
        if posting.name != NameOf::Own {
            score -= 6;
        }
        // The longer of two names at one place.
        score += i32::try_from(self.mention.to.saturating_sub(self.mention.from)).unwrap_or(0).min(8) * 2;
        let mut reading = bare(posting.unit, score);
        reading.commune = Some(self.place);
        reading.merged = posting.name == NameOf::Merged;
        reading.respelled = respelled;
        reading
    }
}

/// A name typed without accents may be any; one with accents is not another.
fn fits(typed: u32, own: u32) -> bool {
    typed == 0 || own == 0 || typed == own
}

fn bare(unit: Unit, score: i32) -> Reading {
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
