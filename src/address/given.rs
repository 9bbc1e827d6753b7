//! Options of this room as they were handed over, and lists.

use serde::Deserialize;
use serde::ser::{Serialize, SerializeSeq, Serializer};

use super::answer::Direction;
use super::convert::{ConvertedAddress, convert_value};
use super::search::{Found, search};
use super::units::Units;
use crate::json::{Value, typed};
use crate::{Date, Error};

/// Into which units to convert: the option `to`.
///
/// # Errors
/// `options.to`
pub fn direction_given(options: &Value) -> Result<Direction, Error> {
    match options.get("to").map(Value::as_str) {
        None | Some(Some("present")) => Ok(Direction::ToPresent),
        Some(Some("before2025")) => Ok(Direction::ToOld),
        Some(_) => Err(Error::new("options.to", "`present` or `before2025`")),
    }
}

/// How `searchUnits` searches.
#[derive(Deserialize)]
struct HowToSearch {
    #[serde(default)]
    limit: Option<f64>,
    #[serde(default)]
    province: Option<String>,
}

/// [`search`] with the options that came along.
///
/// # Errors
/// `input.type`, `limit.input`
pub fn search_given(units: &Units, text: &str, on: Date, options: Value) -> Result<Vec<Found>, Error> {
    let HowToSearch { limit, province } = typed(options, "options")?;
    let limit = limit.unwrap_or(10.0).clamp(0.0, 200.0);
    let limit = (0..200_usize).take_while(|n| f64::from(u32::try_from(*n).unwrap_or(0)) < limit).count();
    search(units, text, limit, province.as_deref(), on)
}

/// A list of texts and objects, converted; serialised, each is shorter than alone, and of one that is too long only
/// `{ error }` is said.
pub struct ConvertedList(Vec<Result<ConvertedAddress, Error>>);

impl ConvertedList {
    /// All of them.
    pub fn of(units: &Units, list: &[Value], on: Date, direction: Direction) -> Self {
        Self(list.iter().map(|row| convert_value(units, row, on, direction)).collect())
    }
}

impl Serialize for ConvertedList {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Refused {
            error: &'static str,
        }
        let mut rows = serializer.serialize_seq(Some(self.0.len()))?;
        for row in &self.0 {
            match row {
                Ok(converted) => rows.serialize_element(&converted.row())?,
                Err(error) => rows.serialize_element(&Refused { error: error.code })?,
            }
        }
        rows.end()
    }
}
