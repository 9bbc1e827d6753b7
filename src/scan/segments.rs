//! The bit stream: segments of data in their modes, as bytes (ISO/IEC 18004:2015, 7.4).

use serde::Serialize;

use super::version::Version;

/// What a symbol carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Payload {
    /// The data of all segments: bytes as they are, digits and letters as ASCII, kanji as Shift JIS.
    pub(super) bytes: Vec<u8>,
    /// Assignment numbers of the ECI designators, in order; they were not applied.
    pub(super) eci: Vec<u32>,
    /// The header of a structured append (8.2).
    pub(super) sequence: Option<Sequence>,
    /// What follows the terminator is what the standard fills up with.
    pub(super) standard_padding: bool,
}

/// A symbol's place in a structured append (ISO/IEC 18004:2015, clause 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Sequence {
    /// From 0.
    pub index: u8,
    /// How many symbols there are, 1 to 16.
    pub total: u8,
    /// The exclusive or of all data bytes of all symbols.
    pub parity: u8,
}

/// Reads the data codewords; `None` when they have no meaning.
pub(super) fn parse(codewords: &[u8], version: Version) -> Option<Payload> {
    let mut bits = Bits { bytes: codewords, position: 0 };
    let mut payload = Payload::default();
    while bits.left() >= 4 {
        match bits.take(4)? {
            0b0000 => break,
            0b0001 => numeric(&mut bits, version, &mut payload.bytes)?,
            0b0010 => alphanumeric(&mut bits, version, &mut payload.bytes)?,
            0b0011 => payload.sequence = Some(sequence(&mut bits)?),
            0b0100 => byte(&mut bits, version, &mut payload.bytes)?,
            0b0101 => {}
            0b0111 => payload.eci.push(eci(&mut bits)?),
            0b1000 => kanji(&mut bits, version, &mut payload.bytes)?,
            0b1001 => {
                bits.take(8)?;
            }
            _ => return None,
        }
    }
    if payload.bytes.is_empty() {
        return None;
    }
    // Some encoders put a zero byte too many before the pad codewords.
    payload.standard_padding = bits.rest().iter().all(|b| matches!(b, 0xEC | 0x11 | 0x00));
    Some(payload)
}

/// 7.4.3: three digits in ten bits.
fn numeric(bits: &mut Bits<'_>, version: Version, out: &mut Vec<u8>) -> Option<()> {
    let mut left = bits.take(by_version(version, [10, 12, 14]))?;
    while left > 0 {
        let digits = left.min(3);
        let (width, bound) = match digits {
            3 => (10, 1000),
            2 => (7, 100),
            _ => (4, 10),
        };
        let value = bits.take(width)?;
        if value >= bound {
            return None;
        }
        for power in [100, 10, 1].into_iter().filter(|p| *p < bound) {
            out.push(b'0'.saturating_add(u8::try_from(value.checked_div(power)? % 10).ok()?));
        }
        left = left.saturating_sub(digits);
    }
    Some(())
}

/// 7.4.4: two characters in eleven bits.
fn alphanumeric(bits: &mut Bits<'_>, version: Version, out: &mut Vec<u8>) -> Option<()> {
    let mut left = bits.take(by_version(version, [9, 11, 13]))?;
    while left > 0 {
        if left == 1 {
            out.push(character(bits.take(6)?)?);
        } else {
            let value = bits.take(11)?;
            out.push(character(value / 45)?);
            out.push(character(value % 45)?);
        }
        left = left.saturating_sub(2);
    }
    Some(())
}

/// Table 5.
fn character(value: u32) -> Option<u8> {
    const CHARACTERS: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    CHARACTERS.get(usize::try_from(value).ok()?).copied()
}

/// 7.4.5.
fn byte(bits: &mut Bits<'_>, version: Version, out: &mut Vec<u8>) -> Option<()> {
    for _ in 0..bits.take(by_version(version, [8, 16, 16]))? {
        out.push(u8::try_from(bits.take(8)?).ok()?);
    }
    Some(())
}

/// 7.4.6: Shift JIS, its two ranges packed into thirteen bits.
fn kanji(bits: &mut Bits<'_>, version: Version, out: &mut Vec<u8>) -> Option<()> {
    for _ in 0..bits.take(by_version(version, [8, 10, 12]))? {
        let value = bits.take(13)?;
        let packed = ((value / 0xC0) << 8) | (value % 0xC0);
        let code = packed.checked_add(if packed < 0x1F00 { 0x8140 } else { 0xC140 })?;
        out.extend_from_slice(&u16::try_from(code).ok()?.to_be_bytes());
    }
    Some(())
}

/// 7.4.2.2: one, two or three bytes.
fn eci(bits: &mut Bits<'_>) -> Option<u32> {
    let first = bits.take(8)?;
    match first >> 5 {
        0..=3 => Some(first),
        4 | 5 => Some((first & 0x3F) << 8 | bits.take(8)?),
        6 => Some((first & 0x1F) << 16 | bits.take(16)?),
        _ => None,
    }
}

/// 8.2, 8.3.
fn sequence(bits: &mut Bits<'_>) -> Option<Sequence> {
    let index = u8::try_from(bits.take(4)?).ok()?;
    let total = u8::try_from(bits.take(4)?).ok()?.saturating_add(1);
    let parity = u8::try_from(bits.take(8)?).ok()?;
    (index < total).then_some(Sequence { index, total, parity })
}

/// Table 3: the width of the character count depends on the version.
fn by_version(version: Version, widths: [u32; 3]) -> u32 {
    let [small, middle, large] = widths;
    match version.number() {
        0..=9 => small,
        10..=26 => middle,
        _ => large,
    }
}

/// Bits, most significant first.
struct Bits<'a> {
    bytes: &'a [u8],
    position: usize,
}

impl Bits<'_> {
    fn left(&self) -> usize {
        self.bytes.len().saturating_mul(8).saturating_sub(self.position)
    }

    /// At most 16 bits.
    fn take(&mut self, count: u32) -> Option<u32> {
        let mut value = 0;
        for _ in 0..count {
            let byte = *self.bytes.get(self.position / 8)?;
            let bit = byte >> (7_usize.saturating_sub(self.position % 8)) & 1;
            value = value << 1 | u32::from(bit);
            self.position = self.position.saturating_add(1);
        }
        Some(value)
    }

    /// The whole bytes that were not read.
    fn rest(&self) -> &[u8] {
        self.bytes.get(self.position.div_ceil(8)..).unwrap_or(&[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn version(number: u8) -> Version {
        Version::new(number).unwrap()
    }

    #[test]
    fn the_worked_example_of_annex_i_is_01234567() {
        let codewords = [0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11];
        let payload = parse(&codewords, version(1)).unwrap();
        assert_eq!(payload.bytes, b"01234567");
        assert!(payload.standard_padding);
    }

    #[test]
    fn the_kanji_of_7_4_6_are_given_as_shift_jis() {
        // 点 (935F) and 茗 (E4AA): 0 1101 1001 1111 and 1 1010 1010 1010.
        let bits = "1000 00000010 0110110011111 1101010101010 0000";
        let digits: Vec<u8> = bits.bytes().filter(|b| *b != b' ').map(|b| b - b'0').collect();
        let codewords: Vec<u8> =
            digits.chunks(8).map(|c| c.iter().enumerate().fold(0, |v, (i, b)| v | b << (7 - i))).collect();
        assert_eq!(parse(&codewords, version(1)).unwrap().bytes, [0x93, 0x5F, 0xE4, 0xAA]);
    }

    #[test]
    fn a_symbol_without_data_says_nothing() {
        assert_eq!(parse(&[0; 19], version(1)), None);
        assert_eq!(parse(&[], version(1)), None);
    }

    proptest! {
        #[test]
        fn any_codewords_end_in_a_payload_or_in_none(codewords in proptest::collection::vec(any::<u8>(), 0..400), number in 1_u8..=40) {
            let _ = parse(&codewords, version(number));
        }
    }
}
