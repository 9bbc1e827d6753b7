//! Rows that grow cell by cell, within the limits.

use crate::{Error, people::Cell};

use super::{LIMITS, error};

/// Cells that the whole file may still have.
#[derive(Debug)]
pub(crate) struct Budget {
    cells: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { cells: LIMITS.cells }
    }
}

impl Budget {
    fn take(&mut self, count: usize) -> Result<(), Error> {
        self.cells = self.cells.checked_sub(count).ok_or_else(|| error::too_many_cells(LIMITS.cells))?;
        Ok(())
    }
}

/// A sheet in the making.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Puts a cell in its place. Empty ones are not kept.
    ///
    /// # Errors
    /// `sheet.too_many_cells` beyond the limits of a sheet or of the file.
    pub(crate) fn put(
        &mut self,
        row: usize,
        column: usize,
        cell: Cell,
        budget: &mut Budget,
    ) -> Result<(), Error> {
        if cell == Cell::Empty {
            return Ok(());
        }
        if row >= LIMITS.rows || column >= LIMITS.columns {
            return Err(error::too_many_cells(LIMITS.cells));
        }
        if self.rows.len() <= row {
            self.rows.resize_with(row.saturating_add(1), Vec::new);
        }
        let Some(cells) = self.rows.get_mut(row) else { return Ok(()) };
        let added = column.saturating_add(1).saturating_sub(cells.len());
        budget.take(added)?;
        if added > 0 {
            cells.resize(column.saturating_add(1), Cell::Empty);
        }
        if let Some(place) = cells.get_mut(column) {
            *place = cell;
        }
        Ok(())
    }

    pub(crate) fn into_rows(self) -> Vec<Vec<Cell>> {
        self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_as_long_as_their_last_cell_and_gaps_stay() {
        let (mut table, mut budget) = (Table::default(), Budget::default());
        table.put(2, 1, Cell::Number(1.0), &mut budget).unwrap();
        table.put(2, 0, Cell::Bool(true), &mut budget).unwrap();
        table.put(0, 0, Cell::Empty, &mut budget).unwrap();
        assert_eq!(table.into_rows(), [vec![], vec![], vec![Cell::Bool(true), Cell::Number(1.0)]]);
    }

    #[test]
    fn cells_far_out_end_in_an_error() {
        let (mut table, mut budget) = (Table::default(), Budget::default());
        let far = |row| (row, LIMITS.columns - 1);
        let end = (0..LIMITS.rows).find(|row| {
            let (row, column) = far(*row);
            table.put(row, column, Cell::Bool(true), &mut budget).is_err()
        });
        assert_eq!(end, Some(LIMITS.cells / LIMITS.columns));
        assert!(table.put(LIMITS.rows, 0, Cell::Bool(true), &mut Budget::default()).is_err());
        assert!(table.put(0, LIMITS.columns, Cell::Bool(true), &mut Budget::default()).is_err());
    }
}
