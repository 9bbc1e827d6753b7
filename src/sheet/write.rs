//! Tables into files.

use crate::{Error, people::Cell};
use serde::Deserialize;

use super::{LIMITS, Sheet, error, extent::Extent, formula::runs, xlsx::Xlsx};

/// A format that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Output {
    /// Excel since 2007; texts stay texts, with their zeros.
    Xlsx,
    /// UTF-8 with its mark, so that Excel knows the letters; comma, CRLF (RFC 4180).
    Csv,
}

/// Writes tables. The same tables give the same bytes.
///
/// # Errors
/// As [`Writer`].
pub fn write(sheets: &[Sheet], output: Output) -> Result<Vec<u8>, Error> {
    let names = sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden));
    let mut writer = Writer::new(names, output)?;
    for sheet in sheets {
        writer.table(sheet.rows.iter().map(Ok))?;
    }
    writer.finish()
}

/// Writes one table after the other. Of a table it holds the row that is being written, and what came out of it.
pub struct Writer {
    out: Out,
    /// Cells that may still come.
    cells: usize,
}

enum Out {
    Xlsx(Box<Xlsx>),
    Csv(Vec<u8>),
}

impl Writer {
    /// Of tables with these names, and whether each is hidden.
    ///
    /// # Errors
    /// `sheet.one_sheet` for several tables as `.csv`, `sheet.too_many_cells` for too many of them.
    pub fn new<'a>(names: impl IntoIterator<Item = (&'a str, bool)>, output: Output) -> Result<Self, Error> {
        let names: Vec<(&str, bool)> = names.into_iter().collect();
        if names.len() > LIMITS.sheets {
            return Err(error::too_many_cells(LIMITS.cells));
        }
        let out = match (output, names.len()) {
            (Output::Xlsx, _) => Out::Xlsx(Box::new(Xlsx::new(&names).ok_or_else(not_written)?)),
            (Output::Csv, 1) => Out::Csv(Vec::new()),
            (Output::Csv, _) => return Err(Error::new("sheet.one_sheet", "a .csv holds one table")),
        };
        Ok(Self { out, cells: LIMITS.cells })
    }

    /// Writes the next table; its rows are gone through twice.
    ///
    /// # Errors
    /// What came instead of a row, `sheet.too_many_cells`, `sheet.cell_too_long`, `sheet.not_written` for what the
    /// writer refuses.
    pub fn table<R: AsRef<[Cell]>>(
        &mut self,
        rows: impl Iterator<Item = Result<R, Error>> + Clone,
    ) -> Result<(), Error> {
        let extent = self.extent(rows.clone())?;
        match &mut self.out {
            Out::Xlsx(book) => {
                book.begin(extent).ok_or_else(not_written)?;
                for (at, row) in rows.enumerate() {
                    book.row(at, row?.as_ref()).ok_or_else(not_written)?;
                }
                book.end().ok_or_else(not_written)
            }
            Out::Csv(bytes) => {
                *bytes = csv(rows, extent)?;
                Ok(())
            }
        }
    }

    /// The file.
    ///
    /// # Errors
    /// `sheet.not_written`
    pub fn finish(self) -> Result<Vec<u8>, Error> {
        match self.out {
            Out::Xlsx(book) => book.finish().ok_or_else(not_written),
            Out::Csv(bytes) => Ok(bytes),
        }
    }

    fn extent<R: AsRef<[Cell]>>(
        &mut self,
        rows: impl Iterator<Item = Result<R, Error>>,
    ) -> Result<Extent, Error> {
        let mut extent = Extent::default();
        for row in rows {
            let row = row?;
            let row = row.as_ref();
            extent.rows = extent.rows.saturating_add(1);
            extent.columns = extent.columns.max(row.len());
            self.cells = self
                .cells
                .checked_sub(row.len())
                .filter(|_| extent.rows <= LIMITS.rows && extent.columns <= LIMITS.columns)
                .ok_or_else(|| error::too_many_cells(LIMITS.cells))?;
            if row.iter().any(too_long) {
                let detail = format!("a cell, characters: at most {}", LIMITS.characters);
                return Err(Error::new("sheet.cell_too_long", detail));
            }
        }
        Ok(extent)
    }
}

impl std::fmt::Debug for Writer {
    /// Without what was written, which is people's data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Writer(…)")
    }
}

/// Characters as spreadsheets count them.
fn too_long(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if text.len() > LIMITS.characters && text.encode_utf16().count() > LIMITS.characters)
}

fn not_written() -> Error {
    Error::new("sheet.not_written", "the writer refused the tables")
}

/// All rows equally long: a blank row keeps its line.
fn csv<R: AsRef<[Cell]>>(
    rows: impl Iterator<Item = Result<R, Error>>,
    extent: Extent,
) -> Result<Vec<u8>, Error> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    for row in rows {
        let row = row?;
        let values = row.as_ref().iter().map(|cell| match cell {
            Cell::Text(text) if runs(text) => ["'", text].concat(),
            Cell::Date(date) if date.second > 0 => date.to_string().replace('T', " "),
            other => other.shown().into_owned(),
        });
        let values: Vec<String> =
            values.chain(std::iter::repeat(String::new())).take(extent.columns).collect();
        writer.write_record(values).map_err(|_| not_written())?;
    }
    writer.into_inner().map_err(|_| not_written())
}
