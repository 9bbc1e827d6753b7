//! Powers of residues, and what is one: inverses and square roots.

use crate::inverse::inverse;
use crate::number::{Number, WORDS, subtract};
use crate::residue::{Modulus, Residue};

impl Modulus {
    /// a⁻¹ for a prime modulus (Fermat); 0 stays 0.
    pub fn invert(&self, a: &Residue) -> Residue {
        let mut exponent = self.number;
        let mut two = [0; WORDS];
        two[0] = 2;
        subtract(&mut exponent, &two);
        self.power(a, &exponent)
    }

    /// As `invert`, for public numbers: its steps depend on the number, and take a fifth of the time.
    pub fn invert_public(&self, a: &Residue) -> Residue {
        self.of(&inverse(&self.leave(a), &self.number))
    }

    /// A square root of `a` for a prime modulus of the form 4k + 3; `None` for another prime, or when there
    /// is none.
    pub fn square_root(&self, a: &Residue) -> Option<Residue> {
        if self.number[0] & 3 != 3 {
            return None;
        }
        // a^((m + 1) / 4) = a^(k + 1) = a^k · a with k = ⌊m / 4⌋.
        let mut exponent = self.number;
        for i in 0..WORDS {
            let above = if i + 1 < WORDS { self.number[i + 1] } else { 0 };
            exponent[i] = self.number[i] >> 2 | above << 30;
        }
        let root = self.mul(&self.power(a, &exponent), a);
        self.is_equal(&self.square(&root), a).then_some(root)
    }

    fn power(&self, a: &Residue, exponent: &Number) -> Residue {
        // Fixed windows of four bits: a quarter of the multiplications.
        let mut powers = [self.one; 16];
        for i in 1..16 {
            powers[i] = self.mul(&powers[i - 1], a);
        }
        let (mut power, mut other) = (self.one, self.one);
        let length = exponent.iter().rposition(|word| *word != 0).map_or(0, |last| last + 1);
        for word in exponent[..length].iter().rev() {
            for pair in (0..4).rev() {
                let nibbles = (word >> (8 * pair)) as usize;
                for _ in 0..2 {
                    self.set_square(&mut other, &power);
                    self.set_square(&mut power, &other);
                }
                self.set_mul(&mut other, &power, &powers[nibbles >> 4 & 15]);
                for _ in 0..2 {
                    self.set_square(&mut power, &other);
                    self.set_square(&mut other, &power);
                }
                self.set_mul(&mut power, &other, &powers[nibbles & 15]);
            }
        }
        power
    }
}
