//! The arithmetic of cancuoc's signatures: residues of a prime field, points of a curve, powers for RSA. A
//! crate of its own because it alone is compiled for speed, all else of the `.wasm` module for size.
//!
//! Only [`SecretGroup`], [`SecretPowers`] and [`secret_scalar`] run in constant time and wipe what they held. What is
//! verified is public: [`Group`] and [`Modulus::invert_public`] take whichever way is shortest for their numbers.

#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::needless_range_loop,
    reason = "limbs: every index is below a length that is at most MAX, every sum of products fits in 64 bits (shown at each \
              step), and every `as u32` takes the low word on purpose"
)]

mod combination;
mod inverse;
mod kernel;
mod limbs;
mod long;
mod number;
mod point;
mod powers;
mod residue;
mod secret;

pub use long::LongModulus;
pub use number::Number;
pub use point::{Group, Point};
pub use residue::{Modulus, Residue};
pub use secret::{SecretGroup, SecretPoint, SecretPowers, secret_scalar};
