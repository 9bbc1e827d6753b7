//! The linter over all packs that are there: what `make packs` runs.

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

#[path = "../../examples/packs.rs"]
#[allow(dead_code, reason = "the linter's `main` is not called here")]
mod linter;

#[test]
fn the_linter_finds_no_mistake_in_the_packs() {
    let report = linter::check(std::path::Path::new("packs"), &[]);
    assert!(report.mistakes.is_empty(), "{}", report.mistakes.join("\n"));
}
