#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "digits of the recoding lie between −15 and 15 and are odd, so that their half indexes a table \
              of eight; bit positions are below 32·MAX + 5"
)]

use super::curve::Curve;
use super::modulus::{MAX, Modulus, Residue, is_zero};

/// The points of a curve, in Jacobian coordinates (x = X/Z², y = Y/Z³); Z = 0 is the point at infinity.
pub(super) struct Group {
    pub(super) field: Modulus,
    a: Residue,
    b: Residue,
}

/// A point.
#[derive(Clone, Copy)]
pub(super) struct Point {
    pub(super) x: Residue,
    pub(super) y: Residue,
    pub(super) z: Residue,
}

impl Group {
    /// `None` when the field does not fit.
    pub(super) fn new(curve: &Curve) -> Option<Self> {
        let field = Modulus::new(curve.p)?;
        let (a, b) = (field.enter(curve.a)?, field.enter(curve.b)?);
        Some(Self { field, a, b })
    }

    /// The point of these coordinates; `None` unless both are below p and the equation holds.
    pub(super) fn point(&self, x: &[u8], y: &[u8]) -> Option<Point> {
        let f = &self.field;
        let (x, y) = (f.enter(x)?, f.enter(y)?);
        let cubic = f.add(&f.mul(&f.add(&f.square(&x), &self.a), &x), &self.b);
        (f.square(&y) == cubic).then(|| Point { x, y, z: f.one() })
    }

    /// The point of this x whose y is odd or even (SEC 1 §2.3.4); `None` when there is none, or for P-224,
    /// whose prime is not of the form 4k + 3.
    pub(super) fn decompressed(&self, x: &[u8], y_is_odd: bool) -> Option<Point> {
        let f = &self.field;
        let x = f.enter(x)?;
        let y = f.square_root(&f.add(&f.mul(&f.add(&f.square(&x), &self.a), &x), &self.b))?;
        let is_odd = f.leave(&y)[0] & 1 == 1;
        if is_odd != y_is_odd && is_zero(&y) {
            return None;
        }
        let y = if is_odd == y_is_odd { y } else { f.sub(&[0; MAX], &y) };
        Some(Point { x, y, z: f.one() })
    }

    /// x and y as numbers; `None` for infinity.
    pub(super) fn coordinates(&self, point: &Point) -> Option<([u32; MAX], [u32; MAX])> {
        if is_zero(&point.z) {
            return None;
        }
        let f = &self.field;
        let inverse = f.invert(&point.z);
        let square = f.square(&inverse);
        let (x, y) = (f.mul(&point.x, &square), f.mul(&point.y, &f.mul(&square, &inverse)));
        Some((f.leave(&x), f.leave(&y)))
    }

    /// u·P + v·Q, both at once (Straus), each recoded in width-5 NAF.
    pub(super) fn combine(&self, u: &[u32; MAX], p: &Point, v: &[u32; MAX], q: &Point) -> Point {
        let (u, v) = (recode(u), recode(v));
        let (ps, qs) = (self.odd_multiples(p), self.odd_multiples(q));
        let mut sum = self.infinity();
        let mut pending = 0;
        for i in (0..=32 * MAX).rev() {
            pending += 1;
            for (digit, table) in [(u[i], &ps), (v[i], &qs)] {
                if digit != 0 {
                    sum = self.double(sum, pending);
                    pending = 0;
                    let entry = &table[usize::from(digit.unsigned_abs() / 2)];
                    sum = self.add(&sum, entry, digit < 0);
                }
            }
        }
        self.double(sum, pending)
    }

    fn infinity(&self) -> Point {
        Point { x: self.field.one(), y: self.field.one(), z: [0; MAX] }
    }

    /// 2ᵗⁱᵐᵉˢ·P. Modified Jacobian coordinates carry aZ⁴, so that any `a` costs 4M + 4S a doubling
    /// (Cohen, Miyaji, Ono 1998).
    fn double(&self, point: Point, times: usize) -> Point {
        if times == 0 || is_zero(&point.z) {
            return point;
        }
        let f = &self.field;
        let Point { mut x, mut y, mut z } = point;
        let mut az4 = f.mul(&self.a, &f.square(&f.square(&z)));
        for _ in 0..times {
            let yy = f.square(&y);
            let xx = f.square(&x);
            let u = f.double(&f.double(&f.double(&f.square(&yy)))); // 8y⁴
            let s = f.double(&f.double(&f.mul(&x, &yy))); // 4xy²
            let m = f.add(&f.add(&f.double(&xx), &xx), &az4); // 3x² + az⁴
            z = f.double(&f.mul(&y, &z));
            x = f.sub(&f.square(&m), &f.double(&s));
            y = f.sub(&f.mul(&m, &f.sub(&s, &x)), &u);
            az4 = f.double(&f.mul(&u, &az4));
        }
        Point { x, y, z }
    }

    /// P ± Q with every special case: infinity, equal, opposite.
    fn add(&self, p: &Point, q: &Multiple, negative: bool) -> Point {
        let f = &self.field;
        let qy = if negative { f.sub(&[0; MAX], &q.point.y) } else { q.point.y };
        if is_zero(&q.point.z) {
            return *p;
        }
        if is_zero(&p.z) {
            return Point { y: qy, ..q.point };
        }
        let zz = f.square(&p.z);
        let u1 = f.mul(&p.x, &q.zz);
        let u2 = f.mul(&q.point.x, &zz);
        let s1 = f.mul(&p.y, &q.zzz);
        let s2 = f.mul(&qy, &f.mul(&zz, &p.z));
        let h = f.sub(&u2, &u1);
        let r = f.sub(&s2, &s1);
        if is_zero(&h) {
            return if is_zero(&r) { self.double(*p, 1) } else { self.infinity() };
        }
        let hh = f.square(&h);
        let hhh = f.mul(&hh, &h);
        let v = f.mul(&u1, &hh);
        let x = f.sub(&f.sub(&f.square(&r), &hhh), &f.double(&v));
        let y = f.sub(&f.mul(&r, &f.sub(&v, &x)), &f.mul(&s1, &hhh));
        let z = f.mul(&f.mul(&p.z, &q.point.z), &h);
        Point { x, y, z }
    }

    /// P, 3P, … 15P
    fn odd_multiples(&self, p: &Point) -> [Multiple; 8] {
        let twice = self.multiple(self.double(*p, 1));
        let mut table = [self.multiple(*p); 8];
        for i in 1..8 {
            table[i] = self.multiple(self.add(&table[i - 1].point, &twice, false));
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

/// Width-5 non-adjacent form: `scalar = Σ digits[i]·2ⁱ`, digits zero or odd between −15 and 15, at most
/// one in five not zero.
fn recode(scalar: &[u32; MAX]) -> Vec<i8> {
    const WIDTH: usize = 5;
    let bit = |i: usize| scalar.get(i / 32).is_some_and(|word| (word >> (i % 32)) & 1 == 1);
    let mut digits = vec![0; 32 * MAX + 1];
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
            let mut long = [0; MAX];
            long[..2].copy_from_slice(&scalar);
            let digits = recode(&long);
            let sum: i128 =
                digits.iter().enumerate().filter(|(_, d)| **d != 0).map(|(i, d)| i128::from(*d) << i).sum();
            assert_eq!(sum, i128::from(scalar[0]) | i128::from(scalar[1]) << 32);
            assert!(digits.iter().all(|d| *d == 0 || (d % 2 != 0 && d.abs() < 16)));
        }
    }

    #[test]
    fn every_base_point_is_on_its_curve_and_has_the_order_n() {
        fn check(curve: &Curve) {
            let group = Group::new(curve).unwrap();
            let g = group.point(curve.x, curve.y).unwrap();
            let n = super::super::modulus::words_of(curve.n).unwrap();
            assert!(is_zero(&group.combine(&n, &g, &[0; MAX], &g).z), "{curve:?}");
            // (n − 1)·G = −G, and u·G + v·G = (u + v)·G with u + v = n + 1.
            let mut less = n;
            less[0] -= 1;
            let mut two = [0; MAX];
            two[0] = 2;
            let (x, y) = group.coordinates(&group.combine(&less, &g, &[0; MAX], &g)).unwrap();
            let (gx, gy) = group.coordinates(&g).unwrap();
            assert!(x == gx && y != gy, "{curve:?}");
            assert_eq!(group.coordinates(&group.combine(&less, &g, &two, &g)), Some((gx, gy)), "{curve:?}");
        }
        super::super::CURVES.iter().for_each(check);
    }
}
