//! Columns of the asset: one value after the other for each unit of a list.

use super::reader::{Reader, corrupt};
use crate::{
    Date, Error,
    address::{LIMITS, name::UnitKind, units::records::State},
};

/// Reads columns; knows the day from which the present units are.
pub(super) struct Columns<'a> {
    pub(super) reader: Reader<'a>,
    pub(super) first_day: Date,
}

impl Columns<'_> {
    /// Place in a list of so many, type, name: other names of its units. With a type they are those of units that were merged
    /// into them, without one other spellings.
    pub(super) fn aliases(&mut self, count: usize) -> Result<Vec<(u16, Option<UnitKind>, String)>, Error> {
        let rows = self.reader.count(LIMITS.communes)?;
        let mut last = 0_usize;
        let mut places = Vec::with_capacity(rows);
        for _ in 0..rows {
            last = last.saturating_add(self.reader.count(count)?);
            places.push(place(last, count)?);
        }
        let mut kinds = Vec::with_capacity(rows);
        for _ in 0..rows {
            kinds.push(UnitKind::of_number(u32::from(self.reader.byte()?)));
        }
        let keys = self.reader.text()?.split('\n').map(str::to_owned);
        Ok(places.into_iter().zip(kinds).zip(keys).map(|((place, kind), key)| (place, kind, key)).collect())
    }

    pub(super) fn first_state(&mut self, kind: UnitKind) -> Result<State, Error> {
        Ok(State { from: self.first_day, kind, name: self.reader.name()?, document: 0 })
    }

    pub(super) fn kind(&mut self) -> Result<UnitKind, Error> {
        UnitKind::of_number(self.reader.number()?).ok_or_else(|| corrupt("an unknown type"))
    }

    pub(super) fn kinds(&mut self, count: usize) -> Result<Vec<UnitKind>, Error> {
        (0..count).map(|_| self.kind()).collect()
    }

    pub(super) fn numbers(&mut self, count: usize) -> Result<Vec<u32>, Error> {
        (0..count).map(|_| self.reader.number()).collect()
    }

    pub(super) fn places(&mut self, count: usize, limit: usize) -> Result<Vec<u16>, Error> {
        (0..count).map(|_| place(self.reader.count(limit)?, limit)).collect()
    }

    /// Numbers, each as its difference from the one before.
    pub(super) fn steps(&mut self, count: usize) -> Result<Vec<u32>, Error> {
        let mut last = 0_i64;
        let step = |_| {
            last = last.saturating_add(self.reader.signed()?);
            u32::try_from(last).map_err(|_| corrupt("a code below zero"))
        };
        (0..count).map(step).collect()
    }

    /// How many children each parent has, as one parent for each child.
    pub(super) fn parents(&mut self, parents: usize, children: usize) -> Result<Vec<u16>, Error> {
        let mut all = Vec::with_capacity(children);
        for parent in 0..parents {
            let own = self.reader.count(children)?;
            all.extend(std::iter::repeat_n(place(parent, usize::MAX)?, own));
        }
        if all.len() == children { Ok(all) } else { Err(corrupt("districts without a province")) }
    }
}

/// A day, written as the number `yyyymmdd`.
pub(super) fn day(reader: &mut Reader<'_>) -> Result<Date, Error> {
    let number = reader.number()?;
    let text = format!("{:04}-{:02}-{:02}", number / 10_000, number / 100 % 100, number % 100);
    Date::from_iso(&text).ok_or_else(|| corrupt("a day that does not exist"))
}

/// A place in a list of so many.
pub(super) fn place(number: usize, below: usize) -> Result<u16, Error> {
    u16::try_from(number).ok().filter(|_| number < below).ok_or_else(|| corrupt("a place that is not"))
}
