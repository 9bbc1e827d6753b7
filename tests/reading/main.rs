//! QR codes, machine-readable zones and the identity made of several readings.
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

mod framing;
mod garbled;
mod identity;
mod mrz;
mod papers;
mod people;
mod properties;
mod qr;
mod typed;
mod work;
mod zone;
