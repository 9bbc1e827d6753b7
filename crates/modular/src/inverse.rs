//! Inverses of public numbers: Bernstein, Yang, "Fast constant-time gcd computation and modular inversion" (2019).
//!
//! There f and g are halved step by step, and what a step does depends on their lowest bits alone. Thirty steps are
//! reckoned with those, then done to the long numbers at once. Here, unlike there, zeros are skipped: how long it takes
//! depends on the number.

use crate::limbs::{Limbs, MAX, limbs, number_of};
use crate::number::{Number, negated_inverse, subtract_if_reached};

/// Bits of a limb, and the steps that are done at once.
const WIDTH: u32 = 30;
const MASK: i64 = (1 << WIDTH) - 1;

/// Limbs from 0 to 2³⁰ − 1; the last in use has the sign.
type Signed = [i64; MAX];

/// Thirty steps: (f, g) becomes (uf + vg, qf + rg) / 2³⁰, where |u| + |v| and |q| + |r| are at most 2³⁰.
struct Steps {
    u: i64,
    v: i64,
    q: i64,
    r: i64,
}

/// number⁻¹ mod m for a prime m and a number below it; 0 stays 0.
pub(crate) fn inverse(number: &Number, m: &Number) -> Number {
    let signed = |number: &Number| -> Signed { limbs(number, WIDTH).map(i64::from) };
    let modulus = signed(m);
    let length = modulus.iter().rposition(|limb| *limb != 0).map_or(1, |last| last + 1);
    let negated = i64::from(negated_inverse(m[0])) & MASK;
    let (mut f, mut g) = (modulus, signed(number));
    // d·number ≡ f and e·number ≡ g (mod m); both are between −2m and m.
    let (mut d, mut e) = ([0; MAX], [0; MAX]);
    e[0] = 1;
    let mut eta = -1;
    let mut used = length;
    while g[..used].iter().any(|limb| *limb != 0) {
        let steps = Steps::new(&mut eta, f[0], g[0]);
        let (i, j) = steps.multiples(&d[..length], &e[..length], negated);
        steps.apply(&mut d[..length], &mut e[..length], &modulus, i, j);
        steps.apply(&mut f[..used], &mut g[..used], &modulus, 0, 0);
        let is_sign = |limb: i64| limb == 0 || limb == -1;
        if used > 1 && is_sign(f[used - 1]) && is_sign(g[used - 1]) {
            used -= 1;
            f[used - 1] += f[used] << WIDTH;
            g[used - 1] += g[used] << WIDTH;
        }
    }
    // f is 1 or −1. ±d + 2m is not negative and below 4m.
    let sign = if f[used - 1] < 0 { -1 } else { 1 };
    let mut sum: Limbs = [0; MAX];
    let mut carry = 0;
    for i in 0..length {
        carry += sign * d[i] + 2 * modulus[i];
        let is_last = i + 1 == length;
        sum[i] = if is_last { carry } else { carry & MASK } as u32;
        carry >>= WIDTH;
    }
    let mut inverse = number_of(&sum, length, WIDTH);
    for _ in 0..3 {
        subtract_if_reached(&mut inverse, 0, m);
    }
    inverse
}

impl Steps {
    /// Those that the lowest limbs of f and g ask for.
    fn new(eta: &mut i32, mut f: i64, mut g: i64) -> Self {
        let mut steps = Self { u: 1, v: 0, q: 0, r: 1 };
        let mut left = WIDTH;
        loop {
            let zeros = (g | -1 << left).trailing_zeros();
            g >>= zeros;
            steps.u <<= zeros;
            steps.v <<= zeros;
            *eta -= zeros as i32;
            left -= zeros;
            if left == 0 {
                return steps;
            }
            if *eta < 0 {
                *eta = -*eta;
                (f, g) = (g, -f);
                (steps.u, steps.q) = (steps.q, -steps.u);
                (steps.v, steps.r) = (steps.r, -steps.v);
            }
            // So many bits of g can go before f and g change places; f·(f² − 2) ≡ −f⁻¹ (mod 64) for odd f.
            let bits = left.min(*eta as u32 + 1).min(6);
            let low = f & 63;
            let factor = (low * (low * low - 2) * (g & 63)) & ((1 << bits) - 1);
            g += f * factor;
            steps.q += steps.u * factor;
            steps.r += steps.v * factor;
        }
    }

    /// How often m is to be added to the new d and e, so that 2³⁰ divides them and they stay between −2m and m.
    fn multiples(&self, d: &[i64], e: &[i64], negated: i64) -> (i64, i64) {
        let sign = |number: &[i64]| number[number.len() - 1] >> 63;
        let (d_sign, e_sign) = (sign(d), sign(e));
        let multiple = |a: i64, b: i64| {
            let least = (a & d_sign) + (b & e_sign);
            let low = (a * d[0] + b * e[0]) & MASK;
            least - ((least - negated * low) & MASK)
        };
        (multiple(self.u, self.v), multiple(self.q, self.r))
    }

    /// The steps done to two numbers of one length, to which i·m and j·m are added.
    fn apply(&self, a: &mut [i64], b: &mut [i64], m: &Signed, i: i64, j: i64) {
        let length = a.len().min(b.len()).min(MAX);
        let (mut carry_a, mut carry_b) = (0, 0);
        for k in 0..length {
            let (x, y) = (a[k], b[k]);
            carry_a += self.u * x + self.v * y + i * m[k];
            carry_b += self.q * x + self.r * y + j * m[k];
            if k > 0 {
                a[k - 1] = carry_a & MASK;
                b[k - 1] = carry_b & MASK;
            }
            carry_a >>= WIDTH;
            carry_b >>= WIDTH;
        }
        a[length - 1] = carry_a;
        b[length - 1] = carry_b;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Modulus;
    use crate::number::{WORDS, number, subtract};
    use proptest::prelude::*;

    /// 2^bits − less: a prime.
    fn prime(bits: usize, less: u32) -> Vec<u8> {
        let mut words = [0u32; WORDS];
        words[bits / 32] = 1 << (bits % 32);
        let mut small = [0; WORDS];
        small[0] = less;
        subtract(&mut words, &small);
        words.iter().rev().flat_map(|word| word.to_be_bytes()).collect()
    }

    fn primes() -> [Vec<u8>; 6] {
        [prime(3, 1), prime(31, 1), prime(61, 1), prime(160, 47), prime(255, 19), prime(521, 1)]
    }

    /// Each prime with what the number is modulo it, against the power that Fermat's theorem gives.
    fn check(number_of: impl Fn(&Number) -> Number) {
        for prime in primes() {
            let modulus = Modulus::new(&prime).unwrap();
            let m = number(&prime).unwrap();
            let number = number_of(&m);
            let residue = modulus.of(&number);
            let found = inverse(&modulus.leave(&residue), &m);
            assert_eq!(found, modulus.leave(&modulus.invert(&residue)), "{number:X?} mod {m:X?}");
        }
    }

    proptest! {
        #[test]
        fn inverses_are_the_powers_of_fermat(words in any::<[u32; WORDS]>(), edge in any::<bool>()) {
            check(|m| {
                let mut number = words;
                for (word, m) in number.iter_mut().zip(m).rev() {
                    // Runs of ones and zeros; below m or not by much.
                    *word = if edge { 0u32.wrapping_sub(*word & 1) & m } else { *word & m };
                }
                number
            });
        }
    }

    #[test]
    fn the_ends_of_the_range_have_their_inverses_and_zero_stays_zero() {
        for small in 0..3 {
            let mut number = [0; WORDS];
            number[0] = small;
            check(|_| number);
            check(|m| {
                let mut less = *m;
                let mut by = [0; WORDS];
                by[0] = small + 1;
                subtract(&mut less, &by);
                less
            });
        }
        let m = number(&primes()[5]).unwrap();
        assert_eq!(inverse(&[0; WORDS], &m), [0; WORDS]);
    }
}
