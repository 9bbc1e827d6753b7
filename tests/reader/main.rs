//! The reader against an emulated chip: every way in, every proof, and a test for each trap that cards in the field set.
//! The emulator was written from Doc 9303 part 11 and shares no code with the reader.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::print_stdout,
    reason = "helpers of tests: what goes wrong ends the test, what is measured is printed"
)]
#![cfg(feature = "chip")]

mod access;
mod desk;
mod emulator;
mod lengths;
mod proofs;
mod resuming;
mod secrets;
mod sessions;
