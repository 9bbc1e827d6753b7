//! Instants as RFC 3339 writes them.

use crate::date::Date;

/// A moment, to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant {
    /// Of the day as the text writes it.
    day: Date,
    /// From the start of that day in UTC; may lie outside of it.
    seconds: i32,
}

impl Instant {
    /// An instant as RFC 3339 writes it, or a day: its first moment in Vietnam.
    pub fn from_iso(text: &str) -> Option<Self> {
        let whole = parts(text).and_then(|(day, seconds, offset)| {
            Some(Self { day, seconds: seconds.checked_sub(offset.checked_mul(60)?)? })
        });
        let day = || Some(Self { day: Date::from_iso(text)?, seconds: MIDNIGHT });
        whole.or_else(day)?.within_its_day()
    }

    /// The day in Vietnam (UTC+7) of an instant as RFC 3339 writes it.
    pub fn day_in_vietnam(text: &str) -> Option<Date> {
        day_in_vietnam(text)
    }

    /// The same moment, counted from the start of its own day: so the order of the members is that of time.
    fn within_its_day(self) -> Option<Self> {
        const DAY: i32 = 86_400;
        let day = self.day.plus_days(self.seconds.div_euclid(DAY))?;
        Some(Self { day, seconds: self.seconds.rem_euclid(DAY) })
    }
}

/// Minutes by which Vietnam is ahead of UTC.
const VIETNAM: i32 = 7 * 60;
/// 00:00 in Vietnam, in seconds of the same day in UTC.
const MIDNIGHT: i32 = -7 * 3_600;

/// RFC 3339 §5.6 `date-time`, capital `T` and `Z`.
pub(super) fn is_instant(text: &str) -> bool {
    parts(text).is_some()
}

/// The day, the seconds of the day, and the offset in minutes.
fn parts(text: &str) -> Option<(Date, i32, i32)> {
    let (day, time) = text.split_at_checked(10)?;
    let date = Date::from_iso(day)?;
    let time = time.strip_prefix('T')?;
    let (clock, rest) = time.split_at_checked(8)?;
    let mut numbers = clock.split(':').map(two_digits);
    let (hour, minute, second) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => {
            let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
            fraction.get(digits..).filter(|_| (1..=9).contains(&digits))?
        }
        None => rest,
    };
    let offset = if rest == "Z" {
        0
    } else {
        let (hours, minutes) = rest.get(1..)?.split_once(':')?;
        let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
        let minutes = hours.checked_mul(60)?.checked_add(minutes).filter(|_| hours < 24 && minutes < 60)?;
        match rest.get(..1)? {
            "+" => minutes,
            "-" => minutes.checked_neg()?,
            _ => return None,
        }
    };
    (hour < 24 && minute < 60 && second <= 60)
        .then(|| {
            let minutes = hour.checked_mul(60)?.checked_add(minute)?;
            Some((date, minutes.checked_mul(60)?.checked_add(second)?, offset))
        })
        .flatten()
}

fn two_digits(text: &str) -> Option<i32> {
    (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// The day of an instant in Vietnam (UTC+7).
pub(super) fn day_in_vietnam(instant: &str) -> Option<Date> {
    let (date, seconds, offset) = parts(instant)?;
    let shifted = seconds.checked_add(VIETNAM.checked_sub(offset)?.checked_mul(60)?)?;
    date.plus_days(shifted.div_euclid(86_400))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_rfc_3339_and_know_their_day_in_vietnam() {
        for (text, day) in [
            ("2026-11-21T17:00:00Z", Some("2026-11-22")),
            ("2026-11-21T16:59:59.999Z", Some("2026-11-21")),
            ("2026-11-22T08:30:00+07:00", Some("2026-11-22")),
            ("2026-11-21T23:30:00-10:00", Some("2026-11-22")),
            ("2026-11-22", None),
            ("2026-11-22T08:30:00", None),
            ("2026-11-22T24:30:00Z", None),
            ("2026-11-22T08:30:00+7", None),
            ("2026-11-22t08:30:00Z", None),
        ] {
            assert_eq!(day_in_vietnam(text).map(|day| day.to_string()).as_deref(), day, "{text}");
        }
    }
    #[test]
    fn instants_are_in_the_order_of_time_whatever_their_zone() {
        let at = |text| Instant::from_iso(text).unwrap();
        assert_eq!(at("2026-11-22"), at("2026-11-21T17:00:00Z"));
        assert_eq!(at("2026-11-22T08:30:00+07:00"), at("2026-11-22T01:30:00.5Z"));
        assert!(at("2026-11-22T00:00:00+14:00") < at("2026-11-21T23:00:00Z"));
        assert!(at("2026-11-22T08:30:01+07:00") > at("2026-11-22T08:30:00+07:00"));
        for text in ["", "2026-02-30", "22/11/2026", "2026-11-22T08:30"] {
            assert_eq!(Instant::from_iso(text), None, "{text}");
        }
    }
}
