//! Bad input: bounded work and an answer, whatever the bytes.

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

use std::fs;

use cancuoc::chip::{ChipReading, Files, Trust, read_chip};
use cancuoc::{Date, Options};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/chip/fixtures");

fn fixture(name: &str) -> Vec<u8> {
    fs::read(format!("{FIXTURES}/{name}")).unwrap()
}

fn read(files: &[(&str, &[u8])], trust: &Trust<'_>) -> ChipReading {
    let files = Files::new(files.iter().copied()).unwrap();
    read_chip(&files, trust, &Options::on(Date::from_iso("2026-06-01").unwrap())).unwrap()
}

#[test]
fn a_security_object_cut_at_any_byte_is_never_valid() {
    let (sod, anchor, dg1) =
        (fixture("sod/ec-p-256-sha1.bin"), fixture("pki/ec-p-256-sha1-0.cer"), fixture("card/dg1.bin"));
    let trust = Trust { anchors: vec![&anchor], ..Trust::default() };
    let whole = read(&[("EF.SOD", &sod), ("DG1", &dg1)], &trust);
    assert_eq!(whole.reading.assurance.name(), "authentic");
    for length in 0..sod.len() {
        let reading = read(&[("EF.SOD", &sod[..length]), ("DG1", &dg1)], &trust);
        assert_eq!(reading.passive.signature.name(), "invalid", "{length}");
        assert_eq!(reading.reading.assurance.name(), "wellFormed", "{length}");
    }
}

#[test]
fn a_security_object_with_any_bit_altered_is_never_more_than_it_was() {
    let (sod, anchor, dg1) =
        (fixture("sod/ec-p-256-sha1.bin"), fixture("pki/ec-p-256-sha1-0.cer"), fixture("card/dg1.bin"));
    let trust = Trust { anchors: vec![&anchor], ..Trust::default() };
    let mut still_authentic = Vec::new();
    for at in (0..sod.len()).step_by(3) {
        let mut altered = sod.clone();
        altered[at] ^= 1 << (at % 8);
        let reading = read(&[("EF.SOD", &altered), ("DG1", &dg1)], &trust);
        if reading.reading.assurance.name() == "authentic" && reading.passive.deviations.is_empty() {
            still_authentic.push(at);
        }
    }
    // What is not signed: versions, the list of digest algorithms, NULLs of parameters, EF.SOD's own wrapping.
    assert!(still_authentic.len() < 24, "{still_authentic:?}");
}

#[test]
fn depth_size_and_count_end_at_their_limits() {
    let deep = [0x30, 0x80].repeat(10_000);
    let huge = vec![0x77; (16 << 20) + 1];
    let near_two_to_the_32 = [0x77, 0x84, 0xFF, 0xFF, 0xFF, 0xFF, 0x30];
    let many = [vec![0x77, 0x84, 0x00, 0x98, 0x96, 0x80], [0x30, 0x00].repeat(5_000_000)].concat();
    let dg1 = fixture("card/dg1.bin");
    for (sod, code) in [
        (&[vec![0x77, 0x80], deep].concat()[..], "chip.limit"),
        (&huge, "chip.limit"),
        (&near_two_to_the_32, "chip.sod_unreadable"),
        (&many, "chip.sod_unreadable"),
    ] {
        let reading = read(&[("EF.SOD", sod), ("DG1", &dg1)], &Trust::default());
        assert_eq!(reading.passive.signature.name(), "invalid");
        assert_eq!(reading.reading.findings[0].code, code);
    }
}

#[test]
fn five_thousand_anchors_of_one_name_are_tried_within_a_budget() {
    let anchor = fixture("pki/ec-p-256-sha1-0.cer");
    let stranger = fixture("pki/roll-over-1.cer");
    let (sod, dg1) = (fixture("sod/ec-p-256-sha1.bin"), fixture("card/dg1.bin"));
    let mut anchors: Vec<&[u8]> = vec![&stranger; 5_000];
    anchors.push(&anchor);
    let reading = read(&[("EF.SOD", &sod), ("DG1", &dg1)], &Trust { anchors, ..Trust::default() });
    // The key identifier finds the right one among all.
    assert_eq!(reading.passive.chain.status.name(), "trusted");
}
