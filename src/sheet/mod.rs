//! Spreadsheets in and out: `.xlsx`, `.xls`, `.ods`, `.csv` and `.tsv` as rows of [`Cell`](crate::people::Cell)s.
//!
//! [`read`] finds out by its content what a file is, whatever it is called. Rows keep their number, blank rows
//! stay, formulas come as their values. [`write()`] makes `.xlsx` or `.csv`; a text that a spreadsheet would run
//! as a formula is defused. Everything is bounded: see [`LIMITS`].
//!
//! Pure: bytes in, bytes out, no clock and no files.

mod archive;
mod book;
mod delimited;
mod encoding;
mod error;
mod extent;
mod formula;
mod kind;
mod limits;
mod table;
mod workbook;
mod write;
mod xlsx;

pub use book::{Merge, Sheet, Workbook};
pub use error::words;
pub use kind::Format;
pub use limits::{LIMITS, Limits};
pub use write::{Output, Writer, write};

use crate::Error;

/// Reads a file.
///
/// # Errors
/// `sheet.too_large`, `sheet.too_many_cells`, `sheet.encrypted`, `sheet.damaged`, `sheet.not_a_sheet`,
/// `sheet.web_page`, `sheet.empty`; [`words`] has what to say about each.
pub fn read(file: &[u8]) -> Result<Workbook, Error> {
    if file.len() > LIMITS.file {
        return Err(error::too_large("a file, bytes", LIMITS.file));
    }
    match kind::of(file)? {
        kind::Kind::Zip(format) => {
            archive::check(file, &LIMITS)?;
            workbook::read(file, format)
        }
        kind::Kind::Binary => workbook::read(file, Format::Xls),
        kind::Kind::Text => delimited::read(file),
    }
}
