use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use super::border::{options, thrown};
use crate::{
    Error,
    identity::LIMITS,
    text::{self, Charset, ReverseTable},
};

thread_local! {
    /// What `loadCharset` brought: the platform's tables, for as long as this instance lives.
    static TABLES: RefCell<Vec<ReverseTable>> = const { RefCell::new(Vec::new()) };
}

/// Takes over the table of a double-byte encoding; see `ReverseTable::new` for the cells.
#[wasm_bindgen(js_name = loadCharset)]
pub fn load_charset(name: &str, cells: &[u8]) -> Result<(), JsValue> {
    let charset = Charset::named(name);
    let charset =
        charset.ok_or_else(|| thrown(Error::new("text.table", "`big5`, `shift_jis` or `gb18030`")))?;
    let table = ReverseTable::new(charset, cells).map_err(thrown)?;
    TABLES.with_borrow_mut(|tables| {
        tables.retain(|other| other.charset() != charset);
        tables.push(table);
    });
    Ok(())
}

/// Whether this text could be repaired with tables that are not loaded yet.
#[wasm_bindgen(js_name = needsTable)]
pub fn needs_table(value: &str) -> bool {
    TABLES.with_borrow(Vec::is_empty) && text::needs_table(value)
}

/// `repairText`.
#[wasm_bindgen(js_name = repairText)]
pub fn repair_text(value: &str, text: &str) -> Result<String, JsValue> {
    let (_, options) = options(text)?;
    LIMITS.check_input(value.len()).map_err(thrown)?;
    Ok(with_tables(|tables| text::repair_with(value, tables)).to_json(options.locale).to_string())
}

/// `decodeText`; the glue has a function of that name already.
#[wasm_bindgen(js_name = decodeBytes)]
pub fn decode_text(bytes: &[u8], text: &str) -> Result<String, JsValue> {
    let (_, options) = options(text)?;
    LIMITS.check_input(bytes.len()).map_err(thrown)?;
    Ok(with_tables(|tables| text::decode_with(bytes, tables)).to_json(options.locale).to_string())
}

/// Works with the tables that are loaded.
pub(super) fn with_tables<T>(work: impl FnOnce(&[ReverseTable]) -> T) -> T {
    TABLES.with_borrow(|tables| work(tables))
}
