//! Points of a curve y² = x³ + ax + b.
//!
//! How large each sum gets is noted behind it, in multiples of m: `// < 9`. A product of factors below 16
//! is below 1.25, since R is at least 2¹⁰·m.

use crate::number::{Number, WORDS, number};
use crate::residue::{Modulus, Residue};

/// The points of a curve, in Jacobian coordinates (x = X/Z², y = Y/Z³).
pub struct Group {
    field: Modulus,
    a: Residue,
    b: Residue,
}

/// A point: x, y < 12, z < 3.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    x: Residue,
    y: Residue,
    z: Residue,
    is_infinity: bool,
}

impl Point {
    /// The neutral element.
    pub fn is_infinity(&self) -> bool {
        self.is_infinity
    }
}

impl Group {
    /// `None` when the field does not fit, or for a coefficient that is not below p.
    pub fn new(p: &[u8], a: &[u8], b: &[u8]) -> Option<Self> {
        let field = Modulus::new(p)?;
        let (a, b) = (field.enter(a)?, field.enter(b)?);
        Some(Self { field, a, b })
    }

    /// The point of these coordinates; `None` unless both are below p and the equation holds.
    pub fn point(&self, x: &[u8], y: &[u8]) -> Option<Point> {
        let f = &self.field;
        let (x, y) = (f.enter(x)?, f.enter(y)?);
        f.is_equal(&f.square(&y), &self.cubic(&x)).then(|| Point { x, y, z: f.one(), is_infinity: false })
    }

    /// The point of this x whose y is odd or even (SEC 1 §2.3.4); `None` when there is none, or for a prime
    /// that is not of the form 4k + 3 (P-224).
    pub fn decompressed(&self, x: &[u8], y_is_odd: bool) -> Option<Point> {
        let f = &self.field;
        let x = f.enter(x)?;
        let y = f.square_root(&self.cubic(&x))?;
        let is_odd = f.leave(&y)[0] & 1 == 1;
        if is_odd != y_is_odd && f.is_zero(&y) {
            return None;
        }
        let y = if is_odd == y_is_odd { y } else { f.sum::<-1, 0, 2>(&y, &y) };
        Some(Point { x, y, z: f.one(), is_infinity: false })
    }

    /// (x² + a)·x + b
    fn cubic(&self, x: &Residue) -> Residue {
        let f = &self.field;
        let sum = f.sum::<1, 1, 0>(&f.square(x), &self.a); // < 3
        f.sum::<1, 1, 0>(&f.mul(&sum, x), &self.b) // < 3
    }

    /// x and y as numbers; `None` for infinity.
    pub fn coordinates(&self, point: &Point) -> Option<(Number, Number)> {
        if point.is_infinity() {
            return None;
        }
        let f = &self.field;
        let inverse = f.invert(&point.z);
        let square = f.square(&inverse);
        let (x, y) = (f.mul(&point.x, &square), f.mul(&point.y, &f.mul(&square, &inverse)));
        Some((f.leave(&x), f.leave(&y)))
    }

    /// Whether x of the point is this number below p, that is X = number·Z²: no inversion needed.
    pub fn has_x(&self, point: &Point, number: &[u8]) -> bool {
        let f = &self.field;
        !point.is_infinity()
            && f.enter(number).is_some_and(|number| {
                // < 8, as the x of a sum or a double: is_equal asks for it.
                f.is_equal(&f.mul(&number, &f.square(&point.z)), &f.mul(&point.x, &f.one()))
            })
    }

    /// u·P + v·Q for big-endian numbers; `None` when they do not fit.
    pub fn combine(&self, u: &[u8], p: &Point, v: &[u8], q: &Point) -> Option<Point> {
        Some(self.combine_numbers(&number(u)?, p, &number(v)?, q))
    }

    /// u·P + v·Q, both at once (Straus), each recoded in width-5 NAF.
    pub fn combine_numbers(&self, u: &Number, p: &Point, v: &Number, q: &Point) -> Point {
        let one = self.field.one();
        let mut sum = Point { x: one, y: one, z: one, is_infinity: true };
        let mut space = Space::new();
        let (u, v) = (recode(u), recode(v));
        let (ps, qs) = (self.odd_multiples(p, &mut space), self.odd_multiples(q, &mut space));
        let mut pending = 0;
        for i in (0..DIGITS).rev() {
            pending += 1;
            for (digit, table) in [(u[i], &ps), (v[i], &qs)] {
                if digit != 0 {
                    self.double(&mut sum, pending, &mut space);
                    pending = 0;
                    self.add(&mut sum, &table[usize::from(digit.unsigned_abs() / 2)], digit < 0, &mut space);
                }
            }
        }
        self.double(&mut sum, pending, &mut space);
        sum
    }

    /// 2ᵗⁱᵐᵉˢ·P. Modified Jacobian coordinates carry aZ⁴, so that any `a` costs 4M + 4S a doubling
    /// (Cohen, Miyaji, Ono 1998).
    fn double(&self, point: &mut Point, times: usize, space: &mut Space) {
        if times == 0 || point.is_infinity {
            return;
        }
        let f = &self.field;
        let Point { x, y, z, .. } = point;
        let Space([az4, one, xx, yy2, u, xyy2, m, other, s]) = space;
        f.set_square(one, z);
        f.set_square(other, one);
        f.set_mul(az4, &self.a, other);
        for _ in 0..times {
            f.set_square(one, y);
            f.set_sum::<2, 0, 0>(yy2, one, one); // 2y² < 3
            f.set_square(xx, x);
            f.set_square(one, yy2);
            f.set_sum::<2, 0, 0>(u, one, one); // 8y⁴ < 3
            f.set_mul(xyy2, x, yy2);
            f.set_sum::<3, 1, 0>(m, xx, az4); // 3x² + aZ⁴ < 7
            f.set_mul(one, y, z);
            f.set_sum::<2, 0, 0>(z, one, one); // 2yz < 3
            f.set_square(one, m);
            f.set_sum::<1, -4, 5>(x, one, xyy2); // m² − 2·4xy² < 7
            f.set_sum::<2, -1, 7>(s, xyy2, x); // 4xy² − x < 10
            f.set_mul(one, m, s);
            f.set_sum::<1, -1, 3>(y, one, u); // < 5
            f.set_mul(one, u, az4);
            f.set_sum::<2, 0, 0>(az4, one, one); // < 3
        }
    }

    /// P ± Q with every special case: infinity, equal, opposite.
    fn add(&self, p: &mut Point, q: &Multiple, is_negative: bool, space: &mut Space) {
        let f = &self.field;
        if q.point.is_infinity {
            return;
        }
        if p.is_infinity {
            *p = q.point;
            if is_negative {
                f.set_sum::<-1, 0, 12>(&mut p.y, &q.point.y, &q.point.y);
            }
            return;
        }
        let Space([one, other, u1, s1, h, r, hh, hhh, v]) = space;
        f.set_mul(u1, &p.x, &q.zz);
        f.set_mul(s1, &p.y, &q.zzz);
        f.set_square(one, &p.z);
        f.set_mul(other, &q.point.x, one);
        f.set_sum::<1, -1, 2>(h, other, u1); // < 4
        f.set_mul(other, one, &p.z);
        f.set_mul(one, &q.point.y, other);
        if is_negative {
            f.set_sum::<-1, -1, 4>(r, one, s1); // < 4
        } else {
            f.set_sum::<1, -1, 2>(r, one, s1); // < 4
        }
        if f.is_zero(h) {
            if f.is_zero(r) {
                self.double(p, 1, space);
            } else {
                p.is_infinity = true;
            }
            return;
        }
        f.set_square(hh, h);
        f.set_mul(hhh, hh, h);
        f.set_mul(v, u1, hh);
        f.set_square(one, r);
        f.set_sum::<1, -1, 2>(other, one, hhh); // < 4
        f.set_sum::<1, -2, 3>(&mut p.x, other, v); // < 7
        f.set_sum::<1, -1, 7>(other, v, &p.x); // < 9
        f.set_mul(one, r, other);
        f.set_mul(other, s1, hhh);
        f.set_sum::<1, -1, 2>(&mut p.y, one, other); // < 4
        f.set_mul(one, &p.z, &q.point.z);
        f.set_mul(&mut p.z, one, h);
    }

    /// P, 3P, … 15P
    fn odd_multiples(&self, p: &Point, space: &mut Space) -> [Multiple; 8] {
        let mut twice = *p;
        self.double(&mut twice, 1, space);
        let twice = self.multiple(twice);
        let mut table = [self.multiple(*p); 8];
        for i in 1..8 {
            let mut next = table[i - 1].point;
            self.add(&mut next, &twice, false, space);
            table[i] = self.multiple(next);
        }
        table
    }

    fn multiple(&self, point: Point) -> Multiple {
        let zz = self.field.square(&point.z);
        Multiple { point, zz, zzz: self.field.mul(&zz, &point.z) }
    }
}

/// An entry of a table, with Z² and Z³.
#[derive(Clone, Copy)]
struct Multiple {
    point: Point,
    zz: Residue,
    zzz: Residue,
}

/// Room for what is reckoned on the way; what was left there does not count.
struct Space([Residue; 9]);

impl Space {
    fn new() -> Self {
        Self([Residue::ZERO; 9])
    }
}

/// Digits of a recoded number: one more than its bits.
const DIGITS: usize = 32 * WORDS + 1;

/// Width-5 non-adjacent form: `scalar = Σ digits[i]·2ⁱ`, digits zero or odd between −15 and 15, at most
/// one in five not zero. (The number is below 2⁵²¹, so nothing is carried beyond the last digit.)
fn recode(scalar: &Number) -> Vec<i8> {
    const WIDTH: usize = 5;
    let bit = |i: usize| scalar.get(i / 32).is_some_and(|word| (word >> (i % 32)) & 1 == 1);
    let mut digits = vec![0; DIGITS];
    let mut carry = false;
    let mut i = 0;
    while i < digits.len() {
        if bit(i) == carry {
            i += 1;
            continue;
        }
        let window = (0..WIDTH).fold(0i8, |window, j| window | (i8::from(bit(i + j)) << j));
        let window = window + i8::from(carry);
        carry = window > 15;
        digits[i] = if carry { window - 32 } else { window };
        i += WIDTH;
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recoded_scalar_is_the_same_number() {
        for scalar in [
            [0u32, 0],
            [1, 0],
            [0xFFFF_FFFF; 2],
            [0x8000_0001, 0x7FFF_FFFF],
            [31, 0],
            [0xDEAD_BEEF, 0x1234_5678],
        ] {
            let mut long = [0; WORDS];
            long[..2].copy_from_slice(&scalar);
            let digits = recode(&long);
            let sum: i128 =
                digits.iter().enumerate().filter(|(_, d)| **d != 0).map(|(i, d)| i128::from(*d) << i).sum();
            assert_eq!(sum, i128::from(scalar[0]) | i128::from(scalar[1]) << 32);
            assert!(digits.iter().all(|d| *d == 0 || (d % 2 != 0 && d.abs() < 16)));
        }
    }
}
