//! Both lists of administrative units and the mapping between them, as read from the asset.

use std::collections::HashMap;

use super::{
    index::Index,
    records::{
        Commune, District, Document, OldCommune, OldProvince, Province, Retired, commune_code, state_on,
    },
    search_key::SearchKey,
    unit::Unit,
    vocabulary::Vocabulary,
};
use crate::{
    Date,
    address::name::Fold,
    finding::{Basis, BasisStatus},
};

/// The units of before and since 01/07/2025, and what became of each.
///
/// A value without global state: whoever reads an asset holds it. `Debug` shows the version.
#[derive(Clone)]
pub struct Units {
    pub(crate) version: Box<str>,
    pub(crate) first_day: Date,
    pub(crate) documents: Vec<Document>,
    pub(crate) provinces: Vec<Province>,
    pub(crate) old_provinces: Vec<OldProvince>,
    pub(crate) districts: Vec<District>,
    pub(crate) old_communes: Vec<OldCommune>,
    pub(crate) communes: Vec<Commune>,
    /// For each district: its province, and that province's present one.
    pub(crate) provinces_of: Vec<(u16, u16)>,
    /// For each commune: whether it or its province has had more than one name or type.
    pub(crate) renamed: Vec<bool>,
    /// For each old commune the one target about which there is no doubt; [`SEVERAL`] for the others.
    pub(crate) only_target: Vec<u16>,
    /// Whether any present commune has ended.
    pub(crate) any_replaced: bool,
    pub(crate) retired: Vec<Retired>,
    /// Second code → code.
    pub(crate) second_codes: HashMap<u32, u32>,
    pub(crate) old_by_code: HashMap<u32, u16>,
    pub(crate) by_code: HashMap<u32, u16>,
    pub(crate) fold: Fold,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) index: Index,
    pub(crate) search_keys: Vec<SearchKey>,
}

/// No single target.
pub(crate) const SEVERAL: u16 = u16::MAX;

impl Units {
    /// The day of the last change in it, `YYYY-MM-DD`.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Since when the present units are: 2025-07-01.
    pub fn first_day(&self) -> Date {
        self.first_day
    }

    /// Codes and targets of every old commune, for audits: `("00019", ["00004", …])`.
    pub fn mapping(&self) -> impl Iterator<Item = (String, Vec<String>)> {
        self.old_communes.iter().map(|old| {
            let targets = old.targets.iter().filter_map(|target| self.commune(*target));
            let mut targets: Vec<String> = targets.map(|target| commune_code(target.code)).collect();
            targets.sort();
            (commune_code(old.code), targets)
        })
    }

    /// Every old commune with its levels: code, commune, district, province, full official names.
    pub fn old_list(&self) -> impl Iterator<Item = [String; 4]> {
        self.old_communes.iter().filter_map(|old| {
            let district = self.district(old.district)?;
            let province = self.old_province(district.province)?;
            Some([
                commune_code(old.code),
                old.kind.with(&old.name),
                district.kind.with(&district.name),
                province.kind.with(&province.name),
            ])
        })
    }

    /// Every commune that exists on a day: code, commune, province, full official names.
    pub fn list(&self, on: Date) -> impl Iterator<Item = [String; 3]> {
        self.communes.iter().filter_map(move |commune| {
            let exists = commune.states.first().is_some_and(|state| state.from <= on)
                && commune.replaced.as_ref().is_none_or(|(day, _)| *day > on);
            let state = state_on(&commune.states, on)?;
            let province = state_on(&self.province(commune.province)?.states, on)?;
            exists.then(|| {
                [commune_code(commune.code), state.kind.with(&state.name), province.kind.with(&province.name)]
            })
        })
    }

    pub(crate) fn province(&self, place: u16) -> Option<&Province> {
        self.provinces.get(usize::from(place))
    }

    pub(crate) fn old_province(&self, place: u16) -> Option<&OldProvince> {
        self.old_provinces.get(usize::from(place))
    }

    pub(crate) fn district(&self, place: u16) -> Option<&District> {
        self.districts.get(usize::from(place))
    }

    pub(crate) fn old_commune(&self, place: u16) -> Option<&OldCommune> {
        self.old_communes.get(usize::from(place))
    }

    pub(crate) fn commune(&self, place: u16) -> Option<&Commune> {
        self.communes.get(usize::from(place))
    }

    /// The present province of a district.
    pub(crate) fn present_province(&self, district: u16) -> Option<u16> {
        self.provinces_of.get(usize::from(district)).map(|(_, now)| *now)
    }

    /// The present province that a district, or a commune of either era, is in.
    pub(crate) fn now_in(&self, unit: Unit) -> Option<u16> {
        match unit {
            Unit::District(place) => self.present_province(place),
            Unit::OldCommune(place) => self.present_province(self.old_commune(place)?.district),
            Unit::Commune(place) => Some(self.commune(place)?.province),
            Unit::Province(_) | Unit::OldProvince(_) => None,
        }
    }

    /// Whether a district or a province has a commune, or a district, in it: now, in 2025 or before.
    pub(crate) fn is_above(&self, upper: Unit, lower: Unit) -> bool {
        let of_district = |district: u16| {
            let (province, now) = self.provinces_of.get(usize::from(district)).copied().unzip();
            match upper {
                Unit::District(upper) => upper == district,
                Unit::OldProvince(upper) => Some(upper) == province,
                Unit::Province(upper) => Some(upper) == now,
                _ => false,
            }
        };
        match lower {
            Unit::District(district) => of_district(district),
            Unit::OldCommune(place) => {
                let lay = |district: &District| district.former.contains(&place);
                self.old_commune(place).is_some_and(|commune| of_district(commune.district))
                    || matches!(upper, Unit::District(upper) if self.district(upper).is_some_and(lay))
            }
            Unit::Commune(place) => self.commune(place).is_some_and(|commune| match upper {
                Unit::Province(upper) => upper == commune.province,
                Unit::OldProvince(upper) => {
                    self.old_province(upper).is_some_and(|old| old.now == commune.province)
                }
                _ => commune.parents.iter().any(|parent| self.is_above(upper, Unit::OldCommune(*parent))),
            }),
            Unit::OldProvince(place) => {
                upper == lower
                    || {
                        matches!(upper, Unit::Province(upper) if self.old_province(place).is_some_and(|old| old.now == upper))
                    }
            }
            Unit::Province(place) => {
                upper == lower
                    || {
                        matches!(upper, Unit::OldProvince(upper) if self.old_province(upper).is_some_and(|old| old.now == place))
                    }
            }
        }
    }

    /// What a commune is on a day: itself, or what took its place.
    pub(crate) fn successors(&self, place: u16, on: Date) -> Vec<u16> {
        let mut now = vec![place];
        // Each round follows one change of units; a chain longer than this is no history.
        for _ in 0..16 {
            let next: Vec<u16> = now
                .iter()
                .flat_map(|place| match self.commune(*place).and_then(|commune| commune.replaced.as_ref()) {
                    Some((day, by)) if *day <= on => by.clone(),
                    _ => vec![*place],
                })
                .collect();
            if next == now {
                break;
            }
            now = next;
        }
        now.sort_unstable();
        now.dedup();
        now
    }

    /// What the next change of units leaves to be looked at, for every row of a list.
    pub(crate) fn summarise(&mut self) {
        let now = |district: &District| self.old_province(district.province).map_or(0, |old| old.now);
        let provinces_of = self.districts.iter().map(|district| (district.province, now(district))).collect();
        let renamed = |commune: &Commune| {
            let province = self.province(commune.province).map_or(0, |province| province.states.len());
            commune.states.len() > 1
                || province > 1
                || commune.states.first().is_some_and(|first| first.document != 0)
        };
        let renamed = self.communes.iter().map(renamed).collect();
        self.any_replaced = self.communes.iter().any(|commune| commune.replaced.is_some());
        let only_target = |old: &OldCommune| match *old.targets {
            [target] if !old.doubtful => target,
            _ => SEVERAL,
        };
        self.only_target = self.old_communes.iter().map(only_target).collect();
        (self.provinces_of, self.renamed) = (provinces_of, renamed);
    }

    /// The unit that a unit's names are told apart by: the district of an old commune, the province of a
    /// present one.
    pub(crate) fn above(&self, unit: Unit) -> u16 {
        match unit {
            Unit::OldCommune(place) => self.old_commune(place).map_or(0, |old| old.district),
            Unit::Commune(place) => self.commune(place).map_or(0, |commune| commune.province),
            _ => 0,
        }
    }

    /// A unit's official name, `Huyện Gia Lâm`; of a present unit as of the day.
    pub(crate) fn full_name(&self, unit: Unit, on: Date) -> String {
        let name = match unit {
            Unit::OldProvince(place) => self.old_province(place).map(|own| own.kind.with(&own.name)),
            Unit::District(place) => self.district(place).map(|own| own.kind.with(&own.name)),
            Unit::OldCommune(place) => self.old_commune(place).map(|own| own.kind.with(&own.name)),
            Unit::Province(place) => self
                .province(place)
                .and_then(|own| state_on(&own.states, on))
                .map(|state| state.kind.with(&state.name)),
            Unit::Commune(place) => self
                .commune(place)
                .and_then(|own| state_on(&own.states, on))
                .map(|state| state.kind.with(&state.name)),
        };
        name.unwrap_or_default()
    }

    /// The resolution that made the present units.
    pub(crate) fn first_basis(&self) -> Basis {
        let document = "Nghị quyết 202/2025/QH15";
        let basis = || Basis { document: document.into(), article: None, status: BasisStatus::Read };
        self.basis(0).unwrap_or_else(basis)
    }

    pub(crate) fn basis(&self, document: usize) -> Option<Basis> {
        let document = self.documents.get(document)?;
        Some(Basis { document: document.name.to_string(), article: None, status: document.status })
    }
}

impl std::fmt::Debug for Units {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Units({})", self.version)
    }
}
