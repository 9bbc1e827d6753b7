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

/// What cards in the field do is written down as 43 statements; each has a test that is named after it.
#[test]
fn every_trap_has_a_test() {
    let root = env!("CARGO_MANIFEST_DIR");
    let mut sources = String::new();
    for folder in ["tests/reader", "src/reader", "src/reader/pace"] {
        for entry in std::fs::read_dir(format!("{root}/{folder}")).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "rs") {
                sources.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let missing: Vec<_> = (1..=43).filter(|trap| !sources.contains(&format!("fn trap_{trap:02}_"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
