//! Decimal text to the nearest double, and a double to ECMAScript's text, both exact for every number.
//!
//! Written small on purpose: the standard library is faster, and with its tables of powers a tenth of what
//! a page loads first. Whole numbers and short decimals, all that forms hold, do not need the big integers.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    reason = "limbs and exponents: every sum fits its type, since a double has 53 bits and 2^±1100, and a \
              decimal is cut to `DIGITS` places"
)]

use std::cmp::Ordering;

use super::big::Big;

/// The double nearest to a decimal number in JSON's grammar (RFC 8259 §6), of two equally near the even
/// one; `None` when it is too big for a double.
pub(super) fn parse(text: &str) -> Option<f64> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (mut first, mut point) = (Digits::default(), written_exponent(exponent));
    let mut behind = false;
    for byte in mantissa.bytes() {
        match byte {
            b'.' => behind = true,
            b'0'..=b'9' => {
                first.push(byte - b'0');
                point -= i32::from(behind);
            }
            _ => {}
        }
    }
    let magnitude = first.scaled(point)?;
    Some(if mantissa.starts_with('-') { -magnitude } else { magnitude })
}

/// The number as ECMA-262's Number::toString writes it, which is what RFC 8785 §3.2.2.3 asks: the fewest
/// digits that read back as the same double, of these the nearest to it, of two equally near the even one.
pub(super) fn write(number: f64, out: &mut String) {
    if number == 0.0 || !number.is_finite() {
        out.push_str(if number == 0.0 { "0" } else { "null" });
        return;
    }
    if number < 0.0 {
        out.push('-');
    }
    let magnitude = number.abs();
    let (digits, point) = if magnitude < EXACT && (magnitude as u64) as f64 == magnitude {
        let digits = decimal(magnitude as u64);
        let point = digits.len() as i32;
        (digits, point)
    } else {
        shortest(magnitude)
    };
    place(&digits, point, out);
}

/// The whole number that a double is, up to 2^53.
pub(super) fn whole(number: f64) -> Option<i64> {
    (number.abs() <= EXACT && (number as i64) as f64 == number).then_some(number as i64)
}

/// The double nearest to a whole number.
pub(super) fn double(number: i64) -> f64 {
    number as f64
}

/// The decimal digits of a whole number.
pub(crate) fn decimal(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from(b'0' + (number % 10) as u8));
        number /= 10;
        if number == 0 {
            return digits.iter().rev().collect();
        }
    }
}

/// Where ECMA-262 puts the decimal point: behind the first `point` (its n) of the digits.
fn place(digits: &str, point: i32, out: &mut String) {
    let zeros = |out: &mut String, count: i32| (0..count).for_each(|_| out.push('0'));
    let whole = usize::try_from(point).unwrap_or(0);
    if (1..=21).contains(&point) {
        let (head, tail) = digits.split_at_checked(whole).unwrap_or((digits, ""));
        out.push_str(head);
        zeros(out, point - digits.len() as i32);
        if !tail.is_empty() {
            out.push('.');
            out.push_str(tail);
        }
    } else if (-5..=0).contains(&point) {
        out.push_str("0.");
        zeros(out, -point);
        out.push_str(digits);
    } else {
        let (first, rest) = digits.split_at_checked(1).unwrap_or((digits, ""));
        out.push_str(first);
        if !rest.is_empty() {
            out.push('.');
            out.push_str(rest);
        }
        out.push_str(if point > 0 { "e+" } else { "e-" });
        out.push_str(&decimal(u64::from((point - 1).unsigned_abs())));
    }
}

/// Whole numbers below it are doubles, and so are their sums by 1.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Digits that can decide between two doubles are 767; whatever follows counts as "a little more".
const DIGITS: usize = 800;

/// `[+-]? [0-9]+`; beyond what any text of [`super::LIMITS`] can outweigh, it stays where it is.
fn written_exponent(text: &str) -> i32 {
    let magnitude = text
        .bytes()
        .filter(u8::is_ascii_digit)
        .fold(0_i32, |sum, byte| if sum < 100_000_000 { sum * 10 + i32::from(byte - b'0') } else { sum });
    if text.starts_with('-') { -magnitude } else { magnitude }
}

/// The significant digits of a decimal, first to last.
#[derive(Default)]
struct Digits {
    digits: Vec<u8>,
    /// Digits behind those.
    dropped: i32,
    /// Whether one of the dropped is not zero.
    more: bool,
}

impl Digits {
    fn push(&mut self, digit: u8) {
        if self.digits.len() < DIGITS {
            if digit > 0 || !self.digits.is_empty() {
                self.digits.push(digit);
            }
        } else {
            self.dropped += 1;
            self.more |= digit > 0;
        }
    }

    /// The double nearest to these digits times ten to the `power`.
    fn scaled(mut self, power: i32) -> Option<f64> {
        let mut power = power + self.dropped;
        if self.more {
            self.digits.push(1);
            power -= 1;
        }
        let first = self.digits.iter().take(16).fold(0, |sum, digit| sum * 10 + u64::from(*digit)) as f64;
        if self.digits.len() < 17 && first < EXACT && power.abs() <= 22 {
            // Both are exact, so that one division or multiplication rounds once.
            let scale = (0..power.abs()).fold(1.0, |scale, _| scale * 10.0);
            return Some(if power < 0 { first / scale } else { first * scale });
        }
        // The greatest double has 309 digits before its point, the smallest 323 zeros behind it.
        let before = power + self.digits.len() as i32;
        if self.digits.is_empty() || before < -330 {
            return Some(0.0);
        }
        if before > 310 {
            return None;
        }
        let mut numerator = Big::default();
        self.digits.iter().for_each(|digit| numerator.times_plus(10, u32::from(*digit)));
        let mut denominator = Big::from(1);
        let scaled = if power < 0 { &mut denominator } else { &mut numerator };
        scaled.times_ten_to(power.unsigned_abs());
        Some(quotient(numerator, denominator)).filter(|double| double.is_finite())
    }
}

/// The double nearest to a fraction above zero.
fn quotient(mut numerator: Big, mut denominator: Big) -> f64 {
    // The fraction is (numerator / denominator) · 2^exponent, with a quotient from 1 to below 2.
    let mut exponent = numerator.bits() as i32 - denominator.bits() as i32;
    numerator.shift((-exponent).max(0) as u32);
    denominator.shift(exponent.max(0) as u32);
    if numerator.cmp(&denominator) == Ordering::Less {
        numerator.shift(1);
        exponent -= 1;
    }
    // Below 2^-1022 a double has fewer bits; at 2^-1075 none, and only the rounding is left.
    let precision = (exponent + 1075).min(53);
    let mut bits = 0;
    for _ in 0..precision {
        bits <<= 1;
        if numerator.cmp(&denominator) != Ordering::Less {
            numerator.minus(&denominator);
            bits |= 1;
        }
        numerator.shift(1);
    }
    let up = match numerator.cmp(&denominator) {
        Ordering::Less => false,
        Ordering::Equal => bits & 1 == 1,
        Ordering::Greater => true,
    };
    // The leading bit of `bits` adds one to the exponent, and so may the rounding.
    let biased = (exponent + 1022).max(0) as u64;
    match precision {
        ..0 => 0.0,
        _ if exponent > 1023 => f64::INFINITY,
        _ => f64::from_bits((biased << 52) + bits + u64::from(up)),
    }
}

/// Digits and ECMA-262's n of a double above zero, by exact arithmetic (Steele and White, "How to Print
/// Floating-Point Numbers Accurately", 1990: the free-format algorithm).
fn shortest(number: f64) -> (String, i32) {
    let bits = number.to_bits();
    let (fraction, biased) = (bits & 0x000F_FFFF_FFFF_FFFF, (bits >> 52) as i32);
    let mantissa = if biased == 0 { fraction } else { fraction | 1 << 52 };
    let exponent = biased.max(1) - 1075;
    let even = mantissa & 1 == 0;
    // number = rest / unit; half the way to its neighbours is below / unit and above / unit.
    let (mut rest, mut unit) = (Big::from(mantissa), Big::from(4));
    let closer = fraction == 0 && biased > 1;
    let (mut below, mut above) = (Big::from(if closer { 1 } else { 2 }), Big::from(2));
    rest.shift(2);
    for big in [&mut rest, &mut below, &mut above] {
        big.shift(exponent.max(0) as u32);
    }
    unit.shift((-exponent).max(0) as u32);
    // Ten to this power is the number, or a tenth of it: 30103 / 100000 is the logarithm of 2.
    let magnitude = exponent + (64 - mantissa.leading_zeros() as i32) - 1;
    let mut point = (magnitude * 30_103).div_euclid(100_000);
    if point > 0 {
        unit.times_ten_to(point.unsigned_abs());
    } else {
        for big in [&mut rest, &mut below, &mut above] {
            big.times_ten_to(point.unsigned_abs());
        }
    }
    // A decimal on the border reads back as the even neighbour.
    let reaches = |sum: Ordering| sum == Ordering::Greater || even && sum == Ordering::Equal;
    while reaches(rest.plus(&above).cmp(&unit)) {
        unit.times_plus(10, 0);
        point += 1;
    }
    let mut digits = String::new();
    loop {
        for big in [&mut rest, &mut below, &mut above] {
            big.times_plus(10, 0);
        }
        let mut digit = b'0';
        while rest.cmp(&unit) != Ordering::Less {
            rest.minus(&unit);
            digit += 1;
        }
        let low = reaches(below.cmp(&rest));
        let high = reaches(rest.plus(&above).cmp(&unit));
        if !low && !high {
            digits.push(char::from(digit));
            continue;
        }
        let up = match rest.plus(&rest).cmp(&unit) {
            _ if !low => true,
            _ if !high => false,
            Ordering::Less => false,
            Ordering::Equal => digit & 1 == 1,
            Ordering::Greater => true,
        };
        digits.push(char::from(digit + u8::from(up)));
        return (digits, point);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(number: f64) -> String {
        let mut out = String::new();
        write(number, &mut out);
        out
    }

    #[test]
    fn borders_between_doubles_are_read_as_the_standard_library_reads_them() {
        let halfway = "9007199254740993";
        let least_normal = "2.2250738585072014e-308";
        let most = "1.7976931348623157e308";
        let half_of_least = "2.4703282292062327208299439e-324";
        for text in [
            halfway,
            least_normal,
            most,
            half_of_least,
            "0",
            "-0",
            "0.0e9",
            "5e-324",
            "3e-324",
            "2e-324",
            "1e23",
            "8.5e22",
            "9007199254740993.00000000000000000000000000000000001",
            "2.2250738585072011e-308",
            "1e-400",
            "0.000000000000000000000000000000000000001e340",
            "1e0000000000000000000000001",
            "0e99999999999999999",
            "2.470328229206232720e-324",
            "1.7976931348623158e308",
            "123456789012345678901234567890e-20",
        ] {
            assert_eq!(parse(text).map(f64::to_bits), text.parse().ok().map(f64::to_bits), "{text}");
        }
        // A little more than half the way, behind the limit of places.
        let tie = format!("9007199254740993.{}1", "0".repeat(2000));
        assert_eq!(parse(&tie), Some(9_007_199_254_740_994.0));
        let long = format!("{}e-5000", "7".repeat(5000));
        assert_eq!(parse(&long), long.parse().ok());
        for text in ["1e309", "1.7976931348623159e308", "1e99999999999999", &"9".repeat(400)] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn powers_of_two_and_of_ten_are_written_shortest() {
        for power in -1074..1024_i32 {
            let number = 2_f64.powi(power);
            assert_eq!(parse(&written(number)), Some(number), "2^{power}");
        }
        for power in -323..309_i32 {
            let text = format!("1e{power}");
            let number = text.parse::<f64>().unwrap();
            assert_eq!(parse(&text), Some(number));
            assert_eq!(written(number).trim_matches(['0', '.']).split('e').next(), Some("1"), "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn every_double_is_written_as_short_as_by_the_standard_library_and_comes_back(bits: u64) {
            let number = f64::from_bits(bits);
            prop_assume!(number.is_finite());
            let text = written(number);
            prop_assert_eq!(parse(&text), Some(number));
            prop_assert_eq!(text.parse::<f64>().ok(), Some(number));
            let digits = |text: &str| {
                let mantissa = text.split('e').next().unwrap_or_default().replace(['.', '-'], "");
                mantissa.trim_matches('0').to_owned()
            };
            // Of two equally near the standard library takes the greater, unless it is told how many digits.
            let shortest = format!("{number:e}");
            let even = format!("{number:.*e}", digits(&shortest).len().saturating_sub(1));
            let expected = if even.parse() == Ok(number) { even } else { shortest };
            prop_assert_eq!(digits(&text), digits(&expected));
        }

        #[test]
        fn every_decimal_is_read_as_by_the_standard_library(
            text in "-?(0|[1-9][0-9]{0,25})([.][0-9]{1,25})?([eE][+-]?[0-9]{1,3})?",
        ) {
            let expected = text.parse::<f64>().ok().filter(|number| number.is_finite());
            prop_assert_eq!(parse(&text).map(f64::to_bits), expected.map(f64::to_bits));
        }

        #[test]
        fn a_decimal_halfway_between_two_doubles_goes_to_the_even_one(
            mantissa in 1_u64 << 52..(1 << 53) - 1, exponent in -300..300_i32, more: bool,
        ) {
            let double = |mantissa: u64| mantissa as f64 * 2_f64.powi(exponent + 1);
            let (low, high) = (double(mantissa), double(mantissa + 1));
            // Their sum, halved, written exactly.
            let mut text = Big::from(2 * mantissa + 1);
            // m · 2^e as m · 5^-e · 10^e.
            if exponent < 0 { (0..-exponent).for_each(|_| text.times_plus(5, 0)); } else { text.shift(exponent as u32); }
            let mut digits = String::new();
            while !text.0.is_empty() {
                let mut rest = 0_u64;
                for limb in text.0.iter_mut().rev() {
                    let all = rest << 32 | u64::from(*limb);
                    *limb = (all / 10) as u32;
                    rest = all % 10;
                }
                digits.insert(0, char::from(b'0' + rest as u8));
                text.trim();
            }
            let more = if more { "0000000000001" } else { "" };
            let power = exponent.min(0) - more.len() as i32;
            let text = format!("{digits}{more}e{power}");
            prop_assert_eq!(parse(&text), text.parse().ok());
            let near = parse(&text).unwrap();
            prop_assert!(near == low || near == high);
        }
    }
}
