//! Packs, their rules, validation and sealed applications.
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

mod addresses;
mod claims;
mod compiled;
mod ct01;
mod interchange;
mod licence;
mod meanings;
mod offices;
mod packs;
mod plausible;
mod rules;
mod schema;
mod seal;
mod tables;
