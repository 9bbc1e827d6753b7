//! Points in time, as certificates and callers write them.

use std::fmt;

use super::tlv::{Element, Fault, TlvError, tag};
use crate::Date;

/// A second in UTC.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant {
    date: Date,
    /// 0–86399 (a leap second counts as the one before it).
    second: u32,
}

/// When something is judged: an instant, or a day of which any second will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The first second.
    pub from: Instant,
    /// The last second.
    pub to: Instant,
}

/// From when to when something holds, both ends included (RFC 5280 §4.1.2.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Validity {
    /// `notBefore`
    pub from: Instant,
    /// `notAfter`
    pub to: Instant,
}

impl Moment {
    /// The whole day.
    pub fn day(date: Date) -> Self {
        Self { from: Instant { date, second: 0 }, to: Instant { date, second: LAST_SECOND } }
    }

    /// `YYYY-MM-DD`, or `YYYY-MM-DDThh:mm[:ss[.fff]]` with `Z` or `±hh:mm` (ISO 8601). `None` for others:
    /// a time without its zone is no time.
    pub fn from_iso(text: &str) -> Option<Self> {
        if let Some(date) = Date::from_iso(text) {
            return Some(Self::day(date));
        }
        let (date, time) = text.split_once('T')?;
        let date = Date::from_iso(date)?;
        let zone = time.find(['Z', '+', '-'])?;
        let (clock, zone) = time.split_at_checked(zone)?;
        let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
        if fraction.is_empty() || !fraction.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let mut parts = clock.split(':');
        let (hour, minute, second) = (parts.next()?, parts.next()?, parts.next().unwrap_or("00"));
        let instant = match (parts.next(), two(hour)?, two(minute)?, two(second)?) {
            (None, hour, minute, second) => Instant::new(date, hour, minute, second)?,
            _ => return None,
        };
        let offset = match zone.split_at_checked(1)? {
            ("Z", "") => 0,
            (sign, zone) => {
                let (hours, minutes) = zone.split_once(':')?;
                signed_offset(sign, hours, minutes)?
            }
        };
        let instant = instant.minus(offset)?;
        Some(Self { from: instant, to: instant })
    }
}

impl Validity {
    /// The end lies before the moment.
    pub fn is_over(&self, at: Moment) -> bool {
        self.to < at.from
    }

    /// The beginning lies after the moment.
    pub fn is_to_come(&self, at: Moment) -> bool {
        self.from > at.to
    }
}

impl Instant {
    /// `None` unless the second exists (60 becomes 59).
    pub fn new(date: Date, hour: u32, minute: u32, second: u32) -> Option<Self> {
        let exists = hour < 24 && minute < 60 && second <= 60;
        let second =
            hour.checked_mul(3600)?.checked_add(minute.checked_mul(60)?)?.checked_add(second.min(59))?;
        exists.then_some(Self { date, second })
    }

    /// UTCTime (years 1950–2049) or GeneralizedTime, RFC 5280 §4.1.2.5. Read leniently, since certificates
    /// in the field write it so: seconds may be missing, and the zone may be an offset.
    ///
    /// # Errors
    /// [`Fault::BadValue`], or [`Fault::Unexpected`] for another element.
    pub fn from_element(element: &Element<'_>) -> Result<Self, TlvError> {
        let text = std::str::from_utf8(element.content).unwrap_or_default();
        let digits = match element.tag {
            tag::UTC_TIME => {
                let century = if text < "50" { "20" } else { "19" };
                format!("{century}{text}")
            }
            tag::GENERALIZED_TIME => text.to_owned(),
            found => return Err(element.error(Fault::Unexpected { expected: tag::UTC_TIME, found })),
        };
        from_digits(&digits).ok_or_else(|| element.error(Fault::BadValue("time")))
    }

    /// The day in UTC.
    pub fn date(self) -> Date {
        self.date
    }

    fn minus(self, seconds: i32) -> Option<Self> {
        let second = i32::try_from(self.second).ok()?.checked_sub(seconds)?;
        let day = i32::try_from(LAST_SECOND).ok()?.checked_add(1)?;
        let date = self.date.plus_days(second.div_euclid(day))?;
        Some(Self { date, second: u32::try_from(second.rem_euclid(day)).ok()? })
    }
}

impl fmt::Display for Instant {
    /// ISO 8601 in UTC.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minutes = self.second / 60;
        write!(f, "{}T{:02}:{:02}:{:02}Z", self.date, minutes / 60, minutes % 60, self.second % 60)
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

const LAST_SECOND: u32 = 86_399;

/// `YYYYMMDDhhmm[ss[.f…]](Z|±hhmm)`
fn from_digits(text: &str) -> Option<Instant> {
    let zone = text.find(['Z', '+', '-'])?;
    let (digits, zone) = text.split_at_checked(zone)?;
    let (digits, _) = digits.split_once('.').unwrap_or((digits, ""));
    let pair = |at: usize| digits.get(at..at.saturating_add(2)).and_then(two);
    let second = match digits.len() {
        12 => 0,
        14 => pair(12)?,
        _ => return None,
    };
    let year = u16::try_from(pair(0)?.checked_mul(100)?.checked_add(pair(2)?)?).ok()?;
    let date = Date::new(year, u8::try_from(pair(4)?).ok()?, u8::try_from(pair(6)?).ok()?)?;
    let instant = Instant::new(date, pair(8)?, pair(10)?, second)?;
    let offset = match zone.split_at_checked(1)? {
        ("Z", "") => 0,
        (sign, zone) => {
            let (hours, minutes) = zone.split_at_checked(2)?;
            signed_offset(sign, hours, minutes)?
        }
    };
    instant.minus(offset)
}

fn signed_offset(sign: &str, hours: &str, minutes: &str) -> Option<i32> {
    let minutes = two(hours)?.checked_mul(60)?.checked_add(two(minutes).filter(|minutes| *minutes < 60)?)?;
    let seconds = i32::try_from(minutes).ok()?.checked_mul(60)?;
    match sign {
        "+" => Some(seconds),
        "-" => seconds.checked_neg(),
        _ => None,
    }
}

/// Exactly two digits.
fn two(text: &str) -> Option<u32> {
    let right = text.len() == 2 && text.bytes().all(|digit| digit.is_ascii_digit());
    right.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chip::tlv::Rules;

    fn read(tag: u8, text: &str) -> Option<String> {
        let bytes = [&[tag, u8::try_from(text.len()).unwrap()], text.as_bytes()].concat();
        Instant::from_element(&Element::only(&bytes, Rules::Der).unwrap()).ok().map(|i| i.to_string())
    }

    #[test]
    fn years_of_two_digits_turn_over_in_1950() {
        assert_eq!(read(0x17, "491231235959Z").as_deref(), Some("2049-12-31T23:59:59Z"));
        assert_eq!(read(0x17, "500101000000Z").as_deref(), Some("1950-01-01T00:00:00Z"));
        assert_eq!(read(0x18, "20491231235959Z").as_deref(), Some("2049-12-31T23:59:59Z"));
    }

    #[test]
    fn times_of_the_field_are_read_and_impossible_ones_are_not() {
        assert_eq!(read(0x17, "2611220030Z").as_deref(), Some("2026-11-22T00:30:00Z"));
        assert_eq!(read(0x17, "261122003000+0700").as_deref(), Some("2026-11-21T17:30:00Z"));
        assert_eq!(read(0x18, "20261122003000.5Z").as_deref(), Some("2026-11-22T00:30:00Z"));
        for bad in ["261322003000Z", "261122243000Z", "261122003000", "26112200300Z", "", "Z"] {
            assert_eq!(read(0x17, bad), None, "{bad}");
        }
        assert_eq!(read(0x04, "2611220030Z"), None);
    }

    #[test]
    fn a_caller_gives_a_day_or_a_time_with_its_zone() {
        let moment = |text: &str| Moment::from_iso(text).map(|m| (m.from.to_string(), m.to.to_string()));
        let same = |text: &str| Some((text.to_owned(), text.to_owned()));
        assert_eq!(
            moment("2026-11-22"),
            Some(("2026-11-22T00:00:00Z".into(), "2026-11-22T23:59:59Z".into()))
        );
        assert_eq!(moment("2026-11-22T09:00:00.000Z"), same("2026-11-22T09:00:00Z"));
        assert_eq!(moment("2026-11-22T03:00+07:00"), same("2026-11-21T20:00:00Z"));
        for bad in
            ["2026-11-22T09:00:00", "2026-02-30", "2026-11-22T25:00Z", "now", "", "2026-11-22T09:00:00+07"]
        {
            assert_eq!(moment(bad), None, "{bad}");
        }
    }
}
