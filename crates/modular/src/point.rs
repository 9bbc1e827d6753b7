//! Points of a curve y² = x³ + ax + b.
//!
//! How large each sum gets is noted behind it, in multiples of m: `// < 9`. A product of factors below 16
//! is below 1.25, since R is at least 2¹⁰·m; with one below 18 (doubled in `add`) it is below 1.4.

use crate::number::{Number, WORDS, number};
use crate::residue::{Modulus, Residue};

/// The points of a curve, in Jacobian coordinates (x = X/Z², y = Y/Z³).
pub struct Group {
    field: Modulus,
    a: Residue,
    b: Residue,
}

/// A point, with 2y in place of y: x < 7, 2y < 6, z < 2.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    x: Residue,
    y2: Residue,
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
        f.is_equal(&f.square(&y), &self.cubic(&x)).then(|| self.affine(x, &y))
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
        Some(self.affine(x, &y))
    }

    fn affine(&self, x: Residue, y: &Residue) -> Point {
        let f = &self.field;
        Point { x, y2: f.sum::<2, 0, 0>(y, y), z: f.one(), is_infinity: false } // < 6
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
        // 1/(2z): half of what takes 2y to y is in it already.
        let half = f.invert_public(&f.sum::<2, 0, 0>(&point.z, &point.z));
        let square = f.square(&f.sum::<2, 0, 0>(&half, &half));
        let (x, y) = (f.mul(&point.x, &square), f.mul(&point.y2, &f.mul(&square, &half)));
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
        let f = &self.field;
        let mut space = Space::new();
        let (u, v) = (recode(u), recode(v));
        let (mut ps, mut qs) = (self.odd_multiples(p, &mut space), self.odd_multiples(q, &mut space));
        // All entries get one z, with no inversion. Divided by it they lie, with a z of 1, on a curve with another `a`,
        // which makes a quarter of each addition below needless.
        let z = f.mul(&ps.z, &qs.z);
        ps.align(f, &qs.z);
        qs.align(f, &ps.z);
        let a = f.mul(&self.a, &f.square(&f.square(&z)));
        let mut sum = Point { x: f.one(), y2: f.one(), z: f.one(), is_infinity: true };
        let mut pending = 0;
        for i in (0..DIGITS).rev() {
            pending += 1;
            for (digit, table) in [(u[i], &ps), (v[i], &qs)] {
                if digit != 0 {
                    self.double(&mut sum, pending, &a, &mut space);
                    pending = 0;
                    let term = &table.points[usize::from(digit.unsigned_abs() / 2)];
                    self.add(&mut sum, term, digit < 0, &a, &mut space);
                }
            }
        }
        self.double(&mut sum, pending, &a, &mut space);
        sum.z = f.mul(&sum.z, &z);
        sum
    }

    /// 2ᵗⁱᵐᵉˢ·P. Modified Jacobian coordinates carry aZ⁴, so that any `a` costs 4M + 4S a doubling
    /// (Cohen, Miyaji, Ono 1998); with 2y in place of y half of the sums need not be made.
    fn double(&self, point: &mut Point, times: usize, a: &Residue, space: &mut Space) {
        if times == 0 || point.is_infinity {
            return;
        }
        let f = &self.field;
        let Space([az4, one, xx, yy, u, s, m, other]) = space;
        f.set_square(one, &point.z);
        f.set_square(other, one);
        f.set_mul(az4, a, other);
        let Point { x, y2, z, .. } = point;
        // Each is written where the one before is not: what is swapped are their places.
        let (mut z, mut next_z) = (z, other);
        let (mut az4, mut t) = (az4, one);
        for _ in 0..times {
            f.set_square(yy, y2); // 4y²
            f.set_square(xx, x);
            f.set_square(u, yy); // 16y⁴
            f.set_mul(s, x, yy); // 4xy²
            f.set_mul(next_z, y2, z); // 2yz
            f.set_sum::<3, 1, 0>(m, xx, az4); // 3x² + aZ⁴ < 5
            f.set_square(yy, m);
            f.set_sum::<1, -2, 3>(x, yy, s); // m² − 2s < 5
            f.set_sum::<1, -1, 5>(xx, s, x); // s − x < 7
            f.set_mul(yy, m, xx);
            f.set_sum::<2, -1, 2>(y2, yy, u); // 2m(s − x) − 16y⁴ < 5
            f.set_mul(t, u, az4); // 16y⁴·aZ⁴
            core::mem::swap(&mut az4, &mut t);
            core::mem::swap(&mut z, &mut next_z);
        }
        if times % 2 == 1 {
            *next_z = *z;
        }
    }

    /// P ± Q, where z of Q is 1, with every special case: infinity, equal, opposite.
    fn add(&self, p: &mut Point, q: &Point, is_negative: bool, a: &Residue, space: &mut Space) {
        let f = &self.field;
        if q.is_infinity {
            return;
        }
        if p.is_infinity {
            *p = Point { z: f.one(), ..*q };
            if is_negative {
                f.set_sum::<-1, 0, 6>(&mut p.y2, &q.y2, &q.y2);
            }
            return;
        }
        let Space([one, other, h, r, hh, hhh, v, twice]) = space;
        f.set_square(one, &p.z);
        f.set_mul(other, &q.x, one);
        f.set_sum::<1, -1, 7>(h, other, &p.x); // < 9
        f.set_mul(other, one, &p.z);
        f.set_mul(one, &q.y2, other);
        if is_negative {
            f.set_sum::<-1, -1, 8>(r, one, &p.y2); // < 8
        } else {
            f.set_sum::<1, -1, 6>(r, one, &p.y2); // < 8
        }
        if f.is_zero(h) {
            if f.is_zero(r) {
                self.double(p, 1, a, space);
            } else {
                p.is_infinity = true;
            }
            return;
        }
        f.set_sum::<2, 0, 0>(twice, h, h); // < 18
        f.set_square(hh, twice); // 4h²
        f.set_mul(hhh, hh, h); // 4h³
        f.set_mul(v, &p.x, hh);
        f.set_mul(one, &p.z, twice);
        p.z = *one;
        f.set_square(one, r);
        f.set_sum::<1, -1, 2>(other, one, hhh); // < 4
        f.set_sum::<1, -2, 3>(&mut p.x, other, v); // < 7
        f.set_sum::<1, -1, 7>(other, v, &p.x); // < 9
        f.set_mul(one, r, other);
        f.set_mul(other, &p.y2, hhh);
        f.set_sum::<2, -2, 3>(&mut p.y2, one, other); // < 6
    }

    /// P, 3P, … 15P, all but z on the curve where z of 2P is 1.
    fn odd_multiples(&self, p: &Point, space: &mut Space) -> Multiples {
        let f = &self.field;
        let mut twice = *p;
        self.double(&mut twice, 1, &self.a, space);
        let square = f.square(&twice.z);
        let cube = f.mul(&square, &twice.z);
        let a = f.mul(&self.a, &f.square(&square));
        let mut next = Point { x: f.mul(&p.x, &square), y2: f.mul(&p.y2, &cube), ..*p };
        let mut points = [next; 8];
        let mut before = [f.one(); 8];
        for i in 1..8 {
            before[i] = f.mul(&before[i - 1], &next.z);
            self.add(&mut next, &twice, false, &a, space);
            points[i] = next;
        }
        let z = f.mul(&f.mul(&before[7], &next.z), &twice.z);
        Multiples { points, before, z }
    }
}

/// Odd multiples of a point, for a while each with a z of its own.
struct Multiples {
    points: [Point; 8],
    /// The product of z of those before each.
    before: [Residue; 8],
    /// That of all, and of z of twice the point.
    z: Residue,
}

impl Multiples {
    /// Brings all to the same z: the product of all, and of `other`.
    fn align(&mut self, f: &Modulus, other: &Residue) {
        let mut after = *other;
        for (point, before) in self.points.iter_mut().zip(&self.before).rev() {
            let scale = f.mul(before, &after);
            let square = f.square(&scale);
            point.x = f.mul(&point.x, &square);
            point.y2 = f.mul(&point.y2, &f.mul(&square, &scale));
            after = f.mul(&after, &point.z);
        }
    }
}

/// Room for what is reckoned on the way; what was left there does not count.
struct Space([Residue; 8]);

impl Space {
    fn new() -> Self {
        Self([Residue::ZERO; 8])
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

    /// y² = x³ + 2x + 3 over 2⁶¹ − 1 with the point (3, 6), and where a is 0 or −3; their orders do not matter here.
    fn groups() -> [(Group, Point); 3] {
        let p = ((1u64 << 61) - 1).to_be_bytes();
        let minus_three = ((1u64 << 61) - 4).to_be_bytes();
        let made = |a: &[u8], b: u8| {
            let group = Group::new(&p, a, &[b]).unwrap();
            let point = group.point(&[3], &[6]).unwrap();
            (group, point)
        };
        [made(&[2], 3), made(&[0], 9), made(&minus_three, 18)]
    }

    #[test]
    fn sums_of_sums_are_sums_of_their_numbers() {
        for (group, g) in groups() {
            let times = |u: &[u8], p: &Point, v: &[u8], q: &Point| group.combine(u, p, v, q).unwrap();
            let of_g = |k: u64| group.coordinates(&times(&k.to_be_bytes(), &g, &[], &g));
            for (j, k) in [(1u8, 1u8), (2, 3), (7, 200), (255, 254), (16, 31)] {
                // Neither has a z of 1.
                let (p, q) = (times(&[j], &g, &[], &g), times(&[k], &g, &[j], &g));
                let (j, k) = (u64::from(j), u64::from(k));
                for (u, v) in [(1u8, 1u8), (0, 1), (1, 0), (5, 9), (129, 77)] {
                    let number = u64::from(u) * j + u64::from(v) * (j + k);
                    let found = group.coordinates(&times(&[u], &p, &[v], &q));
                    assert_eq!(found, of_g(number), "{u}·{j}G + {v}·{}G", j + k);
                }
                // Opposite and equal points, and infinity itself.
                let minus_p = Point { y2: group.field.sum::<-1, 0, 6>(&p.y2, &p.y2), ..p };
                let nothing = times(&[1], &p, &[1], &minus_p);
                assert!(nothing.is_infinity() && group.coordinates(&nothing).is_none());
                assert!(times(&[3], &nothing, &[5], &nothing).is_infinity());
                assert_eq!(group.coordinates(&times(&[9], &nothing, &[1], &q)), of_g(j + k));
                assert_eq!(group.coordinates(&times(&[1], &p, &[1], &p)), of_g(2 * j));
            }
        }
    }

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
