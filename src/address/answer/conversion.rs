//! From what a text may mean to the units of the other era: places in the lists, no words yet.

use super::{direction::Direction, doubts::doubts, note::Note, question::OpenQuestion};
use crate::{
    Date,
    address::{
        LIMITS,
        text::Interpreted,
        units::{SEVERAL, Unit, Units, state_on},
    },
    finding::BasisStatus,
};

/// A conversion into the units of one era, as of a day.
#[derive(Clone, Copy)]
pub(crate) struct Conversion<'a> {
    pub(crate) units: &'a Units,
    pub(crate) on: Date,
    pub(crate) direction: Direction,
}

/// What became of an address; its lists are used again for the next one.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// All units that it may be in, at most [`LIMITS`]`.readings`.
    pub(crate) candidates: Vec<Unit>,
    pub(crate) exact: bool,
    pub(crate) question: Option<OpenQuestion>,
    pub(crate) notes: Vec<Note>,
    /// What the address names, in its own era.
    pub(crate) named: Vec<Unit>,
}

impl Conversion<'_> {
    /// Converts what the text may mean.
    pub(crate) fn of(&self, interpreted: &Interpreted<'_>, outcome: &mut Outcome) {
        outcome.clear();
        let units = self.units;
        doubts(units, interpreted, self.on, &mut outcome.notes);
        if self.on < units.first_day {
            outcome.notes.push(Note::BeforeUnitsDay);
            return;
        }
        let interpretations = interpreted.interpretations;
        let Some(first) = interpretations.first() else { return };
        outcome.named.extend(interpretations.iter().map(|interpretation| interpretation.unit));
        // A district that several provinces have leaves too much open.
        let is_open =
            |unit: &Unit| units.now_in(*unit).is_none() || units.now_in(*unit) != units.now_in(first.unit);
        if first.unit.is_commune() || !outcome.named.iter().any(is_open) {
            self.targets(outcome);
        }
        let certain = outcome.candidates.len();
        if certain > 0 && self.direction == Direction::ToPresent {
            interpreted.namesakes.iter().for_each(|unit| self.present(*unit, &mut outcome.candidates));
        }
        let certain = certain == outcome.candidates.len();
        let doubtful = self.add_notes(outcome);
        let sure = interpretations.iter().all(|interpretation| {
            !interpretation.weak && !interpretation.conflict && !interpretation.respelled
        }) && !(first.mixed && matches!(first.unit, Unit::Commune(_)) && first.district.is_some())
            && interpreted.count <= LIMITS.readings
            && certain
            && !doubtful
            && !interpreted.left;
        outcome.answer(sure);
    }

    /// Converts units that are known, as from their codes.
    pub(crate) fn of_units(&self, named: &[Unit], outcome: &mut Outcome) {
        outcome.clear();
        if self.on < self.units.first_day {
            outcome.notes.push(Note::BeforeUnitsDay);
            return;
        }
        outcome.named.extend(named);
        self.targets(outcome);
        let doubtful = self.add_notes(outcome);
        outcome.answer(!doubtful);
    }

    /// The units of the wanted era, each once, in the order of the interpretations.
    pub(crate) fn targets(&self, outcome: &mut Outcome) {
        let Outcome { named, candidates, .. } = outcome;
        candidates.clear();
        for unit in named.iter() {
            match self.direction {
                Direction::ToPresent => self.present(*unit, candidates),
                Direction::ToOld => self.old(*unit, candidates),
            }
        }
    }

    fn present(&self, unit: Unit, into: &mut Vec<Unit>) {
        let units = self.units;
        match unit {
            Unit::Commune(place) => self.successors(place, into),
            Unit::OldCommune(place) => {
                if let Some(target) = units.only_target.get(usize::from(place)).filter(|own| **own != SEVERAL)
                {
                    return self.successors(*target, into);
                }
                for target in units.old_commune(place).map_or(&[][..], |old| &old.targets) {
                    self.successors(*target, into);
                }
            }
            Unit::District(place) => {
                let Some(district) = units.district(place) else { return };
                if let Some(zone) = district.zone {
                    self.successors(zone, into);
                }
                let former = district.former.iter().filter_map(|place| units.old_commune(*place));
                let own = units.old_communes.get(district.communes.clone()).unwrap_or(&[]).iter();
                for old in own.chain(former) {
                    for target in &old.targets {
                        self.successors(*target, into);
                    }
                }
            }
            // All communes of a province are no answer.
            Unit::Province(_) | Unit::OldProvince(_) => {}
        }
    }

    fn successors(&self, place: u16, into: &mut Vec<Unit>) {
        let mut add = |place| {
            if !into.contains(&Unit::Commune(place)) {
                into.push(Unit::Commune(place));
            }
        };
        if self.units.any_replaced {
            self.units.successors(place, self.on).into_iter().for_each(add);
        } else {
            add(place);
        }
    }

    fn old(&self, unit: Unit, into: &mut Vec<Unit>) {
        let mut add = |unit| {
            if !into.contains(&unit) {
                into.push(unit);
            }
        };
        match unit {
            Unit::Commune(place) => {
                let Some(commune) = self.units.commune(place) else { return };
                commune.parents.iter().for_each(|parent| add(Unit::OldCommune(*parent)));
                // A special zone that was a district without communes.
                commune.island.into_iter().for_each(|district| add(Unit::District(district)));
            }
            Unit::OldCommune(_) => add(unit),
            Unit::District(place) => {
                let island = self.units.district(place).is_some_and(|district| district.zone.is_some());
                if island {
                    add(unit);
                }
            }
            Unit::Province(_) | Unit::OldProvince(_) => {}
        }
    }

    /// What the conversion itself adds; whether the mapping is in doubt.
    fn add_notes(&self, outcome: &mut Outcome) -> bool {
        let Outcome { named, candidates: targets, notes, .. } = outcome;
        let mut doubtful = false;
        let mut from_old = false;
        for unit in named.iter() {
            from_old |= matches!(unit, Unit::OldCommune(_) | Unit::District(_));
            let Unit::OldCommune(place) = *unit else { continue };
            let several = self.units.only_target.get(usize::from(place)) == Some(&SEVERAL);
            if several && self.units.old_commune(place).is_some_and(|old| old.doubtful) {
                doubtful = true;
                notes.push(Note::SourcesDiffer(*unit));
            }
        }
        if self.direction == Direction::ToOld {
            for island in targets.iter().filter(|target| matches!(target, Unit::District(_))) {
                let note = Note::IslandDistrict(*island);
                if !notes.contains(&note) {
                    notes.push(note);
                }
            }
            return doubtful;
        }
        if let ([unit], true) = (named.as_slice(), targets.len() > 1)
            && unit.is_commune()
        {
            notes.push(Note::Divided(*unit, targets.len()));
        }
        if !targets.is_empty() {
            if from_old {
                notes.push(Note::Converted);
            } else if targets == named {
                notes.push(Note::AlreadyCurrent);
            }
            self.note_unread_changes(targets, notes);
        }
        doubtful
    }

    /// Names that rest on a resolution which was not read itself.
    fn note_unread_changes(&self, targets: &[Unit], notes: &mut Vec<Note>) {
        let units = self.units;
        for target in targets {
            let Unit::Commune(place) = target else { continue };
            if !units.renamed.get(usize::from(*place)).copied().unwrap_or(false) {
                continue;
            }
            let Some(commune) = units.commune(*place) else { continue };
            let province = units.province(commune.province);
            let states = [
                (*target, state_on(&commune.states, self.on)),
                (
                    Unit::Province(commune.province),
                    province.and_then(|province| state_on(&province.states, self.on)),
                ),
            ];
            for (unit, state) in states {
                let Some(state) = state else { continue };
                let unread = units
                    .documents
                    .get(state.document)
                    .is_some_and(|document| document.status == BasisStatus::Unconfirmed);
                let note = Note::ChangeUnconfirmed(unit, state.document);
                if unread && !notes.contains(&note) {
                    notes.push(note);
                }
            }
        }
    }
}

impl Outcome {
    fn clear(&mut self) {
        self.candidates.clear();
        self.notes.clear();
        self.named.clear();
        self.exact = false;
        self.question = None;
    }

    /// Keeps the candidates within the limit, and asks when they are not certain.
    pub(crate) fn answer(&mut self, sure: bool) {
        self.exact = sure && self.candidates.len() == 1;
        self.candidates.truncate(LIMITS.readings);
        if self.exact {
            return;
        }
        self.question = match (self.named.as_slice(), self.candidates.as_slice()) {
            (_, []) => None,
            (_, [candidate]) => Some(OpenQuestion::IsItThis(*candidate)),
            ([unit], _) if unit.is_commune() => Some(OpenQuestion::WhichPart(*unit)),
            ([unit], _) => Some(OpenQuestion::WhichCommune(*unit)),
            _ => Some(OpenQuestion::WhichOfName),
        };
    }
}
