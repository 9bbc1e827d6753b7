//! Workbooks: `.xlsx`, `.xlsb`, `.xls`, `.ods`.

use std::io::Cursor;

use crate::{
    Date, Error,
    people::{Cell, DateTime},
};
use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls,
    XlsError, Xlsb, Xlsx, XlsxError,
};

use super::{
    Format, LIMITS, Merge, Sheet, Workbook, error,
    table::{Budget, Table},
};

pub(crate) fn read(file: &[u8], format: Format) -> Result<Workbook, Error> {
    let (sheets, date1904) = match format {
        Format::Xlsx => xlsx(file)?,
        Format::Xlsb => {
            let mut book = Xlsb::new(Cursor::new(file)).map_err(|_| error::damaged("the workbook"))?;
            (ranges(&mut book)?, false)
        }
        Format::Ods => {
            let mut book = Ods::new(Cursor::new(file)).map_err(|reason| match reason {
                OdsError::Password => error::encrypted(),
                OdsError::CellLimitExceeded { .. } => error::too_many_cells(LIMITS.cells),
                _ => error::damaged("the workbook"),
            })?;
            (ranges(&mut book)?, false)
        }
        _ => xls(file)?,
    };
    Ok(Workbook { format, sheets, date1904, encoding: None, separator: None, doubtful: 0 })
}

/// Cell by cell: a sheet with one cell in each corner takes no more room than two cells and a row.
fn xlsx(file: &[u8]) -> Result<(Vec<Sheet>, bool), Error> {
    let mut book = Xlsx::new(Cursor::new(file)).map_err(of_xlsx)?;
    let date1904 = book.has_1904_epoch();
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for (name, hidden) in names(&book)? {
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let mut table = Table::default();
        let mut cells = book.worksheet_cells_reader(&name).map_err(of_xlsx)?;
        while let Some(cell) = cells.next_cell().map_err(of_xlsx)? {
            let (row, column) = cell.get_position();
            table.put(place(row), place(column), of_ref(cell.get_value()), &mut budget)?;
        }
        sheets.push(Sheet { name, rows: table.into_rows(), merged: merges(&merged), hidden });
    }
    Ok((sheets, date1904))
}

fn xls(file: &[u8]) -> Result<(Vec<Sheet>, bool), Error> {
    let mut book = Xls::new(Cursor::new(file)).map_err(|reason| match reason {
        XlsError::Password => error::encrypted(),
        _ => error::damaged("the workbook"),
    })?;
    let date1904 = book.has_1904_epoch();
    let mut sheets = ranges(&mut book)?;
    for sheet in &mut sheets {
        sheet.merged = merges(&book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default());
    }
    Ok((sheets, date1904))
}

/// The tables of a book that hands out whole ranges.
fn ranges<'a, R: Reader<Cursor<&'a [u8]>>>(book: &mut R) -> Result<Vec<Sheet>, Error> {
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for (name, hidden) in names(book)? {
        let range: Range<Data> = book.worksheet_range(&name).map_err(|_| error::damaged("a sheet"))?;
        let (top, left) = range.start().unwrap_or_default();
        let mut table = Table::default();
        for (row, column, value) in range.used_cells() {
            let (row, column) = (row.saturating_add(place(top)), column.saturating_add(place(left)));
            table.put(row, column, of_data(value), &mut budget)?;
        }
        sheets.push(Sheet { name, rows: table.into_rows(), hidden, ..Sheet::default() });
    }
    Ok(sheets)
}

/// Names of the tables, and whether they are hidden. Charts and macros are none.
fn names<'a, R: Reader<Cursor<&'a [u8]>>>(book: &R) -> Result<Vec<(String, bool)>, Error> {
    let tables = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<(String, bool)> =
        tables.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect();
    if names.len() > LIMITS.sheets {
        Err(error::too_large("a workbook, sheets", LIMITS.sheets))
    } else {
        Ok(names)
    }
}

fn of_xlsx(reason: XlsxError) -> Error {
    match reason {
        XlsxError::Password => error::encrypted(),
        _ => error::damaged("the workbook"),
    }
}

fn of_ref(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => whole(*number),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) => Cell::text(text.as_str()),
        DataRef::SharedString(text) => Cell::text(*text),
        DataRef::Bool(value) => Cell::Bool(*value),
        DataRef::DateTime(date) => day(date),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso(text),
        DataRef::Error(reason) => Cell::text(reason.to_string()),
    }
}

fn of_data(value: &Data) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::Int(number) => whole(*number),
        Data::Float(number) => Cell::Number(*number),
        Data::String(text) => Cell::text(text.as_str()),
        Data::Bool(value) => Cell::Bool(*value),
        Data::DateTime(date) => day(date),
        Data::DateTimeIso(text) | Data::DurationIso(text) => iso(text),
        Data::Error(reason) => Cell::text(reason.to_string()),
    }
}

/// A whole number as the text of its digits when a spreadsheet's own numbers cannot hold it.
fn whole(number: i64) -> Cell {
    match number.to_string().parse::<f64>() {
        Ok(float) if number.unsigned_abs() < 1 << 53 => Cell::Number(float),
        _ => Cell::text(number.to_string()),
    }
}

/// A day of the sheet. A time without a day, or a duration, is shown as a text: it is no day.
fn day(date: &ExcelDateTime) -> Cell {
    let (year, month, day, hour, minute, second, milli) = date.to_ymd_hms_milli();
    let days = date.as_f64();
    if date.is_duration() || (0.0..1.0).contains(&days) {
        return Cell::text(format!("{hour:02}:{minute:02}:{second:02}"));
    }
    let second = u32::from(hour)
        .saturating_mul(3600)
        .saturating_add(u32::from(minute).saturating_mul(60))
        .saturating_add(u32::from(second))
        .saturating_add(u32::from(milli >= 500))
        .min(86_399);
    // 29/02/1900, which only spreadsheets have, and numbers outside of their calendar stay numbers.
    let inside = days.is_finite() && (1.0..2_958_466.0).contains(&days);
    match Date::new(year, month, day).filter(|_| inside) {
        Some(day) => Cell::Date(DateTime { day, second }),
        None => Cell::Number(days),
    }
}

fn iso(text: &str) -> Cell {
    DateTime::from_iso(text).map_or_else(|| Cell::text(text), Cell::Date)
}

fn merges(dimensions: &[Dimensions]) -> Vec<Merge> {
    let of = |area: &Dimensions| Merge {
        top: place(area.start.0),
        left: place(area.start.1),
        bottom: place(area.end.0),
        right: place(area.end.1),
    };
    dimensions.iter().map(of).filter(|merge| merge.top <= merge.bottom && merge.left <= merge.right).collect()
}

fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
