//! Powers modulo numbers of any length, for RSA.

use crate::number::{is_reached, negated_inverse, power_of_two, subtract_if_reached, words};

/// Arithmetic modulo an odd number of any length, for RSA.
pub struct LongModulus {
    words: Vec<u32>,
    negated_inverse: u32,
    /// 2^(64·length) mod m.
    r2: Vec<u32>,
}

impl LongModulus {
    /// `None` unless the number (big-endian) is odd.
    pub fn new(number: &[u8]) -> Option<Self> {
        let words = words(number, 0);
        if words.first()? & 1 == 0 {
            return None;
        }
        let r2 = power_of_two(64 * words.len(), &words)?;
        Some(Self { negated_inverse: negated_inverse(words[0]), words, r2 })
    }

    /// base^exponent mod m, big-endian, as long as the modulus' words; `None` unless the base is below m.
    /// Bit by bit: the exponents of RSA are short and mostly zeros.
    pub fn power(&self, base: &[u8], exponent: &[u8]) -> Option<Vec<u8>> {
        let base = self.enter(base)?;
        let mut power = self.one()?;
        for octet in exponent {
            for bit in (0..8).rev() {
                power = self.mul(&power, &power);
                if (octet >> bit) & 1 == 1 {
                    power = self.mul(&power, &base);
                }
            }
        }
        self.leave(&power)
    }

    /// The residue of a number below the modulus; `None` for others.
    pub(crate) fn enter(&self, number: &[u8]) -> Option<Vec<u32>> {
        let number = words(number, self.words.len());
        let fits = number.len() == self.words.len() && !is_reached(&self.words, &number);
        fits.then(|| self.mul(&number, &self.r2))
    }

    /// The number itself, big-endian, as long as the modulus' words.
    pub(crate) fn leave(&self, residue: &[u32]) -> Option<Vec<u8>> {
        let number = self.mul(residue, &self.unit()?);
        Some(number.iter().rev().flat_map(|word| word.to_be_bytes()).collect())
    }

    /// 1
    pub(crate) fn one(&self) -> Option<Vec<u32>> {
        Some(self.mul(&self.unit()?, &self.r2))
    }

    /// a·b; its steps do not depend on either.
    pub(crate) fn mul(&self, a: &[u32], b: &[u32]) -> Vec<u32> {
        let mut product = vec![0; self.words.len()];
        montgomery(a, b, &self.words, self.negated_inverse, &mut product);
        product
    }

    fn unit(&self) -> Option<Vec<u32>> {
        let mut unit = vec![0; self.words.len()];
        *unit.first_mut()? = 1;
        Some(unit)
    }
}

/// a·b·2^(−32·n) mod m into `t`, which is zero: Coarsely Integrated Operand Scanning (Koç, Acar, Kaliski
/// 1996). All slices have n words; a, b < m.
#[inline(never)]
fn montgomery(a: &[u32], b: &[u32], m: &[u32], negated_inverse: u32, t: &mut [u32]) {
    let n = m.len();
    let (b, t) = (&b[..n], &mut t[..n]);
    let mut top = 0u64; // 0 or 1 between rounds
    for &word in a {
        let word = u64::from(word);
        // (2³²−1)² + 2·(2³²−1) < 2⁶⁴: so much is each sum of a product and two words below.
        let sum = word * u64::from(b[0]) + u64::from(t[0]);
        let mut carry = sum >> 32;
        let factor = u64::from((sum as u32).wrapping_mul(negated_inverse));
        let mut carry_m = (factor * u64::from(m[0]) + (sum & LOW)) >> 32;
        for j in 1..n {
            let sum = word * u64::from(b[j]) + u64::from(t[j]) + carry;
            carry = sum >> 32;
            let sum = factor * u64::from(m[j]) + (sum & LOW) + carry_m;
            carry_m = sum >> 32;
            t[j - 1] = sum as u32;
        }
        let sum = top + carry + carry_m;
        t[n - 1] = sum as u32;
        top = sum >> 32;
    }
    // t + top·2^(32·n) < 2m.
    subtract_if_reached(t, top as u32, m);
}

const LOW: u64 = 0xFFFF_FFFF;

#[cfg(test)]
mod tests {
    use super::*;
    use crypto_bigint::modular::{BoxedMontyForm, BoxedMontyParams};
    use crypto_bigint::{BoxedUint, Odd};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn powers_of_long_numbers_are_those_of_crypto_bigint(
            mut m in proptest::collection::vec(any::<u8>(), 32..300),
            base in proptest::collection::vec(any::<u8>(), 300),
            exponent in 1u32..200_000,
        ) {
            m[0] |= 0x80;
            *m.last_mut().unwrap() |= 1;
            let base = &base[..m.len()];
            let bits = u32::try_from(8 * m.len()).unwrap();
            let number = |bytes: &[u8]| BoxedUint::from_be_slice(bytes, bits).unwrap();
            let params = BoxedMontyParams::new_vartime(Odd::new(number(&m)).unwrap());
            let peer = BoxedMontyForm::new(number(base), &params)
                .pow(&BoxedUint::from_be_slice(&exponent.to_be_bytes(), 64).unwrap())
                .retrieve();
            let ours = LongModulus::new(&m).unwrap().power(base, &exponent.to_be_bytes());
            let ours = ours.map(|power| power[power.len() - m.len()..].to_vec());
            let peer = peer.to_be_bytes();
            prop_assert_eq!(ours, (base < m.as_slice()).then(|| peer[peer.len() - m.len()..].to_vec()));
        }
    }

    #[test]
    fn an_even_number_and_none_are_no_modulus() {
        assert!(LongModulus::new(&[]).is_none());
        assert!(LongModulus::new(&[2]).is_none());
    }
}
