//! The key of the card: what is printed on it.

use zeroize::{Zeroize, Zeroizing};

use crate::chip::crypto::Hash;
use crate::{Date, Error};

/// The password π of Doc 9303 part 11 §9.7.2 in the form that keys are derived from: the digits of a card access
/// number, or the hash of three fields of the machine-readable zone.
///
/// It is wiped when it is dropped, and has no `Debug` form that shows it.
#[derive(Clone)]
pub struct Key {
    kind: KeyKind,
    secret: Zeroizing<Vec<u8>>,
}

/// Where the key stands on the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub enum KeyKind {
    /// Card access number: six digits.
    Can,
    /// Document number, birth and expiry.
    Mrz,
}

impl Key {
    /// A card access number: six digits (Doc 9303 part 11 §9.7.2 leaves the length open; BSI TR-03110 has six).
    ///
    /// # Errors
    /// `reader.key`
    pub fn can(digits: &str) -> Result<Self, Error> {
        let digits = digits.trim();
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(Error::new("reader.key", "a card access number has six digits"));
        }
        Ok(Self { kind: KeyKind::Can, secret: Zeroizing::new(digits.as_bytes().to_vec()) })
    }

    /// Three fields of the machine-readable zone (Doc 9303 part 11 appendix D.2): `SHA-1(number ‖ digit ‖ birth ‖ digit ‖
    /// expiry ‖ digit)`.
    ///
    /// A number of twelve digits is that of a Vietnamese citizen, whose card has its last nine as document
    /// number; one of fewer than nine characters is filled with `<`; a longer one counts whole, as in the zone
    /// of a TD1 card with an overflow (Doc 9303 part 5 §4.2.4). Dates are ISO 8601; an expiry of `none` is
    /// `991231`, as Vietnamese cards without one have it.
    ///
    /// # Errors
    /// `reader.key`
    pub fn mrz(document_number: &str, birth_date: &str, expiry_date: &str) -> Result<Self, Error> {
        let number = Zeroizing::new(document_number.trim().to_ascii_uppercase());
        let is_of_zone = |octet: u8| octet.is_ascii_digit() || octet.is_ascii_uppercase() || octet == b'<';
        if number.is_empty() || number.len() > LONGEST_NUMBER || !number.bytes().all(is_of_zone) {
            return Err(Error::new("reader.key", "a document number has 1 to 22 letters and digits"));
        }
        let is_citizen = number.len() == 12 && number.bytes().all(|octet| octet.is_ascii_digit());
        let number = number.as_bytes().get(if is_citizen { 3 } else { 0 }..).unwrap_or_default();
        let mut information = Zeroizing::new(Vec::with_capacity(64));
        information.extend_from_slice(number);
        information.resize(number.len().max(9), b'<');
        let digit = check_digit(&information);
        information.push(digit);
        let mut expiry = if expiry_date == "none" { *b"991231" } else { six_digits(expiry_date, "expiry")? };
        let mut birth = six_digits(birth_date, "birth")?;
        for date in [&birth, &expiry] {
            information.extend_from_slice(date);
            information.push(check_digit(date));
        }
        birth.zeroize();
        expiry.zeroize();
        Ok(Self { kind: KeyKind::Mrz, secret: Zeroizing::new(Hash::Sha1.digest(&[&information])) })
    }

    /// Where it stands on the card.
    pub fn kind(&self) -> KeyKind {
        self.kind
    }

    /// f(π): what keys are derived from.
    pub(super) fn secret(&self) -> &[u8] {
        &self.secret
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Key({})", self.kind.name())
    }
}

impl KeyKind {
    /// The contract's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Can => "can",
            Self::Mrz => "mrz",
        }
    }
}

/// YYMMDD.
fn six_digits(iso: &str, which: &str) -> Result<[u8; 6], Error> {
    let wrong = || Error::new("reader.key", format!("the {which} is no date"));
    let date = Date::from_iso(iso).ok_or_else(wrong)?;
    let digits = Zeroizing::new(format!("{:04}{:02}{:02}", date.year(), date.month(), date.day()));
    digits.as_bytes().get(2..).and_then(|digits| digits.try_into().ok()).ok_or_else(wrong)
}

/// Doc 9303 part 3 §4.9: weights 7, 3, 1.
fn check_digit(text: &[u8]) -> u8 {
    let value = |octet: u8| match octet {
        b'0'..=b'9' => u32::from(octet.saturating_sub(b'0')),
        b'A'..=b'Z' => u32::from(octet.saturating_sub(b'A')).saturating_add(10),
        _ => 0,
    };
    let sum = text
        .iter()
        .zip([7, 3, 1].into_iter().cycle())
        .fold(0u32, |sum, (octet, weight)| sum.saturating_add(value(*octet).saturating_mul(weight)));
    u8::try_from(sum.checked_rem(10).unwrap_or_default()).unwrap_or_default().saturating_add(b'0')
}

/// Nine characters in their field and thirteen in the optional data of a TD1 card.
const LONGEST_NUMBER: usize = 22;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chip::crypto::hex;

    #[test]
    fn the_worked_examples_of_doc_9303_have_their_hashes() {
        // 8th edition (2021), appendix D.2 (BAC) and appendix G (PACE).
        let key = Key::mrz("L898902C<", "1969-08-06", "1994-06-23").unwrap();
        assert_eq!(key.secret(), hex::<20>(b"239AB9CB282DAF66231DC5A4DF6BFBAEDF477565"));
        let key = Key::mrz("T22000129", "1964-08-12", "2010-10-31").unwrap();
        assert_eq!(key.secret(), hex::<20>(b"7E2D2A41C74EA0B38CD36F863939BFA8E9032AAD"));
    }

    #[test]
    fn trap_28_short_numbers_are_filled_and_long_ones_count_whole() {
        let hash = |text: &[u8]| Hash::Sha1.digest(&[text]);
        let key = |number| Key::mrz(number, "1974-08-12", "2012-04-15").unwrap();
        assert_eq!(key("AB12").secret(), hash(b"AB12<<<<<874081221204159"));
        // Doc 9303 part 11 appendix D.2 has this number of twelve characters, with its check digit 9.
        assert_eq!(key("D23145890734").secret(), hash(b"D23145890734974081221204159"));
    }

    #[test]
    fn trap_29_twelve_digits_become_the_last_nine_and_no_expiry_becomes_991231() {
        let whole = Key::mrz("001199000015", "1999-02-01", "none").unwrap();
        let nine = Key::mrz("199000015", "1999-02-01", "2099-12-31").unwrap();
        assert_eq!(whole.secret(), nine.secret());
    }

    #[test]
    fn keys_that_are_none_are_refused_without_being_repeated() {
        for digits in ["", "12345", "1234567", "12345a", "١٢٣٤٥٦"] {
            let error = Key::can(digits).unwrap_err();
            assert_eq!(error.code, "reader.key");
            assert!(digits.is_empty() || !error.detail.contains(digits));
        }
        for (number, birth, expiry) in [
            ("", "1999-02-01", "none"),
            ("AB 12", "1999-02-01", "none"),
            ("199000015", "990201", "none"),
            ("199000015", "1999-02-01", "1999-02-30"),
            ("12345678901234567890123", "1999-02-01", "none"),
        ] {
            assert_eq!(Key::mrz(number, birth, expiry).unwrap_err().code, "reader.key");
        }
        let key = Key::can("123456").unwrap();
        assert_eq!(format!("{key:?}"), "Key(can)");
    }
}
