use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, MapAccess, Visitor},
    ser::SerializeStruct,
};

use crate::Date;

/// One cell of a table, as the spreadsheet holds it.
///
/// In JSON: `null`, a boolean, a number, a text, or `{ "date": "2002-05-15" }` (with `T08:30:00` behind it
/// when the cell has a time). `Debug` names the kind and shows no value.
#[derive(Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing in it.
    #[default]
    Empty,
    /// True or false.
    Bool(bool),
    /// A number; spreadsheets have no other than 64-bit floating point.
    Number(f64),
    /// A text.
    Text(String),
    /// A number that the sheet shows as a day.
    Date(DateTime),
}

/// A day of a sheet, with the time of the day.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct DateTime {
    /// The day.
    pub day: Date,
    /// Seconds since midnight, 0–86,399.
    pub second: u32,
}

impl Cell {
    /// A text, or nothing.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A day without a time.
    pub fn day(day: Date) -> Self {
        Self::Date(DateTime { day, second: 0 })
    }

    /// What somebody sees in the cell, a number in full and a day as `dd/mm/yyyy`.
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Bool(true) => Cow::Borrowed("TRUE"),
            Self::Bool(false) => Cow::Borrowed("FALSE"),
            // `Display` of f64 writes no exponent and only the digits that it takes to come back.
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Date(date) => Cow::Owned(slashed(date.day)),
        }
    }

    /// Nothing, or a text without a visible letter.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.chars().all(|letter| letter.is_whitespace() || letter.is_control()),
            _ => false,
        }
    }

    /// The number as whole digits: not negative, no fraction, below 10^15, up to which every whole number is
    /// exact (IEEE 754: 53 bits).
    pub(super) fn whole(&self) -> Option<u64> {
        let Self::Number(number) = self else { return None };
        let whole = number.is_finite() && number.fract() == 0.0 && (0.0..1e15).contains(number);
        if whole { number.to_string().parse().ok() } else { None }
    }
}

/// `dd/mm/yyyy`, as forms and cards print a day.
pub(super) fn slashed(day: Date) -> String {
    format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year())
}

impl fmt::Debug for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "Empty",
            Self::Bool(_) => "Bool(…)",
            Self::Number(_) => "Number(…)",
            Self::Text(_) => "Text(…)",
            Self::Date(_) => "Date(…)",
        })
    }
}

impl fmt::Debug for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DateTime(…)")
    }
}

impl fmt::Display for DateTime {
    /// ISO 8601, the time only when there is one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.day)?;
        if self.second == 0 {
            return Ok(());
        }
        let part = |divisor: u32, modulus: u32| {
            self.second.checked_div(divisor).and_then(|part| part.checked_rem(modulus)).unwrap_or(0)
        };
        write!(f, "T{:02}:{:02}:{:02}", part(3600, 24), part(60, 60), part(1, 60))
    }
}

impl DateTime {
    /// ISO 8601: `2002-05-15` or `2002-05-15T08:30:00`; fractions of a second and zones are cut.
    pub fn from_iso(text: &str) -> Option<Self> {
        let (day, time) = text.split_once('T').map_or((text, None), |(day, time)| (day, Some(time)));
        let day = Date::from_iso(day)?;
        let Some(time) = time else { return Some(Self { day, second: 0 }) };
        let mut parts = time.get(..8)?.split(':').map(|part| part.parse::<u32>().ok());
        let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
        let fits = hour < 24 && minute < 60 && second < 60;
        let second = hour.checked_mul(3600)?.checked_add(minute.checked_mul(60)?)?.checked_add(second)?;
        fits.then_some(Self { day, second })
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(value) => serializer.serialize_f64(*value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::Date(value) => {
                let mut object = serializer.serialize_struct("Date", 1)?;
                object.serialize_field("date", &value.to_string())?;
                object.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OfCell)
    }
}

/// By hand: serde's way of trying one kind after the other copies each text several times.
struct OfCell;

impl<'de> Visitor<'de> for OfCell {
    type Value = Cell;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("null, a boolean, a number, a text, or a date")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Cell, E> {
        Ok(Cell::Empty)
    }

    fn visit_none<E: de::Error>(self) -> Result<Cell, E> {
        Ok(Cell::Empty)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Cell, E> {
        Ok(Cell::Bool(value))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Cell, E> {
        Ok(Cell::Number(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Cell, E> {
        whole_number(&value)
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Cell, E> {
        whole_number(&value)
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Cell, E> {
        Ok(Cell::text(value))
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<Cell, E> {
        Ok(Cell::text(value))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Cell, A::Error> {
        let wrong = || de::Error::custom("a date is { date }, YYYY-MM-DD, or with Thh:mm:ss");
        let (name, date) = map.next_entry::<String, String>()?.ok_or_else(wrong)?;
        if name != "date" || map.next_key::<String>()?.is_some() {
            return Err(wrong());
        }
        DateTime::from_iso(&date).map(Cell::Date).ok_or_else(wrong)
    }
}

/// The nearest number that a spreadsheet has: rounding it is what a spreadsheet does.
fn whole_number<E: de::Error>(value: &impl ToString) -> Result<Cell, E> {
    value.to_string().parse().map(Cell::Number).map_err(de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_shown_as_somebody_sees_them() {
        assert_eq!(Cell::Number(36_099_012_345.0).shown(), "36099012345");
        assert_eq!(Cell::Number(1.5).shown(), "1.5");
        assert_eq!(Cell::Number(1e21).shown(), "1000000000000000000000");
        assert_eq!(Cell::day(Date::new(2002, 5, 15).unwrap()).shown(), "15/05/2002");
        assert_eq!(format!("{:?}", Cell::text("Nguyễn Văn Mẫu")), "Text(…)");
        assert!(Cell::Text(" \u{a0}".into()).is_blank() && !Cell::Number(0.0).is_blank());
    }

    #[test]
    fn only_exact_whole_numbers_have_digits() {
        assert_eq!(Cell::Number(99_999_999_999.0).whole(), Some(99_999_999_999));
        for number in [-1.0, 0.5, 1e15, f64::NAN, f64::INFINITY] {
            assert_eq!(Cell::Number(number).whole(), None);
        }
    }

    #[test]
    fn a_time_goes_there_and_back() {
        let time = DateTime::from_iso("2002-05-15T23:59:08").unwrap();
        assert_eq!((time.second, time.to_string().as_str()), (86_348, "2002-05-15T23:59:08"));
        assert_eq!(DateTime::from_iso("2002-05-15").unwrap().to_string(), "2002-05-15");
        for text in ["2002-02-30", "2002-05-15T24:00:00", "2002-05-15T08:30", "2002-05-15Tabcdefgh"] {
            assert_eq!(DateTime::from_iso(text), None);
        }
    }
}
