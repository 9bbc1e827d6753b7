use crate::{Date, date::PartialDate, pin::Pin};

/// A birth `YYMMDD`, with fillers for what is not known (ICAO Doc 9303-3 §4.8).
///
/// The zone has no century: the PIN's year decides when its last two digits are the same; else it is the
/// latest year that is not after `on`.
pub(super) fn birth(text: &str, pin: Option<Pin>, on: Date) -> Option<PartialDate> {
    let (year, rest) = text.split_at_checked(2)?;
    let short: u16 = digits(year)?;
    let latest = (on.year().checked_sub(99)?..=on.year()).rev().find(|year| year.rem_euclid(100) == short)?;
    let by_pin = pin.map(Pin::birth_year).filter(|year| year.rem_euclid(100) == short);
    let build = |year: u16| -> Option<PartialDate> {
        let (month, day) = rest.split_at_checked(2)?;
        match (digits(month), digits(day)) {
            (Some(month), Some(day)) => {
                Date::new(year, month.try_into().ok()?, day.try_into().ok()?).map(PartialDate::Day)
            }
            (Some(_), None) if day == "<<" => PartialDate::from_iso(&format!("{year:04}-{month}")),
            (None, None) if rest == "<<<<" => Some(PartialDate::Year(year)),
            _ => None,
        }
    };
    let date = build(by_pin.unwrap_or(latest))?;
    let future = by_pin.is_none() && date.earliest().is_some_and(|first| first > on);
    if future { build(latest.checked_sub(100)?) } else { Some(date) }
}

/// An expiry `YYMMDD`: in this century, unless that is more than 50 years ahead.
pub(super) fn expiry(text: &str, on: Date) -> Option<Date> {
    let (year, rest) = text.split_at_checked(2)?;
    let (month, day) = rest.split_at_checked(2)?;
    let (short, month, day) = (digits(year)?, digits(month)?, digits(day)?);
    let in_this_century = 2000_u16.checked_add(short)?;
    let far = in_this_century > on.year().saturating_add(FAR);
    let year = if far { in_this_century.checked_sub(100)? } else { in_this_century };
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?)
}

/// No document is issued for longer.
const FAR: u16 = 50;

fn digits(text: &str) -> Option<u16> {
    crate::date::digits(text, text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn born(text: &str, pin: &str) -> Option<String> {
        birth(text, Pin::parse(pin), Date::new(2026, 11, 22).unwrap()).map(|date| date.to_string())
    }

    #[test]
    fn the_century_of_a_birth_is_that_of_the_pin_or_the_latest_past_one() {
        assert_eq!(born("990101", "").as_deref(), Some("1999-01-01"));
        assert_eq!(born("261122", "").as_deref(), Some("2026-11-22"));
        assert_eq!(born("261123", "").as_deref(), Some("1926-11-23"));
        assert_eq!(born("200101", "001020000001").as_deref(), Some("1920-01-01"));
        assert_eq!(born("200101", "001220000001").as_deref(), Some("2020-01-01"));
        assert_eq!(born("210101", "001020000001").as_deref(), Some("2021-01-01"));
        assert_eq!(born("000229", "").as_deref(), Some("2000-02-29"));
    }

    #[test]
    fn unknown_parts_of_a_birth_are_fillers() {
        assert_eq!(born("50<<<<", "").as_deref(), Some("1950"));
        assert_eq!(born("5005<<", "").as_deref(), Some("1950-05"));
        for text in ["50<<05", "500000", "501301", "<<<<<<", "5O0101", "99010"] {
            assert_eq!(born(text, ""), None, "{text}");
        }
    }

    #[test]
    fn an_expiry_is_in_this_century_unless_that_is_far_ahead() {
        let on = Date::new(2026, 11, 22).unwrap();
        assert_eq!(expiry("390101", on), Date::new(2039, 1, 1));
        assert_eq!(expiry("761231", on), Date::new(2076, 12, 31));
        assert_eq!(expiry("991231", on), Date::new(1999, 12, 31));
        assert_eq!(expiry("390230", on), None);
    }
}
