//! The type of a curve.

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
