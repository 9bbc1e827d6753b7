//! Both lists of administrative units and the mapping between them, as read from the asset.

use std::collections::HashMap;

use super::{
    fold::Fold,
    index::{Index, Unit},
    kind::UnitKind,
    prefix::Prefixes,
    search::SearchKey,
};
use crate::{
    Date, Error,
    finding::{Basis, BasisStatus},
};

/// The units of before and since 01/07/2025, and what became of each.
///
/// A value without global state: whoever reads an asset holds it. `Debug` shows the version.
#[derive(Clone)]
pub struct Units {
    pub(super) version: Box<str>,
    pub(super) first_day: Date,
    pub(super) documents: Vec<Document>,
    pub(super) provinces: Vec<Province>,
    pub(super) old_provinces: Vec<OldProvince>,
    pub(super) districts: Vec<District>,
    pub(super) old_communes: Vec<OldCommune>,
    pub(super) communes: Vec<Commune>,
    /// For each district: its province, and that province's present one.
    pub(super) provinces_of: Vec<(u16, u16)>,
    /// For each commune: whether it or its province has had more than one name or type.
    pub(super) renamed: Vec<bool>,
    /// For each old commune the one target about which there is no doubt; [`SEVERAL`] for the others.
    pub(super) only_target: Vec<u16>,
    /// Whether any present commune has ended.
    pub(super) any_replaced: bool,
    pub(super) retired: Vec<Retired>,
    /// Second code → code.
    pub(super) second_codes: HashMap<u32, u32>,
    pub(super) old_by_code: HashMap<u32, u16>,
    pub(super) by_code: HashMap<u32, u16>,
    pub(super) fold: Fold,
    pub(super) prefixes: Prefixes,
    pub(super) index: Index,
    pub(super) search_keys: Vec<SearchKey>,
}

/// No single target.
pub(super) const SEVERAL: u16 = u16::MAX;

/// A resolution that changed units.
#[derive(Clone, Debug)]
pub(super) struct Document {
    pub(super) name: Box<str>,
    pub(super) status: BasisStatus,
}

/// A unit's name from a day on.
#[derive(Clone, Debug)]
pub(super) struct State {
    pub(super) from: Date,
    pub(super) kind: UnitKind,
    pub(super) name: Box<str>,
    pub(super) document: usize,
}

/// One of the 34.
#[derive(Clone, Debug)]
pub(super) struct Province {
    pub(super) code: u32,
    /// The first holds from the units' first day.
    pub(super) states: Vec<State>,
}

/// One of the 63.
#[derive(Clone, Debug)]
pub(super) struct OldProvince {
    pub(super) code: u32,
    pub(super) kind: UnitKind,
    pub(super) name: Box<str>,
    pub(super) now: u16,
}

/// One of the 696.
#[derive(Clone, Debug)]
pub(super) struct District {
    pub(super) kind: UnitKind,
    pub(super) name: Box<str>,
    pub(super) province: u16,
    /// Its communes, as a range of `old_communes`.
    pub(super) communes: std::ops::Range<usize>,
    /// The special zone that a district without communes became.
    pub(super) zone: Option<u16>,
}

/// One of the 10,035.
#[derive(Clone, Debug)]
pub(super) struct OldCommune {
    pub(super) code: u32,
    pub(super) kind: UnitKind,
    pub(super) name: Box<str>,
    pub(super) district: u16,
    pub(super) targets: Box<[u16]>,
    /// Sources differ about its targets.
    pub(super) doubtful: bool,
}

/// One of the 3,321, or a later one.
#[derive(Clone, Debug)]
pub(super) struct Commune {
    pub(super) code: u32,
    pub(super) province: u16,
    pub(super) states: Vec<State>,
    /// The old communes that it took land from.
    pub(super) parents: Vec<u16>,
    /// The old district that it is, for an island.
    pub(super) island: Option<u16>,
    /// The day of its end and what took its place.
    pub(super) replaced: Option<(Date, Vec<u16>)>,
}

/// A code of an old list for which there is no row in the mapping.
#[derive(Clone, Debug)]
pub(super) struct Retired {
    pub(super) code: u32,
    pub(super) district: u16,
    pub(super) kind: UnitKind,
    pub(super) name: Box<str>,
}

impl Units {
    /// Reads the asset that the package exports as `cancuoc/units`.
    ///
    /// # Errors
    /// `units.corrupt` when its hash, its version or its structure is not right.
    pub fn from_bytes(asset: &[u8]) -> Result<Self, Error> {
        super::asset::read(asset)
    }

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

    pub(super) fn province(&self, place: u16) -> Option<&Province> {
        self.provinces.get(usize::from(place))
    }

    pub(super) fn old_province(&self, place: u16) -> Option<&OldProvince> {
        self.old_provinces.get(usize::from(place))
    }

    pub(super) fn district(&self, place: u16) -> Option<&District> {
        self.districts.get(usize::from(place))
    }

    pub(super) fn old_commune(&self, place: u16) -> Option<&OldCommune> {
        self.old_communes.get(usize::from(place))
    }

    pub(super) fn commune(&self, place: u16) -> Option<&Commune> {
        self.communes.get(usize::from(place))
    }

    /// The present province of a district.
    pub(super) fn present_province(&self, district: u16) -> Option<u16> {
        self.provinces_of.get(usize::from(district)).map(|(_, now)| *now)
    }

    /// The present province that a district, or a commune of either era, is in.
    pub(super) fn now_in(&self, unit: Unit) -> Option<u16> {
        match unit {
            Unit::District(place) => self.present_province(place),
            Unit::OldCommune(place) => self.present_province(self.old_commune(place)?.district),
            Unit::Commune(place) => Some(self.commune(place)?.province),
            Unit::Province(_) | Unit::OldProvince(_) => None,
        }
    }

    /// What a commune is on a day: itself, or what took its place.
    pub(super) fn successors(&self, place: u16, on: Date) -> Vec<u16> {
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
    pub(super) fn summarise(&mut self) {
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
    pub(super) fn above(&self, unit: Unit) -> u16 {
        match unit {
            Unit::OldCommune(place) => self.old_commune(place).map_or(0, |old| old.district),
            Unit::Commune(place) => self.commune(place).map_or(0, |commune| commune.province),
            _ => 0,
        }
    }

    /// The resolution that made the present units.
    pub(super) fn first_basis(&self) -> Basis {
        let document = "Nghị quyết 202/2025/QH15";
        let basis = || Basis { document: document.into(), article: None, status: BasisStatus::Read };
        self.basis(0).unwrap_or_else(basis)
    }

    pub(super) fn basis(&self, document: usize) -> Option<Basis> {
        let document = self.documents.get(document)?;
        Some(Basis { document: document.name.to_string(), article: None, status: document.status })
    }
}

impl std::fmt::Debug for Units {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Units({})", self.version)
    }
}

/// The last state that holds on a day; before all, the first.
pub(super) fn state_on(states: &[State], on: Date) -> Option<&State> {
    states.iter().rev().find(|state| state.from <= on).or_else(|| states.first())
}

/// Five digits.
pub(super) fn commune_code(code: u32) -> String {
    format!("{code:05}")
}
