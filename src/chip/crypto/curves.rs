//! The table of curves.

use super::curve::Curve;
use super::{brainpool, nist};

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

impl Curve {
    /// The curve of this object identifier (content octets).
    pub fn by_oid(oid: &[u8]) -> Option<&'static Self> {
        CURVES.iter().find(|curve| curve.oid == oid)
    }

    /// The curve of this name.
    pub fn by_name(name: &str) -> Option<&'static Self> {
        CURVES.iter().find(|curve| curve.name == name)
    }
}
