//! `readSheet`, `writeSheet`, and the same with packed tables, which pass to a list and to another thread at once.

use js_sys::{Array, Object, Reflect, Uint8Array, Uint32Array};
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
    let sheets = Array::new();
    for own in std::mem::take(&mut book.sheets) {
        sheets.push(&packed(&own)?);
    }
    let result = respond(&Described::of(&book), Locale::Vi)?;
    Reflect::set(&result, &"sheets".into(), &sheets)?;
    Ok(result)
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

/// `{ name, hidden, rows, columns, preview, bytes, repeated }`
fn packed(own: &Sheet) -> Result<JsValue, JsValue> {
    let rows = own.filled();
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let repeated: Vec<u32> =
        own.repeated().flat_map(|(row, column, _)| [place(row), place(column)]).collect();
    let bytes = people::pack(&rows).map_err(thrown)?;
    let table = Object::new();
    let preview: Vec<Vec<String>> = rows.iter().take(PREVIEW).map(|row| shown(row)).collect();
    for (name, value) in [
        ("name", own.name.as_str().into()),
        ("hidden", own.hidden.into()),
        ("rows", rows.len().into()),
        ("columns", rows.iter().map(Vec::len).max().unwrap_or(0).into()),
        ("preview", respond(&preview, Locale::Vi)?),
        ("bytes", Uint8Array::from(bytes.as_slice()).into()),
        ("repeated", Uint32Array::from(repeated.as_slice()).into()),
    ] {
        Reflect::set(&table, &name.into(), &value)?;
    }
    Ok(table.into())
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
