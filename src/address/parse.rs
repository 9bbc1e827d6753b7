//! Free text into street, commune, district and province of either era.

use serde::Serialize;

use super::{
    convert::street,
    index::Unit,
    kind::UnitKind,
    note::doubts,
    reading::{Reading, TextReader},
    units::{Units, commune_code, state_on},
};
use crate::{Date, Error, Finding};

/// An address, taken apart.
#[derive(Clone, PartialEq, Serialize)]
pub struct ParsedAddress {
    /// House, street, hamlet: what is not a unit, as it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// The commune's official name with its type, when all candidates agree on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commune: Option<String>,
    /// The old district's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// The province's: of the old list for an old address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub province: Option<String>,
    /// Which list the units are of.
    pub era: Era,
    /// Every commune that the text may mean, best first.
    pub candidates: Vec<Candidate>,
    /// What is doubtful.
    pub findings: Vec<Finding>,
}

/// Which units an address names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Era {
    /// 63 provinces, with districts.
    Before2025,
    /// 34 provinces, no districts.
    Since2025,
    /// No unit was recognised, or one that both lists have.
    Unknown,
}

/// A commune with the levels above it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// The five digits of the statistics office.
    pub code: String,
    /// `Phường Bến Nghé`.
    pub commune: String,
    /// For an old commune.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// `Thành phố Hồ Chí Minh`.
    pub province: String,
}

/// Takes an address apart, as of a day.
///
/// # Errors
/// `limit.input` over 10,000 characters.
pub fn parse(units: &Units, text: &str, on: Date) -> Result<ParsedAddress, Error> {
    let mut reader = TextReader::default();
    let understood = reader.read(units, text)?;
    let readings = understood.readings;
    let candidates: Vec<Candidate> =
        readings.iter().filter_map(|reading| units.candidate(reading.unit, on)).collect();
    let mut address = ParsedAddress {
        street: street(text, understood.street),
        commune: agreed(&candidates, |candidate| Some(candidate.commune.clone())),
        district: agreed(&candidates, |candidate| candidate.district.clone()),
        province: agreed(&candidates, |candidate| Some(candidate.province.clone())),
        era: era(readings),
        candidates,
        findings: Vec::new(),
    };
    let first = readings.first().map(|reading| reading.unit);
    if address.candidates.is_empty()
        && let Some(unit) = first.filter(|_| units.is_one_province(readings) || readings.len() == 1)
    {
        (address.district, address.province) = units.levels(unit, on);
    } else if first.is_some_and(|unit| matches!(unit, Unit::Commune(_))) && !address.candidates.is_empty() {
        // A text in today's form: the same name in the old list is told among the candidates only.
        let now = address.candidates.iter().filter(|candidate| candidate.district.is_none());
        let now: Vec<Candidate> = now.cloned().collect();
        address.commune = agreed(&now, |candidate| Some(candidate.commune.clone()));
        address.province = agreed(&now, |candidate| Some(candidate.province.clone()));
        address.district = None;
    }
    let mut notes = Vec::new();
    doubts(units, &understood, on, &mut notes);
    address.findings = notes.into_iter().map(|note| note.finding(units, on)).collect();
    Ok(address)
}

/// What all candidates say alike.
fn agreed(candidates: &[Candidate], of: impl Fn(&Candidate) -> Option<String>) -> Option<String> {
    let mut all = candidates.iter().map(of);
    let first = all.next()??;
    all.all(|other| other.as_ref() == Some(&first)).then_some(first)
}

fn era(readings: &[Reading]) -> Era {
    match readings.first().map(|reading| (reading.unit, reading.district)) {
        Some((Unit::Commune(_), _)) => Era::Since2025,
        Some((Unit::OldCommune(_) | Unit::District(_), _)) => Era::Before2025,
        Some((Unit::OldProvince(_), _)) if readings.len() == 1 => Era::Before2025,
        _ => Era::Unknown,
    }
}

impl Units {
    /// Whether all readings are in one and the same present commune.
    pub(super) fn is_one_place(&self, readings: &[Reading], on: Date) -> bool {
        let present = |reading: &Reading| match reading.unit {
            Unit::Commune(place) => self.successors(place, on),
            Unit::OldCommune(place) => {
                self.old_commune(place).map(|old| old.targets.to_vec()).unwrap_or_default()
            }
            _ => Vec::new(),
        };
        let mut all = readings.iter().map(present);
        let first = all.next().filter(|first| first.len() == 1);
        first.is_some_and(|first| all.all(|other| other == first))
    }
}

impl Unit {
    pub(super) fn is_commune(self) -> bool {
        matches!(self, Self::Commune(_) | Self::OldCommune(_))
    }
}

impl Units {
    /// A commune of either list with its levels; nothing for a district or a province.
    pub(super) fn candidate(&self, unit: Unit, on: Date) -> Option<Candidate> {
        match unit {
            Unit::Commune(place) => {
                let commune = self.commune(place)?;
                let state = state_on(&commune.states, on)?;
                Some(Candidate {
                    code: commune_code(commune.code),
                    commune: state.kind.with(&state.name),
                    district: None,
                    province: self.full_name(Unit::Province(commune.province), on),
                })
            }
            Unit::OldCommune(place) => {
                let old = self.old_commune(place)?;
                let district = self.district(old.district)?;
                Some(Candidate {
                    code: commune_code(old.code),
                    commune: old.kind.with(&old.name),
                    district: Some(district.kind.with(&district.name)),
                    province: self.full_name(Unit::OldProvince(district.province), on),
                })
            }
            _ => None,
        }
    }

    /// `Huyện Gia Lâm`; of a present unit as of the day.
    pub(super) fn full_name(&self, unit: Unit, on: Date) -> String {
        let plain = |kind: UnitKind, name: &str| kind.with(name);
        let name = match unit {
            Unit::OldProvince(place) => self.old_province(place).map(|own| plain(own.kind, &own.name)),
            Unit::District(place) => self.district(place).map(|own| plain(own.kind, &own.name)),
            Unit::OldCommune(place) => self.old_commune(place).map(|own| plain(own.kind, &own.name)),
            Unit::Province(place) => self
                .province(place)
                .and_then(|own| state_on(&own.states, on))
                .map(|state| plain(state.kind, &state.name)),
            Unit::Commune(place) => self
                .commune(place)
                .and_then(|own| state_on(&own.states, on))
                .map(|state| plain(state.kind, &state.name)),
        };
        name.unwrap_or_default()
    }

    /// Whether all readings are one province, of either era.
    fn is_one_province(&self, readings: &[Reading]) -> bool {
        let present = |reading: &Reading| match reading.unit {
            Unit::Province(place) => Some(place),
            Unit::OldProvince(place) => self.old_province(place).map(|old| old.now),
            _ => None,
        };
        let mut all = readings.iter().map(present);
        let first = all.next().flatten();
        first.is_some() && all.all(|other| other == first)
    }

    /// District and province of a text that names no commune.
    fn levels(&self, unit: Unit, on: Date) -> (Option<String>, Option<String>) {
        match unit {
            Unit::District(place) => {
                let province = self.district(place).map(|district| Unit::OldProvince(district.province));
                (Some(self.full_name(unit, on)), province.map(|province| self.full_name(province, on)))
            }
            Unit::Province(_) | Unit::OldProvince(_) => (None, Some(self.full_name(unit, on))),
            _ => (None, None),
        }
    }
}

impl Era {
    /// The contract's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Before2025 => "before2025",
            Self::Since2025 => "since2025",
            Self::Unknown => "unknown",
        }
    }
}

impl std::fmt::Debug for ParsedAddress {
    /// Without the street, which is a person's.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ParsedAddress({}, {} candidates)", self.era.name(), self.candidates.len())
    }
}
