//! Whether a text can hold UTF-8 that was shown in one of the single-byte encodings at all: cheap, and right for nearly
//! every text that is right.

use std::sync::OnceLock;

use super::single_byte::TABLES;

/// False only when in none of the encodings two letters side by side are the first two bytes of a UTF-8 sequence. Then
/// no way back finds a whole sequence, and without one it brings nothing back and sees no traces.
///
/// Letters of Latin-1 and of Vietnamese are looked up; whatever else there is may be part of a sequence.
pub(super) fn may_hold_sequence(text: &str) -> bool {
    let mut leads = 0;
    text.chars().any(|letter| {
        if letter.is_ascii() {
            leads = 0;
            return false;
        }
        let Some(bytes) = cell(letter).and_then(|cell| BYTES.get_or_init(bytes).get(cell)) else {
            return true;
        };
        let begun = std::mem::replace(&mut leads, bytes.leads);
        begun & bytes.continuations != 0
    })
}

/// How many bytes follow this first byte of a UTF-8 sequence.
pub(super) fn lead(byte: u8) -> Option<(u8, usize)> {
    match byte {
        0xC2..=0xDF => Some((byte, 1)),
        0xE0..=0xEF => Some((byte, 2)),
        0xF0..=0xF4 => Some((byte, 3)),
        _ => None,
    }
}

pub(super) fn is_continuation(byte: &u8) -> bool {
    matches!(byte, 0x80..=0xBF)
}

/// In which of the encodings a letter is shown for such a byte: one bit each.
#[derive(Clone, Copy, Default)]
struct Bytes {
    leads: u64,
    continuations: u64,
}

/// Made when first asked for, in one pass over the tables.
static BYTES: OnceLock<Vec<Bytes>> = OnceLock::new();

fn bytes() -> Vec<Bytes> {
    let mut cells = vec![Bytes::default(); CELLS];
    for (table, bit) in TABLES.iter().zip(std::iter::successors(Some(1_u64), |bit| bit.checked_mul(2))) {
        for (letter, byte) in table.letters() {
            let Some(bytes) = cell(letter).and_then(|cell| cells.get_mut(cell)) else { continue };
            if lead(byte).is_some() {
                bytes.leads |= bit;
            }
            if is_continuation(&byte) {
                bytes.continuations |= bit;
            }
        }
    }
    cells
}

/// U+00C0–U+01BF, then U+1EA0–U+1EFF.
fn cell(letter: char) -> Option<usize> {
    let code = usize::try_from(u32::from(letter)).ok()?;
    match code {
        0xC0..=0x1BF => code.checked_sub(0xC0),
        0x1EA0..=0x1EFF => code.checked_sub(0x1EA0 - 0x100),
        _ => None,
    }
}

const CELLS: usize = 0x160;

// One bit for each encoding.
const _: () = assert!(TABLES.len() <= 64);
