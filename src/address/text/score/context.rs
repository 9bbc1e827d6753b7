//! What the text around a name says of it.
#![allow(clippy::arithmetic_side_effects, reason = "a score is a sum of a dozen terms below 200")]

use super::scorer::Scorer;
use crate::address::{
    name::UnitKind,
    text::{
        interpretation::Interpretation,
        level::Level,
        mention::{Mention, Place},
    },
    units::{NameOf, Posting},
};

/// What is the same for every unit of one mention.
pub(super) struct Context<'a> {
    pub(super) place: u16,
    pub(super) mention: &'a Mention,
    /// What it costs not to be in the district that the text names after or before.
    pub(super) other_district: Option<i32>,
    /// The mention is all there is.
    pub(super) fills_the_text: bool,
}

impl<'a> Context<'a> {
    /// Of a mention at a place in the list of them.
    pub(super) fn of(scorer: &Scorer<'a>, place: u16, mention: &'a Mention) -> Self {
        let penalty = |level: &Level| {
            let other = scorer.mention(level.mention)?;
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
        let last = || scorer.mentions.iter().map(|mention| mention.to).max().unwrap_or(0);
        Self {
            place,
            mention,
            other_district: scorer.districts.iter().filter_map(penalty).max(),
            fills_the_text: mention.from == 0 && mention.place == Place::Whole && mention.to == last(),
        }
    }

    /// What the mention says of a unit, before the levels above are looked at.
    pub(super) fn interpretation(&self, posting: &Posting) -> Interpretation {
        let mut score = 100;
        score += match (self.mention.prefix, posting.kind) {
            (Some(typed), Some(own)) if typed == own => 30,
            (Some(_), None) => 28,
            (Some(_), Some(_)) => 12,
            (None, _) if self.mention.place == Place::Loose => -30,
            (None, _) => 0,
        };
        if self.mention.dangling {
            score -= 25;
        }
        let bare_of_merged = self.mention.prefix.is_none() && posting.name == NameOf::Merged;
        let respelled = match (self.mention.accents, posting.accents) {
            (0, _) => false,
            (typed, own) if typed == own => {
                score += 8;
                false
            }
            // A name without accents, typed with some; an alias has none to compare. Bare it may be as well meant as a
            // namesake's own name.
            (_, 0) if posting.name != NameOf::Own => {
                score += if bare_of_merged { 8 } else { 0 };
                false
            }
            _ => {
                score -= 15;
                true
            }
        };
        if posting.name != NameOf::Own && !bare_of_merged {
            score -= 6;
        }
        // The longer of two names at one place.
        score += i32::try_from(self.mention.to.saturating_sub(self.mention.from)).unwrap_or(0).min(8) * 2;
        let mut interpretation = Interpretation::new(posting.unit, score);
        interpretation.commune = Some(self.place);
        interpretation.merged = posting.name == NameOf::Merged;
        interpretation.respelled = respelled;
        interpretation.typed = self.mention.prefix;
        interpretation
    }
}
