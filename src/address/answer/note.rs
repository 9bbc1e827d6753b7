//! What there is to say about an address, before it becomes words.

use crate::{
    Date, Finding,
    address::{
        findings,
        units::{Unit, Units, commune_code},
    },
    finding::Code,
};

/// One finding, with what its words name. Lists take the code alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Note {
    NotRecognised,
    IslandDistrict(Unit),
    CommuneMissing(Unit),
    Ambiguous(usize),
    Unsure,
    LevelsDisagree(Unit),
    MixedEras,
    MergedBefore(Unit),
    Spelling(Unit),
    BeforeUnitsDay,
    SourcesDiffer(Unit),
    Divided(Unit, usize),
    Converted,
    AlreadyCurrent,
    /// The name of a unit, and the place of the resolution that gave it.
    ChangeUnconfirmed(Unit, usize),
    CodeUnknown,
    CodeNotMapped(u32),
    WordsLeft,
    /// A unit, and the day from which it exists or has this type.
    NotYet(Unit, Date),
}

impl Note {
    /// Its code's place in the table of the area.
    pub(crate) fn number(self) -> u32 {
        let own = self.code().id;
        (0_u32..).zip(findings::TABLE).find(|(_, code)| code.id == own).map_or(u32::MAX, |(number, _)| number)
    }

    pub(crate) fn code(self) -> &'static Code {
        match self {
            Self::NotRecognised => findings::NOT_RECOGNISED,
            Self::IslandDistrict(_) => findings::ISLAND_DISTRICT,
            Self::CommuneMissing(_) => findings::COMMUNE_MISSING,
            Self::Ambiguous(_) => findings::AMBIGUOUS,
            Self::Unsure => findings::UNSURE,
            Self::LevelsDisagree(_) => findings::LEVELS_DISAGREE,
            Self::MixedEras => findings::MIXED_ERAS,
            Self::MergedBefore(_) => findings::MERGED_BEFORE,
            Self::Spelling(_) => findings::SPELLING,
            Self::BeforeUnitsDay => findings::BEFORE_UNITS_DAY,
            Self::SourcesDiffer(_) => findings::SOURCES_DIFFER,
            Self::Divided(..) => findings::DIVIDED,
            Self::Converted => findings::CONVERTED,
            Self::AlreadyCurrent => findings::ALREADY_CURRENT,
            Self::ChangeUnconfirmed(..) => findings::CHANGE_UNCONFIRMED,
            Self::CodeUnknown => findings::CODE_UNKNOWN,
            Self::CodeNotMapped(_) => findings::CODE_NOT_MAPPED,
            Self::WordsLeft => findings::WORDS_LEFT,
            Self::NotYet(..) => findings::NOT_YET,
        }
    }

    /// In words, as of a day.
    pub(crate) fn finding(self, units: &Units, on: Date) -> Finding {
        let path = match self {
            Self::IslandDistrict(_) => "district",
            Self::MergedBefore(unit) if !unit.is_commune() => "district",
            Self::CommuneMissing(_)
            | Self::Ambiguous(_)
            | Self::Unsure
            | Self::MergedBefore(_)
            | Self::Spelling(_)
            | Self::SourcesDiffer(_)
            | Self::NotYet(..)
            | Self::Divided(..) => "commune",
            Self::WordsLeft => "street",
            Self::BeforeUnitsDay => "on",
            Self::CodeUnknown | Self::CodeNotMapped(_) => "code",
            _ => "",
        };
        let finding = Finding::new(self.code(), path);
        match self {
            Self::IslandDistrict(unit)
            | Self::CommuneMissing(unit)
            | Self::LevelsDisagree(unit)
            | Self::MergedBefore(unit)
            | Self::Spelling(unit)
            | Self::SourcesDiffer(unit) => finding.with("unit", units.full_name(unit, on)),
            Self::Ambiguous(count) => finding.with("count", count.to_string()),
            Self::Divided(unit, count) => {
                finding.with("unit", units.full_name(unit, on)).with("count", count.to_string())
            }
            Self::BeforeUnitsDay => finding.with("day", units.first_day.to_string()),
            Self::NotYet(unit, day) => {
                finding.with("unit", units.full_name(unit, day)).with("day", day.to_string())
            }
            Self::CodeNotMapped(code) => finding.with("code", commune_code(code)),
            Self::Converted => finding.based_on(units.first_basis()),
            Self::ChangeUnconfirmed(unit, document) => {
                let finding = finding.with("unit", units.full_name(unit, on));
                match units.basis(document) {
                    Some(basis) => finding.with("document", basis.document.clone()).based_on(basis),
                    None => finding,
                }
            }
            _ => finding,
        }
    }
}
