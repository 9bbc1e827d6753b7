//! One record of each list: what the asset says of a province, a district, a commune.

use crate::{Date, address::name::UnitKind, finding::BasisStatus};

/// A resolution that changed units.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub(crate) name: Box<str>,
    pub(crate) status: BasisStatus,
}

/// A unit's name from a day on.
#[derive(Clone, Debug)]
pub(crate) struct State {
    pub(crate) from: Date,
    pub(crate) kind: UnitKind,
    pub(crate) name: Box<str>,
    pub(crate) document: usize,
}

/// One of the 34.
#[derive(Clone, Debug)]
pub(crate) struct Province {
    pub(crate) code: u32,
    /// The first holds from the units' first day.
    pub(crate) states: Vec<State>,
}

/// One of the 63.
#[derive(Clone, Debug)]
pub(crate) struct OldProvince {
    pub(crate) code: u32,
    pub(crate) kind: UnitKind,
    pub(crate) name: Box<str>,
    pub(crate) now: u16,
}

/// One of the 696, or one that was no more in 2025.
#[derive(Clone, Debug)]
pub(crate) struct District {
    /// 0 for one that was no more.
    pub(crate) code: u32,
    pub(crate) kind: UnitKind,
    pub(crate) name: Box<str>,
    pub(crate) province: u16,
    /// Its communes, as a range of `old_communes`.
    pub(crate) communes: std::ops::Range<usize>,
    /// Communes that lay in it until a change of 2023 or 2024.
    pub(crate) former: Vec<u16>,
    /// The special zone that a district without communes became.
    pub(crate) zone: Option<u16>,
}

/// One of the 10,035.
#[derive(Clone, Debug)]
pub(crate) struct OldCommune {
    pub(crate) code: u32,
    pub(crate) kind: UnitKind,
    pub(crate) name: Box<str>,
    pub(crate) district: u16,
    pub(crate) targets: Box<[u16]>,
    /// Sources differ about its targets.
    pub(crate) doubtful: bool,
}

/// One of the 3,321, or a later one.
#[derive(Clone, Debug)]
pub(crate) struct Commune {
    pub(crate) code: u32,
    pub(crate) province: u16,
    pub(crate) states: Vec<State>,
    /// The old communes that it took land from.
    pub(crate) parents: Vec<u16>,
    /// The old district that it is, for an island.
    pub(crate) island: Option<u16>,
    /// The day of its end and what took its place.
    pub(crate) replaced: Option<(Date, Vec<u16>)>,
}

/// A code of an old list for which there is no row in the mapping.
#[derive(Clone, Debug)]
pub(crate) struct Retired {
    pub(crate) code: u32,
    pub(crate) district: u16,
    pub(crate) kind: UnitKind,
    pub(crate) name: Box<str>,
}

/// The last state that holds on a day; before all, the first.
pub(crate) fn state_on(states: &[State], on: Date) -> Option<&State> {
    states.iter().rev().find(|state| state.from <= on).or_else(|| states.first())
}

/// Five digits.
pub(crate) fn commune_code(code: u32) -> String {
    format!("{code:05}")
}
