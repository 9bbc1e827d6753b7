//! Instants as RFC 3339 writes them.

use crate::date::Date;

/// RFC 3339 §5.6 `date-time`, capital `T` and `Z`.
pub(super) fn is_instant(text: &str) -> bool {
    parts(text).is_some()
}

/// The day, the minutes of the day, and the offset in minutes.
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
        .then(|| Some((date, hour.checked_mul(60)?.checked_add(minute)?, offset)))
        .flatten()
}

fn two_digits(text: &str) -> Option<i32> {
    (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// The day of an instant in Vietnam (UTC+7).
pub(super) fn day_in_vietnam(instant: &str) -> Option<Date> {
    let (date, minutes, offset) = parts(instant)?;
    let shifted = minutes.checked_sub(offset)?.checked_add(7 * 60)?;
    date.plus_days(shifted.div_euclid(24 * 60))
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
}
