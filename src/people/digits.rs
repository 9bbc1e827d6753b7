//! Digits as spreadsheets leave them: without their zeros, with an exponent, with letters among them.

use crate::pin::{self, Pin};
use crate::{Date, Options};

/// Whether the text is ASCII digits, at least one.
pub(super) fn are_all(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// How many ASCII digits there are.
pub(super) fn count(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// A number of 10 or 11 digits as one of 12: spreadsheets drop leading zeros, and nothing else.
pub(super) fn with_zeros(number: &str) -> Option<String> {
    let zeros = match number.len() {
        10 => "00",
        11 => "0",
        _ => return None,
    };
    (are_all(number) && !number.starts_with('0')).then(|| [zeros, number].concat())
}

/// Whether the first three digits are the code of a province.
pub(super) fn has_known_place(number: &str) -> bool {
    number.starts_with('0') && Pin::parse(number).is_some() && !place_names(number).is_empty()
}

/// The names of the place of a number, those of before and since 01/07/2025.
pub(super) fn place_names(number: &str) -> Vec<&'static str> {
    let place = Date::new(2026, 1, 1).and_then(|on| pin::check(number, &Options::on(on)).ok()?.place);
    place.map(|place| place.names).unwrap_or_default()
}

/// A number with an exponent: its digits when they are all there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Scientific {
    /// All digits, written out.
    Exact(String),
    /// Digits at the end are gone.
    Rounded,
}

/// `1.09901E+11`, `1,09901234567E+11`; `None` for what is no such number.
pub(super) fn scientific(text: &str) -> Option<Scientific> {
    let (mantissa, exponent) = text.trim().split_once(['e', 'E'])?;
    let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
    let (whole, fraction) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    let is_number = whole.len() == 1 && are_all(whole) && (fraction.is_empty() || are_all(fraction));
    if !is_number || !are_all(exponent) || exponent.len() > 2 {
        return None;
    }
    let exponent: usize = exponent.parse().ok()?;
    // The sheet shows as many digits as fit: where fewer are written than the number has, the rest is unknown.
    if fraction.len() == exponent {
        Some(Scientific::Exact([whole, fraction].concat()))
    } else {
        Some(Scientific::Rounded)
    }
}

/// Full-width and other decimal digits as ASCII, and the letters that people type for 0 and 1.
///
/// The second value tells whether letters were replaced.
pub(super) fn unified(text: &str) -> (String, bool) {
    let mut letters = false;
    let digits = text
        .chars()
        .map(|letter| match letter {
            '０'..='９' => u32::from(letter)
                .checked_sub(u32::from('０'))
                .and_then(|digit| char::from_digit(digit, 10))
                .unwrap_or(letter),
            'O' | 'o' | 'Ο' | 'О' => {
                letters = true;
                '0'
            }
            'I' | 'l' | '|' => {
                letters = true;
                '1'
            }
            other => other,
        })
        .collect();
    (digits, letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_are_put_before_ten_or_eleven_digits_only() {
        assert_eq!(with_zeros("36099012345").as_deref(), Some("036099012345"));
        assert_eq!(with_zeros("1099012345").as_deref(), Some("001099012345"));
        for number in ["036099012345", "03609901234", "360990123", "3609901234x"] {
            assert_eq!(with_zeros(number), None);
        }
        assert!(has_known_place("036099012345") && has_known_place("001099012345"));
        assert!(!has_known_place("003099012345") && !has_known_place("232099000001"));
    }

    #[test]
    fn an_exponent_is_written_out_only_with_all_its_digits() {
        assert_eq!(scientific("3.6099012345E+10"), Some(Scientific::Exact("36099012345".into())));
        assert_eq!(scientific("1,09901234567e11"), Some(Scientific::Exact("109901234567".into())));
        assert_eq!(scientific("1.09901E+11"), Some(Scientific::Rounded));
        assert_eq!(scientific("3.6E+10"), Some(Scientific::Rounded));
        for text in ["036099012345", "E+11", "12E+3", "1.2.3E+4", "1E-5", "Hello"] {
            assert_eq!(scientific(text), None, "{text}");
        }
    }
}
