//! Files with what the caller trusts: bundles, text around the blocks, tails. Nothing of them is dropped in silence.

use std::fs;

use base64ct::{Base64, Encoding};
use cancuoc::chip::{ChipReading, Files, Policy, Trust, describe_trust, read_chip};
use cancuoc::{Date, Options};

fn fixture(name: &str) -> Vec<u8> {
    fs::read(format!("{}/tests/chip/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn pem(label: &str, der: &[u8]) -> String {
    let body = Base64::encode_string(der);
    let lines: Vec<_> = body.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).unwrap()).collect();
    format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", lines.join("\n"))
}

/// The card whose signer `crl-revoked-0.crl` revokes.
fn read(trust: &Trust<'_>) -> ChipReading {
    let (sod, dg1) = (fixture("sod/lds-v1.bin"), fixture("card/dg1.bin"));
    let files = Files::new([("EF.SOD", &sod[..]), ("DG1", &dg1)]).unwrap();
    read_chip(&files, trust, &Options::on(Date::from_iso("2026-06-01").unwrap())).unwrap()
}

fn codes(reading: &ChipReading) -> Vec<(String, String)> {
    let of = |finding: &cancuoc::Finding| (finding.code.to_string(), finding.path.clone());
    reading.reading.findings.iter().map(of).collect()
}

const ANCHOR: &str = "pki/ec-p-256-sha1-0.cer";

#[test]
fn a_signer_that_the_second_block_of_a_bundle_revokes_is_revoked() {
    let (anchor, revoking) = (fixture(ANCHOR), fixture("pki/crl-revoked-0.crl"));
    let another = fixture("pki/crl-of-another-0.crl");
    let bundle = pem("X509 CRL", &another) + &pem("X509 CRL", &revoking);
    let concatenated = [&another[..], &revoking].concat();
    for list in [bundle.as_bytes(), &concatenated, &revoking] {
        let trust = Trust { anchors: vec![&anchor], revocation_lists: vec![list], ..Trust::default() };
        assert_eq!(read(&trust).passive.chain.status.name(), "revoked");
    }
}

#[test]
fn an_anchor_is_found_in_any_block_whatever_stands_around_it() {
    let (anchor, other) = (fixture(ANCHOR), fixture("pki/rsa-4096-0.cer"));
    let block = pem("CERTIFICATE", &anchor);
    let second = pem("CERTIFICATE", &other) + &block;
    let dressed = format!("\u{FEFF}subject=/C=VN\r\n\r\n{}", block.replace('\n', "\r\n"));
    let bag = format!("Bag Attributes\n    localKeyID: 01\n0 s:C=VN\n\n{block}");
    let latin = [&b"ch\xFA th\xEDch\n"[..], block.as_bytes()].concat();
    let two = [&other[..], &anchor].concat();
    for file in [block.as_bytes(), second.as_bytes(), dressed.as_bytes(), bag.as_bytes(), &latin, &two] {
        let reading = read(&Trust { anchors: vec![file], ..Trust::default() });
        assert_eq!(reading.passive.chain.status.name(), "trusted");
        assert_eq!(reading.reading.assurance.name(), "authentic");
    }
}

#[test]
fn what_a_bundle_holds_that_cannot_be_used_is_said_with_its_place() {
    let (anchor, list) = (fixture(ANCHOR), fixture("pki/crl-good-0.crl"));
    let bundle = pem("X509 CRL", &list) + &pem("CERTIFICATE", &anchor) + "-----BEGIN CERTIFICATE-----\nAA?\n";
    let reading = read(&Trust { anchors: vec![bundle.as_bytes()], ..Trust::default() });
    assert_eq!(reading.passive.chain.status.name(), "trusted");
    let unreadable =
        |place: &str| ("chip.anchor_unreadable".to_owned(), format!("trust.anchors[0][{place}]"));
    assert!(codes(&reading).contains(&unreadable("0")));
    assert!(codes(&reading).contains(&unreadable("2")));
    let tail = [&anchor[..], b"\n"].concat();
    let reading = read(&Trust { anchors: vec![&tail], ..Trust::default() });
    assert_eq!(reading.passive.chain.status.name(), "trusted");
    assert!(codes(&reading).contains(&unreadable("1")));
}

#[test]
fn a_master_list_behind_another_one_counts_too() {
    let list = fixture("pki/master-list-0.ml");
    let anchor = fixture("pki/master-list-ml-0.cer");
    let altered = fixture("pki/master-list-altered-0.ml");
    let both = [&altered[..], &list].concat();
    let reading = read(&Trust { master_lists: vec![(&both, &anchor)], ..Trust::default() });
    assert_eq!(reading.passive.chain.status.name(), "trusted");
    assert_eq!(reading.passive.chain.master_list, Some(0));
    let refused = ("chip.master_list_refused".to_owned(), "trust.masterLists[0][0]".to_owned());
    assert!(codes(&reading).contains(&refused));
}

#[test]
fn a_bundle_is_described_whole_before_anybody_trusts_it() {
    let (anchor, list) = (fixture(ANCHOR), fixture("pki/crl-good-0.crl"));
    let other = fixture("pki/rsa-4096-0.cer");
    let bundle = pem("CERTIFICATE", &anchor) + &pem("CERTIFICATE", &other);
    let described = describe_trust(bundle.as_bytes());
    assert_eq!((described.kind, described.certificates.len(), described.parts.len()), ("certificate", 2, 2));
    assert_eq!(described.parts[1].der, other);
    let mixed = bundle + &pem("X509 CRL", &list) + "-----BEGIN CERTIFICATE-----\n";
    let described = describe_trust(mixed.as_bytes());
    assert_eq!((described.kind, described.certificates.len(), described.unreadable), ("bundle", 2, 1));
    assert_eq!(
        described.parts.iter().map(|part| part.kind).collect::<Vec<_>>(),
        ["certificate", "certificate", "revocationList", "unknown"]
    );
    assert_eq!(describe_trust(b"nothing").kind, "unknown");
}

#[test]
fn the_strict_policy_wants_a_list_and_nothing_weak() {
    let (anchor, list) = (fixture(ANCHOR), fixture("pki/crl-good-0.crl"));
    let strict = Trust { anchors: vec![&anchor], policy: Policy::STRICT, ..Trust::default() };
    let reading = read(&strict);
    assert_eq!(reading.reading.assurance.name(), "wellFormed");
    assert!(codes(&reading).contains(&("chip.policy_refused".to_owned(), "trust.policy".to_owned())));
    let listed = Trust { revocation_lists: vec![&list], ..strict.clone() };
    assert_eq!(read(&listed).reading.assurance.name(), "authentic");
    // SHA-1 in EF.SOD.
    let (sod, dg1) = (fixture("sod/ec-p-256-sha1.bin"), fixture("card/dg1.bin"));
    let files = Files::new([("EF.SOD", &sod[..]), ("DG1", &dg1)]).unwrap();
    let options = Options::on(Date::from_iso("2026-06-01").unwrap());
    let reading = read_chip(&files, &listed, &options).unwrap();
    assert_eq!(reading.passive.chain.status.name(), "invalid");
    let lenient = Trust { policy: Policy::default(), ..listed };
    let reading = read_chip(&files, &lenient, &options).unwrap();
    assert_eq!(reading.passive.chain.status.name(), "trusted");
    assert_eq!(reading.passive.deviations, ["weakHash"]);
}

#[test]
fn a_word_that_the_policy_does_not_know_opens_nothing() {
    let mut policy = Policy::default();
    for (name, word) in [("weak", "require"), ("Weak", "report"), ("country", "refuse"), ("revocation", "")] {
        assert_eq!(policy.set(name, word), None, "{name} {word}");
    }
    assert_eq!(policy.set("revocation", "require"), Some(()));
}
