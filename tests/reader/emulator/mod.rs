//! A chip in software, for the tests: the cards of `tools/mint`, their private keys, and a switch for each fault that cards
//! in the field have. It shares nothing with the reader but the tables of curves and the crates of RustCrypto:
//! its arithmetic is that of `num-bigint`, its secure messaging its own.

mod card;
mod curve;
mod faults;
mod keys;
mod messaging;
mod pace;
mod primitives;
mod proofs;

pub(crate) use card::{Card, Df};
pub(crate) use faults::Fault;
pub(crate) use keys::{AaKey, CaKey};
pub(crate) use pace::Offer;
pub(crate) use primitives::{Kind, tlv};
