//! Numbers in limbs, each a few bits short of a word.

use crate::number::{Number, WORDS};

/// Limbs of the longest residue.
pub(crate) const MAX: usize = 19;

/// Limbs, the lowest first; those beyond a modulus' length do not count.
pub(crate) type Limbs = [u32; MAX];

/// Words of 32 bits as limbs of `width` bits.
pub(crate) fn limbs(number: &Number, width: u32) -> Limbs {
    let mut limbs = [0; MAX];
    for (i, limb) in limbs.iter_mut().enumerate() {
        let at = i * width as usize;
        let word = |i: usize| u64::from(number.get(i).copied().unwrap_or_default());
        let both = word(at / 32) | word(at / 32 + 1) << 32;
        *limb = (both >> (at % 32)) as u32 & ((1 << width) - 1);
    }
    limbs
}

/// As many limbs of `width` bits as words of 32 bits; the last limb may be longer.
pub(crate) fn number_of(limbs: &Limbs, length: usize, width: u32) -> Number {
    let mut number = [0; WORDS];
    for (i, limb) in limbs.iter().take(length).enumerate() {
        let at = i * width as usize;
        let limb = u64::from(*limb) << (at % 32);
        for (word, part) in number.iter_mut().skip(at / 32).zip([limb as u32, (limb >> 32) as u32]) {
            *word |= part;
        }
    }
    number
}
