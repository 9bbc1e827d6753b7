//! Districts and provinces that a text names.
#![allow(clippy::arithmetic_side_effects, reason = "a score is a sum of a dozen terms below 200")]

use super::mention::Mention;
use crate::address::{
    LIMITS,
    name::UnitKind,
    units::{Index, NameOf, Posting, Unit},
};

/// A mention of a district or of a province.
#[derive(Clone, Copy)]
pub(crate) struct Level {
    pub(crate) mention: u16,
    /// The words of the mention.
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) unit: Unit,
    pub(crate) score: i32,
    /// Names of provinces and of districts are among what the mention may mean.
    pub(crate) as_province: bool,
    pub(crate) as_district: bool,
    /// The name of a province of before 1997 or 2008: it speaks for what became of it, and against nothing.
    pub(crate) former: bool,
}

impl Level {
    pub(crate) fn all(
        mentions: &[Mention],
        index: &Index,
        districts: &mut Vec<Self>,
        provinces: &mut Vec<Self>,
    ) {
        districts.clear();
        provinces.clear();
        let last = mentions.iter().map(|mention| mention.to).max().unwrap_or(0);
        for (place, mention) in (0_u16..).zip(mentions) {
            // They come before all communes.
            let postings = index.of(mention.postings);
            let is_above =
                |posting: &&Posting| !matches!(posting.unit, Unit::OldCommune(_) | Unit::Commune(_));
            let above = postings.get(..postings.iter().take_while(is_above).count()).unwrap_or(&[]);
            if above.is_empty() {
                continue;
            }
            let as_district = above.iter().any(|posting| matches!(posting.unit, Unit::District(_)));
            let as_province = above.iter().any(|posting| !matches!(posting.unit, Unit::District(_)));
            for posting in above {
                let prefix = mention.prefix;
                let (fits, list) = match posting.unit {
                    // A commune that an island once had is no district's name.
                    Unit::District(_) if posting.kind.is_some_and(UnitKind::is_commune) => continue,
                    Unit::District(_) => (prefix.is_none_or(UnitKind::is_district), &mut *districts),
                    _ => (prefix.is_none_or(UnitKind::is_province), &mut *provinces),
                };
                let former = matches!(posting.unit, Unit::OldProvince(_)) && posting.name == NameOf::Merged;
                // "Cửu Long" in front is a street.
                let fits = fits && (!former || prefix.is_some() || mention.to == last);
                if fits && list.len() < LIMITS.readings {
                    let score = level_score(mention, posting);
                    let Mention { from, to, .. } = *mention;
                    list.push(Self {
                        mention: place,
                        from,
                        to,
                        unit: posting.unit,
                        score,
                        as_province,
                        as_district,
                        former,
                    });
                }
            }
        }
    }
}

impl Level {
    pub(crate) fn is_apart_from(&self, mention: Option<&Mention>) -> bool {
        mention.is_none_or(|other| self.to <= other.from || other.to <= self.from)
    }
}

/// How well a mention fits a district or a province.
fn level_score(mention: &Mention, posting: &Posting) -> i32 {
    let mut score = match (mention.prefix, posting.kind) {
        (Some(typed), Some(own)) if typed == own => 6,
        (Some(_), None) => 5,
        (Some(_), Some(_)) => 1,
        (None, _) => 0,
    };
    score += match (mention.accents, posting.accents) {
        (0, _) => 0,
        (typed, own) if typed == own => 4,
        (_, 0) if posting.name != NameOf::Own => 0,
        _ => -8,
    };
    if mention.dangling {
        score -= 12;
    }
    if posting.name == NameOf::Merged { score - 3 } else { score }
}
