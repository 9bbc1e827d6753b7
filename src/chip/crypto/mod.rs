//! Verification of signatures, and nothing else: no secret is handled here, so nothing needs to run in constant time
//! (the reader's secrets are multiplied in `crates/modular`, `secret`). The one exception, a caller's ephemeral key in
//! evidence, is used after its session is over.

mod brainpool;
mod curve;
mod curves;
mod dh;
mod ecdsa;
mod hash;
mod nist;
mod octets;
mod rsa;

pub use curve::Curve;
pub use curves::CURVES;
pub use dh::DhKey;
pub use ecdsa::{EcPoint, Ecdsa, EcdsaError};
pub use hash::Hash;
pub(crate) use octets::{hex, strip};
pub use rsa::{RsaError, RsaKey};
