//! Points over `num-bigint`, in Jacobian coordinates.

use cancuoc::chip::crypto::Curve;
use num_bigint::BigUint;

/// A curve's numbers.
#[derive(Clone)]
pub(crate) struct Group {
    pub(crate) p: BigUint,
    pub(crate) a: BigUint,
    pub(crate) b: BigUint,
    pub(crate) n: BigUint,
    pub(crate) size: usize,
    pub(crate) g: Affine,
}

/// x and y.
pub(crate) type Affine = (BigUint, BigUint);

type Jacobian = Option<(BigUint, BigUint, BigUint)>;

impl Group {
    pub(crate) fn named(name: &str) -> Self {
        let curve = Curve::by_name(name).unwrap();
        let number = BigUint::from_bytes_be;
        Self {
            p: number(curve.p),
            a: number(curve.a),
            b: number(curve.b),
            n: number(curve.n),
            size: curve.p.len(),
            g: (number(curve.x), number(curve.y)),
        }
    }

    pub(crate) fn multiply(&self, k: &BigUint, point: &Affine) -> Option<Affine> {
        let start = Some((point.0.clone(), point.1.clone(), BigUint::from(1u8)));
        let mut sum: Jacobian = None;
        for bit in (0..k.bits()).rev() {
            sum = self.double(sum);
            if k.bit(bit) {
                sum = self.sum(sum, start.clone());
            }
        }
        self.affine(sum)
    }

    pub(crate) fn plus(&self, one: &Affine, other: &Affine) -> Option<Affine> {
        let lift = |point: &Affine| Some((point.0.clone(), point.1.clone(), BigUint::from(1u8)));
        let sum = if one == other { self.double(lift(one)) } else { self.sum(lift(one), lift(other)) };
        self.affine(sum)
    }

    pub(crate) fn encode(&self, point: &Affine) -> Vec<u8> {
        let mut octets = vec![4];
        octets.extend(fixed(&point.0, self.size));
        octets.extend(fixed(&point.1, self.size));
        octets
    }

    pub(crate) fn decode(&self, octets: &[u8]) -> Option<Affine> {
        if octets.len() != 2 * self.size + 1 || octets[0] != 4 {
            return None;
        }
        let (x, y) = octets[1..].split_at(self.size);
        let (x, y) = (BigUint::from_bytes_be(x), BigUint::from_bytes_be(y));
        let right = (&x * &x * &x + &self.a * &x + &self.b) % &self.p;
        (x < self.p && y < self.p && &y * &y % &self.p == right).then_some((x, y))
    }

    fn minus(&self, a: &BigUint, b: &BigUint) -> BigUint {
        ((a % &self.p) + &self.p - (b % &self.p)) % &self.p
    }

    fn double(&self, point: Jacobian) -> Jacobian {
        let (x, y, z) = point?;
        let p = &self.p;
        let yy = &y * &y % p;
        let s = &x * &yy * 4u8 % p;
        let zz = &z * &z % p;
        let m = (&x * &x * 3u8 + &self.a * &zz * &zz) % p;
        let x3 = self.minus(&(&m * &m), &(&s * 2u8));
        let y3 = self.minus(&(&m * self.minus(&s, &x3)), &(&yy * &yy * 8u8));
        Some((x3, y3, &y * &z * 2u8 % p))
    }

    fn sum(&self, one: Jacobian, other: Jacobian) -> Jacobian {
        let (Some((x1, y1, z1)), Some((x2, y2, z2))) = (&one, &other) else { return one.or(other) };
        let p = &self.p;
        let (zz1, zz2) = (z1 * z1 % p, z2 * z2 % p);
        let (u1, u2) = (x1 * &zz2 % p, x2 * &zz1 % p);
        let (s1, s2) = (y1 * z2 * &zz2 % p, y2 * z1 * &zz1 % p);
        let (h, r) = (self.minus(&u2, &u1), self.minus(&s2, &s1));
        if h.bits() == 0 {
            return if r.bits() == 0 { self.double(one) } else { None };
        }
        let hh = &h * &h % p;
        let hhh = &h * &hh % p;
        let v = &u1 * &hh % p;
        let x3 = self.minus(&(&r * &r), &(&hhh + &v * 2u8));
        let y3 = self.minus(&(&r * self.minus(&v, &x3)), &(&s1 * &hhh));
        Some((x3, y3, z1 * z2 * &h % p))
    }

    fn affine(&self, point: Jacobian) -> Option<Affine> {
        let (x, y, z) = point?;
        let inverse = z.modpow(&(&self.p - 2u8), &self.p);
        let square = &inverse * &inverse % &self.p;
        Some((x * &square % &self.p, y * square * inverse % &self.p))
    }
}

/// Big-endian with leading zeros.
pub(crate) fn fixed(number: &BigUint, size: usize) -> Vec<u8> {
    let octets = number.to_bytes_be();
    let mut wide = vec![0; size.saturating_sub(octets.len())];
    wide.extend(octets);
    wide
}
