use super::{
    Cell, Column,
    PersonColumn::{self, BirthOfMale, Sex},
};

/// Where each kind of column stands.
#[derive(Clone, Debug)]
pub(super) struct Places {
    places: Vec<(PersonColumn, usize)>,
}

impl Places {
    /// Of the columns of a table.
    pub(super) fn of(columns: &[Column]) -> Self {
        let places = columns.iter().enumerate();
        Self { places: places.filter_map(|(at, column)| Some((column.field?, at))).collect() }
    }

    /// Whether there is such a column.
    pub(super) fn has(&self, column: PersonColumn) -> bool {
        self.places.iter().any(|(own, _)| *own == column)
    }

    /// Whether there are columns that make this field.
    pub(super) fn make(&self, field: PersonColumn) -> bool {
        let of_field = self.places.iter().any(|(own, _)| own.field() == field.field());
        of_field || field == Sex && self.has(BirthOfMale)
    }

    /// The cell of a column in a row, if it holds anything.
    pub(super) fn cell<'r>(&self, row: &'r [Cell], column: PersonColumn) -> Option<&'r Cell> {
        self.cells(row, column).next().map(|(_, cell)| cell)
    }

    /// The cells of columns of one kind, with their place.
    pub(super) fn cells<'r>(
        &self,
        row: &'r [Cell],
        column: PersonColumn,
    ) -> impl Iterator<Item = (usize, &'r Cell)> {
        let own = self.places.iter().filter(move |(own, _)| *own == column);
        own.filter_map(|(_, at)| Some((*at, row.get(*at)?))).filter(|(_, cell)| !cell.is_blank())
    }
}
