use std::fmt;

use crate::people::Cell;
use serde::{Deserialize, Serialize};

use super::Format;

/// What was read from a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Workbook {
    /// What the file is, whatever it is called.
    pub format: Format,
    /// Its tables, in order.
    pub sheets: Vec<Sheet>,
    /// Whether the workbook counts days from 1904; its own days are converted already, numbers are not.
    pub date1904: bool,
    /// The encoding that a text had: `utf-8`, `utf-16le`, `utf-16be`, `windows-1258`, `tcvn3`, `vni`,
    /// `viscii`, `windows-1252`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<&'static str>,
    /// What stands between the values of a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub separator: Option<char>,
    /// Cells whose letters could not be brought back for certain; they are as windows-1252 shows them.
    pub doubtful: usize,
}

/// A table.
///
/// Rows are as long as their last filled cell; row and column numbers are those of the file, from 0.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sheet {
    /// Its name; of a text without one `Sheet1`.
    pub name: String,
    /// The cells, blank rows too.
    pub rows: Vec<Vec<Cell>>,
    /// Cells that are shown as one. The value stands in the first of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merged: Vec<Merge>,
    /// Not shown by the spreadsheet program.
    #[serde(default)]
    pub hidden: bool,
}

/// Cells that are shown as one, by row and column, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Merge {
    /// First row.
    pub top: usize,
    /// First column.
    pub left: usize,
    /// Last row.
    pub bottom: usize,
    /// Last column.
    pub right: usize,
}

impl Sheet {
    /// The rows with the value of merged cells in each of their rows: a family's address beside every member.
    /// Across columns values are not repeated, since headings of groups would become those of columns.
    pub fn filled(&self) -> Vec<Vec<Cell>> {
        let mut own = self.clone();
        own.fill();
        own.rows
    }

    /// The same in its place; row and column of the cells that were filled.
    pub fn fill(&mut self) -> Vec<(usize, usize)> {
        let repeated: Vec<(usize, usize, Cell)> =
            self.repeated().map(|(row, column, value)| (row, column, value.clone())).collect();
        let mut places = Vec::new();
        for (at, column, value) in repeated {
            let Some(row) = self.rows.get_mut(at) else { continue };
            if row.len() <= column {
                row.resize(column.saturating_add(1), Cell::Empty);
            }
            if let Some(place) = row.get_mut(column) {
                *place = value;
                places.push((at, column));
            }
        }
        places
    }

    /// The cells that [`Self::fill`] fills, by row and column, with their value.
    fn repeated(&self) -> impl Iterator<Item = (usize, usize, &Cell)> {
        self.merged.iter().flat_map(|merge| {
            let value = self.rows.get(merge.top).and_then(|row| row.get(merge.left));
            let value = value.filter(|value| **value != Cell::Empty);
            let below = merge.top.saturating_add(1)..=merge.bottom.min(self.rows.len().saturating_sub(1));
            let empty = |row: &usize| {
                let row = self.rows.get(*row).filter(|row| !row.is_empty());
                row.is_some_and(|row| row.get(merge.left).is_none_or(|cell| *cell == Cell::Empty))
            };
            let below = below.filter(move |row| value.is_some() && empty(row));
            below.filter_map(move |row| Some((row, merge.left, value?)))
        })
    }
}

impl fmt::Debug for Sheet {
    /// Without the cells, which are people's data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sheet({} rows)", self.rows.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_over_several_rows_stands_in_each_of_them() {
        let text = Cell::text;
        let sheet = Sheet {
            rows: vec![
                vec![text("Họ tên"), text("Địa chỉ")],
                vec![text("Nguyễn Văn Mẫu"), text("Thôn 3")],
                vec![text("Trần Thị Mẫu")],
                vec![],
            ],
            merged: vec![
                Merge { top: 1, left: 1, bottom: 2, right: 1 },
                Merge { top: 9, left: 0, bottom: 12, right: 0 },
            ],
            ..Sheet::default()
        };
        let filled = sheet.filled();
        assert_eq!(filled[2], [text("Trần Thị Mẫu"), text("Thôn 3")]);
        assert_eq!((filled.len(), filled[3].len()), (4, 0));
        let mut own = sheet.clone();
        assert_eq!((own.fill(), own.rows), (vec![(2, 1)], filled));
        assert_eq!(format!("{sheet:?}"), "Sheet(4 rows)");
    }
}
