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
    /// What a sum u·P + v·Q costs, in units of [`Budget`](crate::chip::Budget): 0.19 ms on a curve of 256 bits,
    /// 1.1 ms on P-521.
    pub fn cost(&self) -> u64 {
        let size = u64::try_from(self.p.len()).unwrap_or(u64::MAX);
        size.saturating_pow(3).checked_div(250).unwrap_or_default().saturating_add(60)
    }

    /// What reading a point costs; one in short form takes a square root.
    pub fn point_cost(&self, octets: &[u8]) -> u64 {
        let is_short = matches!(octets.first(), Some(2 | 3));
        if is_short { self.cost() } else { 30 }
    }

    /// Below the 224 bits that Doc 9303 part 12 asks of the order of the base point.
    pub fn is_weak(&self) -> bool {
        self.n.len() < 28
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
