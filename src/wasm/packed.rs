//! Tables of a list on their way into JavaScript.

use js_sys::Uint8Array;
use serde::Serialize;

use crate::Error;
use crate::people::{self, Cell};

/// A table whose cells are bytes, for the module that writes spreadsheets. They never stand in this module's memory,
/// which does not shrink.
#[derive(Serialize)]
pub(super) struct PackedTable {
    name: String,
    rows: usize,
    preview: Vec<Vec<String>>,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    bytes: Uint8Array,
}

/// Hands out the rows of a table, one after the other.
pub(super) type Each<'a> = &'a dyn Fn(&mut dyn FnMut(&[Cell]));

impl PackedTable {
    /// Goes through the rows twice: they are measured first.
    pub(super) fn of(name: String, rows: Each<'_>) -> Result<Self, Error> {
        let (mut count, mut length, mut preview) = (0_usize, 0_u32, Vec::new());
        let mut part = Vec::new();
        let mut failed = None;
        rows(&mut |row| {
            if count < PREVIEW {
                let shown = |cell: &Cell| cell.shown().chars().take(LONGEST_SHOWN).collect();
                preview.push(row.iter().map(shown).collect());
            }
            count = count.saturating_add(1);
            part.clear();
            failed = people::pack_row(row, &mut part).err().or(failed.take());
            length = length.saturating_add(length_of(&part));
        });
        failed.map_or(Ok(()), Err)?;
        let bytes = Uint8Array::new_with_length(length);
        let mut end = 0_u32;
        let mut put = |part: &mut Vec<u8>| {
            let from = end;
            end = end.saturating_add(length_of(part));
            bytes.subarray(from, end).copy_from(part);
            part.clear();
        };
        part.clear();
        rows(&mut |row| {
            // It was packed before.
            if people::pack_row(row, &mut part).is_ok() && part.len() >= PART {
                put(&mut part);
            }
        });
        put(&mut part);
        Ok(Self { name, rows: count, preview, bytes })
    }
}

/// In 32-bit memory.
fn length_of(part: &[u8]) -> u32 {
    u32::try_from(part.len()).unwrap_or(u32::MAX)
}

/// Rows that a preview has.
const PREVIEW: usize = 50;

/// Bytes of packed rows that are handed over at once.
const PART: usize = 1 << 16;

/// Characters of a cell of a preview.
const LONGEST_SHOWN: usize = 120;
