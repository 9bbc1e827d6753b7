//! Where a name is that of a district or a province, and not of a commune.

use super::scorer::Scorer;
use crate::address::{
    text::{interpretation::Interpretation, mention::Mention},
    units::{Posting, Unit},
};

impl Scorer<'_> {
    /// An old district is never taken for a commune of the same name: where the best interpretations are bare
    /// names of communes that are districts as well, the text names the district; a province likewise.
    pub(crate) fn districts_not_communes(&self, interpretations: &[Interpretation]) -> bool {
        let names_a_district = |interpretation: &Interpretation, mention: &Mention| {
            self.units.index.of(mention.postings).iter().any(|posting| match posting.unit {
                Unit::District(district) if fits(mention.accents, posting.accents) => {
                    interpretation.province.is_none()
                        || self.province_of(interpretation.unit) == self.units.present_province(district)
                }
                // "Đồng Nai" is the province, not the commune.
                Unit::Province(_) | Unit::OldProvince(_) => {
                    interpretation.province.is_none()
                        && interpretation.district.is_none()
                        && fits(mention.accents, posting.accents)
                }
                _ => false,
            })
        };
        !interpretations.is_empty()
            && interpretations.iter().all(|interpretation| {
                interpretation.commune.and_then(|place| self.mention(place)).is_some_and(|mention| {
                    mention.prefix.is_none()
                        && !self.is_in_a_district(interpretation)
                        && names_a_district(interpretation, mention)
                })
            })
    }

    /// A bare name after the bare name of its district or province.
    pub(crate) fn is_backwards(&self, interpretation: &Interpretation) -> bool {
        let mention = |place: Option<u16>| place.and_then(|place| self.mention(place));
        let commune = mention(interpretation.commune).filter(|commune| commune.prefix.is_none());
        let above = mention(interpretation.district.or(interpretation.province))
            .filter(|above| above.prefix.is_none());
        commune.zip(above).is_some_and(|(commune, above)| above.from < commune.from)
    }

    /// Whether the text names the commune's district, not its province of the same name.
    pub(crate) fn is_in_a_district(&self, interpretation: &Interpretation) -> bool {
        interpretation.district.and_then(|place| self.mention(place)).is_some_and(|mention| {
            let is_province =
                |posting: &Posting| matches!(posting.unit, Unit::Province(_) | Unit::OldProvince(_));
            interpretation.province.is_some()
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
}

/// A name typed without accents may be any; one with accents is not another.
fn fits(typed: u32, own: u32) -> bool {
    typed == 0 || own == 0 || typed == own
}
