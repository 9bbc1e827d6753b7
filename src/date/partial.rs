use std::fmt;

use super::day::Date;
use super::digits::digits;

/// A birth as documents know it: older people's papers may hold only the year.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// `YYYY`
    Year(u16),
    /// `YYYY-MM`
    Month(u16, u8),
    /// `YYYY-MM-DD`
    Day(Date),
}

impl PartialDate {
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and nothing else.
    pub fn from_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next(), parts.next());
        if parts.next().is_some() {
            return None;
        }
        match (month, day) {
            (None, _) => digits(year, 4).filter(|year| *year > 0).map(Self::Year),
            (Some(month), None) => {
                let date = Date::from_parts(year, month, "01")?;
                Some(Self::Month(date.year(), date.month()))
            }
            (Some(month), Some(day)) => Date::from_parts(year, month, day).map(Self::Day),
        }
    }

    /// 1–9999.
    pub fn year(self) -> u16 {
        match self {
            Self::Year(year) | Self::Month(year, _) => year,
            Self::Day(date) => date.year(),
        }
    }

    /// The first day it can be.
    pub fn earliest(self) -> Option<Date> {
        match self {
            Self::Year(year) => Date::new(year, 1, 1),
            Self::Month(year, month) => Date::new(year, month, 1),
            Self::Day(date) => Some(date),
        }
    }

    /// The last day it can be.
    pub fn latest(self) -> Option<Date> {
        match self {
            Self::Year(year) => Date::new(year, 12, 31),
            Self::Month(year, month) => (28..=31).rev().find_map(|day| Date::new(year, month, day)),
            Self::Day(date) => Some(date),
        }
    }
}

impl fmt::Display for PartialDate {
    /// ISO 8601 with reduced precision.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(date) => write!(f, "{date}"),
        }
    }
}

impl fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_ends_on_its_last_day() {
        let february = PartialDate::from_iso("2024-02").unwrap();
        assert_eq!(february.latest().unwrap().to_string(), "2024-02-29");
        assert_eq!(PartialDate::from_iso("9999-12").unwrap().latest().unwrap().to_string(), "9999-12-31");
        assert_eq!(PartialDate::from_iso("1960").unwrap().to_string(), "1960");
        assert_eq!(PartialDate::from_iso("1960-"), None);
    }
}
