//! Active Authentication, Chip Authentication, Chip Authentication Mapping.

use cancuoc::chip::{ActiveEvidence, ChipEvidence};
use cancuoc::reader::{Notice, Settings};

use crate::desk::{assurance, file, has, is_whole, judged, mrz, read, read_with};
use crate::emulator::{CaKey, Card, Df, Fault, Kind, Offer};

fn settings(active: bool, chip: bool) -> Settings {
    let mut settings = Settings::new(mrz());
    (settings.prove_active, settings.prove_chip) = (active, chip);
    settings
}

fn clone(outcome: &cancuoc::reader::Outcome, card: &Card) -> (&'static str, Option<&'static str>) {
    let clone = judged(outcome, card).clone;
    (clone.status.name(), clone.method.map(|method| method.name()))
}

#[test]
fn each_proof_alone_and_both_together_make_the_mints_card_genuine() {
    for (active, chip, method) in [
        (true, false, Some("activeAuthentication")),
        (false, true, Some("chipAuthentication")),
        (true, true, Some("activeAuthentication")),
        (false, false, None),
    ] {
        for offers in [&[][..], &Card::new().offers] {
            let mut card = Card::new().offering(offers);
            let outcome = read_with(&mut card, settings(active, chip));
            assert!(is_whole(&outcome, &card));
            assert_eq!(outcome.evidence.active().is_some(), active);
            assert_eq!(outcome.evidence.chip().is_some(), chip);
            let expected = if active || chip { "genuine" } else { "authentic" };
            assert_eq!(assurance(&outcome, &card), expected);
            assert_eq!(clone(&outcome, &card).1, method);
        }
    }
}

#[test]
fn trap_23_chip_authentication_takes_its_cipher_and_key_from_dg14() {
    for (fixture, key) in [
        ("ca-aes128-p-256", CaKey::of("P-256", Kind::Aes128, None)),
        ("ca-aes128-brainpoolp256r1", CaKey::of("brainpoolP256r1", Kind::Aes128, None)),
        ("ca-aes192-p-384", CaKey::of("P-384", Kind::Aes192, None)),
        ("ca-aes256-brainpoolp512r1", CaKey::of("brainpoolP512r1", Kind::Aes256, None)),
        ("ca-3des-p-224", CaKey::of("P-224", Kind::Des3, None)),
    ] {
        for offers in [&[][..], &Card::new().offers] {
            let mut card = Card::of(fixture).offering(offers);
            card.ca = vec![key.clone()];
            let outcome = read(&mut card);
            assert_eq!(clone(&outcome, &card), ("proved", Some("chipAuthentication")), "{fixture}");
        }
    }
}

#[test]
fn chip_authentication_over_a_prime_field_needs_the_extended_form() {
    for (fixture, kind) in [("ca-dh-pkcs3", Kind::Aes128), ("ca-dh-x942", Kind::Des3)] {
        let mut card = Card::of(fixture);
        card.ca = vec![CaKey::modp(kind)];
        let mut long = settings(true, true);
        long.transport = cancuoc::reader::Transport { longest_command: 1_024, longest_answer: 1_024 };
        let outcome = read_with(&mut card, long);
        assert_eq!(clone(&outcome, &card), ("proved", Some("chipAuthentication")), "{fixture}");
        let outcome = read(&mut card);
        assert!(has(&outcome, &Notice::ChipKeyUnusable));
        assert!(is_whole(&outcome, &card));
    }
}

#[test]
fn trap_22_chip_authentication_without_a_named_cipher_is_3des_and_reported() {
    let fixture = |name: &str| {
        std::fs::read(format!("{}/tests/reader/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
    };
    let mut card = Card::new();
    card.files.insert((Df::Application, 0x010E), fixture("dg14.bin"));
    card.files.insert((Df::Application, 0x011D), fixture("ef-sod.bin"));
    card.anchor = fixture("anchor.cer");
    card.ca = vec![CaKey::of("P-256", Kind::Des3, None)];
    let outcome = read_with(&mut card, settings(false, true));
    assert!(has(&outcome, &Notice::ChipCipherAssumed));
    assert_eq!(clone(&outcome, &card), ("proved", Some("chipAuthentication")));
    // A card whose DG14 names one is not reported.
    assert!(!has(&read(&mut Card::new()), &Notice::ChipCipherAssumed));
}

#[test]
fn trap_24_the_key_identifier_is_sent_unsigned_without_padding_and_only_when_dg14_states_one() {
    let mut card = Card::of("ca-second-key");
    card.ca =
        vec![CaKey::of("P-256", Kind::Aes128, Some(1)), CaKey::of("brainpoolP384r1", Kind::Aes256, Some(2))];
    let outcome = read(&mut card);
    let Some(ChipEvidence::Agreement { key_id, .. }) = outcome.evidence.chip() else { panic!("evidence") };
    assert_eq!(key_id, Some(2));
    assert_eq!(assurance(&outcome, &card), "genuine");
    let set: Vec<_> = card.understood.iter().filter(|plain| (plain.p1, plain.p2) == (0x41, 0xA4)).collect();
    assert!(set[0].data.ends_with(&[0x84, 1, 2]));
    let mut card = Card::new();
    read(&mut card);
    let set: Vec<_> = card.understood.iter().filter(|plain| (plain.p1, plain.p2) == (0x41, 0xA4)).collect();
    assert_eq!(set[0].data.len(), 12);
}

#[test]
fn trap_25_active_comes_before_chip_authentication_and_either_may_be_refused() {
    let mut card = Card::new();
    read(&mut card);
    let place = |card: &Card, ins: u8, p2: u8| {
        card.understood.iter().position(|plain| plain.ins == ins && plain.p2 == p2).unwrap()
    };
    assert!(place(&card, 0x88, 0) < card.understood.iter().rposition(|plain| plain.ins == 0x22).unwrap());
    for (fault, tries, status) in [
        (Fault::ActiveRefused(0x6985), 1, 0x6985),
        (Fault::ActiveRefused(0x6F00), 1, 0x6F00),
        (Fault::ActiveRefusedNaked(0x6F00), 2, 0x6F00),
    ] {
        let mut card = Card::new().with(fault);
        let outcome = read(&mut card);
        assert!(has(&outcome, &Notice::ActiveRefused { status: Some(status) }), "{fault:?}");
        assert_eq!(clone(&outcome, &card), ("proved", Some("chipAuthentication")), "{fault:?}");
        assert_eq!(card.tries, tries);
    }
    let mut card = Card::new().with(Fault::ChipRefused(0x6A80));
    let outcome = read(&mut card);
    assert!(has(&outcome, &Notice::ChipRefused { status: Some(0x6A80) }));
    assert_eq!(clone(&outcome, &card), ("proved", Some("activeAuthentication")));
}

#[test]
fn trap_43_a_copy_without_the_keys_is_authentic_failed_and_its_files_come_back() {
    for (active, chip) in [(true, false), (false, true), (true, true)] {
        let mut card = Card::new().with(Fault::Copied);
        let outcome = read_with(&mut card, settings(active, chip));
        assert!(is_whole(&outcome, &card));
        assert_eq!(assurance(&outcome, &card), "authentic");
        assert_eq!(clone(&outcome, &card).0, "failed", "{active} {chip}");
        assert_eq!(has(&outcome, &Notice::ChipFailed), chip);
    }
}

const CAM: Offer = Offer { mapping: 6, kind: Kind::Aes128, parameter: 13 };

/// Nothing in a mapping is the caller's own: it is a claim, and only Chip Authentication besides it proves something.
#[test]
fn chip_authentication_mapping_is_a_claim_of_the_chip_and_a_copy_fails() {
    let cases = [(None, "claimed", "proved"), (Some(Fault::Copied), "failed", "failed")];
    for (fault, mapped, agreed) in cases {
        let mut card = Card::of("cam").offering(&[CAM]);
        card.ca = vec![CaKey::of("brainpoolP256r1", Kind::Aes128, None)];
        card.faults.extend(fault);
        let outcome = read_with(&mut card, settings(true, false));
        assert_eq!(outcome.access.mapping, Some("chip"));
        assert!(file(&outcome, "EF.CardSecurity").is_some() && file(&outcome, "EF.CardAccess").is_some());
        assert!(matches!(outcome.evidence.chip(), Some(ChipEvidence::Mapping { .. })));
        assert_eq!(clone(&outcome, &card), (mapped, Some("paceMapping")));
        assert!(is_whole(&outcome, &card));
        // With Chip Authentication besides, that is the evidence.
        let outcome = read(&mut card);
        assert_eq!(clone(&outcome, &card), (agreed, Some("chipAuthentication")));
    }
}

#[test]
fn a_challenge_of_the_caller_is_the_one_that_is_signed() {
    let mut wanted = settings(true, false);
    wanted.challenge = Some([1, 2, 3, 4, 5, 6, 7, 8]);
    let mut card = Card::new();
    let outcome = read_with(&mut card, wanted);
    let Some(ActiveEvidence { challenge, response, .. }) = outcome.evidence.active() else {
        panic!("evidence")
    };
    assert_eq!((challenge, response.len()), (&[1, 2, 3, 4, 5, 6, 7, 8][..], 64));
    assert_eq!(assurance(&outcome, &card), "genuine");
}

#[test]
fn chip_authentication_is_not_done_with_a_key_that_ef_sod_does_not_cover() {
    let mut card = Card::new();
    let mut dg14 = card.file(0x010E).to_vec();
    *dg14.last_mut().unwrap() ^= 1;
    card.files.insert((Df::Application, 0x010E), dg14);
    let outcome = read(&mut card);
    assert!(card.understood.iter().all(|plain| (plain.p1, plain.p2) != (0x41, 0xA4)));
    assert!(has(&outcome, &Notice::ChipKeyUnusable) && outcome.evidence.chip().is_none());
}
