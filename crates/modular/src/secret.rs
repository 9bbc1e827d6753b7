//! The same arithmetic for secret numbers: what it does, and in which order, depends on the lengths of its
//! inputs and not on their values.
//!
//! Points are added by one complete formula that has no special cases; a multiple is a fixed sequence of such
//! additions, its table read whole at each step. Products and sums of residues are free of branches already.

use zeroize::{Zeroize, Zeroizing};

use crate::long::LongModulus;
use crate::number::{Number, double, is_reached, subtract_if_reached, words};
use crate::residue::{Modulus, Residue};

/// The points of a curve y² = x³ + ax + b of odd order, for multiples by secret numbers.
pub struct SecretGroup {
    field: Modulus,
    a: Residue,
    b: Residue,
    /// 3b
    b3: Residue,
}

/// A point in homogeneous coordinates (x = X/Z, y = Y/Z); x, y, z < 4. Wiped when it is dropped.
#[derive(Clone)]
pub struct SecretPoint {
    x: Residue,
    y: Residue,
    z: Residue,
}

impl Drop for SecretPoint {
    #[inline(never)]
    fn drop(&mut self) {
        for residue in [&mut self.x, &mut self.y, &mut self.z] {
            residue.0.zeroize();
        }
    }
}

impl SecretGroup {
    /// `None` when the field does not fit, or for a coefficient that is not below p.
    pub fn new(p: &[u8], a: &[u8], b: &[u8]) -> Option<Self> {
        let field = Modulus::new(p)?;
        let (a, b) = (field.enter(a)?, field.enter(b)?);
        let b3 = field.sum::<3, 0, 0>(&b, &b); // < 4
        Some(Self { field, a, b, b3 })
    }

    /// The point of these public coordinates; `None` unless both are below p and the equation holds.
    pub fn point(&self, x: &[u8], y: &[u8]) -> Option<SecretPoint> {
        let f = &self.field;
        let (x, y) = (f.enter(x)?, f.enter(y)?);
        let sum = f.sum::<1, 1, 0>(&f.square(&x), &self.a); // < 3
        let cubic = f.sum::<1, 1, 0>(&f.mul(&sum, &x), &self.b); // < 3
        f.is_equal(&f.square(&y), &cubic).then(|| SecretPoint { x, y, z: f.one() })
    }

    /// k·P for a big-endian number of any length; the number of steps is that of its octets.
    pub fn multiply(&self, k: &[u8], p: &SecretPoint) -> SecretPoint {
        let mut table = Vec::with_capacity(16);
        let mut next = self.infinity();
        for _ in 0..16 {
            let after = self.add(&next, p);
            table.push(next);
            next = after;
        }
        let mut sum = self.infinity();
        for octet in k {
            for nibble in [octet >> 4, octet & 15] {
                for _ in 0..4 {
                    sum = self.add(&sum, &sum);
                }
                let term = self.pick(&table, u32::from(nibble));
                sum = self.add(&sum, &term);
            }
        }
        sum
    }

    /// P + Q, whatever they are: Renes, Costello, Batina, "Complete addition formulas for prime order
    /// elliptic curves" (2016), algorithm 1. Complete because the order is odd.
    #[inline(never)]
    pub fn add(&self, p: &SecretPoint, q: &SecretPoint) -> SecretPoint {
        let (t0, t1, t2) = (self.mul(&p.x, &q.x), self.mul(&p.y, &q.y), self.mul(&p.z, &q.z));
        let cross = |a: (&Residue, &Residue), b: (&Residue, &Residue), one: &Residue, other: &Residue| {
            let (a, b) = (self.sum::<1, 1, 0>(a.0, a.1), self.sum::<1, 1, 0>(b.0, b.1)); // < 8
            self.sum::<1, -1, 3>(&self.mul(&a, &b), &self.sum::<1, 1, 0>(one, other)) // < 5
        };
        let t3 = cross((&p.x, &p.y), (&q.x, &q.y), &t0, &t1);
        let t4 = cross((&p.x, &p.z), (&q.x, &q.z), &t0, &t2);
        let t5 = cross((&p.y, &p.z), (&q.y, &q.z), &t1, &t2);
        let at2 = self.mul(&self.a, &t2);
        let s = self.sum::<1, 1, 0>(&self.mul(&self.a, &t4), &self.mul(&self.b3, &t2)); // < 3
        let minus = self.sum::<1, -1, 3>(&t1, &s); // < 5
        let plus = self.sum::<1, 1, 0>(&t1, &s); // < 5
        let u = self.sum::<3, 1, 0>(&t0, &at2); // < 6
        let rest = self.mul(&self.a, &self.sum::<1, -1, 2>(&t0, &at2));
        let w = self.sum::<1, 1, 0>(&self.mul(&self.b3, &t4), &rest); // < 3
        SecretPoint {
            x: self.sum::<1, -1, 2>(&self.mul(&t3, &minus), &self.mul(&t5, &w)), // < 4
            y: self.sum::<1, 1, 0>(&self.mul(&plus, &minus), &self.mul(&u, &w)), // < 3
            z: self.sum::<1, 1, 0>(&self.mul(&t5, &plus), &self.mul(&t3, &u)),   // < 3
        }
    }

    /// x and y as numbers; `None` for infinity.
    pub fn coordinates(&self, p: &SecretPoint) -> Option<(Number, Number)> {
        let f = &self.field;
        // Nobody who follows the protocol meets infinity: whether it is met is no secret.
        if f.is_zero(&p.z) {
            return None;
        }
        // The exponent of the inversion is p − 2, which is public.
        let inverse = f.invert(&p.z);
        Some((f.leave(&self.mul(&p.x, &inverse)), f.leave(&self.mul(&p.y, &inverse))))
    }

    fn infinity(&self) -> SecretPoint {
        SecretPoint { x: Residue::ZERO, y: self.field.one(), z: Residue::ZERO }
    }

    /// The entry of this number, all entries being read.
    #[inline(never)]
    fn pick(&self, table: &[SecretPoint], number: u32) -> SecretPoint {
        let mut picked = SecretPoint { x: Residue::ZERO, y: Residue::ZERO, z: Residue::ZERO };
        for (i, entry) in table.iter().enumerate() {
            let mask = equal_mask(i as u32, number);
            for (to, from) in
                [(&mut picked.x, &entry.x), (&mut picked.y, &entry.y), (&mut picked.z, &entry.z)]
            {
                for (to, from) in to.0.iter_mut().zip(&from.0) {
                    *to |= from & mask;
                }
            }
        }
        picked
    }

    #[inline(never)]
    fn mul(&self, a: &Residue, b: &Residue) -> Residue {
        note(0);
        self.field.mul(a, b)
    }

    #[inline(never)]
    fn sum<const A: i64, const B: i64, const C: i64>(&self, a: &Residue, b: &Residue) -> Residue {
        note(1);
        self.field.sum::<A, B, C>(a, b)
    }
}

/// Powers modulo a public odd number by secret exponents.
pub struct SecretPowers {
    modulus: LongModulus,
    octets: usize,
}

impl SecretPowers {
    /// `None` unless the number (big-endian, without leading zeros) is odd.
    pub fn new(modulus: &[u8]) -> Option<Self> {
        Some(Self { modulus: LongModulus::new(modulus)?, octets: modulus.len() })
    }

    /// base^exponent, as long as the modulus; `None` unless the base is below it. Two products for each bit
    /// of the exponent's octets, whatever they are.
    pub fn power(&self, base: &[u8], exponent: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let m = &self.modulus;
        let base = Zeroizing::new(m.enter(base)?);
        let mut power = Zeroizing::new(m.one()?);
        for octet in exponent {
            for bit in (0..8).rev() {
                power = Zeroizing::new(m.mul(&power, &power));
                let other = Zeroizing::new(m.mul(&power, &base));
                // All ones for a bit that is set.
                let mask = core::hint::black_box(u32::from(octet >> bit & 1)).wrapping_neg();
                for (word, other) in power.iter_mut().zip(other.iter()) {
                    *word = *word & !mask | other & mask;
                }
            }
        }
        self.leave(&power)
    }

    /// base^exponent for a public exponent: one product for each bit, and one for each that is set.
    pub fn public_power(&self, base: &[u8], exponent: &[u8]) -> Option<Vec<u8>> {
        let power = self.modulus.power(base, exponent)?;
        power.get(power.len().checked_sub(self.octets)?..).map(<[u8]>::to_vec)
    }

    /// a·b, as long as the modulus; `None` unless both are below it.
    pub fn multiply(&self, a: &[u8], b: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let m = &self.modulus;
        let (a, b) = (Zeroizing::new(m.enter(a)?), Zeroizing::new(m.enter(b)?));
        self.leave(&Zeroizing::new(m.mul(&a, &b)))
    }

    fn leave(&self, number: &[u32]) -> Option<Zeroizing<Vec<u8>>> {
        let octets = Zeroizing::new(self.modulus.leave(number)?);
        octets.get(octets.len().checked_sub(self.octets)?..).map(|octets| Zeroizing::new(octets.to_vec()))
    }
}

/// (number mod (n − 1)) + 1, as long as n: a secret number from 1 to n − 1 out of random octets, which are at
/// least eight more than n has (FIPS 186-5 §A.2.1). `None` when n is below 3.
pub fn secret_scalar(random: &[u8], n: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut less = words(n, 0);
    *less.first_mut()? &= !1; // n is odd
    if is_reached(&less, &words(&[2], less.len())) {
        return None;
    }
    less.push(0);
    let mut rest = Zeroizing::new(vec![0u32; less.len()]);
    for octet in random {
        for bit in (0..8).rev() {
            // Twice the rest and a bit, which is below twice the divisor.
            double(&mut rest, u32::from(octet >> bit & 1));
            subtract_if_reached(&mut rest, 0, &less);
        }
    }
    let mut carry = 1u64;
    for word in rest.iter_mut() {
        let step = u64::from(*word) + carry;
        *word = step as u32;
        carry = step >> 32;
    }
    let octets = Zeroizing::new(rest.iter().rev().flat_map(|word| word.to_be_bytes()).collect::<Vec<u8>>());
    Some(Zeroizing::new(octets[octets.len() - n.len()..].to_vec()))
}

/// All ones for equal numbers below 2³¹, zeros for others; the compiler may not turn it into a branch.
fn equal_mask(a: u32, b: u32) -> u32 {
    let difference = core::hint::black_box(a ^ b);
    ((i64::from(difference) - 1) >> 63) as u32
}

#[cfg(not(test))]
fn note(_operation: u8) {}

#[cfg(test)]
use tests::note;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Group;
    use proptest::prelude::*;
    use std::cell::RefCell;

    thread_local! {
        static OPERATIONS: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    }

    pub(super) fn note(operation: u8) {
        OPERATIONS.with_borrow_mut(|operations| operations.push(operation));
    }

    fn hex(text: &str) -> Vec<u8> {
        text.as_bytes()
            .chunks(2)
            .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
            .collect()
    }

    struct Curve {
        p: Vec<u8>,
        a: Vec<u8>,
        b: Vec<u8>,
        x: Vec<u8>,
        y: Vec<u8>,
        n: Vec<u8>,
    }

    /// P-256 (a = −3) and brainpoolP256r1 (any a); all curves of the table are compared in the library's tests.
    fn curves() -> [Curve; 2] {
        [
            Curve {
                p: hex("FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF"),
                a: hex("FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFC"),
                b: hex("5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B"),
                x: hex("6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296"),
                y: hex("4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5"),
                n: hex("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"),
            },
            Curve {
                p: hex("A9FB57DBA1EEA9BC3E660A909D838D726E3BF623D52620282013481D1F6E5377"),
                a: hex("7D5A0975FC2C3057EEF67530417AFFE7FB8055C126DC5C6CE94A4B44F330B5D9"),
                b: hex("26DC5C6CE94A4B44F330B5D9BBD77CBF958416295CF7E1CE6BCCDC18FF8C07B6"),
                x: hex("8BD2AEB9CB7E57CB2C4B482FFC81B7AFB9DE27E1E3BD23C23A4453BD9ACE3262"),
                y: hex("547EF835C3DAC4FD97F8461A14611DC9C27745132DED8E545C1D54C72F046997"),
                n: hex("A9FB57DBA1EEA9BC3E660A909D838D718C397AA3B561A6F7901E0E82974856A7"),
            },
        ]
    }

    fn multiple(curve: &Curve, k: &[u8]) -> Option<(Number, Number)> {
        let group = SecretGroup::new(&curve.p, &curve.a, &curve.b).unwrap();
        let g = group.point(&curve.x, &curve.y).unwrap();
        group.coordinates(&group.multiply(k, &g))
    }

    fn plain_multiple(curve: &Curve, k: &[u8]) -> Option<(Number, Number)> {
        let group = Group::new(&curve.p, &curve.a, &curve.b).unwrap();
        let g = group.point(&curve.x, &curve.y).unwrap();
        group.coordinates(&group.combine(k, &g, &[], &g).unwrap())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn multiples_are_those_of_the_fast_arithmetic(k in proptest::collection::vec(any::<u8>(), 0..40)) {
            for curve in curves() {
                prop_assert_eq!(multiple(&curve, &k), plain_multiple(&curve, &k));
            }
        }

        #[test]
        fn scalars_are_remainders(random in proptest::collection::vec(any::<u8>(), 40)) {
            use crypto_bigint::{BoxedUint, NonZero};
            let n = &curves()[1].n;
            let wide = |bytes: &[u8]| BoxedUint::from_be_slice(bytes, 320).unwrap();
            let less = wide(n).wrapping_sub(wide(&[1]));
            let peer = wide(&random).rem_vartime(&NonZero::new(less).unwrap()).wrapping_add(wide(&[1]));
            let peer = peer.to_be_bytes();
            let ours = secret_scalar(&random, n).unwrap();
            prop_assert_eq!(ours.as_slice(), &peer[peer.len() - n.len()..]);
        }
    }

    #[test]
    fn the_edges_of_the_range_come_out_right() {
        for curve in curves() {
            let mut minus_one = curve.n.clone();
            *minus_one.last_mut().unwrap() -= 1;
            for k in [&[0][..], &[1], &[2], &[0, 0, 15], &minus_one, &curve.n, &[0xFF; 32]] {
                assert_eq!(multiple(&curve, k), plain_multiple(&curve, k), "{k:02X?}");
            }
            assert!(multiple(&curve, &curve.n).is_none());
            let (zeros, ones) = (vec![0; 40], vec![0xFF; 40]);
            assert_eq!(secret_scalar(&zeros, &curve.n).unwrap().last(), Some(&1));
            assert_eq!(secret_scalar(&ones, &curve.n).unwrap().len(), curve.n.len());
            assert!(secret_scalar(&zeros, &[1]).is_none());
        }
    }

    #[test]
    fn the_sequence_of_field_operations_does_not_depend_on_the_secret() {
        let trace = |curve: &Curve, k: &[u8]| {
            let group = SecretGroup::new(&curve.p, &curve.a, &curve.b).unwrap();
            let g = group.point(&curve.x, &curve.y).unwrap();
            OPERATIONS.with_borrow_mut(Vec::clear);
            let _ = group.coordinates(&group.multiply(k, &g));
            OPERATIONS.take()
        };
        for curve in curves() {
            let expected = trace(&curve, &[0xA5; 32]);
            assert!(expected.len() > 5_000);
            let mut minus_one = curve.n.clone();
            *minus_one.last_mut().unwrap() -= 1;
            let mut one = [0; 32];
            one[31] = 1;
            for k in [[0x00; 32].as_slice(), &one, &[0x0F; 32], &[0xF0; 32], &[0xFF; 32], &minus_one] {
                // Infinity ends before the two products of its coordinates.
                let found = trace(&curve, k);
                assert_eq!(found, expected[..found.len()]);
                assert!(expected.len() - found.len() <= 2);
            }
        }
    }

    #[test]
    fn powers_are_those_of_the_fast_arithmetic() {
        let mut p = [0xC5; 128];
        p[127] = 0xC7;
        let powers = SecretPowers::new(&p).unwrap();
        for exponent in [&[1][..], &[0], &[3], &[0x31; 20], &[0xFF; 33]] {
            let fast = crate::LongModulus::new(&p).unwrap().power(&[0x77; 128], exponent).unwrap();
            assert_eq!(*powers.power(&[0x77; 128], exponent).unwrap(), fast);
        }
        assert_eq!(
            powers.public_power(&[0x77; 128], &[9, 9]).unwrap(),
            *powers.power(&[0x77; 128], &[9, 9]).unwrap()
        );
        let square = powers.multiply(&[0x77; 128], &[0x77; 128]).unwrap();
        assert_eq!(*square, *powers.power(&[0x77; 128], &[2]).unwrap());
        assert!(SecretPowers::new(&[4]).is_none());
        assert!(powers.power(&[1; 129], &[1]).is_none());
    }
}
