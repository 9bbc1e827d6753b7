//! Tables into files.

use std::collections::HashSet;

use crate::{
    Error,
    people::{Cell, DateTime},
};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use serde::Deserialize;

use super::{LIMITS, Sheet, error};

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
/// `sheet.too_many_cells`, `sheet.cell_too_long`, `sheet.one_sheet` for several tables as `.csv`,
/// `sheet.not_written` for what the writer refuses.
pub fn write(sheets: &[Sheet], output: Output) -> Result<Vec<u8>, Error> {
    check(sheets)?;
    match (output, sheets) {
        (Output::Xlsx, sheets) => xlsx(sheets).map_err(|_| not_written()),
        (Output::Csv, [sheet]) => csv(sheet),
        (Output::Csv, _) => Err(Error::new("sheet.one_sheet", "a .csv holds one table")),
    }
}

fn check(sheets: &[Sheet]) -> Result<(), Error> {
    let mut cells = 0_usize;
    for row in sheets.iter().flat_map(|sheet| &sheet.rows) {
        cells = cells.saturating_add(row.len());
        let long = |cell: &Cell| matches!(cell, Cell::Text(text) if text.len() > LIMITS.characters && text.encode_utf16().count() > LIMITS.characters);
        if row.iter().any(long) {
            return Err(Error::new(
                "sheet.cell_too_long",
                format!("a cell, characters: at most {}", LIMITS.characters),
            ));
        }
    }
    let fits = |sheet: &Sheet| {
        sheet.rows.len() <= LIMITS.rows && sheet.rows.iter().all(|row| row.len() <= LIMITS.columns)
    };
    if cells > LIMITS.cells || sheets.len() > LIMITS.sheets || !sheets.iter().all(fits) {
        return Err(error::too_many_cells(LIMITS.cells));
    }
    Ok(())
}

fn not_written() -> Error {
    Error::new("sheet.not_written", "the writer refused the tables")
}

fn xlsx(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // No clock here: the day of writing is the caller's matter.
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let formats = Formats {
        day: Format::new().set_num_format("dd/mm/yyyy"),
        time: Format::new().set_num_format("dd/mm/yyyy hh:mm:ss"),
        text: Format::new().set_num_format("@"),
        quoted: Format::new().set_num_format("@").set_quote_prefix(),
    };
    let mut taken = HashSet::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let table = book.add_worksheet();
        table.set_name(name(&sheet.name, at, &mut taken))?;
        if sheet.hidden && at > 0 {
            table.set_hidden(true);
        }
        for (row, cells) in sheet.rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let (Ok(row), Ok(column)) = (u32::try_from(row), u16::try_from(column)) else { continue };
                put(table, row, column, cell, &formats)?;
            }
        }
    }
    if sheets.is_empty() {
        book.add_worksheet();
    }
    book.save_to_buffer()
}

struct Formats {
    day: Format,
    time: Format,
    text: Format,
    quoted: Format,
}

fn put(
    table: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Bool(value) => {
            table.write_boolean(row, column, *value)?;
        }
        Cell::Number(number) if number.is_finite() => {
            table.write_number(row, column, *number)?;
        }
        Cell::Number(number) => {
            table.write_string(row, column, number.to_string())?;
        }
        // Written as a string, never as a formula; with the prefix it stays one when somebody edits the cell.
        Cell::Text(text) => {
            let format = if runs(text) { &formats.quoted } else { &formats.text };
            table.write_string_with_format(row, column, text, format)?;
        }
        Cell::Date(date) => match excel_day(*date) {
            Some(day) => {
                let format = if date.second == 0 { &formats.day } else { &formats.time };
                table.write_datetime_with_format(row, column, &day, format)?;
            }
            // Before 1900: spreadsheets have no such day.
            None => {
                table.write_string(row, column, cell.shown())?;
            }
        },
    }
    Ok(())
}

fn excel_day(date: DateTime) -> Option<ExcelDateTime> {
    let day = ExcelDateTime::from_ymd(date.day.year(), date.day.month(), date.day.day()).ok()?;
    let hour = u16::try_from(date.second.checked_div(3600)?).ok()?;
    let minute = u8::try_from(date.second.checked_div(60)?.checked_rem(60)?).ok()?;
    let second = u8::try_from(date.second.checked_rem(60)?).ok()?;
    if date.second == 0 { Some(day) } else { day.and_hms(hour, minute, f64::from(second)).ok() }
}

/// A name that a workbook takes: 31 characters without `[ ] : * ? / \`, not twice (Excel specifications).
fn name(own: &str, at: usize, taken: &mut HashSet<String>) -> String {
    let clean: String = own
        .chars()
        .map(|letter| if "[]:*?/\\".contains(letter) || letter.is_control() { ' ' } else { letter })
        .collect();
    let clean = clean.trim().trim_matches('\'').trim();
    let number = at.saturating_add(1);
    let first = if clean.is_empty() { format!("Sheet{number}") } else { clean.chars().take(31).collect() };
    let second: String = clean.chars().take(24).chain(format!(" ({number})").chars()).collect();
    let name = if taken.contains(&first.to_lowercase()) { second } else { first };
    taken.insert(name.to_lowercase());
    name
}

/// Whether a spreadsheet runs the text as a formula, or might when a file is opened (OWASP, CSV injection).
fn runs(text: &str) -> bool {
    let number = text.strip_prefix(['+', '-']).is_some_and(|rest| {
        !rest.is_empty() && rest.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, ' ' | '.' | ','))
    });
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) && !number
}

fn csv(sheet: &Sheet) -> Result<Vec<u8>, Error> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    // All rows equally long: a blank row keeps its line.
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    for row in &sheet.rows {
        let values = row.iter().map(|cell| match cell {
            Cell::Text(text) if runs(text) => ["'", text].concat(),
            Cell::Date(date) if date.second > 0 => date.to_string().replace('T', " "),
            other => other.shown().into_owned(),
        });
        let values: Vec<String> = values.chain(std::iter::repeat(String::new())).take(width).collect();
        writer.write_record(values).map_err(|_| not_written())?;
    }
    writer.into_inner().map_err(|_| not_written())
}
