//! The one reader that indexes the asset's bytes.

use crate::Error;

/// Bounded: every read says when the bytes end too early.
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    alphabet: Vec<char>,
}

/// An asset that does not hold what it should.
pub(super) fn corrupt(what: &str) -> Error {
    Error::new("units.corrupt", format!("the units' asset: {what}"))
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, alphabet: Vec::new() }
    }

    pub(super) fn byte(&mut self) -> Result<u8, Error> {
        let (first, rest) = self.bytes.split_first().ok_or_else(|| corrupt("ends too early"))?;
        self.bytes = rest;
        Ok(*first)
    }

    /// LEB128, at most 32 bits.
    pub(super) fn number(&mut self) -> Result<u32, Error> {
        let mut value = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            let part = u32::from(byte & 0x7f)
                .checked_shl(shift)
                .filter(|part| part >> shift == u32::from(byte & 0x7f));
            value |= part.ok_or_else(|| corrupt("a number is too great"))?;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(corrupt("a number is too long"))
    }

    /// Zig-zag: 0, −1, 1, −2 …
    pub(super) fn signed(&mut self) -> Result<i64, Error> {
        let value = i64::from(self.number()?);
        Ok(if value & 1 == 0 { value >> 1 } else { !(value >> 1) })
    }

    /// A count or a place, at most `limit`.
    pub(super) fn count(&mut self, limit: usize) -> Result<usize, Error> {
        let count = usize::try_from(self.number()?).unwrap_or(usize::MAX);
        if count > limit { Err(corrupt("a count is too great")) } else { Ok(count) }
    }

    /// A length and UTF-8.
    pub(super) fn text(&mut self) -> Result<&'a str, Error> {
        let length = self.count(self.bytes.len())?;
        let (text, rest) = self.bytes.split_at_checked(length).ok_or_else(|| corrupt("ends too early"))?;
        self.bytes = rest;
        std::str::from_utf8(text).map_err(|_| corrupt("text that is not UTF-8"))
    }

    /// The letters that names are made of.
    pub(super) fn alphabet(&mut self) -> Result<(), Error> {
        self.alphabet = self.text()?.chars().collect();
        Ok(())
    }

    /// A name: one byte a letter, counted from 2; words begin with a capital unless 1 says otherwise; 0 ends.
    pub(super) fn name(&mut self) -> Result<Box<str>, Error> {
        let mut name = String::new();
        let mut capital = true;
        loop {
            match self.byte()? {
                0 => return Ok(name.into_boxed_str()),
                1 => capital = !capital,
                letter => {
                    let place = usize::from(letter).saturating_sub(2);
                    let letter = *self.alphabet.get(place).ok_or_else(|| corrupt("an unknown letter"))?;
                    if capital {
                        name.extend(letter.to_uppercase());
                    } else {
                        name.push(letter);
                    }
                    capital = matches!(letter, ' ' | '-');
                }
            }
        }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.bytes.is_empty()
    }
}
