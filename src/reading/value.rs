use super::{Field, checks::FIRST_YEAR, findings, path};
use crate::date::{Date, PartialDate};
use crate::finding::Finding;
use crate::pin::{self, Pin, Sex};
use crate::text;

/// The value as the contract writes it, or what is wrong with it.
pub(crate) fn well_formed(field: Field, value: &str) -> Result<String, Box<Finding>> {
    match field {
        Field::Pin | Field::CancelledPin => {
            let digits = pin::squeeze(value);
            match Pin::parse(&digits) {
                Some(_) => Ok(digits),
                None => Err(Box::new(pin::why_not(&digits, &path(field)))),
            }
        }
        Field::OldId => {
            let digits = pin::squeeze(value);
            if is_nothing(value) {
                return Ok(String::new());
            }
            match (
                digits.bytes().all(|byte| byte.is_ascii_digit()),
                digits.contains(|c: char| c.is_ascii_digit()),
            ) {
                (true, _) => Ok(digits),
                // Letters stood in the numbers of some papers: doubtful, and kept.
                (false, true) => Ok(value.to_owned()),
                (false, false) => Err(Box::new(Finding::new(findings::OLD_ID_DOUBTFUL, path(field)))),
            }
        }
        Field::BirthDate => birth_date(value)
            .map(|date| date.to_string())
            .ok_or_else(|| Box::new(Finding::new(findings::NOT_A_DATE, path(field)))),
        Field::ExpiryDate if is_without_end(value) => Ok("none".to_owned()),
        Field::IssueDate | Field::ExpiryDate => day_of_document(value)
            .map(|date| date.to_string())
            .ok_or_else(|| Box::new(Finding::new(findings::NOT_A_DATE, path(field)))),
        Field::Sex => Sex::from_word(value)
            .map(|sex| sex.name().to_owned())
            .ok_or_else(|| Box::new(Finding::new(findings::SEX_UNKNOWN, path(field)))),
        _ => Ok(value.to_owned()),
    }
}

/// What people and programs write where there is no value.
const NOTHING: [&str; 11] =
    ["-", "--", "—", "không có", "không", "chưa có", "null", "none", "n/a", "na", "undefined"];

/// Whether a value is a word for none: `-`, `Không có`, `null`.
pub(crate) fn is_nothing(value: &str) -> bool {
    let key = text::key(value);
    let plain = text::ascii(&key);
    key.is_empty() || NOTHING.iter().any(|word| *word == key || text::ascii(word) == plain)
}

/// `none`, Không thời hạn, Vô thời hạn, with or without accents.
pub(crate) fn is_without_end(value: &str) -> bool {
    matches!(
        text::ascii(&text::key(value)).as_str(),
        "none" | "khong thoi han" | "vo thoi han" | "khong xac dinh thoi han"
    )
}

/// A birth as any source writes it; `None` when it is none, or before [`FIRST_YEAR`].
///
/// A day: ISO 8601, `15/05/2002`, `5.1.2002`, `15052002`, `20020515` (health registers). What is known of it, which may
/// be little for older people: `2002`, `05/2002`, `052002`, and with zeros for the rest `00/05/2002`, `00/00/2002`,
/// `00052002`, `00002002`.
pub(crate) fn birth_date(value: &str) -> Option<PartialDate> {
    let parts: Vec<&str> = value.split(['/', '-', '.']).map(str::trim).collect();
    let zero = |part: &str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|byte| byte == b'0');
    let known: &[&str] = match parts.as_slice() {
        [day, month, rest @ ..] if zero(day) && zero(month) => rest,
        [day, rest @ ..] if zero(day) => rest,
        all => all,
    };
    let digits = value.bytes().all(|byte| byte.is_ascii_digit());
    let of_month = |month: &str, year: &str| PartialDate::from_iso(&format!("{year}-{month:0>2}"));
    let part = match (known, value.len()) {
        ([year], _) if parts.len() > 1 => PartialDate::from_iso(year),
        ([month, year], _) if year.len() == 4 => of_month(month, year),
        (_, 6) if digits => value.split_at_checked(2).and_then(|(month, year)| of_month(month, year)),
        (_, 8) if digits && value.starts_with("00") => match value.split_at_checked(2) {
            Some((_, rest)) if rest.starts_with("00") => rest.get(2..).and_then(PartialDate::from_iso),
            Some((_, rest)) => rest.split_at_checked(2).and_then(|(month, year)| of_month(month, year)),
            None => None,
        },
        _ => PartialDate::from_iso(value),
    };
    let day = || day_of_document(value).map(PartialDate::Day);
    part.filter(|date| date.year() >= FIRST_YEAR).or_else(day)
}

/// A day: ISO 8601, or as people write it: `15/05/2002`, `15-5-2002`, `15.5.2002`, `15052002`; `20020515` where the
/// other way round is before [`FIRST_YEAR`]. `None` when there is no such day, or before that year.
pub(crate) fn day_of_document(value: &str) -> Option<Date> {
    let slashed = || {
        let parts: Vec<&str> = value.split(['/', '-', '.']).map(str::trim).collect();
        match parts.as_slice() {
            [day, month, year] => Date::from_slashed(&format!("{day:0>2}/{month:0>2}/{year}")),
            _ => None,
        }
    };
    let written_back = || {
        let (year, rest) = value.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        Date::from_iso(&format!("{year}-{month}-{day}"))
    };
    let of_now = |date: &Date| date.year() >= FIRST_YEAR;
    Date::from_iso(value)
        .or_else(slashed)
        .filter(of_now)
        .or_else(|| Date::from_ddmmyyyy(value).filter(of_now))
        .or_else(|| written_back().filter(of_now))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_of_a_birth_is_read_in_one_way() {
        for (text, iso) in [
            ("15052002", "2002-05-15"),
            ("15/05/2002", "2002-05-15"),
            ("1/5/1950", "1950-05-01"),
            ("2002-05-15", "2002-05-15"),
            ("20060828", "2006-08-28"),
            ("051999", "1999-05"),
            ("00051999", "1999-05"),
            ("05/1950", "1950-05"),
            ("00/05/1950", "1950-05"),
            ("00/00/1950", "1950"),
            ("00001950", "1950"),
            ("1950", "1950"),
            ("1950-05", "1950-05"),
        ] {
            assert_eq!(birth_date(text).map(|date| date.to_string()).as_deref(), Some(iso), "{text}");
        }
        for text in [
            "",
            "31022002",
            "15/05/0202",
            "01010001",
            "01/01/0001",
            "0828",
            "131999",
            "00/13/1950",
            "1950-05-",
            "/1950",
        ] {
            assert_eq!(birth_date(text), None, "{text}");
        }
    }
}
