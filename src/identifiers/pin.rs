use super::all_digits;

/// 12 digits. What the digits say is `pin::check`'s matter.
pub fn is_pin(text: &str) -> bool {
    text.len() == 12 && all_digits(text)
}

/// `male` or `female`, by the fourth digit (NĐ 137/2015/NĐ-CP; of numbers given before it changed, so a reminder only).
pub fn pin_sex(text: &str) -> Option<&'static str> {
    let century = century_digit(text)?;
    Some(if century.is_multiple_of(2) { "male" } else { "female" })
}

/// The year of birth: the century by the fourth digit (0, 1: the 20th … 8, 9: the 24th), then two digits.
pub fn pin_birth_year(text: &str) -> Option<u16> {
    let century = u16::from(century_digit(text)?).checked_div(2)?;
    let year: u16 = text.get(4..6)?.parse().ok()?;
    century.checked_mul(100)?.checked_add(1900)?.checked_add(year)
}

fn century_digit(text: &str) -> Option<u8> {
    is_pin(text).then(|| text.get(3..4)?.parse().ok()).flatten()
}
