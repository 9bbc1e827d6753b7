//! Lists of people: repairs against a known truth, duplicates, two lists side by side, and what holds for any
//! list at all.

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

mod compared;
mod duplicates;
mod generate;
mod json;
mod list;
mod properties;
mod repairs;
mod rows;

use cancuoc::{
    Date, Options,
    address::Units,
    people::{Cell, ListOptions, PeopleReport, check_people},
};

fn options() -> Options {
    Options::on(Date::new(2026, 11, 22).unwrap())
}

fn units() -> &'static Units {
    static UNITS: std::sync::OnceLock<Units> = std::sync::OnceLock::new();
    UNITS.get_or_init(|| Units::from_bytes(include_bytes!("../../data/units/units.bin")).unwrap())
}

/// A table of texts; empty ones are empty cells.
fn table(rows: &[&[&str]]) -> Vec<Vec<Cell>> {
    rows.iter().map(|row| row.iter().map(|text| Cell::text(*text)).collect()).collect()
}

fn check(rows: &[Vec<Cell>]) -> PeopleReport {
    check_people(rows, &ListOptions::default(), None, &options()).unwrap()
}
