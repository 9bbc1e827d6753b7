//! The single-byte encodings in which somebody else's decoder may have read UTF-8.

mod table;
mod tables;

pub(in crate::text) use table::Table;
pub(in crate::text) use tables::TABLES;
