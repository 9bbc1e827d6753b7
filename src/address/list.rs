//! Many addresses, one after the other, without an allocation for each: what a commune office's list takes.
#![cfg_attr(not(feature = "entry-address"), allow(dead_code, reason = "the border uses a part of this"))]

use super::{
    answer::{Candidate, Conversion, Direction, OpenQuestion, Outcome, Question, street},
    findings,
    text::{Interpreted, Interpreter},
    units::{Unit, Units},
};
use crate::{Date, Error};

/// Converts the rows of a list.
pub struct Converter<'a> {
    conversion: Conversion<'a>,
    reader: Interpreter,
    outcome: Outcome,
}

/// What became of a row. Nothing has its name yet: a list of 100,000 rows names each unit once.
pub struct Row<'a> {
    units: &'a Units,
    on: Date,
    outcome: &'a Outcome,
    street: &'a [(usize, usize)],
    uncomposed: bool,
}

impl<'a> Converter<'a> {
    /// Into the units of an era, as of a day.
    pub fn new(units: &'a Units, on: Date, direction: Direction) -> Self {
        let conversion = Conversion { units, on, direction };
        Self { conversion, reader: Interpreter::default(), outcome: Outcome::default() }
    }

    /// The next row.
    ///
    /// # Errors
    /// `limit.input` over 10,000 characters.
    pub fn convert(&mut self, text: &str) -> Result<Row<'_>, Error> {
        let interpreted = self.reader.read(self.conversion.units, text)?;
        Ok(row(&self.conversion, interpreted, &mut self.outcome))
    }

    /// The next row as JavaScript holds it; the places of the street count UTF-16 units.
    ///
    /// # Errors
    /// `limit.input` over 10,000 characters.
    pub fn convert_utf16(&mut self, text: &[u16]) -> Result<Row<'_>, Error> {
        let interpreted = self.reader.read_utf16(self.conversion.units, text)?;
        Ok(row(&self.conversion, interpreted, &mut self.outcome))
    }
}

fn row<'a>(conversion: &Conversion<'a>, interpreted: Interpreted<'a>, outcome: &'a mut Outcome) -> Row<'a> {
    conversion.of(&interpreted, outcome);
    let Interpreted { street, uncomposed, .. } = interpreted;
    Row { units: conversion.units, on: conversion.on, outcome, street, uncomposed }
}

impl Row<'_> {
    /// There is one candidate, and no doubt.
    pub fn is_exact(&self) -> bool {
        self.outcome.exact
    }

    /// All units that the address may be in.
    pub fn candidates(&self) -> impl Iterator<Item = Candidate> {
        self.outcome.candidates.iter().filter_map(|unit| Candidate::of(self.units, *unit, self.on))
    }

    /// What to ask the person.
    pub fn question(&self) -> Option<Question> {
        self.outcome.question.map(|open| open.question(self.units, self.on))
    }

    /// House, street, hamlet, of the text that was converted.
    pub fn street(&self, text: &str) -> Option<String> {
        street(text, self.street)
    }

    /// The codes of the findings.
    pub fn findings(&self) -> impl Iterator<Item = &'static str> {
        self.outcome.notes.iter().map(|note| note.code().id)
    }

    /// The row as numbers, for the border:
    ///
    /// ```text
    /// head        bit 0 exact, 1–3 question, 4–10 candidates, 11–15 findings, 16–30 parts of the street,
    ///             31 the street is to be composed (NFC)
    /// unit        that the question names, when it is 1 or 3
    /// units       the candidates: kind << 16 | place
    /// findings    six in a number, five bits each, from the lowest
    /// street      start << 16 | end of each part
    /// ```
    pub(crate) fn write(&self, into: &mut Vec<u32>) {
        let Outcome { candidates, exact, question, notes, .. } = self.outcome;
        let notes = notes.get(..notes.len().min(31)).unwrap_or(notes);
        let street = self.street.get(..self.street.len().min(0x7fff)).unwrap_or(self.street);
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let (asked, about) = match question {
            None => (0, None),
            Some(OpenQuestion::WhichPart(unit)) => (1, Some(*unit)),
            Some(OpenQuestion::WhichOfName) => (2, None),
            Some(OpenQuestion::WhichCommune(unit)) => (3, Some(*unit)),
            Some(OpenQuestion::IsItThis(_)) => (4, None),
        };
        into.push(
            u32::from(*exact)
                | asked << 1
                | number(candidates.len()) << 4
                | number(notes.len()) << 11
                | number(street.len()) << 16
                | u32::from(self.uncomposed) << 31,
        );
        into.extend(about.into_iter().chain(candidates.iter().copied()).map(number_of));
        for six in notes.chunks(6) {
            into.push(six.iter().rev().fold(0, |sum, note| sum << 5 | note.number()));
        }
        into.extend(street.iter().map(|(start, end)| number(*start) << 16 | number(*end)));
    }
}

/// The codes that a row's numbers stand for.
pub(crate) fn codes() -> impl Iterator<Item = &'static str> {
    findings::TABLE.iter().map(|code| code.id)
}

/// A row that is too long.
pub(crate) const TOO_LONG: u32 = u32::MAX;

impl Units {
    /// A candidate by its number in a row.
    pub(crate) fn candidate_of_number(&self, number: u32, on: Date) -> Option<Candidate> {
        Candidate::of(self, unit_of(number)?, on)
    }

    /// A question by its number in a row and that of the unit which it names.
    pub(crate) fn question_of_number(&self, question: u32, unit: u32, on: Date) -> Option<Question> {
        let unit = unit_of(unit);
        let asked = match question {
            1 => OpenQuestion::WhichPart(unit?),
            2 => OpenQuestion::WhichOfName,
            3 => OpenQuestion::WhichCommune(unit?),
            4 => OpenQuestion::IsItThis(unit?),
            _ => return None,
        };
        Some(asked.question(self, on))
    }
}

/// A unit as the number of a row: kind << 16 | place.
fn number_of(unit: Unit) -> u32 {
    let (kind, place) = match unit {
        Unit::OldProvince(place) => (0, place),
        Unit::Province(place) => (1, place),
        Unit::District(place) => (2, place),
        Unit::OldCommune(place) => (3, place),
        Unit::Commune(place) => (4, place),
    };
    kind << 16 | u32::from(place)
}

fn unit_of(number: u32) -> Option<Unit> {
    let place = u16::try_from(number & 0xffff).ok()?;
    match number >> 16 {
        0 => Some(Unit::OldProvince(place)),
        1 => Some(Unit::Province(place)),
        2 => Some(Unit::District(place)),
        3 => Some(Unit::OldCommune(place)),
        4 => Some(Unit::Commune(place)),
        _ => None,
    }
}
