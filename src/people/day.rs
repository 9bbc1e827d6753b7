//! A day as people and spreadsheets write it, before its column says how to read it.

use super::{Cell, cell::slashed, digits};
use crate::{Date, date::PartialDate, text};

/// What a cell says of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// Nothing, or a sign that stands for nothing.
    Nothing,
    /// Only one reading, whatever the column says.
    Plain { date: PartialDate, canonical: bool },
    /// Two numbers and a year: day and month in the order of the column.
    Slashed { first: u8, second: u8, year: Year, canonical: bool },
    /// Digits without separators that lost one: either day may be meant.
    Either([Date; 2]),
    /// Days since 1900 or 1904.
    Serial(u16),
    /// A day of the sheet itself.
    Sheet(Date),
    /// It has the form of a day, and no calendar has it.
    Impossible,
    /// Something else.
    Unknown,
}

/// The year of a day as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    Full(u16),
    /// Two digits.
    Short(u8),
}

/// Reads a cell.
pub(super) fn written(cell: &Cell) -> Written {
    match cell {
        Cell::Empty => Written::Nothing,
        Cell::Bool(_) => Written::Unknown,
        Cell::Date(date) => Written::Sheet(date.day),
        Cell::Number(number) => match cell.whole() {
            Some(whole) => of_digits(&whole.to_string()),
            None => {
                // A serial number with a time of the day.
                let day = number.trunc();
                Cell::Number(day).whole().map_or(Written::Unknown, |day| serial(&day.to_string()))
            }
        },
        Cell::Text(text) => of_text(text),
    }
}

/// Whether a cell may be a day: for columns whose heading says so.
pub(super) fn may_be_day(cell: &Cell) -> bool {
    !matches!(written(cell), Written::Nothing | Written::Unknown)
}

/// Whether a cell shows a full day of a life, without any heading.
pub(super) fn is_certainly_day(cell: &Cell) -> bool {
    let lived = |year: u16| (1900..=2100).contains(&year);
    match written(cell) {
        Written::Plain { date: PartialDate::Day(date), .. } | Written::Sheet(date) => lived(date.year()),
        Written::Slashed { year: Year::Full(year), .. } => lived(year),
        _ => false,
    }
}

fn of_text(text: &str) -> Written {
    let text = text::clean(text);
    if !text.chars().any(char::is_alphanumeric) {
        return Written::Nothing;
    }
    let (bare, words) = without_words(without_time(&text));
    let parts: Vec<&str> =
        bare.split(['/', '.', '-', ' ', ',', '\\']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let canonical = |date: PartialDate| !words && is_canonical(date, &text);
    match parts.as_slice() {
        [one] => match of_digits(one) {
            Written::Plain { date, canonical } => plain(date, canonical && *one == text),
            other => other,
        },
        [month, year] => match (number(month), full_year(year), full_year(month), number(year)) {
            (Some(0), Some(year), ..) => plain(PartialDate::Year(year), false),
            (Some(month), Some(year), ..) => of_month(year, month, canonical),
            (_, _, Some(year), Some(month)) => of_month(year, month, canonical),
            _ if is_unknown(month) => {
                full_year(year).map_or(Written::Unknown, |year| plain(PartialDate::Year(year), false))
            }
            _ => Written::Unknown,
        },
        [a, b, c] => of_three(a, b, c, canonical),
        _ => Written::Unknown,
    }
}

fn of_three(a: &str, b: &str, c: &str, canonical: impl Fn(PartialDate) -> bool) -> Written {
    if let (Some(year), Some(month), Some(day)) = (full_year(a), number(b), number(c)) {
        let date = Date::new(year, month, day).map(PartialDate::Day);
        return date.map_or(Written::Impossible, |date| plain(date, canonical(date)));
    }
    // `15 May 2002`, `May 15, 2002`.
    let named =
        [(a, b), (b, a)].into_iter().find_map(|(month, day)| Some((month_of_name(month)?, number(day)?)));
    if let Some((month, day)) = named {
        let date = full_year(c).and_then(|year| Date::new(year, month, day));
        return date.map_or(Written::Impossible, |date| plain(PartialDate::Day(date), false));
    }
    let year = match (full_year(c), number(c)) {
        (Some(year), _) => Year::Full(year),
        (None, Some(year)) if c.len() == 2 => Year::Short(year),
        _ => return Written::Unknown,
    };
    let gone = |part: &str| is_unknown(part) || number(part) == Some(0);
    match (gone(a), gone(b), year) {
        (true, true, Year::Full(year)) => plain(PartialDate::Year(year), false),
        (true, false, Year::Full(year)) => {
            number(b).map_or(Written::Unknown, |month| of_month(year, month, |_| false))
        }
        (false, false, year) => match (number(a), number(b)) {
            (Some(first), Some(second)) => {
                let full = matches!(year, Year::Full(_)) && a.len() == 2 && b.len() == 2;
                let date = match year {
                    Year::Full(year) => Date::new(year, second, first),
                    Year::Short(_) => None,
                };
                let canonical = full && date.is_none_or(|date| canonical(PartialDate::Day(date)));
                Written::Slashed { first, second, year, canonical }
            }
            _ => Written::Unknown,
        },
        _ => Written::Unknown,
    }
}

/// Digits alone: a year, `ddmmyyyy`, `yyyymmdd`, or a serial number.
fn of_digits(text: &str) -> Written {
    if !digits::are_all(text) {
        return Written::Unknown;
    }
    let cut = |at: usize, to: usize| text.get(at..to).unwrap_or("");
    let day = |day: &str, month: &str, year: &str| {
        Date::new(full_year(year)?, number(month)?, number(day)?).filter(|date| date.year() >= 1900)
    };
    match text.len() {
        4 => match full_year(text) {
            Some(year) if (1800..=2200).contains(&year) => plain(PartialDate::Year(year), true),
            _ => serial(text),
        },
        5 => serial(text),
        // The zero of the day, or of the month, is gone.
        7 => {
            let readings = [day(cut(0, 1), cut(1, 3), cut(3, 7)), day(cut(0, 2), cut(2, 3), cut(3, 7))];
            match readings {
                [Some(a), Some(b)] => Written::Either([a, b]),
                [Some(date), None] | [None, Some(date)] => plain(PartialDate::Day(date), false),
                _ => Written::Impossible,
            }
        }
        8 => {
            let date = day(cut(0, 2), cut(2, 4), cut(4, 8)).or_else(|| day(cut(6, 8), cut(4, 6), cut(0, 4)));
            date.map_or(Written::Impossible, |date| plain(PartialDate::Day(date), false))
        }
        _ => Written::Unknown,
    }
}

/// From 1906 on, so that no year of a life is one.
fn serial(text: &str) -> Written {
    match text.parse() {
        Ok(days @ 2201..=60_000_u16) => Written::Serial(days),
        _ => Written::Unknown,
    }
}

fn plain(date: PartialDate, canonical: bool) -> Written {
    Written::Plain { date, canonical }
}

fn of_month(year: u16, month: u8, canonical: impl Fn(PartialDate) -> bool) -> Written {
    let date = PartialDate::Month(year, month);
    if date.earliest().is_some() { plain(date, canonical(date)) } else { Written::Impossible }
}

/// Whether the text is written as this product writes days: `dd/mm/yyyy`, `mm/yyyy`, or ISO 8601.
fn is_canonical(date: PartialDate, text: &str) -> bool {
    let own = match date {
        PartialDate::Day(date) => slashed(date),
        PartialDate::Month(year, month) => format!("{month:02}/{year:04}"),
        PartialDate::Year(year) => format!("{year:04}"),
    };
    text == own || text == date.to_string()
}

/// One or two digits.
fn number(text: &str) -> Option<u8> {
    (digits::are_all(text) && text.len() <= 2).then(|| text.parse().ok()).flatten()
}

/// Four digits.
fn full_year(text: &str) -> Option<u16> {
    (digits::are_all(text) && text.len() == 4).then(|| text.parse().ok()).flatten().filter(|year| *year > 0)
}

/// `..`, `__`, `??`, `xx`: a part that is not known.
fn is_unknown(part: &str) -> bool {
    part.chars().all(|sign| matches!(sign, '_' | '?' | 'x' | 'X' | '…' | '*'))
}

/// Without `08:30:00` behind it.
fn without_time(text: &str) -> &str {
    let head = text.split_once('T').filter(|(day, _)| Date::from_iso(day).is_some());
    if let Some((day, _)) = head {
        return day;
    }
    match text.split_once(' ') {
        Some((day, time)) if time.contains(':') && !day.contains(':') => day,
        _ => text,
    }
}

/// `ngày 15 tháng 5 năm 2002`, `SN 1985` without their words, and whether there were any.
fn without_words(text: &str) -> (String, bool) {
    if !text.chars().any(char::is_alphabetic) {
        return (text.to_owned(), false);
    }
    let plain = text::ascii(text).to_ascii_lowercase().replace("s.n", "sn").replace(':', " ");
    let words: Vec<&str> = plain
        .split([' ', ','])
        .map(|word| word.trim_matches('.'))
        .filter(|word| !matches!(*word, "" | "ngay" | "thang" | "nam" | "sinh" | "sn"))
        .collect();
    (words.join("/"), true)
}

fn month_of_name(word: &str) -> Option<u8> {
    let names = "jan feb mar apr may jun jul aug sep oct nov dec";
    let head = word.get(..3)?.to_ascii_lowercase();
    let place = names.split(' ').position(|name| name == head)?;
    let long = matches!(word.len(), 3..=9) && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    long.then(|| u8::try_from(place).ok()?.checked_add(1)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Written {
        written(&Cell::text(text))
    }

    fn known(iso: &str, canonical: bool) -> Written {
        plain(PartialDate::from_iso(iso).unwrap(), canonical)
    }

    #[test]
    fn days_are_understood_as_people_write_them() {
        for (text, iso) in [
            ("2002-05-15T00:00:00", "2002-05-15"),
            ("2002/5/15", "2002-05-15"),
            ("15-May-2002", "2002-05-15"),
            ("May 15, 2002", "2002-05-15"),
            ("15052002", "2002-05-15"),
            ("20020515", "2002-05-15"),
            ("00/00/1950", "1950"),
            ("../../1950", "1950"),
            ("??/05/1950", "1950-05"),
            ("0/1950", "1950"),
            ("5/1950", "1950-05"),
            ("SN 1950", "1950"),
            ("sinh năm 1950", "1950"),
            ("1532002", "2002-03-15"),
        ] {
            assert_eq!(of(text), known(iso, false), "{text}");
        }
        for (text, iso) in [("1950", "1950"), ("05/1950", "1950-05"), ("2002-05-15", "2002-05-15")] {
            assert_eq!(of(text), known(iso, true), "{text}");
        }
    }

    #[test]
    fn two_numbers_and_a_year_wait_for_their_column() {
        let slashed = |canonical| Written::Slashed { first: 5, second: 3, year: Year::Full(1999), canonical };
        assert_eq!(of("05/03/1999"), slashed(true));
        for text in ["5/3/1999", "05-03-1999", "5.3.1999", "5/3/1999 00:00:00", "ngày 5 tháng 3 năm 1999"]
        {
            assert_eq!(of(text), slashed(false), "{text}");
        }
        assert_eq!(
            of("05/03/99"),
            Written::Slashed { first: 5, second: 3, year: Year::Short(99), canonical: false }
        );
    }

    #[test]
    fn numbers_are_years_days_or_serial_numbers_by_their_size() {
        let number = |number: f64| written(&Cell::Number(number));
        assert_eq!(number(1985.0), known("1985", true));
        assert_eq!(number(36_526.0), Written::Serial(36_526));
        assert_eq!(number(36_526.75), Written::Serial(36_526));
        assert_eq!(number(5_032_002.0), known("2002-03-05", false));
        let either = [Date::new(2002, 11, 1).unwrap(), Date::new(2002, 1, 11).unwrap()];
        assert_eq!(number(1_112_002.0), Written::Either(either));
        for other in [5.0, -1.0, f64::NAN, 1e300, 123_456.0] {
            assert_eq!(number(other), Written::Unknown);
        }
    }

    #[test]
    fn what_is_no_day_is_told_from_what_is_nothing() {
        assert_eq!(of("-"), Written::Nothing);
        assert_eq!(of("........"), Written::Nothing);
        for text in ["không rõ", "x", "12/34", "1/2/3/4", "0901234567"] {
            assert_eq!(of(text), Written::Unknown, "{text}");
        }
        for text in ["1999-02-30", "13/2002", "99999999"] {
            assert_eq!(of(text), Written::Impossible, "{text}");
        }
    }
}
