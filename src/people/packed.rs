//! Tables as bytes: a list of 100,000 rows passes from module to module, and from thread to thread, in one piece.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Cell, DateTime};
use crate::{Date, Error};

/// Rows as bytes, for [`unpack`] of the same version: no format to keep. One row follows the other, so that what is
/// packed in parts is put together by appending.
///
/// # Errors
/// `internal.result`: it holds what cannot be written; no table does.
pub fn pack(rows: &[Vec<Cell>]) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    for row in rows {
        pack_row(row, &mut bytes)?;
    }
    Ok(bytes)
}

/// The same of one row, behind those that are packed already.
///
/// # Errors
/// As [`pack`].
pub fn pack_row(row: &[Cell], bytes: &mut Vec<u8>) -> Result<(), Error> {
    let packed = postcard::to_extend(&Row(row), std::mem::take(bytes));
    *bytes = packed.map_err(|_| Error::new("internal.result", "a table could not be packed"))?;
    Ok(())
}

/// The rows of [`pack`].
///
/// # Errors
/// `input.type` for other bytes.
pub fn unpack(bytes: &[u8]) -> Result<Vec<Vec<Cell>>, Error> {
    unpacked(bytes).collect()
}

/// The rows of [`pack`], one at a time: a table need not stand in memory twice. Of other bytes the last item is an
/// error, `input.type`.
pub fn unpacked(bytes: &[u8]) -> Unpacked<'_> {
    Unpacked { rest: bytes }
}

/// The rows of a packed table.
#[derive(Clone)]
pub struct Unpacked<'a> {
    rest: &'a [u8],
}

impl Iterator for Unpacked<'_> {
    type Item = Result<Vec<Cell>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        match postcard::take_from_bytes::<Vec<Own>>(self.rest) {
            Ok((row, rest)) => {
                self.rest = rest;
                Some(Ok(row.into_iter().map(|Own(cell)| cell).collect()))
            }
            Err(_) => {
                self.rest = &[];
                Some(Err(Error::new("input.type", "these bytes are no table of this version")))
            }
        }
    }
}

impl std::fmt::Debug for Unpacked<'_> {
    /// Without the cells, which are people's data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Unpacked({} bytes)", self.rest.len())
    }
}

/// A cell as it is packed: by its kind, not by what JSON can tell apart.
#[derive(Serialize, Deserialize)]
enum Packed<'a> {
    Empty,
    Bool(bool),
    Number(f64),
    Text(&'a str),
    /// Year, month, day, seconds since midnight.
    Date(u16, u8, u8, u32),
}

struct Row<'a>(&'a [Cell]);
struct Own(Cell);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(Packed::of))
    }
}

impl<'a> Packed<'a> {
    fn of(cell: &'a Cell) -> Self {
        match cell {
            Cell::Empty => Self::Empty,
            Cell::Bool(value) => Self::Bool(*value),
            Cell::Number(value) => Self::Number(*value),
            Cell::Text(value) => Self::Text(value),
            Cell::Date(date) => Self::Date(date.day.year(), date.day.month(), date.day.day(), date.second),
        }
    }
}

impl<'de> Deserialize<'de> for Own {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(match Packed::deserialize(deserializer)? {
            Packed::Empty => Cell::Empty,
            Packed::Bool(value) => Cell::Bool(value),
            Packed::Number(value) => Cell::Number(value),
            Packed::Text(value) => Cell::text(value),
            Packed::Date(year, month, day, second) => {
                let day = Date::new(year, month, day).filter(|_| second < 86_400);
                let day = day.ok_or_else(|| serde::de::Error::custom("a day that exists"))?;
                Cell::Date(DateTime { day, second })
            }
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_comes_back_as_it_was_packed() {
        let day = DateTime::from_iso("2002-05-15T08:30:00").unwrap();
        let rows = vec![
            vec![Cell::text("Nguyễn Văn Mẫu"), Cell::Empty, Cell::Number(36_099_012_345.0)],
            vec![],
            vec![Cell::Bool(true), Cell::Date(day)],
        ];
        let bytes = pack(&rows).unwrap();
        assert_eq!(unpack(&bytes).unwrap(), rows);
        assert_eq!(format!("{:?}", unpacked(&bytes)), format!("Unpacked({} bytes)", bytes.len()));
        assert_eq!(unpack(&pack(&[]).unwrap()).unwrap(), Vec::<Vec<Cell>>::new());
    }

    #[test]
    fn parts_of_a_table_are_put_together() {
        let rows = vec![vec![Cell::text("Mẫu")], vec![], vec![Cell::Bool(false)]];
        let parts = rows.chunks(1).map(|part| pack(part).unwrap());
        assert_eq!(parts.flatten().collect::<Vec<u8>>(), pack(&rows).unwrap());
    }

    #[test]
    fn other_bytes_are_no_table() {
        let bytes = pack(&[vec![Cell::text("Mẫu")]]).unwrap();
        for cut in 1..bytes.len() {
            assert_eq!(unpack(bytes.get(..cut).unwrap()).unwrap_err().code, "input.type");
        }
        assert_eq!(unpack(&[bytes.as_slice(), &[9]].concat()).unwrap_err().code, "input.type");
        assert_eq!(unpacked(&[0xff; 16]).count(), 1);
        assert_eq!(unpack(&[0xff; 16]).unwrap_err().code, "input.type");
    }
}
