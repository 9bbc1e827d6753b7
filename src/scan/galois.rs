//! The field GF(2⁸) of the Reed–Solomon code: primitive polynomial x⁸+x⁴+x³+x²+1 (ISO/IEC 18004:2015,
//! 7.5.2).
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "tables of 512 and 256 entries, indexed by bytes and by sums of two logarithms (at most 508)"
)]

const PRIMITIVE: u16 = 0x11D;

const EXP: [u8; 512] = tables().0;
const LOG: [u8; 256] = tables().1;

/// α to the power of `power` (any size).
pub(super) fn alpha(power: usize) -> u8 {
    EXP[power % 255]
}

pub(super) fn multiply(a: u8, b: u8) -> u8 {
    if a == 0 || b == 0 {
        0
    } else {
        EXP[usize::from(LOG[usize::from(a)]) + usize::from(LOG[usize::from(b)])]
    }
}

/// The inverse; of zero, zero (no caller asks for it).
pub(super) fn inverse(a: u8) -> u8 {
    if a == 0 { 0 } else { EXP[255 - usize::from(LOG[usize::from(a)])] }
}

const fn tables() -> ([u8; 512], [u8; 256]) {
    let mut exp = [0; 512];
    let mut log = [0; 256];
    let mut x: u16 = 1;
    let mut i = 0;
    while i < 255 {
        exp[i] = x as u8;
        exp[i + 255] = x as u8;
        log[x as usize] = i as u8;
        x <<= 1;
        if x & 0x100 != 0 {
            x ^= PRIMITIVE;
        }
        i += 1;
    }
    (exp, log)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_element_but_zero_has_an_inverse() {
        for a in 1..=255 {
            assert_eq!(multiply(a, inverse(a)), 1);
        }
    }

    #[test]
    fn the_powers_follow_the_primitive_polynomial() {
        assert_eq!(alpha(0), 1);
        assert_eq!(alpha(8), 0x1D);
        assert_eq!(alpha(255), 1);
    }
}
