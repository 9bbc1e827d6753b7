//! Free text into street, commune, district and province of either era.

use serde::Serialize;

use super::{
    answer::{Candidate, Note, doubts, street},
    text::{Interpretation, Interpreter},
    units::{Unit, Units},
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

/// Takes an address apart, as of a day.
///
/// # Errors
/// `limit.input` over 10,000 characters.
pub fn parse(units: &Units, text: &str, on: Date) -> Result<ParsedAddress, Error> {
    let mut reader = Interpreter::default();
    let interpreted = reader.read(units, text)?;
    let interpretations = interpreted.interpretations;
    let candidates: Vec<Candidate> = interpretations
        .iter()
        .filter(|interpretation| interpretation.unit.is_commune())
        .filter_map(|interpretation| Candidate::of(units, interpretation.unit, on))
        .collect();
    let mut address = ParsedAddress {
        street: street(text, interpreted.street),
        commune: agreed(&candidates, |candidate| Some(candidate.commune.clone())),
        district: agreed(&candidates, |candidate| candidate.district.clone()),
        province: agreed(&candidates, |candidate| Some(candidate.province.clone())),
        era: era(interpretations),
        candidates,
        findings: Vec::new(),
    };
    let first = interpretations.first().map(|interpretation| interpretation.unit);
    if address.candidates.is_empty()
        && let Some(unit) =
            first.filter(|_| is_one_province(units, interpretations) || interpretations.len() == 1)
    {
        (address.district, address.province) = levels(units, unit, on);
    } else if first.is_some_and(|unit| matches!(unit, Unit::Commune(_))) && !address.candidates.is_empty() {
        // A text in today's form: the same name in the old list is told among the candidates only.
        let now = address.candidates.iter().filter(|candidate| candidate.district.is_none());
        let now: Vec<Candidate> = now.cloned().collect();
        address.commune = agreed(&now, |candidate| Some(candidate.commune.clone()));
        address.province = agreed(&now, |candidate| Some(candidate.province.clone()));
        address.district = None;
    }
    let mut notes = Vec::new();
    doubts(units, &interpreted, on, &mut notes);
    if on < units.first_day && first.is_some_and(|unit| matches!(unit, Unit::Commune(_))) {
        notes.push(Note::BeforeUnitsDay);
    }
    address.findings = notes.into_iter().map(|note| note.finding(units, on)).collect();
    Ok(address)
}

/// What all candidates say alike.
fn agreed(candidates: &[Candidate], of: impl Fn(&Candidate) -> Option<String>) -> Option<String> {
    let mut all = candidates.iter().map(of);
    let first = all.next()??;
    all.all(|other| other.as_ref() == Some(&first)).then_some(first)
}

fn era(interpretations: &[Interpretation]) -> Era {
    match interpretations.first().map(|interpretation| (interpretation.unit, interpretation.district)) {
        Some((Unit::Commune(_), _)) => Era::Since2025,
        Some((Unit::OldCommune(_) | Unit::District(_), _)) => Era::Before2025,
        Some((Unit::OldProvince(_), _)) if interpretations.len() == 1 => Era::Before2025,
        _ => Era::Unknown,
    }
}

/// Whether all interpretations are one province, of either era.
fn is_one_province(units: &Units, interpretations: &[Interpretation]) -> bool {
    let present = |interpretation: &Interpretation| match interpretation.unit {
        Unit::Province(place) => Some(place),
        Unit::OldProvince(place) => units.old_province(place).map(|old| old.now),
        _ => None,
    };
    let mut all = interpretations.iter().map(present);
    let first = all.next().flatten();
    first.is_some() && all.all(|other| other == first)
}

/// District and province of a text that names no commune.
fn levels(units: &Units, unit: Unit, on: Date) -> (Option<String>, Option<String>) {
    match unit {
        Unit::District(place) => {
            let province = units.district(place).map(|district| Unit::OldProvince(district.province));
            (Some(units.full_name(unit, on)), province.map(|province| units.full_name(province, on)))
        }
        Unit::Province(_) | Unit::OldProvince(_) => (None, Some(units.full_name(unit, on))),
        _ => (None, None),
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
