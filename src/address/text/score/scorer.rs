//! The levels above that fit a name.

use crate::address::{
    name::UnitKind,
    text::{
        level::Level,
        mention::{Mention, Place},
    },
    units::{Unit, Units},
};

/// Scores the units that a text may mean.
pub(crate) struct Scorer<'a> {
    pub(crate) units: &'a Units,
    pub(crate) mentions: &'a [Mention],
    pub(crate) districts: &'a [Level],
    pub(crate) provinces: &'a [Level],
}

impl<'a> Scorer<'a> {
    /// The best level for which the test holds, apart from a mention and from another one.
    #[inline]
    pub(super) fn best(
        &self,
        levels: &'a [Level],
        mention: &Mention,
        other: Option<u16>,
        test: impl Fn(Unit) -> bool,
    ) -> Option<&'a Level> {
        let (from, to) = (mention.from, mention.to);
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
    pub(super) fn has_other_province(&self, commune: &Mention, district: Option<u16>) -> bool {
        let district = district.and_then(|district| self.mention(district));
        self.provinces.iter().any(|level| {
            self.mention(level.mention).is_some_and(|mention| {
                let sure = mention.prefix == Some(UnitKind::Province) && mention.place == Place::Prefixed
                    || (mention.place != Place::Loose && !level.as_district);
                sure && !level.former
                    && !mention.overlaps(commune)
                    && district.is_none_or(|district| !mention.overlaps(district))
                    && (mention.prefix.is_some() || mention.from >= commune.to || mention.from == 0)
            })
        })
    }

    #[inline]
    pub(super) fn mention(&self, place: u16) -> Option<&'a Mention> {
        self.mentions.get(usize::from(place))
    }
}
