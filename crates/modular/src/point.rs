//! Points of a curve y² = x³ + ax + b.
//!
//! How large each sum gets is noted behind it, in multiples of m: `// < 9`. A product of factors below 16
//! is below 1.25, since R is at least 2¹⁰·m; with one below 18 (doubled in `add`) it is below 1.4.

use crate::number::Number;
use crate::residue::{Modulus, Residue};

/// The points of a curve, in Jacobian coordinates (x = X/Z², y = Y/Z³).
pub struct Group {
    pub(crate) field: Modulus,
    pub(crate) a: Residue,
    b: Residue,
}

/// A point, with 2y in place of y: x < 7, 2y < 6, z < 2.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    pub(crate) x: Residue,
    pub(crate) y2: Residue,
    pub(crate) z: Residue,
    pub(crate) is_infinity: bool,
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

    /// 2ᵗⁱᵐᵉˢ·P. Modified Jacobian coordinates carry aZ⁴, so that any `a` costs 4M + 4S a doubling
    /// (Cohen, Miyaji, Ono 1998); with 2y in place of y half of the sums need not be made.
    pub(crate) fn double(&self, point: &mut Point, times: usize, a: &Residue, space: &mut Space) {
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
    pub(crate) fn add(&self, p: &mut Point, q: &Point, is_negative: bool, a: &Residue, space: &mut Space) {
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
}

/// Room for what is reckoned on the way; what was left there does not count.
pub(crate) struct Space([Residue; 8]);

impl Space {
    pub(crate) fn new() -> Self {
        Self([Residue::ZERO; 8])
    }
}
