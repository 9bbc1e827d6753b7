//! `.xlsx`, row by row: the library makes a workbook whose sheets are empty, and the cells go into its place as they
//! come, already compressed. Its own way of holding no cells needs a file system (feature `constant_memory`), which
//! no browser has; with all cells of a result in it, it takes more than a telephone has.

use std::{
    collections::HashSet,
    fmt::Write as _,
    io::{Cursor, Read, Write as _},
};

use crate::people::{Cell, DateTime};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError, column_number_to_name};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

use super::{extent::Extent, formula::runs};

/// Bytes of a sheet that are compressed at once.
const PART: usize = 1 << 16;

/// A workbook that is being written. What it cannot do ends in nothing: the caller has the word for it.
pub(super) struct Xlsx {
    /// Without cells.
    empty: ZipArchive<Cursor<Vec<u8>>>,
    zip: ZipWriter<Cursor<Vec<u8>>>,
    formats: Formats,
    sheets: usize,
    /// Sheets that are begun.
    begun: usize,
    columns: Vec<String>,
    /// Of the sheet, not yet compressed.
    part: String,
    /// What ends the sheet.
    tail: String,
}

/// Numbers of formats in the workbook.
struct Formats {
    day: u32,
    time: u32,
    text: u32,
    quoted: u32,
}

impl Xlsx {
    pub(super) fn new(names: &[(&str, bool)]) -> Option<Self> {
        let sheets = names.len().max(1);
        let mut empty = ZipArchive::new(Cursor::new(without_cells(names).ok()?)).ok()?;
        let (_, cells, _) = parted(&part(&mut empty, &sheet(1))?)?;
        let mut numbers = cells.split(" s=\"").skip(1).map(|rest| rest.split('"').next()?.parse().ok());
        let mut next = || numbers.next().flatten();
        let formats = Formats { day: next()?, time: next()?, text: next()?, quoted: next()? };
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        // The order stays that of the library: readers tell what a file is by its first parts.
        let first = empty.index_for_name(&sheet(1))?;
        copy(&mut empty, &mut zip, 0..first)?;
        let (columns, part, tail) = (Vec::new(), String::new(), String::new());
        Some(Self { empty, zip, formats, sheets, begun: 0, columns, part, tail })
    }

    /// The next sheet.
    pub(super) fn begin(&mut self, Extent { rows, columns }: Extent) -> Option<()> {
        self.begun = self.begun.checked_add(1).filter(|begun| *begun <= self.sheets)?;
        let name = sheet(self.begun);
        let (head, _, tail) = parted(&part(&mut self.empty, &name)?)?;
        // The library measured its own cells.
        let (before, measured) = head.split_once("<dimension ref=\"")?;
        let (_, after) = measured.split_once('"')?;
        let names = (0..u16::try_from(columns).ok()?).map(column_number_to_name);
        self.columns = names.collect();
        let corner = self.columns.last().map_or("A", String::as_str);
        let area = if rows > 0 { format!("A1:{corner}{rows}") } else { "A1".to_owned() };
        self.part = format!("{before}<dimension ref=\"{area}\"{after}<sheetData>");
        self.tail = tail;
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            // No clock here: the same tables give the same bytes.
            .last_modified_time(zip::DateTime::default());
        self.zip.start_file(name, options).ok()
    }

    /// A row of the sheet, by its number from 0; blank ones are not written.
    pub(super) fn row(&mut self, at: usize, cells: &[Cell]) -> Option<()> {
        if cells.iter().all(|cell| *cell == Cell::Empty) {
            return Some(());
        }
        let row = at.checked_add(1)?;
        write!(self.part, "<row r=\"{row}\">").ok()?;
        for (column, cell) in self.columns.iter().zip(cells) {
            put(&mut self.part, (column, row), cell, &self.formats).ok()?;
        }
        self.part.push_str("</row>");
        if self.part.len() < PART { Some(()) } else { self.flush() }
    }

    /// Ends the sheet.
    pub(super) fn end(&mut self) -> Option<()> {
        self.part.push_str("</sheetData>");
        self.part.push_str(&self.tail);
        self.flush()
    }

    /// The file; sheets that did not come are empty.
    pub(super) fn finish(mut self) -> Option<Vec<u8>> {
        while self.begun < self.sheets {
            self.begin(Extent::default())?;
            self.end()?;
        }
        let last = self.empty.index_for_name(&sheet(self.sheets))?;
        let rest = last.checked_add(1)?..self.empty.len();
        copy(&mut self.empty, &mut self.zip, rest)?;
        Some(self.zip.finish().ok()?.into_inner())
    }

    fn flush(&mut self) -> Option<()> {
        self.zip.write_all(self.part.as_bytes()).ok()?;
        self.part.clear();
        Some(())
    }
}

/// The workbook without cells but for one of each format, in the first sheet: there its numbers are read.
fn without_cells(names: &[(&str, bool)]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // No clock here: the day of writing is the caller's matter.
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let text = || Format::new().set_num_format("@");
    let formats = [
        Format::new().set_num_format("dd/mm/yyyy"),
        Format::new().set_num_format("dd/mm/yyyy hh:mm:ss"),
        text(),
        text().set_quote_prefix(),
    ];
    let mut taken = HashSet::new();
    for (at, (own, hidden)) in names.iter().enumerate() {
        let table = book.add_worksheet();
        table.set_name(name(own, at, &mut taken))?;
        if *hidden && at > 0 {
            table.set_hidden(true);
        }
    }
    let first = if names.is_empty() { book.add_worksheet() } else { book.worksheet_from_index(0)? };
    for (column, format) in (0..).zip(&formats) {
        first.write_blank(0, column, format)?;
    }
    book.save_to_buffer()
}

/// Where the library has a sheet, by its number from 1.
fn sheet(number: usize) -> String {
    format!("xl/worksheets/sheet{number}.xml")
}

fn part(archive: &mut ZipArchive<Cursor<Vec<u8>>>, name: &str) -> Option<String> {
    let mut text = String::new();
    archive.by_name(name).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}

/// A sheet as what stands before its cells, the cells, and what stands behind them.
fn parted(xml: &str) -> Option<(String, String, String)> {
    let (head, rest) = xml.split_once("<sheetData")?;
    let (cells, tail) = match rest.strip_prefix("/>") {
        Some(tail) => ("", tail),
        None => rest.split_once("</sheetData>")?,
    };
    Some((head.to_owned(), cells.to_owned(), tail.to_owned()))
}

fn copy(
    from: &mut ZipArchive<Cursor<Vec<u8>>>,
    to: &mut ZipWriter<Cursor<Vec<u8>>>,
    parts: std::ops::Range<usize>,
) -> Option<()> {
    for at in parts {
        to.raw_copy_file(from.by_index_raw(at).ok()?).ok()?;
    }
    Some(())
}

fn put(xml: &mut String, (column, row): (&str, usize), cell: &Cell, formats: &Formats) -> std::fmt::Result {
    match cell {
        Cell::Empty => Ok(()),
        Cell::Bool(value) => {
            write!(xml, r#"<c r="{column}{row}" t="b"><v>{}</v></c>"#, if *value { 1 } else { 0 })
        }
        Cell::Number(number) if number.is_finite() => {
            write!(xml, r#"<c r="{column}{row}"><v>{number}</v></c>"#)
        }
        Cell::Number(number) => string(xml, (column, row), 0, &number.to_string()),
        // A string, never a formula; with the prefix it stays one when somebody edits the cell.
        Cell::Text(text) => {
            let format = if runs(text) { formats.quoted } else { formats.text };
            string(xml, (column, row), format, text)
        }
        Cell::Date(date) => match excel_day(*date) {
            Some(day) => {
                let format = if date.second == 0 { formats.day } else { formats.time };
                write!(xml, r#"<c r="{column}{row}" s="{format}"><v>{}</v></c>"#, day.to_excel())
            }
            // Before 1900: spreadsheets have no such day.
            None => string(xml, (column, row), 0, &cell.shown()),
        },
    }
}

fn string(xml: &mut String, (column, row): (&str, usize), format: u32, text: &str) -> std::fmt::Result {
    write!(xml, r#"<c r="{column}{row}" s="{format}" t="inlineStr"><is><t xml:space="preserve">"#)?;
    escaped(xml, text)?;
    xml.push_str("</t></is></c>");
    Ok(())
}

/// A text between tags. What XML cannot hold is `_xHHHH_` in spreadsheets, and so is a text that looks like it
/// (ECMA-376 part 1 §22.9.2.19).
fn escaped(xml: &mut String, text: &str) -> std::fmt::Result {
    for (at, letter) in text.char_indices() {
        match letter {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '\t' | '\n' => xml.push(letter),
            '\0'..'\u{20}' | '\u{FFFE}' | '\u{FFFF}' => write!(xml, "_x{:04X}_", u32::from(letter))?,
            '_' if text.get(at..).is_some_and(looks_escaped) => xml.push_str("_x005F_"),
            _ => xml.push(letter),
        }
    }
    Ok(())
}

fn looks_escaped(text: &str) -> bool {
    let digits = text.strip_prefix("_x").and_then(|rest| rest.split_once('_'));
    digits
        .is_some_and(|(digits, _)| digits.len() == 4 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
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
