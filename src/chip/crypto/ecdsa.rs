use cancuoc_modular::{Group, Modulus, Number, Point};

use super::curve::Curve;
use crate::chip::tlv::{Element, Rules, tag};

/// A public key: a point of a known curve, not at infinity. Exists only when it lies on the curve.
#[derive(Clone, PartialEq, Eq)]
pub struct EcPoint {
    /// The curve.
    pub curve: &'static Curve,
    x: Vec<u8>,
    y: Vec<u8>,
}

/// An ECDSA signature: two numbers, big-endian, not yet compared with anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ecdsa<'a> {
    /// r
    pub r: &'a [u8],
    /// s
    pub s: &'a [u8],
}

/// Why a key or a signature is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EcdsaError {
    /// The point at infinity, the wrong length, a coordinate of p or more, or not on the curve.
    BadPoint,
    /// Not `SEQUENCE { INTEGER, INTEGER }` in DER, or a negative number.
    BadEncoding,
}

impl<'a> Ecdsa<'a> {
    /// `SEQUENCE { r INTEGER, s INTEGER }` in DER (RFC 3279 §2.2.3), nothing else.
    ///
    /// # Errors
    /// [`EcdsaError::BadEncoding`]
    pub fn from_der(signature: &'a [u8]) -> Result<Self, EcdsaError> {
        let read = || {
            let mut numbers = Element::only(signature, Rules::Der)?.expect(tag::SEQUENCE)?.children();
            let r = numbers.expect(tag::INTEGER)?.unsigned()?;
            let s = numbers.expect(tag::INTEGER)?.unsigned()?;
            numbers.finish()?;
            Ok(Self { r, s })
        };
        read().map_err(|_: crate::chip::tlv::TlvError| EcdsaError::BadEncoding)
    }

    /// r‖s, each as long as the order of the curve (BSI TR-03111 §5.2.1).
    ///
    /// # Errors
    /// [`EcdsaError::BadEncoding`] for another length.
    pub fn from_plain(signature: &'a [u8], curve: &Curve) -> Result<Self, EcdsaError> {
        let size = curve.n.len();
        match signature.split_at_checked(size) {
            Some((r, s)) if s.len() == size => Ok(Self { r, s }),
            _ => Err(EcdsaError::BadEncoding),
        }
    }
}

impl EcPoint {
    /// `04‖x‖y`, or `02‖x`, `03‖x` (SEC 1 §2.3.4; Doc 9303 part 11 §9.6 asks for the long form). The point
    /// must lie on the curve.
    ///
    /// # Errors
    /// [`EcdsaError::BadPoint`]
    pub fn from_octets(curve: &'static Curve, octets: &[u8]) -> Result<Self, EcdsaError> {
        let point = match octets.split_first() {
            Some((4, coordinates)) => {
                let (x, y) = coordinates.split_at_checked(curve.size()).ok_or(EcdsaError::BadPoint)?;
                Self { curve, x: x.to_vec(), y: y.to_vec() }
            }
            Some((sign @ (2 | 3), x)) if x.len() == curve.size() => {
                let y_is_odd = *sign == 3;
                let point = Self::decompress(curve, x, y_is_odd);
                point.ok_or(EcdsaError::BadPoint)?
            }
            _ => return Err(EcdsaError::BadPoint),
        };
        let lies_on_it = point.y.len() == curve.size() && point.in_group().is_some();
        if lies_on_it { Ok(point) } else { Err(EcdsaError::BadPoint) }
    }

    /// `04‖x‖y`
    pub fn to_octets(&self) -> Vec<u8> {
        [&[4], self.x.as_slice(), self.y.as_slice()].concat()
    }

    /// The x coordinate, as long as the field.
    pub fn x(&self) -> &[u8] {
        &self.x
    }

    /// Whether the signature is of this hash (FIPS 186-4 §6.4; BSI TR-03111 §4.2.1.2). Only the leftmost
    /// octets of a hash longer than the order count.
    pub fn verifies(&self, digest: &[u8], signature: Ecdsa<'_>) -> bool {
        let outcome = self.verify(digest, signature);
        outcome == Some(true)
    }

    /// u·P + v·Q on one curve; `None` for infinity or for two curves. `None` as P is the base point.
    pub fn combine(u: &[u8], p: Option<&Self>, v: &[u8], q: &Self) -> Option<Self> {
        Self::combine_in(u, p, v, q)
    }

    fn verify(&self, digest: &[u8], signature: Ecdsa<'_>) -> Option<bool> {
        let (group, q) = self.in_group()?;
        let g = group.point(self.curve.x, self.curve.y)?;
        let order = Modulus::new(self.curve.n)?;
        // 1 ≤ r, s ≤ n − 1
        let (r, s) = (order.enter(signature.r)?, order.enter(signature.s)?);
        if order.is_zero(&r) || order.is_zero(&s) {
            return Some(false);
        }
        // All orders of the table but P-521's fill whole octets, and no hash reaches 521 bits.
        let e = order.enter_reduced(digest.get(..self.curve.n.len()).unwrap_or(digest))?;
        let inverse = order.invert_public(&s);
        let u = order.leave(&order.mul(&e, &inverse));
        let v = order.leave(&order.mul(&r, &inverse));
        let sum = group.combine_numbers(&u, &g, &v, &q);
        // x mod n = r
        Some(group.has_x(&sum, signature.r) || group.has_x(&sum, &add(signature.r, self.curve.n)))
    }

    fn in_group(&self) -> Option<(Group, Point)> {
        let group = group(self.curve)?;
        let point = group.point(&self.x, &self.y)?;
        Some((group, point))
    }

    fn combine_in(u: &[u8], p: Option<&Self>, v: &[u8], q: &Self) -> Option<Self> {
        let curve = q.curve;
        let (group, q) = q.in_group()?;
        let p = match p {
            Some(p) if p.curve != curve => return None,
            Some(p) => p.in_group()?.1,
            None => group.point(curve.x, curve.y)?,
        };
        let sum = group.combine(u, &p, v, &q)?;
        Self::of_point(curve, &group, &sum)
    }

    fn decompress(curve: &'static Curve, x: &[u8], y_is_odd: bool) -> Option<Self> {
        let group = group(curve)?;
        let point = group.decompressed(x, y_is_odd)?;
        Self::of_point(curve, &group, &point)
    }

    fn of_point(curve: &'static Curve, group: &Group, point: &Point) -> Option<Self> {
        let (x, y) = group.coordinates(point)?;
        let bytes = |words: Number| -> Vec<u8> {
            let bytes: Vec<u8> = words.iter().rev().flat_map(|word| word.to_be_bytes()).collect();
            bytes.get(bytes.len().saturating_sub(curve.size())..).unwrap_or_default().to_vec()
        };
        Some(Self { curve, x: bytes(x), y: bytes(y) })
    }
}

impl std::fmt::Debug for EcPoint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "EcPoint({})", self.curve.name)
    }
}

fn group(curve: &Curve) -> Option<Group> {
    Group::new(curve.p, curve.a, curve.b)
}

/// The sum of two big-endian numbers.
fn add(a: &[u8], b: &[u8]) -> Vec<u8> {
    let length = a.len().max(b.len());
    let octet = |number: &[u8], i: usize| u16::from(number.iter().rev().nth(i).copied().unwrap_or_default());
    let mut sum = Vec::with_capacity(length.saturating_add(1));
    let mut carry = 0u16;
    for i in 0..=length {
        let step = octet(a, i).saturating_add(octet(b, i)).saturating_add(carry);
        let [high, low] = step.to_be_bytes();
        sum.push(low);
        carry = u16::from(high);
    }
    sum.reverse();
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6979 §A.2.5, "sample" with SHA-256 (an example of ECDSA as such).
    #[test]
    fn the_signature_of_rfc_6979_verifies_and_its_neighbours_do_not() {
        let hex = |text: &str| -> Vec<u8> {
            text.as_bytes()
                .chunks(2)
                .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
                .collect()
        };
        let curve = Curve::by_name("P-256").unwrap();
        let key = EcPoint::from_octets(
            curve,
            &hex("0460FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB67903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299"),
        )
        .unwrap();
        let r = hex("EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716");
        let s = hex("F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8");
        let digest = super::super::Hash::Sha256.digest(&[b"sample"]);
        assert!(key.verifies(&digest, Ecdsa { r: &r, s: &s }));
        for at in [0, 31] {
            let mut other = r.clone();
            other[at] ^= 1;
            assert!(!key.verifies(&digest, Ecdsa { r: &other, s: &s }));
            let mut other = digest.clone();
            other[at] ^= 1;
            assert!(!key.verifies(&other, Ecdsa { r: &r, s: &s }));
        }
        for bad in [&[][..], &[0; 32], curve.n, &[0xFF; 32], &[0xFF; 40]] {
            assert!(!key.verifies(&digest, Ecdsa { r: bad, s: &s }));
            assert!(!key.verifies(&digest, Ecdsa { r: &r, s: bad }));
        }
    }

    #[test]
    fn every_base_point_is_on_its_curve_and_has_the_order_n() {
        fn check(curve: &Curve) {
            let group = group(curve).unwrap();
            let g = group.point(curve.x, curve.y).unwrap();
            assert!(group.combine(curve.n, &g, &[], &g).unwrap().is_infinity(), "{curve:?}");
            // (n − 1)·G = −G, and u·G + v·G = (u + v)·G with u + v = n + 1.
            let mut less = curve.n.to_vec();
            *less.last_mut().unwrap() -= 1;
            let sum = |v: &[u8]| group.coordinates(&group.combine(&less, &g, v, &g).unwrap());
            let (x, y) = sum(&[]).unwrap();
            let (gx, gy) = group.coordinates(&g).unwrap();
            assert!(x == gx && y != gy, "{curve:?}");
            assert_eq!(sum(&[2]), Some((gx, gy)), "{curve:?}");
        }
        super::super::CURVES.iter().for_each(check);
    }

    #[test]
    fn points_off_the_curve_and_infinity_are_no_keys() {
        for curve in super::super::CURVES {
            let mut good = [&[4], curve.x, curve.y].concat();
            let key = EcPoint::from_octets(curve, &good).unwrap();
            assert_eq!(key.to_octets(), good);
            assert_eq!(EcPoint::from_octets(curve, &[0]), Err(EcdsaError::BadPoint));
            assert_eq!(EcPoint::from_octets(curve, &good[..good.len() - 1]), Err(EcdsaError::BadPoint));
            let sign = 2 + (curve.y.last().unwrap() & 1);
            let compressed = EcPoint::from_octets(curve, &[&[sign], curve.x].concat());
            let expected = if curve.name == "P-224" { Err(EcdsaError::BadPoint) } else { Ok(key) };
            assert_eq!(compressed, expected, "{curve:?}");
            assert_eq!(
                EcPoint::from_octets(curve, &[&[4], curve.p, curve.y].concat()),
                Err(EcdsaError::BadPoint)
            );
            *good.last_mut().unwrap() ^= 1;
            assert_eq!(EcPoint::from_octets(curve, &good), Err(EcdsaError::BadPoint));
        }
    }

    #[test]
    fn only_der_of_two_numbers_is_a_signature() {
        assert_eq!(Ecdsa::from_der(&[0x30, 6, 2, 1, 1, 2, 1, 2]), Ok(Ecdsa { r: &[1], s: &[2] }));
        for bad in [
            &[0x30, 7, 2, 2, 0, 1, 2, 1, 2][..],   // a leading zero
            &[0x30, 6, 2, 1, 0x81, 2, 1, 2],       // negative
            &[0x30, 6, 2, 1, 1, 2, 1, 2, 0],       // trailing
            &[0x30, 8, 2, 1, 1, 2, 1, 2, 5, 0],    // trailing within
            &[0x30, 0x81, 6, 2, 1, 1, 2, 1, 2],    // a long length
            &[0x30, 0x80, 2, 1, 1, 2, 1, 2, 0, 0], // indefinite
            &[],
        ] {
            assert_eq!(Ecdsa::from_der(bad), Err(EcdsaError::BadEncoding), "{bad:02X?}");
        }
    }
}
