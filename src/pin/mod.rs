//! Số định danh cá nhân, the 12-digit personal number: `PPP G YY NNNNNN`.
//!
//! Place of birth registration, century and sex, year of birth, six digits; no check digit. The law
//! promises only "12 digits, unique" (Luật Căn cước 26/2023/QH15, Điều 12; Nghị định 70/2024/NĐ-CP,
//! Điều 11), so whatever the digits seem to say is a warning and never a refusal.

mod check;
mod countries;
pub mod findings;
mod provinces;
mod sex;

use std::fmt;

pub use check::{PinCheck, Place, check};
pub(crate) use check::{check_at, squeeze, why_not};
pub use sex::Sex;

/// Twelve digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pin {
    digits: [u8; 12],
}

impl Pin {
    /// `None` unless the text is exactly 12 ASCII digits.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: [u8; 12] = text.as_bytes().try_into().ok()?;
        digits.iter().all(u8::is_ascii_digit).then_some(Self { digits })
    }

    /// The code of the place, 0–999.
    pub fn place_code(self) -> u16 {
        let [a, b, c, ..] = self.values();
        // Three digits: at most 999.
        #[allow(clippy::arithmetic_side_effects, reason = "three decimal digits")]
        {
            u16::from(a) * 100 + u16::from(b) * 10 + u16::from(c)
        }
    }

    /// Even: male; odd: female.
    pub fn sex(self) -> Sex {
        let [_, _, _, g, ..] = self.values();
        if g.is_multiple_of(2) { Sex::Male } else { Sex::Female }
    }

    /// 1900 + 100·(G div 2) + YY: 1900–2399.
    pub fn birth_year(self) -> u16 {
        let [_, _, _, g, y, z, ..] = self.values();
        #[allow(clippy::arithmetic_side_effects, reason = "decimal digits: at most 2399")]
        {
            1900 + 100 * u16::from(g / 2) + 10 * u16::from(y) + u16::from(z)
        }
    }

    /// The digits as numbers 0–9.
    fn values(self) -> [u8; 12] {
        self.digits.map(|digit| digit.saturating_sub(b'0'))
    }
}

impl fmt::Display for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.digits.iter().try_for_each(|digit| write!(f, "{}", char::from(*digit)))
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_by_their_meaning() {
        let pin = Pin::parse("001199999999").unwrap();
        assert_eq!((pin.place_code(), pin.sex(), pin.birth_year()), (1, Sex::Female, 1999));
        let pin = Pin::parse("096205000001").unwrap();
        assert_eq!((pin.place_code(), pin.sex(), pin.birth_year()), (96, Sex::Male, 2005));
        assert_eq!(Pin::parse("999999999999").unwrap().birth_year(), 2399);
    }

    #[test]
    fn only_twelve_ascii_digits_are_a_number() {
        for text in
            ["", "00119999999", "0011999999990", "00119999999O", "００１１９９９９９９９９", "001 19999999"]
        {
            assert_eq!(Pin::parse(text), None);
        }
        assert_eq!(format!("{:?}", Pin::parse("001199999999")), "Some(Pin(…))");
    }
}
