//! Blocks, lengths, long answers.

use cancuoc::chip::files::FileName;
use cancuoc::reader::{Notice, Reason, Settings, Transport};

use crate::desk::{assurance, file, has, is_whole, mrz, read, read_with, reason, run};
use crate::emulator::{AaKey, Card, Df, Fault, tlv};

fn long() -> Settings {
    let mut settings = Settings::new(mrz());
    settings.transport = Transport { longest_command: 65_544, longest_answer: 65_538 };
    settings
}

fn extended(card: &Card) -> usize {
    card.log.iter().filter(|command| command.len() > 5 && command[4] == 0).count()
}

#[test]
fn the_extended_form_is_used_only_where_the_transport_has_it() {
    let (mut short, mut whole) = (Card::new(), Card::new());
    assert!(is_whole(&read(&mut short), &short));
    assert!(is_whole(&read_with(&mut whole, long()), &whole));
    assert_eq!(extended(&short), 0);
    assert!(extended(&whole) > 3 && whole.log.len() < short.log.len());
    println!("{} commands short, {} extended", short.log.len(), whole.log.len());
}

#[test]
fn trap_16_a_naked_refusal_of_an_extended_read_brings_one_new_session_with_short_reads() {
    let mut card = Card::new().with(Fault::ShortOnly);
    let outcome = read_with(&mut card, long());
    assert!(is_whole(&outcome, &card));
    assert_eq!((extended(&card), card.tries), (1, 2));
    assert_eq!(assurance(&outcome, &card), "genuine");
}

#[test]
fn trap_17_refused_lengths_lead_to_smaller_ones_and_short_answers_are_gone_on_from() {
    for status in [0x6700, 0x6B00, 0x6282, 0x6C70, 0x6C00] {
        let mut card = Card::new().with(Fault::LongestRead(112, status));
        let outcome = read(&mut card);
        assert!(is_whole(&outcome, &card), "{status:04X}");
        assert_eq!(card.tries, 1);
    }
    for most in [1, 7, 100] {
        let mut card = Card::new().with(Fault::ShortRead(most));
        let mut settings = Settings::new(mrz());
        settings.files = Some(vec![FileName::DataGroup(1)]);
        let outcome = read_with(&mut card, settings);
        assert_eq!(file(&outcome, "DG1"), Some(card.file(0x0101)), "{most}");
        assert_eq!(file(&outcome, "DG14"), Some(card.file(0x010E)), "{most}");
    }
}

#[test]
fn trap_18_an_end_of_file_warning_with_data_is_success() {
    let mut card = Card::new().with(Fault::EndOfFile6282);
    assert!(is_whole(&read(&mut card), &card));
}

#[test]
fn trap_19_files_beyond_32767_octets_are_read_with_the_odd_instruction() {
    for settings in [Settings::new(mrz()), long()] {
        let mut card = Card::new();
        let picture: Vec<u8> = (0..70_000u32).map(|i| (i * 7 + i / 256) as u8).collect();
        let mut dg2 = vec![0x75, 0x83, 0x01, 0x11, 0x70];
        dg2.extend(picture);
        card.files.insert((Df::Application, 0x0102), dg2.clone());
        let outcome = read_with(&mut card, settings);
        assert_eq!(file(&outcome, "DG2"), Some(dg2.as_slice()));
        let odd: Vec<_> = card.understood.iter().filter(|plain| plain.ins == 0xB1).collect();
        assert!(!odd.is_empty() && odd.iter().all(|plain| plain.data[0] == 0x54));
    }
}

#[test]
fn trap_20_long_answers_of_active_authentication_arrive_whole() {
    let rsa = |faults: &[Fault]| {
        let mut card = Card::of("aa-rsa-bc");
        card.aa = Some(AaKey::rsa("rsa2048-aa"));
        card.ca = Vec::new();
        card.faults.extend(faults);
        card
    };
    // 61xx: the answer does not fit into 256 octets and is fetched in parts.
    let mut card = rsa(&[]);
    let outcome = read(&mut card);
    assert_eq!(assurance(&outcome, &card), "genuine");
    assert!(card.log.iter().any(|command| command[..2] == [0, 0xC0]));
    // At once in the extended form.
    let mut card = rsa(&[]);
    let outcome = read_with(&mut card, long());
    assert_eq!(assurance(&outcome, &card), "genuine");
    assert!(card.log.iter().all(|command| command[..2] != [0, 0xC0]));
    // 6Cxx names the length (256 is 00), and 65,536 brings nothing.
    for fault in [Fault::ActiveNamesLength, Fault::ActiveEmptyWhenExtended] {
        let mut card = rsa(&[fault]);
        let outcome = read_with(&mut card, long());
        assert_eq!(assurance(&outcome, &card), "genuine", "{fault:?}");
    }
}

#[test]
fn trap_21_active_authentication_carries_its_expected_length_under_secure_messaging() {
    let mut card = Card::new();
    read(&mut card);
    let lengths: Vec<_> =
        card.understood.iter().filter(|plain| plain.ins == 0x88).map(|plain| plain.le).collect();
    assert_eq!(lengths, [Some(256)]);
}

#[test]
fn trap_27_files_come_back_octet_by_octet_with_what_stands_in_no_shortest_form() {
    let mut card = Card::new();
    // A length in four octets, as some cards write it.
    let dg13 = card.file(0x010D).to_vec();
    let content = &dg13[4..];
    let length = (content.len() as u32).to_be_bytes();
    let odd = [&[0x6D, 0x84], length.as_slice(), content].concat();
    card.files.insert((Df::Application, 0x010D), odd.clone());
    assert_eq!(file(&read(&mut card), "DG13"), Some(odd.as_slice()));
}

#[test]
fn trap_32_an_ef_sod_of_indefinite_length_is_read_to_its_end() {
    let mut card = Card::new();
    let sod = card.file(0x011D).to_vec();
    let content = &sod[4..];
    let open = [&[0x77, 0x80], content, &[0, 0]].concat();
    card.files.insert((Df::Application, 0x011D), [open.clone(), vec![0; 300]].concat());
    assert_eq!(file(&read(&mut card), "EF.SOD"), Some(open.as_slice()));
    // One without end is not read for ever.
    card.files.insert(
        (Df::Application, 0x011D),
        [&[0x77, 0x80, 0x04, 0x84, 0x7F, 0xFF, 0xFF, 0xFF][..], &[1; 90_000]].concat(),
    );
    assert!(matches!(reason(&mut card, Settings::new(mrz())), Reason::Limit(_)));
    assert!(card.log.len() < 1_000);
}

#[test]
fn trap_33_a_wrong_checksum_at_the_end_of_ef_sod_brings_one_new_session_and_no_loop() {
    let mut card = Card::new().with(Fault::BadMacAtEndOfSod);
    let outcome = read(&mut card);
    assert!(is_whole(&outcome, &card));
    assert_eq!(card.tries, 2);
    let mut card = Card::new().with(Fault::BadMacAtEndOfSodAlways);
    let reason = reason(&mut card, Settings::new(mrz()));
    assert_eq!(reason, Reason::Protocol("an answer whose checksum is wrong"));
    assert_eq!(card.tries, 2);
}

#[test]
fn trap_41_parts_of_an_answer_are_fetched_in_clear_under_secure_messaging() {
    let mut card = Card::new().with(Fault::Parts);
    let outcome = read(&mut card);
    assert!(is_whole(&outcome, &card));
    let fetches: Vec<_> = card.log.iter().filter(|command| command[1] == 0xC0).collect();
    assert!(fetches.len() > 20 && fetches.iter().all(|command| command[..4] == [0, 0xC0, 0, 0]));
    assert_eq!(assurance(&outcome, &card), "genuine");
}

#[test]
fn trap_42_the_extended_form_is_not_tried_twice_nor_behind_a_reader_of_261_octets() {
    let mut settings = Settings::new(mrz());
    settings.transport = Transport { longest_command: 261, longest_answer: 65_538 };
    let mut card = Card::new();
    assert!(is_whole(&read_with(&mut card, settings), &card));
    assert_eq!(extended(&card), 0);
    // Refused under protection: not tried again either, and not in the next tap.
    let mut card = Card::new().with(Fault::LongestRead(256, 0x6700)).with(Fault::LostAt(40));
    let failure = run(&mut card, long(), 1).ended.unwrap_err();
    assert_eq!(extended(&card), 1);
    card.faults.pop();
    let mut settings = long();
    settings.resume = failure.resume;
    assert!(is_whole(&run(&mut card, settings, 2).ended.unwrap(), &card));
    assert_eq!(extended(&card), 0);
}

#[test]
fn a_file_that_is_shorter_than_it_says_is_left_out_and_the_others_are_read() {
    let mut card = Card::new();
    card.files.insert((Df::Application, 0x010D), [&[0x6D, 0x82, 0x20, 0x00][..], &[7; 500]].concat());
    let outcome = read(&mut card);
    assert!(file(&outcome, "DG13").is_none() && file(&outcome, "DG2").is_some());
    assert!(has(&outcome, &Notice::Unreadable { file: FileName::DataGroup(13) }));
    let mut card = Card::new().with(Fault::LyingLength(5_000));
    let outcome = read(&mut card);
    assert!(file(&outcome, "EF.SOD").is_none() && file(&outcome, "DG1").is_some());
}

#[test]
fn a_file_that_says_it_is_longer_than_any_is_not_read() {
    let mut card = Card::new();
    card.files
        .insert((Df::Application, 0x010D), [&[0x6D, 0x84, 0x7F, 0xFF, 0xFF, 0xFF][..], &[7; 500]].concat());
    assert_eq!(reason(&mut card, Settings::new(mrz())), Reason::Limit("octets of a file"));
    let mut card = Card::new();
    card.files.insert((Df::Application, 0x010D), vec![0; 500]);
    assert!(has(&read(&mut card), &Notice::Unreadable { file: FileName::DataGroup(13) }));
    let mut card = Card::new();
    card.files.insert((Df::Application, 0x010D), tlv(0x6D, &[]));
    assert_eq!(file(&read(&mut card), "DG13"), Some(&[0x6D, 0][..]));
}
