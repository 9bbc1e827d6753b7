use crate::date::Date;

/// A day as civil-status forms write it out: "Ngày hai mươi tám tháng hai năm một nghìn chín trăm chín mươi".
pub fn date_in_words(day: Date) -> String {
    let month = match day.month() {
        4 => "tư".to_owned(),
        other => below_hundred(other),
    };
    format!("Ngày {} tháng {month} năm {}", below_hundred(day.day()), year_in_words(day.year()))
}

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// "hai nghìn không trăm linh năm"; a full hundred ends there ("một nghìn chín trăm"), a full thousand too.
fn year_in_words(year: u16) -> String {
    let part = |divisor: u16, modulus: u16| {
        let value = year.checked_div(divisor).and_then(|value| value.checked_rem(modulus)).unwrap_or(0);
        u8::try_from(value).unwrap_or(0)
    };
    let (thousands, hundreds, rest) = (part(1000, 10), part(100, 10), part(1, 100));
    let mut words = Vec::new();
    if thousands > 0 {
        words.push(format!("{} nghìn", digit(thousands)));
    }
    if hundreds > 0 || (thousands > 0 && rest > 0) {
        words.push(format!("{} trăm", digit(hundreds)));
    }
    match rest {
        0 => {}
        1..=9 if words.is_empty() => words.push(digit(rest).to_owned()),
        1..=9 => words.push(format!("linh {}", digit(rest))),
        _ => words.push(below_hundred(rest)),
    }
    words.join(" ")
}

/// 1–99: mười, mười một, mười lăm, hai mươi, hai mươi mốt, hai mươi lăm.
fn below_hundred(number: u8) -> String {
    let (tens, ones) = (number.checked_div(10).unwrap_or(0), number.checked_rem(10).unwrap_or(0));
    let last = match (tens, ones) {
        (_, 0) => String::new(),
        (2.., 1) => " mốt".to_owned(),
        (1.., 5) => " lăm".to_owned(),
        (2.., 4) => " tư".to_owned(),
        _ => format!(" {}", digit(ones)),
    };
    match tens {
        0 => digit(ones).to_owned(),
        1 => format!("mười{last}"),
        _ => format!("{} mươi{last}", digit(tens)),
    }
}

fn digit(digit: u8) -> &'static str {
    DIGITS.get(usize::from(digit)).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_out_as_clerks_write_them() {
        for (day, words) in [
            ("1990-02-28", "Ngày hai mươi tám tháng hai năm một nghìn chín trăm chín mươi"),
            ("2026-04-15", "Ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi sáu"),
            ("2005-12-31", "Ngày ba mươi mốt tháng mười hai năm hai nghìn không trăm linh năm"),
            ("2000-01-10", "Ngày mười tháng một năm hai nghìn"),
            ("1975-05-01", "Ngày một tháng năm năm một nghìn chín trăm bảy mươi lăm"),
            ("2024-10-24", "Ngày hai mươi tư tháng mười năm hai nghìn không trăm hai mươi tư"),
        ] {
            assert_eq!(date_in_words(Date::from_iso(day).unwrap()), words);
        }
    }
}
