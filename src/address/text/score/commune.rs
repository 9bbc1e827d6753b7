//! The scores of communes.
#![allow(clippy::arithmetic_side_effects, reason = "a score is a sum of a dozen terms below 200")]

use super::{context::Context, scorer::Scorer};
use crate::address::{
    LIMITS,
    text::{
        interpretation::Interpretation,
        mention::{Mention, Place},
    },
    units::{Posting, Unit},
};

impl<'a> Scorer<'a> {
    /// Every commune of either era that a mention may mean; or only those in a district that is named.
    pub(crate) fn communes(&self, in_districts: bool, interpretations: &mut Vec<Interpretation>) {
        interpretations.clear();
        if in_districts && self.districts.is_empty() {
            return;
        }
        // A bit for each district that is named: most of a name's communes lie in none of them.
        let bit = |district: u16| 1_u64 << (district & 63);
        let near = self.districts.iter().fold(0, |near, level| match level.unit {
            Unit::District(district) => near | bit(district),
            _ => near,
        });
        for (place, mention) in (0_u16..).zip(self.mentions) {
            if mention.prefix.is_some_and(|prefix| !prefix.is_commune()) {
                continue;
            }
            let mut context: Option<Context<'_>> = None;
            for posting in self.units.index.of(mention.postings) {
                if interpretations.len() >= LIMITS.scored {
                    return;
                }
                match posting.unit {
                    Unit::OldCommune(_) if in_districts => {
                        let district = Unit::District(posting.above);
                        let may_be = near & bit(posting.above) != 0;
                        if may_be && self.districts.iter().any(|level| level.unit == district) {
                            let context = context.get_or_insert_with(|| Context::of(self, place, mention));
                            let interpretation = self.old_commune(context, posting);
                            interpretations.extend(
                                interpretation.filter(|interpretation| interpretation.district.is_some()),
                            );
                        }
                    }
                    Unit::OldCommune(_) => {
                        let context = context.get_or_insert_with(|| Context::of(self, place, mention));
                        interpretations.extend(self.old_commune(context, posting));
                    }
                    Unit::Commune(_) if !in_districts => {
                        let context = context.get_or_insert_with(|| Context::of(self, place, mention));
                        interpretations.push(self.commune(context, posting));
                    }
                    _ => {}
                }
            }
        }
    }

    fn old_commune(&self, context: &Context<'_>, posting: &Posting) -> Option<Interpretation> {
        let district = posting.above;
        let (province, now) = *self.units.provinces_of.get(usize::from(district))?;
        let mut interpretation = context.interpretation(posting);
        if let Some(level) =
            self.best(self.districts, context.mention, None, |unit| unit == Unit::District(district))
        {
            interpretation.district = Some(level.mention);
            // "Nguyễn Nghiêm, Quảng Ngãi": the city or the province, which had a ward of this name each.
            let either =
                level.as_province && self.mention(level.mention).is_some_and(Mention::may_be_a_province);
            interpretation.score += level.score + if either { 50 } else { 60 };
        } else if let Some(penalty) = context.other_district {
            interpretation.conflict = true;
            interpretation.score -= penalty;
        }
        let matched = interpretation.district;
        if let Some(level) =
            self.best(self.provinces, context.mention, matched, |unit| unit == Unit::OldProvince(province))
        {
            interpretation.province = Some(level.mention);
            interpretation.score += 50 + level.score;
        } else if let Some(level) =
            self.best(self.provinces, context.mention, matched, |unit| unit == Unit::Province(now))
        {
            interpretation.province = Some(level.mention);
            interpretation.score += 35 + level.score;
            interpretation.mixed = true;
        } else if self.has_other_province(context.mention, matched) {
            interpretation.conflict = true;
            interpretation.score -= 100;
        }
        self.flag_doubts(&mut interpretation, context);
        Some(interpretation)
    }

    fn commune(&self, context: &Context<'_>, posting: &Posting) -> Interpretation {
        let province = posting.above;
        let mut interpretation = context.interpretation(posting);
        if let Some(level) =
            self.best(self.provinces, context.mention, None, |unit| unit == Unit::Province(province))
        {
            interpretation.province = Some(level.mention);
            interpretation.score += 50 + level.score;
        } else if let Some(level) = self.best(self.provinces, context.mention, None, |unit| {
            matches!(unit, Unit::OldProvince(old)
                if self.units.old_province(old).is_some_and(|old| old.now == province))
        }) {
            interpretation.province = Some(level.mention);
            interpretation.score += 35 + level.score;
            interpretation.mixed = true;
        } else if self.has_other_province(context.mention, None) {
            interpretation.conflict = true;
            interpretation.score -= 100;
        }
        // Today there are no districts; one that is named beside the province says that the text is older.
        let inside = |unit: Unit| {
            matches!(unit, Unit::District(district)
                if self.units.present_province(district) == Some(province))
        };
        if context.other_district.is_some() {
            let level = self.best(self.districts, context.mention, interpretation.province, inside);
            if let Some(level) = level.filter(|_| context.mention.prefix.is_some()) {
                interpretation.district = Some(level.mention);
                interpretation.mixed = true;
                interpretation.score -= 40;
            } else {
                interpretation.conflict = true;
                interpretation.score -= 90;
            }
        }
        self.flag_doubts(&mut interpretation, context);
        interpretation
    }

    /// Whether the interpretation is weak, and whether it is one at all.
    fn flag_doubts(&self, interpretation: &mut Interpretation, context: &Context<'_>) {
        let alone = interpretation.district.is_none() && interpretation.province.is_none();
        // A name of before a merger, or without its type, may be another's where the district is not said.
        let vague =
            (interpretation.merged || context.mention.prefix.is_none()) && interpretation.district.is_none();
        let loose = context.mention.place == Place::Loose;
        // "đường Tân Bình" before the commune may be no district.
        let stray = [interpretation.district, interpretation.province].into_iter().flatten().any(|level| {
            self.mention(level)
                .is_some_and(|level| level.place == Place::Loose && level.from < context.mention.from)
        });
        interpretation.weak = loose || alone || vague || stray || self.is_backwards(interpretation);
        if alone && context.mention.prefix.is_none() && (!context.fills_the_text || interpretation.respelled)
        {
            // A few words of something else, or "Hải Phòng", which is not Hải Phong: no address.
            interpretation.score -= 100;
        }
    }
}
