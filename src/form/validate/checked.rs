use super::raw_answers::RawAnswers;
use crate::date::Date;
use crate::finding::Finding;
use crate::form::pack::{Field, Kind, Pack};
use crate::form::path::Place;
use crate::form::rule::{Cells, Env, Val};

/// The answers as they count on the day: read, hidden ones left out, calculated ones filled in.
pub(in crate::form) struct Checked<'a> {
    pub(super) pack: &'a Pack,
    pub(super) on: Date,
    pub(super) raw: RawAnswers<'a>,
    pub(super) cells: Cells<'a>,
    /// By field.
    pub(super) shown: Vec<bool>,
    /// By group, row and field of the row.
    pub(super) rows: Vec<Vec<Row<'a>>>,
    /// By field of the form.
    pub(super) found: Vec<Vec<Finding>>,
    pub(super) cleared: Vec<String>,
    /// Findings that belong to no field.
    pub(super) unplaced: Vec<Finding>,
}

/// A row of a group as it counts on the day.
pub(super) struct Row<'a> {
    pub(super) raw: RawAnswers<'a>,
    pub(super) shown: Vec<bool>,
}

/// Called with each field of a row: its index, value, scope, row and place.
type VisitRowField<'s> = &'s mut dyn FnMut(&Field, usize, &Val<'_>, &Env<'_>, &Row<'_>, Place<'_>);

impl Checked<'_> {
    /// Adds what was found about a field of the form.
    pub(super) fn report(&mut self, index: usize, mut findings: Vec<Finding>) {
        if let Some(found) = self.found.get_mut(index) {
            found.append(&mut findings);
        }
    }

    /// Shown fields in the order of the form, those of rows after their group.
    pub(super) fn each_shown(&self, visit: &mut dyn FnMut(&Field, &Val<'_>, &Env<'_>, Place<'_>)) {
        let env = Env::new(self.on, &self.cells);
        for ((field, value), shown) in self.pack.fields.iter().zip(&self.cells.fields).zip(&self.shown) {
            if !shown {
                continue;
            }
            visit(field, value, &env, Place { row: None, field: &field.id });
            if let Kind::Group(group) = field.kind {
                self.each_row_field(group, &mut |field, _, value, env, _, place| {
                    visit(field, value, env, place);
                });
            }
        }
    }

    /// The shown fields of a group, row by row.
    pub(super) fn each_row_field(&self, group: usize, visit: VisitRowField<'_>) {
        let (Some(definition), Some(values), Some(rows)) =
            (self.pack.groups.get(group), self.cells.groups.get(group), self.rows.get(group))
        else {
            return;
        };
        let name = self.pack.fields.get(definition.field).map_or("", |field| field.id.as_str());
        for (number, (values, row)) in values.iter().zip(rows).enumerate() {
            let env = Env::in_row(self.on, &self.cells, values);
            for (index, (field, value)) in definition.fields.iter().zip(values).enumerate() {
                if row.shown.get(index) == Some(&true) {
                    visit(
                        field,
                        index,
                        value,
                        &env,
                        row,
                        Place { row: Some((name, number)), field: &field.id },
                    );
                }
            }
        }
    }
}
