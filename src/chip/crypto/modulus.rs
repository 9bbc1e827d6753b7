#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::needless_range_loop,
    reason = "limbs: the slices of one modulus have one length, and every index is below it, every sum of 32-bit words fits in the u64 \
              that holds it (shown at each step), and every `as u32` takes the low word on purpose"
)]

use crypto_bigint::{BoxedUint, NonZero};

/// Words of the longest curve, P-521, rounded up to a multiple of 64 bits.
pub(super) const MAX: usize = 18;

/// Arithmetic modulo an odd number of at most 576 bits, in Montgomery form, on words of 32 bits. One piece
/// of code for all lengths: the length is known at run time, which costs nothing in WebAssembly and saves
/// three quarters of the code.
#[derive(Clone)]
pub(super) struct Modulus {
    words: Residue,
    /// Words in use.
    length: usize,
    negated_inverse: u32,
    /// 2^(32·length) mod m: one, in Montgomery form.
    one: Residue,
    /// 2^(64·length) mod m.
    r2: Residue,
}

/// A residue in Montgomery form, fully reduced, words in little-endian order; those beyond the length are 0.
pub(super) type Residue = [u32; MAX];

impl Modulus {
    /// `None` unless the number (big-endian) is odd and fits.
    pub(super) fn new(number: &[u8]) -> Option<Self> {
        let words: Residue = words_of(number)?;
        let length = used(&words);
        if words[0] & 1 == 0 {
            return None;
        }
        let power = |exponent: usize| {
            let mut residue = [0; MAX];
            residue[..length].copy_from_slice(&power_of_two(exponent, &words[..length])?);
            Some(residue)
        };
        let (one, r2) = (power(32 * length)?, power(64 * length)?);
        Some(Self { words, length, negated_inverse: negated_inverse(words[0]), one, r2 })
    }

    /// 1
    pub(super) fn one(&self) -> Residue {
        self.one
    }

    /// The residue of a number below the modulus; `None` for others.
    pub(super) fn enter(&self, number: &[u8]) -> Option<Residue> {
        let words = words_of(number)?;
        (!is_reached(&self.words, &words)).then(|| self.mul(&words, &self.r2))
    }

    /// The residue of a number below twice the modulus; `None` for others.
    pub(super) fn enter_reduced(&self, number: &[u8]) -> Option<Residue> {
        let mut words = words_of(number)?;
        if is_reached(&self.words, &words) {
            subtract(&mut words, &self.words);
        }
        (!is_reached(&self.words, &words)).then(|| self.mul(&words, &self.r2))
    }

    /// The number itself.
    pub(super) fn leave(&self, residue: &Residue) -> [u32; MAX] {
        let mut unit = [0; MAX];
        unit[0] = 1;
        self.mul(residue, &unit)
    }

    /// a·b·2^(−32·length) mod m
    pub(super) fn mul(&self, a: &Residue, b: &Residue) -> Residue {
        let mut product = [0; MAX];
        let n = self.length;
        montgomery(&a[..n], &b[..n], &self.words[..n], self.negated_inverse, &mut product[..n]);
        product
    }

    /// a²
    pub(super) fn square(&self, a: &Residue) -> Residue {
        self.mul(a, a)
    }

    /// a + b
    pub(super) fn add(&self, a: &Residue, b: &Residue) -> Residue {
        let n = self.length;
        let mut sum = *a;
        let carry = add(&mut sum[..n], &b[..n]);
        if carry || is_reached(&self.words[..n], &sum[..n]) {
            subtract(&mut sum[..n], &self.words[..n]);
        }
        sum
    }

    /// a − b
    pub(super) fn sub(&self, a: &Residue, b: &Residue) -> Residue {
        let n = self.length;
        let mut difference = *a;
        if subtract(&mut difference[..n], &b[..n]) {
            add(&mut difference[..n], &self.words[..n]);
        }
        difference
    }

    /// 2a
    pub(super) fn double(&self, a: &Residue) -> Residue {
        self.add(a, a)
    }

    /// a⁻¹ for a prime modulus (Fermat); 0 stays 0.
    pub(super) fn invert(&self, a: &Residue) -> Residue {
        let mut exponent = self.words;
        let mut two = [0; MAX];
        two[0] = 2;
        subtract(&mut exponent, &two);
        self.power(a, &exponent)
    }

    /// A square root of `a` for a prime modulus of the form 4k + 3; `None` for another prime, or when there
    /// is none.
    pub(super) fn square_root(&self, a: &Residue) -> Option<Residue> {
        if self.words[0] & 3 != 3 {
            return None;
        }
        // a^((m + 1) / 4) = a^(k + 1) = a^k · a with k = ⌊m / 4⌋.
        let mut exponent = self.words;
        for i in 0..MAX {
            let above = if i + 1 < MAX { self.words[i + 1] } else { 0 };
            exponent[i] = self.words[i] >> 2 | above << 30;
        }
        let root = self.mul(&self.power(a, &exponent), a);
        (self.square(&root) == *a).then_some(root)
    }

    fn power(&self, a: &Residue, exponent: &[u32; MAX]) -> Residue {
        // Fixed windows of four bits: a quarter of the multiplications.
        let mut powers = [self.one; 16];
        for i in 1..16 {
            powers[i] = self.mul(&powers[i - 1], a);
        }
        let mut power = self.one;
        for word in exponent[..self.length].iter().rev() {
            for nibble in (0..8).rev() {
                for _ in 0..4 {
                    power = self.square(&power);
                }
                power = self.mul(&power, &powers[((word >> (4 * nibble)) & 15) as usize]);
            }
        }
        power
    }
}

/// Arithmetic modulo an odd number of any length, for RSA.
pub(super) struct LongModulus {
    words: Vec<u32>,
    negated_inverse: u32,
    /// 2^(64·length) mod m.
    r2: Vec<u32>,
}

impl LongModulus {
    /// `None` unless the number (big-endian) is odd.
    pub(super) fn new(number: &[u8]) -> Option<Self> {
        let words = long_words_of(number, number.len().div_ceil(8) * 2);
        if words.first()? & 1 == 0 {
            return None;
        }
        let r2 = power_of_two(64 * words.len(), &words)?;
        Some(Self { negated_inverse: negated_inverse(words[0]), words, r2 })
    }

    /// base^exponent mod m, big-endian, as long as the modulus' words; `None` unless the base is below m.
    /// Bit by bit: the exponents of RSA are short and mostly zeros.
    pub(super) fn power(&self, base: &[u8], exponent: &[u8]) -> Option<Vec<u8>> {
        let n = self.words.len();
        let base = long_words_of(base, n);
        if base.len() != n || is_reached(&self.words, &base) {
            return None;
        }
        let mul = |a: &[u32], b: &[u32]| {
            let mut product = vec![0; n];
            montgomery(a, b, &self.words, self.negated_inverse, &mut product);
            product
        };
        let base = mul(&base, &self.r2);
        let mut unit = vec![0; n];
        *unit.first_mut()? = 1;
        let mut power = mul(&unit, &self.r2);
        for octet in exponent {
            for bit in (0..8).rev() {
                power = mul(&power, &power);
                if (octet >> bit) & 1 == 1 {
                    power = mul(&power, &base);
                }
            }
        }
        Some(mul(&power, &unit).iter().rev().flat_map(|word| word.to_be_bytes()).collect())
    }
}

/// 0
pub(super) fn is_zero(number: &[u32; MAX]) -> bool {
    number.iter().all(|word| *word == 0)
}

/// Big-endian bytes as words in little-endian order; `None` when they do not fit.
pub(super) fn words_of(bytes: &[u8]) -> Option<[u32; MAX]> {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    long_words_of(&bytes[zeros..], MAX).try_into().ok()
}

/// a·b·2^(−32·n) mod m into `t`, which is zero: Coarsely Integrated Operand Scanning (Koç, Acar, Kaliski
/// 1996). All slices have n words; a, b < m.
///
/// Our own, because WebAssembly multiplies 32-bit words at twice the speed of the 64-bit words that
/// `crypto-bigint` uses there (0.22 µs against 0.51 µs for 512 bits). The crate supplies the setup, and
/// property tests below hold this against it.
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
    if top != 0 || is_reached(m, t) {
        subtract(t, m);
    }
}

const LOW: u64 = 0xFFFF_FFFF;

/// number ≥ m, of one length
fn is_reached(m: &[u32], number: &[u32]) -> bool {
    for (number, m) in number.iter().zip(m).rev() {
        if number != m {
            return number > m;
        }
    }
    true
}

/// a + b into a; the carry.
fn add(a: &mut [u32], b: &[u32]) -> bool {
    let mut carry = 0u64;
    for (a, b) in a.iter_mut().zip(b) {
        carry += u64::from(*a) + u64::from(*b);
        *a = carry as u32;
        carry >>= 32;
    }
    carry != 0
}

/// a − b into a; whether it is negative.
fn subtract(a: &mut [u32], b: &[u32]) -> bool {
    let mut borrow = 0u64;
    for (a, b) in a.iter_mut().zip(b) {
        let step = u64::from(*a).wrapping_sub(u64::from(*b)).wrapping_sub(borrow);
        *a = step as u32;
        borrow = step >> 63;
    }
    borrow != 0
}

/// 2^exponent mod m, by `crypto-bigint`. m has an even number of words, the exponent is a multiple of 64.
fn power_of_two(exponent: usize, m: &[u32]) -> Option<Vec<u32>> {
    let bytes: Vec<u8> = m.iter().rev().flat_map(|word| word.to_be_bytes()).collect();
    let modulus = BoxedUint::from_be_slice(&bytes, u32::try_from(32 * m.len()).ok()?).ok()?;
    let modulus = Option::<NonZero<BoxedUint>>::from(NonZero::new(modulus))?;
    let mut power = vec![0u8; exponent / 8 + 8];
    power[7] = 1;
    let power = BoxedUint::from_be_slice(&power, u32::try_from(exponent + 64).ok()?).ok()?;
    Some(long_words_of(&power.rem_vartime(&modulus).to_be_bytes(), m.len()))
}

/// Words in use, rounded up to 64 bits.
fn used(words: &[u32; MAX]) -> usize {
    words.iter().rposition(|word| *word != 0).map_or(0, |last| (last + 2) / 2 * 2)
}

/// Big-endian bytes as at least so many words.
fn long_words_of(bytes: &[u8], least: usize) -> Vec<u32> {
    let mut words = vec![0u32; least.max(bytes.len().div_ceil(4))];
    for (i, byte) in bytes.iter().rev().enumerate() {
        words[i / 4] |= u32::from(*byte) << (8 * (i % 4));
    }
    words
}

/// −m⁻¹ mod 2³² for odd m by Newton's iteration: each step doubles the number of right bits, from 3.
fn negated_inverse(m: u32) -> u32 {
    let mut inverse = m;
    for _ in 0..4 {
        inverse = inverse.wrapping_mul(2u32.wrapping_sub(m.wrapping_mul(inverse)));
    }
    inverse.wrapping_neg()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crypto_bigint::modular::{BoxedMontyForm, BoxedMontyParams, FixedMontyForm, FixedMontyParams};
    use crypto_bigint::{Odd, U512};
    use proptest::prelude::*;

    fn bytes_of(words: &[u32]) -> Vec<u8> {
        words.iter().rev().flat_map(|word| word.to_be_bytes()).collect()
    }

    proptest! {
        #[test]
        fn sums_and_products_are_those_of_crypto_bigint(
            m in proptest::array::uniform32(any::<u16>()),
            a in proptest::array::uniform32(any::<u16>()),
            b in proptest::array::uniform32(any::<u16>()),
            edges in any::<(bool, bool, bool)>(),
        ) {
            // Runs of ones and zeros provoke carries.
            let octets = |half: u16, edge: bool| match edge {
                true => [if half & 1 == 0 { 0 } else { 0xFF }; 2],
                false => half.to_be_bytes(),
            };
            let number = |halves: &[u16; 32], edge: bool| -> Vec<u8> {
                halves.iter().flat_map(|half| octets(*half, edge)).collect()
            };
            let mut m = number(&m, edges.0);
            m[0] |= 0x80;
            m[63] |= 1;
            let (a, b) = (number(&a, edges.1), number(&b, edges.2));
            let modulus = Modulus::new(&m).unwrap();
            let params = FixedMontyParams::new_vartime(Odd::new(U512::from_be_slice(&m)).unwrap());
            let peer = |bytes: &[u8]| FixedMontyForm::new(&U512::from_be_slice(bytes), &params);
            let ours = |bytes: &[u8]| modulus.enter_reduced(bytes).unwrap();
            let check = |ours: Residue, peer: FixedMontyForm<{ U512::LIMBS }>| {
                assert_eq!(bytes_of(&modulus.leave(&ours)[..16]), peer.retrieve().to_be_bytes().to_vec());
            };
            check(modulus.mul(&ours(&a), &ours(&b)), peer(&a) * peer(&b));
            check(modulus.add(&ours(&a), &ours(&b)), peer(&a) + peer(&b));
            check(modulus.sub(&ours(&a), &ours(&b)), peer(&a) - peer(&b));
        }

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
            prop_assert_eq!(ours, (base < m.as_slice()).then(|| peer.to_be_bytes().to_vec()));
        }
    }

    fn mersenne() -> Vec<u8> {
        [vec![0x01, 0xFF], vec![0xFF; 64]].concat() // 2^521 − 1
    }

    #[test]
    fn an_inverse_times_its_number_is_one() {
        let modulus = Modulus::new(&mersenne()).unwrap();
        let a = modulus.enter(&[7; 65]).unwrap();
        assert_eq!(modulus.mul(&a, &modulus.invert(&a)), modulus.one());
    }

    #[test]
    fn the_square_of_a_root_is_the_number() {
        let modulus = Modulus::new(&mersenne()).unwrap();
        assert_eq!(modulus.square_root(&[0; MAX]), Some([0; MAX]));
        let a = modulus.enter(&[9; 64]).unwrap();
        let root = modulus.square_root(&modulus.square(&a)).unwrap();
        assert!(root == a || root == modulus.sub(&[0; MAX], &a));
        // −1 is no square modulo 4k + 3.
        assert_eq!(modulus.square_root(&modulus.sub(&[0; MAX], &modulus.one())), None);
    }

    #[test]
    fn numbers_that_reach_the_modulus_do_not_enter() {
        let modulus = Modulus::new(&[0x11; 24]).unwrap();
        assert_eq!(modulus.enter(&[0x11; 24]), None);
        assert!(modulus.enter(&[0x10; 24]).is_some());
        assert_eq!(modulus.enter(&[1; 73]), None);
        assert_eq!(modulus.enter(&[0; 99]), Some([0; MAX]));
        assert!(Modulus::new(&[0x10]).is_none());
        assert!(Modulus::new(&[]).is_none());
        assert!(LongModulus::new(&[]).is_none());
    }
}
