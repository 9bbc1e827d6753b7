//! Addresses of both eras: parsed, converted, searched.
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

mod conversions;
mod messy;
mod of_2023;
mod properties;
mod reports;
mod round_trips;

use cancuoc::address::Units;

/// The asset of the package.
fn units() -> &'static Units {
    static UNITS: std::sync::OnceLock<Units> = std::sync::OnceLock::new();
    UNITS.get_or_init(|| Units::from_bytes(include_bytes!("../../data/units/units.bin")).unwrap())
}
