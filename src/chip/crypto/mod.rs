//! Verification of signatures, and nothing else: no secret is ever handled here, so nothing needs to run
//! in constant time. The one exception, a caller's ephemeral key in recorded evidence, is used after its
//! session is over.

mod brainpool;
mod curve;
mod dh;
mod ecdsa;
mod hash;
mod nist;
mod rsa;

pub(crate) use curve::hex;
pub use curve::{CURVES, Curve};
pub use dh::DhKey;
pub use ecdsa::{EcPoint, Ecdsa, EcdsaError};
pub use hash::Hash;
pub use rsa::{RsaError, RsaKey};

/// A big-endian number without its leading zeros.
pub(crate) fn strip(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|octet| **octet == 0).count();
    number.get(zeros..).unwrap_or_default()
}
