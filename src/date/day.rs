use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use super::digits::digits;

/// A day that exists in the Gregorian calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// `None` unless the day exists.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=9999).contains(&year) && day >= 1 && day <= days_in_month(year, month);
        exists.then_some(Self { year, month, day })
    }

    /// `YYYY-MM-DD` (ISO 8601), nothing else.
    pub fn from_iso(text: &str) -> Option<Self> {
        let [year, month, day] = three_parts(text, '-')?;
        Self::from_parts(year, month, day)
    }

    /// `ddmmyyyy`, as QR codes write it.
    pub fn from_ddmmyyyy(text: &str) -> Option<Self> {
        let (day, rest) = text.split_at_checked(2)?;
        let (month, year) = rest.split_at_checked(2)?;
        Self::from_parts(year, month, day)
    }

    /// `dd/mm/yyyy`, as cards and forms print it.
    pub fn from_slashed(text: &str) -> Option<Self> {
        let [day, month, year] = three_parts(text, '/')?;
        Self::from_parts(year, month, day)
    }

    /// Four, two and two digits, and nothing else.
    pub(super) fn from_parts(year: &str, month: &str, day: &str) -> Option<Self> {
        Self::new(digits(year, 4)?, digits(month, 2)?.try_into().ok()?, digits(day, 2)?.try_into().ok()?)
    }

    /// 1–9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// 1–12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// 1–31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Full years from `self` (a birth) to `on`; negative before it.
    ///
    /// Who was born on 29 February completes a year on 1 March of a common year (Bộ luật Dân sự
    /// 91/2015/QH13, Điều 148: a period ends with the end of its last corresponding day).
    pub fn full_years_to(self, on: Self) -> i32 {
        let years = i32::from(on.year).saturating_sub(i32::from(self.year));
        if (on.month, on.day) < (self.month, self.day) { years.saturating_sub(1) } else { years }
    }

    /// Days from `self` to `other`; negative when `other` is earlier.
    pub fn days_to(self, other: Self) -> i32 {
        other.day_number().saturating_sub(self.day_number())
    }

    /// The same day `years` later; 29 February becomes 28 February in a common year.
    pub fn plus_years(self, years: i32) -> Option<Self> {
        let year = u16::try_from(i32::from(self.year).checked_add(years)?).ok()?;
        Self::new(year, self.month, self.day.min(days_in_month(year, self.month)))
    }

    /// `months` later, the day cut to the month's length.
    pub fn plus_months(self, months: i32) -> Option<Self> {
        let total = i32::from(self.year)
            .checked_mul(12)?
            .checked_add(i32::from(self.month).checked_sub(1)?)?
            .checked_add(months)?;
        let year = u16::try_from(total.div_euclid(12)).ok()?;
        let month = u8::try_from(total.rem_euclid(12).checked_add(1)?).ok()?;
        Self::new(year, month, self.day.min(days_in_month(year, month)))
    }

    /// `days` later (or earlier).
    pub fn plus_days(self, days: i32) -> Option<Self> {
        Self::from_day_number(self.day_number().checked_add(days)?)
    }

    /// Days since 0000-03-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    fn day_number(self) -> i32 {
        let (y, m, d) = (i32::from(self.year), i32::from(self.month), i32::from(self.day));
        // Years 1–9999: every product below stays under 4 million.
        #[allow(clippy::arithmetic_side_effects)]
        {
            let y = if m <= 2 { y - 1 } else { y };
            let (era, year_of_era) = (y.div_euclid(400), y.rem_euclid(400));
            let day_of_year = (153 * ((m + 9) % 12) + 2) / 5 + d - 1;
            era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
        }
    }

    fn from_day_number(number: i32) -> Option<Self> {
        if !(0..=3_700_000).contains(&number) {
            return None;
        }
        // Bounded above: nothing below overflows.
        #[allow(clippy::arithmetic_side_effects)]
        let (year, month, day) = {
            let (era, doe) = (number / 146_097, number % 146_097);
            let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
            let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
            let mp = (5 * doy + 2) / 153;
            let month = if mp < 10 { mp + 3 } else { mp - 9 };
            let year = yoe + era * 400 + i32::from(month <= 2);
            (year, month, doy - (153 * mp + 2) / 5 + 1)
        };
        Self::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?)
    }
}

impl fmt::Display for Date {
    /// ISO 8601.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Serialize for Date {
    /// As ISO 8601.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        Self::from_iso(&text).ok_or_else(|| D::Error::custom("no day in ISO 8601"))
    }
}

/// The text between two separators, and nothing beside them.
fn three_parts(text: &str, separator: char) -> Option<[&str; 3]> {
    let mut parts = text.split(separator);
    let three = [parts.next()?, parts.next()?, parts.next()?];
    parts.next().is_none().then_some(three)
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::from_iso(text).unwrap()
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in
            ["2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "0000-01-01", "2024-1-1"]
        {
            assert_eq!(Date::from_iso(text), None, "{text}");
        }
        assert_eq!(Date::from_ddmmyyyy("29022024"), Some(date("2024-02-29")));
        assert_eq!(Date::from_slashed("31/12/1999"), Some(date("1999-12-31")));
        assert_eq!(Date::from_slashed("1/12/1999"), None);
    }

    #[test]
    fn a_year_of_age_is_full_on_the_birthday() {
        let birth = date("2008-11-22");
        assert_eq!(birth.full_years_to(date("2026-11-21")), 17);
        assert_eq!(birth.full_years_to(date("2026-11-22")), 18);
        assert_eq!(date("2008-02-29").full_years_to(date("2026-02-28")), 17);
        assert_eq!(date("2008-02-29").full_years_to(date("2026-03-01")), 18);
    }

    #[test]
    fn days_are_counted_over_leap_years() {
        assert_eq!(date("2024-02-28").days_to(date("2024-03-01")), 2);
        assert_eq!(date("0001-01-01").days_to(date("9999-12-31")), 3_652_058);
        assert_eq!(date("2026-11-22").plus_days(60), Some(date("2027-01-21")));
        assert_eq!(date("2026-08-31").plus_months(6), Some(date("2027-02-28")));
        assert_eq!(date("9999-12-31").plus_days(1), None);
    }

    #[test]
    fn every_day_number_goes_there_and_back() {
        let mut day = date("1890-01-01");
        while day < date("2110-01-01") {
            assert_eq!(Date::from_day_number(day.day_number()), Some(day));
            day = day.plus_days(1).unwrap();
        }
    }
}
