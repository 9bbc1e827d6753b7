//! How the house is built: no circles between files, rooms that use only rooms below them, one table of findings.
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

mod circles;
mod examples;
mod findings;
mod graph;
mod modules;
mod names;
mod references;
mod reports;
mod rooms;
