//! Pictures with and without QR codes.
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

mod frames;
mod modules;
mod mrz;
mod nothing;
mod symbols;
