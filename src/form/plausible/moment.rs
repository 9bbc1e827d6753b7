//! Days, hours and years that cannot be.

use super::findings;
use crate::date::Date;
use crate::finding::Code;
use crate::form::pack::Sense;
use crate::form::rule::Span;

/// No form asks for a day before this one: nobody alive was born then, no paper in use was issued.
const FIRST_YEAR: u16 = 1900;
/// Nothing that a form asks for lies further ahead, in years.
const AHEAD: i32 = 100;

/// A day before 1900, or one that cannot have come yet.
pub(super) fn of_day(day: Span<Date>, sense: Option<Sense>, on: Date) -> Option<&'static Code> {
    if day.high.year() < FIRST_YEAR {
        return Some(findings::BEFORE_1900);
    }
    let far = on.plus_years(AHEAD).is_some_and(|far| far < day.low);
    (far || sense == Some(Sense::Happened) && on < day.low).then_some(findings::IN_THE_FUTURE)
}

/// A year before 1900, or after the next one: a car of the coming year is sold in this one.
pub(super) fn of_year(year: Span<i64>, on: Date) -> Option<&'static Code> {
    let last = i64::from(on.year()).saturating_add(1);
    (year.high < i64::from(FIRST_YEAR) || last < year.low).then_some(findings::NO_SUCH_YEAR)
}

/// `25:70`: two digits for the hour, for the minute and maybe for the second, whatever stands between.
pub(super) fn of_hour(text: &str) -> Option<&'static Code> {
    let mut parts = text.split(|sign: char| !sign.is_ascii_digit()).filter(|part| !part.is_empty());
    let mut below =
        |limit: u32| parts.next().is_none_or(|part| part.parse().is_ok_and(|part: u32| part < limit));
    let fits = below(24) && below(60) && below(60);
    (!fits || text.contains('-')).then_some(findings::NO_SUCH_HOUR)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_shows_0_to_23_and_0_to_59() {
        for (text, wrong) in [
            ("00:00", false),
            ("23:59", false),
            ("24:00", true),
            ("25:70", true),
            ("12:60", true),
            ("08h30", false),
            ("8 giờ 61 phút", true),
            ("99", true),
            ("", false),
        ] {
            assert_eq!(of_hour(text).is_some(), wrong, "{text}");
        }
    }
}
