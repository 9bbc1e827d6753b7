use std::time::{Duration, SystemTime, UNIX_EPOCH};

use cancuoc::Date;

/// Việt Nam is ahead of UTC by seven hours and has no summer time.
const AHEAD: Duration = Duration::from_secs(7 * 3600);

const DAY: u64 = 86_400;

/// Today in Việt Nam, on every machine.
pub(crate) fn today() -> Option<Date> {
    day(since_1970().saturating_add(AHEAD).as_secs())
}

/// The instant as RFC 3339 has it, in UTC, to the millisecond.
pub(crate) fn now() -> String {
    let now = since_1970();
    let second = now.as_secs().checked_rem(DAY).unwrap_or(0);
    let part = |divisor: u64, modulus: u64| {
        second.checked_div(divisor).and_then(|part| part.checked_rem(modulus)).unwrap_or(0)
    };
    let day = day(now.as_secs()).map(|day| day.to_string()).unwrap_or_default();
    let (hour, minute, second, milli) = (part(3600, 24), part(60, 60), part(1, 60), now.subsec_millis());
    format!("{day}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z")
}

fn since_1970() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

fn day(seconds: u64) -> Option<Date> {
    let days = i32::try_from(seconds.checked_div(DAY)?).ok()?;
    Date::new(1970, 1, 1)?.plus_days(days)
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_are_counted_from_1970() {
        let written = |seconds| day(seconds).unwrap().to_string();
        assert_eq!(written(0), "1970-01-01");
        assert_eq!(written(951_782_400), "2000-02-29");
        assert_eq!(written(1_795_305_599), "2026-11-21");
    }
}
