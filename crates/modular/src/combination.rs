//! u·P + v·Q, both at once.

use crate::number::{Number, WORDS, number};
use crate::point::{Group, Point, Space};
use crate::residue::{Modulus, Residue};

impl Group {
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
