//! What is known of the people and days of a form, as the answers stand.

use std::borrow::Cow;

use crate::date::Date;
use crate::form::pack::{Field, Individual, Pack};
use crate::form::path::Place;
use crate::form::rule::{Cells, Env, Span, Val};

/// The values of one form on one day. What is hidden or not answered has no value.
#[derive(Clone, Copy)]
pub(super) struct Facts<'f> {
    pub(super) pack: &'f Pack,
    pub(super) cells: &'f Cells<'f>,
    pub(super) on: Date,
}

/// A person of the form, or whoever stands in one row of it.
#[derive(Clone, Copy)]
pub(super) struct Someone<'f> {
    pub(super) individual: &'f Individual,
    pub(super) row: Option<Row>,
}

/// A group and the number of a row in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::form) struct Row {
    pub(in crate::form) group: usize,
    pub(in crate::form) number: usize,
}

impl<'f> Facts<'f> {
    pub(super) fn env(&self) -> Env<'f> {
        Env::new(self.on, self.cells)
    }

    /// The people in this place of the form's list: one, or one a row.
    pub(super) fn people(self, index: usize) -> impl Iterator<Item = Someone<'f>> + use<'f> {
        let individual = self.pack.meanings.people.get(index);
        let rows = individual.map_or(0, |individual| match individual.group {
            Some(group) => self.cells.groups.get(group).map_or(0, Vec::len),
            None => 1,
        });
        (0..rows).filter_map(move |number| {
            let individual = individual?;
            Some(Someone { individual, row: individual.group.map(|group| Row { group, number }) })
        })
    }

    /// The field of this index, of the form or of the row.
    pub(super) fn field(&self, row: Option<Row>, index: usize) -> Option<&'f Field> {
        match row {
            Some(row) => self.pack.groups.get(row.group)?.fields.get(index),
            None => self.pack.fields.get(index),
        }
    }

    fn value(&self, row: Option<Row>, index: usize) -> Option<&'f Val<'f>> {
        match row {
            Some(row) => self.cells.groups.get(row.group)?.get(row.number)?.get(index),
            None => self.cells.fields.get(index),
        }
    }

    pub(super) fn day(&self, row: Option<Row>, index: usize) -> Option<Span<Date>> {
        match self.value(row, index)? {
            Val::Day(day) => Some(*day),
            _ => None,
        }
    }

    pub(super) fn text(&self, row: Option<Row>, index: usize) -> Option<&'f str> {
        match self.value(row, index)? {
            Val::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn birth(&self, who: Someone<'_>) -> Option<Span<Date>> {
        self.day(who.row, who.individual.birth?)
    }

    pub(super) fn number(&self, who: Someone<'f>) -> Option<&'f str> {
        self.text(who.row, who.individual.number?)
    }

    /// The name in one text; none while a part of it is missing.
    pub(super) fn name(&self, who: Someone<'f>) -> Option<Cow<'f, str>> {
        let mut parts = who.individual.names.iter().map(|index| self.text(who.row, *index));
        let first = parts.next()??;
        match parts.next() {
            Some(second) => Some(Cow::Owned([first, " ", second?].concat())),
            None => Some(Cow::Borrowed(first)),
        }
    }

    /// `pin`, `members[0].pin`.
    pub(super) fn path(&self, row: Option<Row>, index: usize) -> String {
        let id = self.field(row, index).map_or("", |field| field.id.as_str());
        let row = row.and_then(|row| {
            let group = self.pack.groups.get(row.group)?;
            Some((self.pack.fields.get(group.field)?.id.as_str(), row.number))
        });
        Place { row, field: id }.path()
    }
}
