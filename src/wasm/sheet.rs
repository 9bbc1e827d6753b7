//! `readSheet`, `writeSheet`, and the same with packed tables, which pass to a list and to another thread at once.

use js_sys::Uint32Array;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use wasm_bindgen::prelude::*;

use super::border::{named_locale, read_bytes, respond, thrown};
use crate::sheet::{self, Output, Sheet, Workbook};
use crate::{Error, Locale, people};

/// `readSheet`; `fill`: the value of merged cells in each of their rows.
#[wasm_bindgen(js_name = readSheet)]
pub fn read_sheet(file: &[u8], fill: bool) -> Result<JsValue, JsValue> {
    let mut book = sheet::read(file).map_err(thrown)?;
    if fill {
        for own in &mut book.sheets {
            own.rows = own.filled();
        }
    }
    respond(&book, Locale::Vi)
}

/// `writeSheet`
#[wasm_bindgen(js_name = writeSheet)]
pub fn write_sheet(sheets: JsValue, format: &str) -> Result<Vec<u8>, JsValue> {
    let sheets: Vec<Sheet> = read_bytes(sheets, "sheets")?;
    sheet::write(&sheets, output(format)?).map_err(thrown)
}

/// A workbook with the tables packed.
#[wasm_bindgen(js_name = readTables)]
pub fn read_tables(file: &[u8]) -> Result<JsValue, JsValue> {
    let mut book = sheet::read(file).map_err(thrown)?;
    let sheets = std::mem::take(&mut book.sheets);
    let sheets: Result<Vec<PackedSheet>, Error> = sheets.iter().map(PackedSheet::of).collect();
    let sheets = sheets.map_err(thrown)?;
    respond(&PackedBook { described: Described::of(&book), sheets }, Locale::Vi)
}

/// Writes packed tables: `{ name, bytes }`.
#[wasm_bindgen(js_name = writeTables)]
pub fn write_tables(tables: JsValue, format: &str) -> Result<Vec<u8>, JsValue> {
    let tables: Vec<Table> = read_bytes(tables, "tables")?;
    let unpacked = tables
        .into_iter()
        .map(|table| Ok(Sheet { name: table.name, rows: people::unpack(&table.bytes)?, ..Sheet::default() }));
    let sheets: Result<Vec<Sheet>, Error> = unpacked.collect();
    sheet::write(&sheets.map_err(thrown)?, output(format)?).map_err(thrown)
}

/// What to say about an error of this module; nothing of other codes.
#[wasm_bindgen(js_name = explainError)]
pub fn explain_error(code: &str, locale: &str) -> Result<Option<String>, JsValue> {
    let locale = named_locale(locale).map_err(thrown)?;
    let words = sheet::words(code);
    Ok(words.map(|(vi, en)| if locale == Locale::En { en } else { vi }.to_owned()))
}

/// A table that comes back.
#[derive(Deserialize)]
struct Table {
    name: String,
    bytes: ByteBuf,
}

/// A workbook without its tables.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Described {
    format: sheet::Format,
    date1904: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    separator: Option<char>,
    doubtful: usize,
}

impl Described {
    fn of(book: &Workbook) -> Self {
        Self {
            format: book.format,
            date1904: book.date1904,
            encoding: book.encoding,
            separator: book.separator,
            doubtful: book.doubtful,
        }
    }
}

#[derive(Serialize)]
struct PackedBook<'a> {
    #[serde(flatten)]
    described: Described,
    sheets: Vec<PackedSheet<'a>>,
}

/// A sheet whose cells are bytes that another thread can take over.
#[derive(Serialize)]
struct PackedSheet<'a> {
    name: &'a str,
    hidden: bool,
    rows: usize,
    columns: usize,
    preview: Vec<Vec<String>>,
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
    /// Row and column of each cell that repeats a merged one.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    repeated: Uint32Array,
}

impl<'a> PackedSheet<'a> {
    fn of(own: &'a Sheet) -> Result<Self, Error> {
        let rows = own.filled();
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let repeated: Vec<u32> =
            own.repeated().flat_map(|(row, column, _)| [place(row), place(column)]).collect();
        Ok(Self {
            name: &own.name,
            hidden: own.hidden,
            rows: rows.len(),
            columns: rows.iter().map(Vec::len).max().unwrap_or(0),
            preview: rows.iter().take(PREVIEW).map(|row| shown(row)).collect(),
            bytes: people::pack(&rows)?,
            repeated: Uint32Array::from(repeated.as_slice()),
        })
    }
}

fn shown(row: &[people::Cell]) -> Vec<String> {
    let cells = row.iter().take(PREVIEW);
    cells.map(|cell| cell.shown().chars().take(LONGEST_SHOWN).collect()).collect()
}

fn output(format: &str) -> Result<Output, JsValue> {
    match format {
        "xlsx" => Ok(Output::Xlsx),
        "csv" => Ok(Output::Csv),
        _ => Err(thrown(Error::new("sheet.format", "`xlsx` or `csv`"))),
    }
}

/// Rows and columns that a preview has.
const PREVIEW: usize = 12;

/// Characters of a cell of a preview.
const LONGEST_SHOWN: usize = 60;
