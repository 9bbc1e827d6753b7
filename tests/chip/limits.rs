//! Bad input: bounded work and an answer, whatever the bytes.

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

#[test]
fn ten_megabytes_of_certificates_that_came_along_end_in_an_answer() {
    let (sod, anchor, dg1) =
        (fixture("sod/ec-p-256-sha1.bin"), fixture("pki/ec-p-256-sha1-0.cer"), fixture("card/dg1.bin"));
    let trust = Trust { anchors: vec![&anchor], ..Trust::default() };
    let padding = fixture("pki/rsa-8192-0.cer");
    let reading = |count: usize| {
        let sod = with_certificates(&sod, &padding.repeat(count));
        assert!(sod.len() > count * 2_000);
        read(&[("EF.SOD", &sod), ("DG1", &dg1)], &trust)
    };
    // The signer's own certificate is found behind some others.
    assert_eq!(reading(5).reading.assurance.name(), "authentic");
    let reading = reading(5_000);
    assert_eq!(reading.reading.assurance.name(), "wellFormed");
    assert_eq!(reading.reading.findings[0].code, "chip.limit");
}

/// EF.SOD with more certificates before its own: they stand outside of what is signed.
fn with_certificates(sod: &[u8], more: &[u8]) -> Vec<u8> {
    let (sod, _) = split(sod);
    let (content_info, _) = split(sod);
    let (content_type, explicit) = content_info.split_at(11);
    let (signed_data, _) = split(split(explicit).0);
    let mut parts = Vec::new();
    let mut rest = signed_data;
    while !rest.is_empty() {
        let (content, after) = split(rest);
        let is_certificates = rest[0] == 0xA0;
        let part = if is_certificates {
            tlv(0xA0, &[more, content].concat())
        } else {
            rest[..rest.len() - after.len()].to_vec()
        };
        parts.extend(part);
        rest = after;
    }
    let signed_data = tlv(0xA0, &tlv(0x30, &parts));
    tlv(0x77, &tlv(0x30, &[content_type, &signed_data].concat()))
}

/// The content of the first element, and what follows it.
fn split(bytes: &[u8]) -> (&[u8], &[u8]) {
    let (length, header) = match bytes[1] {
        short @ 0..0x80 => (usize::from(short), 2),
        long => {
            let octets = usize::from(long & 0x7F);
            (bytes[2..2 + octets].iter().fold(0, |sum, octet| sum << 8 | usize::from(*octet)), 2 + octets)
        }
    };
    bytes[header..].split_at(length)
}

fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    [&[tag, 0x84], &length[..], content].concat()
}
