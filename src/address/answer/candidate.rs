//! A commune that an address may be in.

use crate::{
    Date,
    address::units::{Unit, Units, commune_code, state_on},
    json::Value,
};

/// A commune with the levels above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The five digits of the statistics office.
    pub code: String,
    /// `Phường Bến Nghé`.
    pub commune: String,
    /// For an old commune.
    pub district: Option<String>,
    /// `Thành phố Hồ Chí Minh`.
    pub province: String,
}

impl Candidate {
    /// A commune of either list with its levels; nothing for a district or a province.
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
            _ => None,
        }
    }

    /// `{ code, commune, district?, province }`.
    pub fn to_json(&self) -> Value {
        let mut members = vec![
            ("code".into(), Value::from(self.code.as_str())),
            ("commune".into(), Value::from(self.commune.as_str())),
        ];
        if let Some(district) = &self.district {
            members.push(("district".into(), Value::from(district.as_str())));
        }
        members.push(("province".into(), Value::from(self.province.as_str())));
        Value::Object(members)
    }
}
