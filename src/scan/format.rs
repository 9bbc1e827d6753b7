//! Format information: the level and the mask, by maximum likelihood over both copies.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "bit positions are fixed modules of the symbol; sizes are those of a Version"
)]

use super::version::Level;

/// What the format information says (ISO/IEC 18004:2015, 7.9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Format {
    pub(super) level: Level,
    pub(super) mask: u8,
}

/// The formats by falling likelihood, with the mean agreement of the best (1: every bit as expected).
///
/// `soft` holds one value a module, positive for dark.
pub(super) fn read(soft: &[f32], size: usize) -> ([Format; 2], f32) {
    let values: [f32; 15] = core::array::from_fn(|bit| {
        let copy = |(x, y): (usize, usize)| soft[y * size + x].clamp(-1.0, 1.0);
        copy(near(bit)) + copy(far(bit, size))
    });
    let strength: f32 = values.iter().map(|v| v.abs()).sum::<f32>().max(1e-6);
    let (mut first, mut second) = ((f32::MIN, 0), (f32::MIN, 0));
    for data in 0..32_u32 {
        let word = codeword(data);
        let signed = |(bit, v): (usize, &f32)| if word >> bit & 1 == 1 { *v } else { -*v };
        let likelihood: f32 = values.iter().enumerate().map(signed).sum();
        if likelihood > first.0 {
            second = first;
            first = (likelihood, data);
        } else if likelihood > second.0 {
            second = (likelihood, data);
        }
    }
    ([Format::from_data(first.1), Format::from_data(second.1)], first.0 / strength)
}

impl Format {
    fn from_data(data: u32) -> Self {
        Self { level: Level::from_bits(data >> 3), mask: u8::try_from(data & 7).unwrap_or(0) }
    }

    /// Whether the mask reverses the module (ISO/IEC 18004:2015, table 10).
    pub(super) fn reverses(self, x: usize, y: usize) -> bool {
        let product = x * y;
        match self.mask {
            0 => (x + y).is_multiple_of(2),
            1 => y.is_multiple_of(2),
            2 => x.is_multiple_of(3),
            3 => (x + y).is_multiple_of(3),
            4 => (y / 2 + x / 3).is_multiple_of(2),
            5 => product % 2 + product % 3 == 0,
            6 => (product % 2 + product % 3).is_multiple_of(2),
            _ => ((x + y) % 2 + product % 3).is_multiple_of(2),
        }
    }
}

/// The BCH (15, 5) code word, masked (annex C).
fn codeword(data: u32) -> u32 {
    let remainder = (0..10).fold(data, |rest, _| (rest << 1) ^ ((rest >> 9) * 0x537));
    (data << 10 | remainder) ^ 0x5412
}

/// Where bit `bit` (0 the least significant) stands around the upper left finder (figure 25).
fn near(bit: usize) -> (usize, usize) {
    match bit {
        0..=5 => (8, bit),
        6 | 7 => (8, bit + 1),
        8 => (7, 8),
        _ => (14 - bit, 8),
    }
}

/// Where it stands beside the other two finders.
fn far(bit: usize, size: usize) -> (usize, usize) {
    if bit < 8 { (size - 1 - bit, 8) } else { (8, size - 15 + bit) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_example_of_annex_c_has_its_code_word() {
        // ISO/IEC 18004:2015, annex C: data 00101 (level M, mask 101) gives 100000011001110.
        assert_eq!(codeword(0b00101), 0b100_0000_1100_1110);
        assert_eq!(Format::from_data(0b00101), Format { level: Level::M, mask: 5 });
    }
}
