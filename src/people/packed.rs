//! Tables as bytes: a list of 100,000 rows passes from module to module, and from thread to thread, in one piece.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Cell, DateTime};
use crate::{Date, Error};

/// Rows as bytes, for [`unpack`] of the same version: no format to keep.
///
/// # Errors
/// `internal.result`: it holds what cannot be written; no table does.
pub fn pack(rows: &[Vec<Cell>]) -> Result<Vec<u8>, Error> {
    postcard::to_allocvec(&Rows(rows))
        .map_err(|_| Error::new("internal.result", "a table could not be packed"))
}

/// The rows of [`pack`].
///
/// # Errors
/// `input.type` for other bytes.
pub fn unpack(bytes: &[u8]) -> Result<Vec<Vec<Cell>>, Error> {
    let wrong = || Error::new("input.type", "these bytes are no table of this version");
    let (rows, rest) = postcard::take_from_bytes::<Vec<Vec<Own>>>(bytes).map_err(|_| wrong())?;
    if !rest.is_empty() {
        return Err(wrong());
    }
    Ok(rows.into_iter().map(|row| row.into_iter().map(|Own(cell)| cell).collect()).collect())
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

struct Rows<'a>(&'a [Vec<Cell>]);
struct Row<'a>(&'a [Cell]);
struct Own(Cell);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|row| Row(row)))
    }
}

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
        assert_eq!(unpack(&pack(&rows).unwrap()).unwrap(), rows);
        assert_eq!(unpack(&pack(&[]).unwrap()).unwrap(), Vec::<Vec<Cell>>::new());
    }

    #[test]
    fn other_bytes_are_no_table() {
        let mut bytes = pack(&[vec![Cell::text("Mẫu")]]).unwrap();
        for cut in 0..bytes.len() {
            assert_eq!(unpack(bytes.get(..cut).unwrap()).unwrap_err().code, "input.type");
        }
        bytes.push(0);
        assert_eq!(unpack(&bytes).unwrap_err().code, "input.type");
        assert_eq!(unpack(&[0xff; 16]).unwrap_err().code, "input.type");
    }
}
