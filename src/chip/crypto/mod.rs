//! Verification of signatures, and nothing else: no secret is ever handled here, so nothing needs to run
//! in constant time. The one exception, a caller's ephemeral key in recorded evidence, is used after its
//! session is over.

mod curve;
mod ecdsa;
mod hash;
mod rsa;

pub use curve::{CURVES, Curve};
pub use ecdsa::{EcPoint, Ecdsa, EcdsaError};
pub use hash::Hash;
pub use rsa::{RsaError, RsaKey};
