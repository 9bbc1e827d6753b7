use super::{all_digits, is_pin};

/// A tax code: ten digits with a check digit, `-001` … `-999` for a branch, or a person's PIN
/// (the PIN is the tax code since 01/07/2025).
pub fn is_tax_code(text: &str) -> bool {
    if is_pin(text) {
        return true;
    }
    let (code, branch) = text.split_once('-').map_or((text, None), |(code, branch)| (code, Some(branch)));
    let branch_fits = branch.is_none_or(|branch| branch.len() == 3 && all_digits(branch) && branch != "000");
    code.len() == 10 && all_digits(code) && branch_fits && check_digit_fits(code)
}

/// Weights 31, 29, 23, 19, 17, 13, 7, 5, 3; the tenth digit is 10 − (sum mod 11), and 10 is impossible.
fn check_digit_fits(code: &str) -> bool {
    const WEIGHTS: [u32; 9] = [31, 29, 23, 19, 17, 13, 7, 5, 3];
    let mut digits = code.chars().filter_map(|digit| digit.to_digit(10));
    // At most 9 × 147: no overflow; saturating keeps the lint's promise.
    let sum = WEIGHTS
        .iter()
        .zip(digits.by_ref())
        .fold(0_u32, |sum, (weight, digit)| sum.saturating_add(weight.saturating_mul(digit)));
    let check = 10_u32.saturating_sub(sum.checked_rem(11).unwrap_or(0));
    check < 10 && digits.next() == Some(check)
}

/// A health-insurance code: two letters, 1–5, two digits, ten digits; or the ten digits of the BHXH code.
pub fn is_bhyt(text: &str) -> bool {
    if text.len() == 10 {
        return all_digits(text);
    }
    let bytes = text.as_bytes();
    let head = bytes.iter().take(2).all(u8::is_ascii_uppercase);
    let third = bytes.get(2).is_some_and(|byte| (b'1'..=b'5').contains(byte));
    bytes.len() == 15 && head && third && bytes.iter().skip(3).all(u8::is_ascii_digit)
}

/// A letter and seven or eight digits.
pub fn is_passport(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next().is_some_and(|byte| byte.is_ascii_uppercase())
        && matches!(text.len(), 8 | 9)
        && bytes.all(|byte| byte.is_ascii_digit())
}

/// 12 digits.
pub fn is_licence(text: &str) -> bool {
    text.len() == 12 && all_digits(text)
}

/// The old identity card's 9 digits, void since 2025.
pub fn is_cmnd(text: &str) -> bool {
    text.len() == 9 && all_digits(text)
}

/// 6 to 19 digits.
pub fn is_bank_account(text: &str) -> bool {
    (6..=19).contains(&text.len()) && all_digits(text)
}

/// A mask: `#` a digit, `@` a capital letter A–Z, anything else itself.
pub fn is_like(text: &str, mask: &str) -> bool {
    let mut characters = text.chars();
    let fits = mask.chars().all(|sign| {
        characters.next().is_some_and(|character| match sign {
            '#' => character.is_ascii_digit(),
            '@' => character.is_ascii_uppercase(),
            other => character == other,
        })
    });
    fits && characters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Published on the companies' own pages: Vinamilk, FPT, Viettel, Vietcombank.
    #[test]
    fn tax_codes_of_known_companies_are_right_and_a_changed_digit_is_not() {
        for code in ["0300588569", "0101248141", "0100109106", "0100112437", "0100109106-011"] {
            assert!(is_tax_code(code), "{code}");
        }
        for code in
            ["0300588568", "0100109160", "0100109106-000", "0100109106-11", "010010910", "01001091066"]
        {
            assert!(!is_tax_code(code), "{code}");
        }
        assert!(is_tax_code("001090000017"));
    }

    #[test]
    fn insurance_codes_have_a_class_of_one_to_five() {
        assert!(is_bhyt("GD4010110123456"));
        assert!(is_bhyt("0110123456"));
        assert!(!is_bhyt("GD6010110123456"));
        assert!(!is_bhyt("gd4010110123456"));
        assert!(!is_bhyt("GD401011012345"));
    }

    #[test]
    fn a_mask_fits_the_whole_text() {
        assert!(is_like("01234.GCS.56789.26", "#####.GCS.#####.##"));
        assert!(!is_like("01234.GCS.56789.2", "#####.GCS.#####.##"));
        assert!(!is_like("01234.GCS.56789.261", "#####.GCS.#####.##"));
        assert!(is_like("B2", "@#"));
    }
}
