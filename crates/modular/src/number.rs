//! Numbers as they come and go.

use crypto_bigint::{BoxedUint, NonZero};

/// Words of 32 bits, the lowest first, of a number below 2⁵⁷⁶.
pub type Number = [u32; WORDS];

/// Enough for P-521.
pub(crate) const WORDS: usize = 18;

/// Big-endian bytes as words; `None` when they do not fit.
pub(crate) fn number(bytes: &[u8]) -> Option<Number> {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    words(&bytes[zeros..], WORDS).try_into().ok()
}

/// Big-endian bytes as at least so many words.
pub(crate) fn words(bytes: &[u8], least: usize) -> Vec<u32> {
    let mut words = vec![0u32; least.max(bytes.len().div_ceil(4))];
    for (i, byte) in bytes.iter().rev().enumerate() {
        words[i / 4] |= u32::from(*byte) << (8 * (i % 4));
    }
    words
}

/// number ≥ m, of one length
pub(crate) fn is_reached(m: &[u32], number: &[u32]) -> bool {
    for (number, m) in number.iter().zip(m).rev() {
        if number != m {
            return number > m;
        }
    }
    true
}

/// a − b into a; the last borrow is for a word above, or there is none when a ≥ b.
#[inline]
pub(crate) fn subtract(a: &mut [u32], b: &[u32]) {
    let mut borrow = 0u64;
    for (a, b) in a.iter_mut().zip(b) {
        let step = u64::from(*a).wrapping_sub(u64::from(*b)).wrapping_sub(borrow);
        *a = step as u32;
        borrow = step >> 63;
    }
}

/// 2·number + carry into number; what is carried out of it.
pub(crate) fn double(number: &mut [u32], mut carry: u32) -> u32 {
    for word in number {
        (*word, carry) = (*word << 1 | carry, *word >> 31);
    }
    carry
}

/// number + top·2^(32·length) less m when that is not negative, in the same steps when it is: no branch tells
/// which. `top` is 0 or 1.
pub(crate) fn subtract_if_reached(number: &mut [u32], top: u32, m: &[u32]) {
    let mut borrow = 0u64;
    for (word, m) in number.iter().zip(m) {
        borrow = u64::from(*word).wrapping_sub(u64::from(*m)).wrapping_sub(borrow) >> 63;
    }
    // All ones when the top covers what was borrowed, which the compiler may not turn into a branch.
    let mask = core::hint::black_box((u64::from(top).wrapping_sub(borrow) >> 63) as u32).wrapping_sub(1);
    let mut borrow = 0u64;
    for (word, m) in number.iter_mut().zip(m) {
        let step = u64::from(*word).wrapping_sub(u64::from(m & mask)).wrapping_sub(borrow);
        *word = step as u32;
        borrow = step >> 63;
    }
}

/// 2^exponent mod m, as long as m, by `crypto-bigint`.
pub(crate) fn power_of_two(exponent: usize, m: &[u32]) -> Option<Vec<u32>> {
    let bytes: Vec<u8> = m.iter().rev().flat_map(|word| word.to_be_bytes()).collect();
    let modulus = BoxedUint::from_be_slice(&bytes, u32::try_from(32 * m.len()).ok()?).ok()?;
    let modulus = Option::<NonZero<BoxedUint>>::from(NonZero::new(modulus))?;
    let mut power = vec![0u8; exponent / 8 + 1];
    power[0] = 1 << (exponent % 8);
    let power = BoxedUint::from_be_slice(&power, u32::try_from(8 * power.len()).ok()?).ok()?;
    let mut remainder = words(&power.rem_vartime(&modulus).to_be_bytes(), m.len());
    remainder.truncate(m.len());
    Some(remainder)
}

/// −m⁻¹ mod 2³² for odd m by Newton's iteration: each step doubles the number of right bits, from 3.
pub(crate) fn negated_inverse(m: u32) -> u32 {
    let mut inverse = m;
    for _ in 0..4 {
        inverse = inverse.wrapping_mul(2u32.wrapping_sub(m.wrapping_mul(inverse)));
    }
    inverse.wrapping_neg()
}
