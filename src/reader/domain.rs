//! Standardised domain parameters (Doc 9303 part 11 §9.5.1, table 6).

use super::agree::Generator;
use super::dh_groups::{DhGroup, MODP_1024_160, MODP_2048_224, MODP_2048_256};
use crate::chip::crypto::Curve;

/// A group in which PACE runs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Domain {
    Curve(&'static Curve),
    Field(DhGroup),
}

impl Domain {
    /// Of a parameter identifier.
    pub(super) fn by_id(id: u32) -> Option<Self> {
        let curve = |name| Curve::by_name(name).map(Self::Curve);
        match id {
            0 => Some(Self::Field(MODP_1024_160)),
            1 => Some(Self::Field(MODP_2048_224)),
            2 => Some(Self::Field(MODP_2048_256)),
            8 => curve("P-192"),
            9 => curve("brainpoolP192r1"),
            10 => curve("P-224"),
            11 => curve("brainpoolP224r1"),
            12 => curve("P-256"),
            13 => curve("brainpoolP256r1"),
            14 => curve("brainpoolP320r1"),
            15 => curve("P-384"),
            16 => curve("brainpoolP384r1"),
            17 => curve("brainpoolP512r1"),
            18 => curve("P-521"),
            _ => None,
        }
    }

    /// As it is reported.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Curve(curve) => curve.name,
            Self::Field(group) => group.name,
        }
    }

    /// Octets of a public key.
    pub(super) fn public_size(self) -> usize {
        match self {
            Self::Curve(curve) => curve.size().saturating_mul(2).saturating_add(1),
            Self::Field(group) => group.p.len(),
        }
    }

    /// Half the bits of the order: what a search costs.
    pub(super) fn strength(self) -> usize {
        match self {
            Self::Curve(curve) => curve.n.len().saturating_mul(4),
            Self::Field(group) => group.q.len().saturating_mul(4),
        }
    }

    /// Its generator.
    pub(super) fn generator(self) -> Option<Generator> {
        match self {
            Self::Curve(curve) => Generator::of_curve(curve),
            Self::Field(group) => Generator::of_group(group),
        }
    }

    /// The tag of a public key in the input of an authentication token (Doc 9303 part 11 §9.4).
    pub(super) fn public_tag(self) -> u32 {
        match self {
            Self::Curve(_) => 0x86,
            Self::Field(_) => 0x84,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_identifier_of_the_table_has_its_group_and_no_other_has_one() {
        let known: Vec<u32> = (0..40).filter(|id| Domain::by_id(*id).is_some()).collect();
        assert_eq!(known, [0, 1, 2, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);
        for id in known {
            let domain = Domain::by_id(id).unwrap();
            assert!(domain.generator().is_some() && domain.strength() >= 80, "{}", domain.name());
        }
    }
}
