//! Active and Chip Authentication from the chip's side.

use num_bigint::BigUint;
use sha1::Sha1;
use sha2::{Digest, Sha256};

use super::curve::{Group, fixed};
use super::keys::{AaKey, CaKey};
use super::primitives::stream;

impl AaKey {
    pub(crate) fn sign(&self, challenge: &[u8], draws: u64) -> Vec<u8> {
        match self {
            Self::Ec(group, d) => {
                let k = BigUint::from_bytes_be(&stream("signature", draws, 40)) % &group.n;
                let r = group.multiply(&k, &group.g).unwrap().0 % &group.n;
                let e = BigUint::from_bytes_be(&Sha256::digest(challenge));
                let s = k.modinv(&group.n).unwrap() * (e + &r * d) % &group.n;
                [fixed(&r, group.size), fixed(&s, group.size)].concat()
            }
            Self::Rsa(n, d) => {
                let size = n.bits().div_ceil(8) as usize;
                let message = stream("recovered", draws, size - 22);
                let digest = Sha1::digest([message.as_slice(), challenge].concat());
                let block = [&[0x6A], message.as_slice(), digest.as_slice(), &[0xBC]].concat();
                fixed(&BigUint::from_bytes_be(&block).modpow(d, n), size)
            }
        }
    }

    /// Another chip's key.
    pub(crate) fn other(&self) -> Self {
        match self {
            Self::Ec(group, d) => Self::Ec(group.clone(), d + 1u8),
            Self::Rsa(n, d) => Self::Rsa(n.clone(), d + 2u8),
        }
    }
}

impl CaKey {
    /// The secret shared with a terminal's public key; `None` for a key that is none.
    pub(crate) fn agree(&self, theirs: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Ec { group, d, .. } => {
                let point = group.decode(theirs)?;
                Some(fixed(&group.multiply(d, &point)?.0, group.size))
            }
            Self::Dh { p, x, .. } => {
                let size = p.bits().div_ceil(8) as usize;
                Some(fixed(&BigUint::from_bytes_be(theirs).modpow(x, p), size))
            }
        }
    }

    /// Another chip's key.
    pub(crate) fn other(&self) -> Self {
        let mut other = self.clone();
        match &mut other {
            Self::Ec { d, .. } => *d += 1u8,
            Self::Dh { x, .. } => *x += 1u8,
        }
        other
    }

    pub(crate) fn id(&self) -> Option<u32> {
        match self {
            Self::Ec { id, .. } => *id,
            Self::Dh { .. } => None,
        }
    }

    /// The number of Chip Authentication Mapping.
    pub(crate) fn scalar(&self) -> Option<&BigUint> {
        match self {
            Self::Ec { d, .. } => Some(d),
            Self::Dh { .. } => None,
        }
    }

    pub(crate) fn group(&self) -> Option<&Group> {
        match self {
            Self::Ec { group, .. } => Some(group),
            Self::Dh { .. } => None,
        }
    }
}
