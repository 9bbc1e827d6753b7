//! Cards that leave the field.

use cancuoc::reader::{Answer, CardReader, Reason, Settings, Step};

use crate::desk::{assurance, file, is_whole, mrz, random, read, run};
use crate::emulator::{Card, Df, Fault};

#[test]
fn trap_38_a_card_lost_at_any_command_is_read_on_from_there_to_the_same_files() {
    let mut card = Card::new();
    let whole = read(&mut card);
    let commands = card.log.len();
    for at in 1..=commands {
        let mut card = Card::new().with(Fault::LostAt(at));
        let failure = run(&mut card, Settings::new(mrz()), 1).ended.unwrap_err();
        assert_eq!(failure.reason, Reason::TagLost, "{at}");
        let resume = failure.resume.unwrap();
        let kept: usize = resume.files.iter().map(|(_, octets)| octets.len()).sum();
        card.faults.clear();
        let mut settings = Settings::new(mrz());
        settings.resume = Some(resume);
        let outcome = run(&mut card, settings, 2).ended.unwrap();
        assert!(is_whole(&outcome, &card), "{at}");
        for (name, octets) in &whole.files {
            assert_eq!(file(&outcome, &name.text()), Some(octets.as_slice()), "{at}");
        }
        assert_eq!(assurance(&outcome, &card), "genuine", "{at}");
        // What was kept is not read again, EF.SOD apart.
        assert!(kept < 3_000 || card.log.len() < commands, "{at}: {} of {commands}", card.log.len());
    }
}

#[test]
fn a_card_lost_again_and_again_is_read_bit_by_bit() {
    let mut card = Card::new();
    let mut resume = None;
    for tap in 0..20 {
        card.faults = vec![Fault::LostAt(34)];
        let mut settings = Settings::new(mrz());
        (settings.prove_active, settings.prove_chip) = (false, false);
        settings.resume = resume.take();
        match run(&mut card, settings, 10 + tap).ended {
            Ok(outcome) => {
                assert!(is_whole(&outcome, &card) && tap > 1);
                return;
            }
            Err(failure) => resume = failure.resume,
        }
    }
    panic!("never whole");
}

#[test]
fn trap_39_another_card_in_the_next_tap_is_refused_and_nothing_of_it_is_kept() {
    let mut card = Card::new().with(Fault::LostAt(40));
    let failure = run(&mut card, Settings::new(mrz()), 1).ended.unwrap_err();
    let mut settings = Settings::new(mrz());
    settings.resume = failure.resume;
    let failure = run(&mut Card::of("aa-rsa-bc"), settings, 2).ended.unwrap_err();
    assert_eq!((failure.reason, failure.resume), (Reason::OtherCard, None));
}

#[test]
fn files_without_the_ef_sod_that_ties_them_to_a_card_are_read_again() {
    let mut card = Card::new();
    let whole = read(&mut card);
    let files = whole.files.iter().filter(|(name, _)| name.text() == "DG1").cloned().collect();
    let mut resume = cancuoc::reader::Resume { files, ..Default::default() };
    resume.files[0].1[10] ^= 1;
    let mut settings = Settings::new(mrz());
    settings.resume = Some(resume);
    let outcome = run(&mut card, settings, 3).ended.unwrap();
    assert_eq!(file(&outcome, "DG1"), Some(card.file(0x0101)));
}

#[test]
fn every_end_of_the_transport_has_its_reason_and_random_octets_serve_once() {
    for (answer, code) in [
        (Answer::Lost, "reader.tag_lost"),
        (Answer::TimedOut, "reader.timeout"),
        (Answer::Aborted, "reader.aborted"),
        (Answer::Broken, "reader.transport"),
    ] {
        let mut reader = CardReader::new(Settings::new(mrz()), &random(1)).unwrap();
        assert!(matches!(reader.start(), Step::Transmit { .. }));
        let Step::Failed(failure) = reader.next(answer) else { panic!("{code}") };
        assert_eq!(failure.reason.code(), code);
        let mut settings = Settings::new(mrz());
        settings.resume = failure.resume;
        assert_eq!(CardReader::new(settings.clone(), &random(1)).unwrap_err().code, "reader.random");
        assert!(CardReader::new(settings, &random(2)).is_ok());
        // After the end nothing is sent.
        assert!(matches!(reader.next(Answer::Octets(&[0x90, 0])), Step::Failed(_)));
        assert!(matches!(reader.start(), Step::Failed(_)));
    }
}

#[test]
fn a_step_out_of_turn_is_a_failure_and_not_a_command() {
    let mut reader = CardReader::new(Settings::new(mrz()), &random(1)).unwrap();
    assert!(matches!(reader.start(), Step::Transmit { .. }));
    assert!(matches!(reader.start(), Step::Failed(_)));
}

#[test]
fn a_partial_file_is_gone_on_from_at_its_offset() {
    let mut card = Card::new();
    read(&mut card);
    let dg2 = card.log.iter().rposition(|command| command[1] == 0xB0).unwrap() + 1;
    let mut card = Card::new().with(Fault::LostAt(dg2));
    let failure = run(&mut card, Settings::new(mrz()), 1).ended.unwrap_err();
    let (name, octets) = failure.resume.clone().unwrap().partial.unwrap();
    assert_eq!(name.text(), "DG2");
    assert_eq!(octets, card.file(0x0102)[..octets.len()]);
    assert!(octets.len() > 200);
    card.faults.clear();
    let mut settings = Settings::new(mrz());
    settings.resume = failure.resume;
    let outcome = run(&mut card, settings, 2).ended.unwrap();
    assert!(is_whole(&outcome, &card));
    let offsets: Vec<_> = card
        .understood
        .iter()
        .skip_while(|plain| plain.data != [1, 2])
        .filter(|plain| plain.ins == 0xB0)
        .map(|plain| usize::from(plain.p1) << 8 | usize::from(plain.p2))
        .collect();
    assert_eq!(offsets[0], octets.len());
    assert!(card.files.contains_key(&(Df::Application, 0x0102)));
}
