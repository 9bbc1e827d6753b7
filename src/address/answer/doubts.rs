//! What is doubtful about a text, before any conversion.

use super::note::Note;
use crate::{
    Date,
    address::{
        name::UnitKind,
        text::{Interpretation, Interpreted},
        units::{Unit, Units, state_on},
    },
};

/// What to say about interpretations, before any conversion.
pub(crate) fn doubts(units: &Units, interpreted: &Interpreted<'_>, on: Date, notes: &mut Vec<Note>) {
    let interpretations = interpreted.interpretations;
    let Some(first) = interpretations.first() else {
        notes.push(Note::NotRecognised);
        return;
    };
    let unit = first.unit;
    match unit {
        Unit::District(place) if units.district(place).is_some_and(|district| district.zone.is_some()) => {
            notes.push(Note::IslandDistrict(unit));
        }
        Unit::District(_) | Unit::Province(_) | Unit::OldProvince(_) => {
            notes.push(Note::CommuneMissing(unit))
        }
        _ => {}
    }
    if interpreted.count > 1 && unit.is_commune() && !is_one_place(units, interpretations, on) {
        notes.push(Note::Ambiguous(interpreted.count));
    }
    if interpretations.iter().any(|interpretation| interpretation.weak) && unit.is_commune() {
        notes.push(Note::Unsure);
    }
    if first.conflict {
        notes.push(Note::LevelsDisagree(unit));
    }
    if first.mixed {
        notes.push(Note::MixedEras);
    }
    if first.merged {
        notes.push(Note::MergedBefore(unit));
    }
    if first.respelled {
        notes.push(Note::Spelling(unit));
    }
    if interpreted.left {
        notes.push(Note::WordsLeft);
    }
    if let Unit::Commune(place) = unit
        && on >= units.first_day
        && let Some(day) = not_before(units, place, first.typed, on)
    {
        notes.push(Note::NotYet(unit, day));
    }
}

/// The later day from which a commune exists, or has the type that the text gives it.
fn not_before(units: &Units, place: u16, typed: Option<UnitKind>, on: Date) -> Option<Date> {
    let states = &units.commune(place)?.states;
    let first = states.first()?;
    if first.from > on {
        return Some(first.from);
    }
    let now = state_on(states, on)?;
    let later = states.iter().find(|state| state.from > on && Some(state.kind) == typed)?;
    (Some(now.kind) != typed).then_some(later.from)
}

/// Whether all interpretations are in one and the same present commune.
fn is_one_place(units: &Units, interpretations: &[Interpretation], on: Date) -> bool {
    let present = |interpretation: &Interpretation| match interpretation.unit {
        Unit::Commune(place) => units.successors(place, on),
        Unit::OldCommune(place) => {
            units.old_commune(place).map(|old| old.targets.to_vec()).unwrap_or_default()
        }
        _ => Vec::new(),
    };
    let mut all = interpretations.iter().map(present);
    let first = all.next().filter(|first| first.len() == 1);
    first.is_some_and(|first| all.all(|other| other == first))
}
