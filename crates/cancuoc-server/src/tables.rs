use std::sync::OnceLock;

use cancuoc::text::{Charset, ReverseTable, needs_table};
use encoding_rs::Encoding;

/// The tables of double-byte encodings, if this text may need them; they are made once.
pub(crate) fn tables(text: &str) -> &'static [ReverseTable] {
    static TABLES: OnceLock<Vec<ReverseTable>> = OnceLock::new();
    if !needs_table(text) {
        return &[];
    }
    TABLES.get_or_init(|| Charset::ALL.into_iter().filter_map(table).collect())
}

fn table(charset: Charset) -> Option<ReverseTable> {
    let encoding = Encoding::for_label(charset.name().as_bytes())?;
    let probe = ReverseTable::probe();
    let (text, _) = encoding.decode_without_bom_handling(&probe);
    ReverseTable::of_probe(charset, &text).ok()
}
