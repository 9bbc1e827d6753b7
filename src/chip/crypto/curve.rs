use super::{brainpool, nist};

/// A short Weierstrass curve y² = x³ + ax + b over a prime field, of cofactor 1.
///
/// Numbers are big-endian, as long as the field's.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Curve {
    /// As the documents call it.
    pub name: &'static str,
    /// Content octets of its object identifier.
    pub oid: &'static [u8],
    /// The prime.
    pub p: &'static [u8],
    /// Coefficient.
    pub a: &'static [u8],
    /// Coefficient.
    pub b: &'static [u8],
    /// The base point.
    pub x: &'static [u8],
    /// The base point.
    pub y: &'static [u8],
    /// The order of the base point, a prime.
    pub n: &'static [u8],
}

impl Curve {
    /// The curve of this object identifier (content octets).
    pub fn by_oid(oid: &[u8]) -> Option<&'static Self> {
        CURVES.iter().find(|curve| curve.oid == oid)
    }

    /// The curve of this name.
    pub fn by_name(name: &str) -> Option<&'static Self> {
        CURVES.iter().find(|curve| curve.name == name)
    }

    /// Octets of a coordinate.
    pub fn size(&self) -> usize {
        self.p.len()
    }
}

impl std::fmt::Debug for Curve {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// All curves that may sign: the NIST curves of FIPS 186-4 (D.1.2) and the Brainpool curves of RFC 5639 (3).
/// Closed: parameters that a key spells out must be one of these, number by number.
pub static CURVES: &[Curve] = &[
    nist::P_192,
    nist::P_224,
    nist::P_256,
    nist::P_384,
    nist::P_521,
    brainpool::P160R1,
    brainpool::P160T1,
    brainpool::P192R1,
    brainpool::P192T1,
    brainpool::P224R1,
    brainpool::P224T1,
    brainpool::P256R1,
    brainpool::P256T1,
    brainpool::P320R1,
    brainpool::P320T1,
    brainpool::P384R1,
    brainpool::P384T1,
    brainpool::P512R1,
    brainpool::P512T1,
];

/// Reads hexadecimal digits at compile time.
#[allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "runs in the compiler only: a wrong length or digit does not compile"
)]
pub(crate) const fn hex<const N: usize>(digits: &[u8]) -> [u8; N] {
    assert!(digits.len() == 2 * N);
    let mut bytes = [0; N];
    let mut i = 0;
    while i < N {
        bytes[i] = digit(digits[2 * i]) << 4 | digit(digits[2 * i + 1]);
        i += 1;
    }
    bytes
}

#[allow(clippy::arithmetic_side_effects, clippy::panic, reason = "runs in the compiler only")]
const fn digit(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        b'A'..=b'F' => digit - b'A' + 10,
        _ => panic!("not a hexadecimal digit"),
    }
}
