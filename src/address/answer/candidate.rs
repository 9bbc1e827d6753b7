//! A commune that an address may be in.

use serde::Serialize;

use crate::{
    Date,
    address::units::{Unit, Units, commune_code, state_on},
};

/// A commune with the levels above it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// The five digits of the statistics office; three for a district that had no communes.
    pub code: String,
    /// `Phường Bến Nghé`; `Huyện Côn Đảo` for a district that had no communes, whose own name stood in their place.
    pub commune: String,
    /// For an old commune.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// `Thành phố Hồ Chí Minh`.
    pub province: String,
}

impl Candidate {
    /// A commune of either list with its levels, or a district without communes; nothing for another district or a province.
    pub(crate) fn of(units: &Units, unit: Unit, on: Date) -> Option<Self> {
        match unit {
            Unit::Commune(place) => {
                let commune = units.commune(place)?;
                let state = state_on(&commune.states, on)?;
                Some(Self {
                    code: commune_code(commune.code),
                    commune: state.kind.with(&state.name),
                    district: None,
                    province: units.full_name(Unit::Province(commune.province), on),
                })
            }
            Unit::OldCommune(place) => {
                let old = units.old_commune(place)?;
                let district = units.district(old.district)?;
                Some(Self {
                    code: commune_code(old.code),
                    commune: old.kind.with(&old.name),
                    district: Some(district.kind.with(&district.name)),
                    province: units.full_name(Unit::OldProvince(district.province), on),
                })
            }
            Unit::District(place) => {
                let district = units.district(place).filter(|district| district.zone.is_some())?;
                Some(Self {
                    code: format!("{:03}", district.code),
                    commune: district.kind.with(&district.name),
                    district: None,
                    province: units.full_name(Unit::OldProvince(district.province), on),
                })
            }
            Unit::Province(_) | Unit::OldProvince(_) => None,
        }
    }
}
