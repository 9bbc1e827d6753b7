//! `readSheet`, and tables that are packed: they are written, and pass to a list and to another thread at once.

use js_sys::{Uint8Array, Uint32Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::border::{named_locale, read_bytes, respond, thrown};
use crate::sheet::{self, Output, Sheet, Workbook, Writer};
use crate::{Error, Locale, people};

/// `readSheet`; `fill`: the value of merged cells in each of their rows.
#[wasm_bindgen(js_name = readSheet)]
pub fn read_sheet(file: &[u8], fill: bool) -> Result<JsValue, JsValue> {
    let mut book = sheet::read(file).map_err(thrown)?;
    if fill {
        for own in &mut book.sheets {
            own.fill();
        }
    }
    respond(&book, Locale::Vi)
}

/// Rows as bytes, for `writeTables`; what is packed in parts is put together by appending.
#[wasm_bindgen(js_name = packRows)]
pub fn pack_rows(rows: JsValue) -> Result<Vec<u8>, JsValue> {
    let rows: Vec<Vec<people::Cell>> = read_bytes(rows, "sheets")?;
    people::pack(&rows).map_err(thrown)
}

/// A workbook with the tables packed.
#[wasm_bindgen(js_name = readTables)]
pub fn read_tables(file: &[u8]) -> Result<JsValue, JsValue> {
    let mut book = sheet::read(file).map_err(thrown)?;
    let sheets = std::mem::take(&mut book.sheets);
    let sheets: Result<Vec<PackedSheet>, Error> = sheets.into_iter().map(PackedSheet::of).collect();
    let sheets = sheets.map_err(thrown)?;
    respond(&PackedBook { described: Described::of(&book), sheets }, Locale::Vi)
}

/// Writes packed tables, each with its name. A table is taken over when it is written, and let go.
#[wasm_bindgen(js_name = writeTables)]
pub fn write_tables(names: Vec<String>, tables: Vec<Uint8Array>, format: &str) -> Result<Vec<u8>, JsValue> {
    let names = names.iter().map(|name| (name.as_str(), false));
    let mut writer = Writer::new(names, output(format)?).map_err(thrown)?;
    for table in tables {
        writer.table(people::unpacked(&table.to_vec())).map_err(thrown)?;
    }
    writer.finish().map_err(thrown)
}

/// What to say about an error of this module; nothing of other codes.
#[wasm_bindgen(js_name = explainError)]
pub fn explain_error(code: &str, locale: &str) -> Result<Option<String>, JsValue> {
    let locale = named_locale(locale).map_err(thrown)?;
    let words = sheet::words(code);
    Ok(words.map(|(vi, en)| if locale == Locale::En { en } else { vi }.to_owned()))
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
struct PackedBook {
    #[serde(flatten)]
    described: Described,
    sheets: Vec<PackedSheet>,
}

/// A sheet whose cells are bytes that another thread can take over.
#[derive(Serialize)]
struct PackedSheet {
    name: String,
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

impl PackedSheet {
    /// The rows are let go as they are packed.
    fn of(mut own: Sheet) -> Result<Self, Error> {
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let repeated: Vec<u32> =
            own.fill().into_iter().flat_map(|(row, column)| [place(row), place(column)]).collect();
        let mut packed = Self {
            name: own.name,
            hidden: own.hidden,
            rows: own.rows.len(),
            columns: own.rows.iter().map(Vec::len).max().unwrap_or(0),
            preview: own.rows.iter().take(PREVIEW).map(|row| shown(row)).collect(),
            bytes: Vec::new(),
            repeated: Uint32Array::from(repeated.as_slice()),
        };
        for row in own.rows {
            people::pack_row(&row, &mut packed.bytes)?;
        }
        Ok(packed)
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
