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
    if TABLES.with_borrow(Vec::is_empty) && needs_table(text) {
        let tables = Charset::ALL.into_iter().filter_map(table).collect();
        TABLES.with_borrow_mut(|own| *own = tables);
    }
    TABLES.with_borrow(|tables| work(tables))
}

/// The way back of one encoding; nothing when the platform does not know it.
fn table(charset: Charset) -> Option<ReverseTable> {
    let decoder = TextDecoder::new_with_label(charset.name()).ok()?;
    // One text of all pairs, each on a line of its own: a line break is no part of any pair.
    let pairs: Vec<u8> = ReverseTable::pairs().flat_map(|[lead, trail]| [lead, trail, b'\n']).collect();
    let text = decoder.decode_with_u8_array(&pairs).ok()?;
    let cell = |line: &str| {
        let mut letters = line.chars();
        // 0 where the pair is no single character.
        letters.next().filter(|_| letters.next().is_none()).map_or(0, u32::from).to_le_bytes()
    };
    let cells: Vec<u8> = text.split('\n').take(ReverseTable::BYTES / 4).flat_map(cell).collect();
    ReverseTable::new(charset, &cells).ok()
}
