//! The scores of districts and provinces, where a text names no commune.
#![allow(clippy::arithmetic_side_effects, reason = "a score is a sum of a dozen terms below 200")]

use super::{context::Context, scorer::Scorer};
use crate::address::{
    text::{interpretation::Interpretation, mention::Place},
    units::{Posting, Unit},
};

impl Scorer<'_> {
    /// Districts that the text names.
    pub(crate) fn districts(&self, interpretations: &mut Vec<Interpretation>) {
        interpretations.clear();
        for level in self.districts {
            let Some(mention) = self.mention(level.mention) else { continue };
            let Unit::District(district) = level.unit else { continue };
            let context = Context::of(self, level.mention, mention);
            let mut interpretation = Interpretation::new(
                level.unit,
                level.score + if mention.place == Place::Loose { 0 } else { 10 },
            );
            interpretation.district = Some(level.mention);
            let Some((province, now)) = self.units.provinces_of.get(usize::from(district)).copied() else {
                continue;
            };
            if let Some(level) =
                self.best(self.provinces, mention, None, |unit| unit == Unit::OldProvince(province))
            {
                interpretation.province = Some(level.mention);
                interpretation.score += 50 + level.score;
            } else if let Some(level) =
                self.best(self.provinces, mention, None, |unit| unit == Unit::Province(now))
            {
                interpretation.province = Some(level.mention);
                interpretation.score += 35 + level.score;
            } else if self.has_other_province(mention, None)
                || mention.prefix.is_none() && !context.fills_the_text
            {
                continue;
            }
            // "Phú Yên" is the province, not the district Phù Yên.
            let other_accents = level.score < 0 && level.as_province && mention.prefix.is_none();
            if interpretation.province.is_none() && other_accents {
                continue;
            }
            let is_now_province = |posting: &Posting| matches!(posting.unit, Unit::Province(_));
            if interpretation.province.is_none()
                && self.units.index.of(mention.postings).iter().any(is_now_province)
            {
                // "Thành phố Hải Dương" may be either; the province is the safer thing to say.
                interpretation.score -= 20;
            }
            interpretations.push(interpretation);
        }
    }

    /// Provinces that the text names.
    pub(crate) fn provinces(&self, interpretations: &mut Vec<Interpretation>) {
        interpretations.clear();
        for level in self.provinces {
            let Some(mention) = self.mention(level.mention) else { continue };
            let no_kind =
                || self.units.index.of(mention.postings).iter().all(|posting| posting.kind.is_none());
            if mention.place == Place::Loose || mention.prefix.is_none() && no_kind() {
                continue;
            }
            let mut interpretation = Interpretation::new(level.unit, level.score + 10);
            interpretation.province = Some(level.mention);
            interpretations.push(interpretation);
        }
    }
}
