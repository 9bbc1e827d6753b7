//! The tables of double-byte encodings: big, and on every platform, so its `TextDecoder` makes them when text needs
//! one for the first time.

use std::cell::RefCell;

use web_sys::TextDecoder;

use crate::text::{Charset, ReverseTable, needs_table};

thread_local! {
    static TABLES: RefCell<Vec<ReverseTable>> = const { RefCell::new(Vec::new()) };
}

/// Works with the tables, if this text may need them.
pub(super) fn with<T>(text: &str, work: impl FnOnce(&[ReverseTable]) -> T) -> T {
    // Also when they are there: what a text becomes does not hang on the texts before it.
    if !needs_table(text) {
        return work(&[]);
    }
    if TABLES.with_borrow(Vec::is_empty) {
        let tables = Charset::ALL.into_iter().filter_map(table).collect();
        TABLES.with_borrow_mut(|own| *own = tables);
    }
    TABLES.with_borrow(|tables| work(tables))
}

/// The way back of one encoding; nothing when the platform does not know it.
fn table(charset: Charset) -> Option<ReverseTable> {
    let decoder = TextDecoder::new_with_label(charset.name()).ok()?;
    let text = decoder.decode_with_u8_array(&ReverseTable::probe()).ok()?;
    ReverseTable::of_probe(charset, &text).ok()
}
