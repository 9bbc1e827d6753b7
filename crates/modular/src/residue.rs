//! Residues modulo an odd number of at most 521 bits.

use crate::kernel::Shape;
use crate::limbs::{Limbs, MAX, limbs, number_of};
use crate::number::{
    Number, WORDS, double, is_reached, negated_inverse, number, subtract, subtract_if_reached,
};

/// Arithmetic modulo an odd number of at most 521 bits, in Montgomery form. A residue is any number below
/// 18·m: sums are carried but not reduced, and a product of two such sums is below 2·m again, because
/// R = 2^(width·length) is at least 2¹⁰·m. That saves the comparison, and the branch that no processor can
/// foresee, behind every sum.
#[derive(Clone)]
pub struct Modulus {
    shape: Shape,
    pub(crate) number: Number,
    /// R mod m: one.
    pub(crate) one: Residue,
    /// R² mod m
    r2: Residue,
}

/// A residue in Montgomery form: below 18·m, each limb but the last below 2^width.
#[derive(Clone, Copy, Debug)]
pub struct Residue(pub(crate) Limbs);

/// Bits of the longest modulus, limbs, bits of a limb. A column has at most 2n products of two limbs, which fit
/// in 64 bits when 2n·2^(2w) does. With 30 bits and nine limbs at most 16 products of a column are full ones
/// (a top limb holds 21 bits at most), which with what is carried in is below 2⁶⁴ − 2³⁵ + 2³⁴ + 16.
const SHAPES: [(usize, usize, u32); 8] = [
    (160, 6, 29),
    (192, 7, 29),
    (224, 8, 30),
    (256, 9, 30),
    (320, 12, 28),
    (384, 14, 29),
    (512, 18, 29),
    (521, 19, 28),
];

impl Modulus {
    /// `None` unless the number (big-endian) is odd and fits.
    pub fn new(bytes: &[u8]) -> Option<Self> {
        let number = number(bytes)?;
        let last = number.iter().rposition(|word| *word != 0)?;
        if number[0] & 1 == 0 {
            return None;
        }
        let bits = 32 * last + (32 - number[last].leading_zeros() as usize);
        let (_, length, width) = SHAPES.into_iter().find(|(most, ..)| bits <= *most)?;
        let negated_inverse = negated_inverse(number[0]) & ((1 << width) - 1);
        let shape = Shape { words: limbs(&number, width), length, width, negated_inverse };
        // 2^(bits − 1), doubled until it is R.
        let radix = length * width as usize;
        let mut power = [0; WORDS];
        power[last] = 1 << ((bits - 1) % 32);
        for _ in bits - 1..radix {
            let top = double(&mut power, 0);
            subtract_if_reached(&mut power, top, &number);
        }
        let one = Residue(limbs(&power, width));
        let mut modulus = Self { shape, number, one, r2: one };
        modulus.r2 = modulus.radix_squared(radix);
        Some(modulus)
    }

    /// R², that is 2^exponent·R: squared and doubled as the bits of the exponent say.
    fn radix_squared(&self, exponent: usize) -> Residue {
        let mut power = self.one;
        for bit in (0..usize::BITS - exponent.leading_zeros()).rev() {
            power = self.square(&power);
            if exponent >> bit & 1 == 1 {
                power = self.sum::<2, 0, 0>(&power, &power); // < 3
            }
        }
        power
    }

    /// 1
    pub fn one(&self) -> Residue {
        self.one
    }

    /// The residue of a number below the modulus; `None` for others.
    pub fn enter(&self, bytes: &[u8]) -> Option<Residue> {
        let number = number(bytes)?;
        (!is_reached(&self.number, &number)).then(|| self.of(&number))
    }

    /// The residue of a number below twice the modulus; `None` for others.
    pub fn enter_reduced(&self, bytes: &[u8]) -> Option<Residue> {
        let mut number = number(bytes)?;
        if is_reached(&self.number, &number) {
            subtract(&mut number, &self.number);
        }
        (!is_reached(&self.number, &number)).then(|| self.of(&number))
    }

    pub(crate) fn of(&self, number: &Number) -> Residue {
        self.mul(&Residue(limbs(number, self.shape.width)), &self.r2)
    }

    /// The number itself.
    pub fn leave(&self, residue: &Residue) -> Number {
        let mut unit = [0; MAX];
        unit[0] = 1;
        // Below m + 18·m/R, so at most m.
        let limbs = self.mul(residue, &Residue(unit)).0;
        let mut number = number_of(&limbs, self.shape.length, self.shape.width);
        subtract_if_reached(&mut number, 0, &self.number);
        number
    }

    /// Whether it is 0 modulo m; it is below 16·m.
    pub fn is_zero(&self, residue: &Residue) -> bool {
        // j·m ≡ residue for a j below 16, which the lowest limb alone nearly always denies.
        let j = residue.0[0].wrapping_neg().wrapping_mul(self.shape.negated_inverse) & self.shape.mask();
        j < 16 && self.leave(residue) == [0; WORDS]
    }

    /// Whether both are the same modulo m; each is below 8·m.
    pub fn is_equal(&self, a: &Residue, b: &Residue) -> bool {
        self.is_zero(&self.sum::<1, -1, 8>(a, b))
    }

    /// a·b
    pub fn mul(&self, a: &Residue, b: &Residue) -> Residue {
        let mut product = Residue::ZERO;
        self.set_mul(&mut product, a, b);
        product
    }

    /// a²
    pub fn square(&self, a: &Residue) -> Residue {
        self.mul(a, a)
    }

    /// A·a + B·b + C·m, which the caller knows to lie between 0 and 18·m.
    pub(crate) fn sum<const A: i64, const B: i64, const C: i64>(&self, a: &Residue, b: &Residue) -> Residue {
        let mut sum = Residue::ZERO;
        self.set_sum::<A, B, C>(&mut sum, a, b);
        sum
    }

    /// As `mul`. Where time counts nothing is copied: WebAssembly's `memory.copy` is a call.
    pub(crate) fn set_mul(&self, product: &mut Residue, a: &Residue, b: &Residue) {
        self.shape.mul(&mut product.0, &a.0, &b.0);
    }

    /// As `square`.
    pub(crate) fn set_square(&self, square: &mut Residue, a: &Residue) {
        self.shape.mul(&mut square.0, &a.0, &a.0);
    }

    /// As `sum`.
    pub(crate) fn set_sum<const A: i64, const B: i64, const C: i64>(
        &self,
        sum: &mut Residue,
        a: &Residue,
        b: &Residue,
    ) {
        let n = self.shape.length.min(MAX);
        let (width, mask) = (self.shape.width, self.shape.mask());
        let mut carry = 0i64;
        for i in 0..n {
            let step =
                A * i64::from(a.0[i]) + B * i64::from(b.0[i]) + C * i64::from(self.shape.words[i]) + carry;
            sum.0[i] = step as u32 & mask;
            carry = step >> width;
        }
        debug_assert_eq!(carry, 0, "18·m is below R");
    }
}

impl Residue {
    /// 0
    pub(crate) const ZERO: Self = Self([0; MAX]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crypto_bigint::modular::{FixedMontyForm, FixedMontyParams};
    use crypto_bigint::{Odd, U576};
    use proptest::prelude::*;

    fn uint(bytes: &[u8]) -> U576 {
        let mut padded = [0; 72];
        padded[72 - bytes.len()..].copy_from_slice(bytes);
        U576::from_be_slice(&padded)
    }

    fn bytes_of(number: &Number) -> Vec<u8> {
        number.iter().rev().flat_map(|word| word.to_be_bytes()).collect()
    }

    fn number_of(halves: &[u16], edge: bool, octets: usize) -> Vec<u8> {
        // Runs of ones and zeros provoke carries.
        let octets_of =
            |half: &u16| if edge { [if half & 1 == 0 { 0 } else { 0xFF }; 2] } else { half.to_be_bytes() };
        halves.iter().flat_map(octets_of).take(octets).collect()
    }

    proptest! {
        #[test]
        fn sums_and_products_are_those_of_crypto_bigint(
            m in proptest::collection::vec(any::<u16>(), 33),
            a in proptest::collection::vec(any::<u16>(), 33),
            b in proptest::collection::vec(any::<u16>(), 33),
            edges in any::<(bool, bool, bool)>(),
            octets in prop::sample::select(vec![1usize, 8, 19, 20, 21, 24, 28, 29, 31, 32, 33, 40, 47, 48, 49, 64, 65]),
        ) {
            let mut m = number_of(&m, edges.0, octets);
            m[0] |= 0x80;
            m[octets - 1] |= 1;
            let (a, b) = (number_of(&a, edges.1, octets), number_of(&b, edges.2, octets));
            let modulus = Modulus::new(&m).unwrap();
            let params = FixedMontyParams::new_vartime(Odd::new(uint(&m)).unwrap());
            let peer = |bytes: &[u8]| FixedMontyForm::new(&uint(bytes), &params);
            let ours = |bytes: &[u8]| modulus.enter_reduced(bytes).unwrap();
            let check = |ours: Residue, peer: FixedMontyForm<{ U576::LIMBS }>| {
                assert_eq!(bytes_of(&modulus.leave(&ours)), peer.retrieve().to_be_bytes().to_vec());
            };
            let (ra, rb) = (ours(&a), ours(&b));
            let (pa, pb) = (peer(&a), peer(&b));
            check(modulus.mul(&ra, &rb), pa * pb);
            check(modulus.square(&ra), pa * pa);
            check(modulus.sum::<1, 1, 0>(&ra, &rb), pa + pb);
            check(modulus.sum::<1, -1, 2>(&ra, &rb), pa - pb);
            check(modulus.sum::<3, 1, 0>(&ra, &rb), pa + pa + pa + pb);
            // As large as a sum may be, times as large as it may be.
            let (high_a, high_b) = (modulus.sum::<1, 0, 16>(&ra, &ra), modulus.sum::<1, 0, 16>(&rb, &rb));
            check(modulus.mul(&high_a, &high_b), pa * pb);
            check(modulus.square(&high_a), pa * pa);
            let product = modulus.mul(&high_a, &high_b);
            check(modulus.mul(&product, &product), pa * pb * pa * pb);
            assert!(modulus.is_zero(&modulus.sum::<1, -1, 15>(&high_a, &high_a)));
            assert_eq!(modulus.is_equal(&ra, &rb), pa == pb);
        }
    }

    fn mersenne() -> Vec<u8> {
        [vec![0x01, 0xFF], vec![0xFF; 64]].concat() // 2^521 − 1
    }

    #[test]
    fn an_inverse_times_its_number_is_one() {
        let modulus = Modulus::new(&mersenne()).unwrap();
        let a = modulus.enter(&[7; 65]).unwrap();
        assert!(modulus.is_equal(&modulus.mul(&a, &modulus.invert(&a)), &modulus.one()));
    }

    #[test]
    fn the_square_of_a_root_is_the_number() {
        let modulus = Modulus::new(&mersenne()).unwrap();
        let zero = modulus.enter(&[]).unwrap();
        assert!(modulus.is_zero(&modulus.square_root(&zero).unwrap()));
        let a = modulus.enter(&[9; 64]).unwrap();
        let root = modulus.square_root(&modulus.square(&a)).unwrap();
        assert!(modulus.is_equal(&root, &a) || modulus.is_zero(&modulus.sum::<1, 1, 0>(&root, &a)));
        // −1 is no square modulo 4k + 3.
        let minus_one = modulus.sum::<-1, 0, 2>(&modulus.one(), &zero);
        assert!(modulus.square_root(&minus_one).is_none());
    }

    #[test]
    fn numbers_that_reach_the_modulus_do_not_enter() {
        let modulus = Modulus::new(&[0x11; 24]).unwrap();
        assert!(modulus.enter(&[0x11; 24]).is_none());
        assert!(modulus.enter(&[0x10; 24]).is_some());
        assert!(modulus.enter(&[1; 73]).is_none());
        assert!(modulus.is_zero(&modulus.enter(&[0; 99]).unwrap()));
        assert!(Modulus::new(&[0x10]).is_none());
        assert!(Modulus::new(&[]).is_none());
        assert!(Modulus::new(&[0xFF; 66]).is_none());
    }
}
