//! The way in.

use cancuoc::reader::{AllowBac, Answer, CardReader, Key, KeyKind, Method, Notice, Reason, Settings, Step};

use crate::desk::{assurance, can, file, has, is_whole, mrz, random, read, read_with, reason, run};
use crate::emulator::{Card, Fault, Kind, Offer};

const fn offer(mapping: u8, kind: Kind, parameter: u8) -> Offer {
    Offer { mapping, kind, parameter }
}

#[test]
fn pace_with_both_keys_on_every_curve_and_every_cipher_opens_the_card() {
    let kinds = [Kind::Des3, Kind::Aes128, Kind::Aes192, Kind::Aes256];
    for (i, parameter) in (8..=18).enumerate() {
        let mut card = Card::new().offering(&[offer(2, kinds[i % 4], parameter)]);
        let key = if i % 2 == 0 { can() } else { mrz() };
        let mut settings = Settings::new(key.clone());
        (settings.prove_active, settings.prove_chip) = (false, false);
        let outcome = read_with(&mut card, settings);
        assert!(is_whole(&outcome, &card), "{parameter}");
        assert_eq!((outcome.access.method, outcome.access.key), (Method::Pace, key.kind()));
        assert_eq!((card.tries, card.wrong), (1, 0));
        println!("{:?} {:?}", outcome.access.domain, outcome.access.cipher);
    }
}

#[test]
fn pace_over_a_prime_field_opens_the_card() {
    for kind in [Kind::Des3, Kind::Aes128, Kind::Aes256] {
        let mut card = Card::new().offering(&[offer(1, kind, 0)]);
        let outcome = read(&mut card);
        assert!(is_whole(&outcome, &card));
        assert_eq!(outcome.access.domain, Some("DH-1024/160"));
    }
}

#[test]
fn bac_opens_a_card_without_pace_and_says_why() {
    let mut card = Card::new().offering(&[]);
    let outcome = read(&mut card);
    assert!(is_whole(&outcome, &card));
    assert_eq!((outcome.access.method, outcome.access.reason), (Method::Bac, Some("noCardAccess")));
    assert!(has(&outcome, &Notice::Bac));
    assert_eq!(assurance(&outcome, &card), "genuine");
}

#[test]
fn trap_01_select_of_the_master_file_refused_is_no_failure_and_ef_cardaccess_is_tried_without_it() {
    for status in [0x6D00, 0x6982, 0x6985, 0x6A86] {
        let mut card = Card::new().with(Fault::MasterFile(status));
        let outcome = read(&mut card);
        assert_eq!(outcome.access.method, Method::Pace, "{status:04X}");
        // Straight away: `00A4020C02011C`.
        assert_eq!(card.log[0], [0, 0xA4, 2, 0x0C, 2, 1, 0x1C]);
    }
}

#[test]
fn trap_02_both_forms_of_select_of_the_master_file_are_tried() {
    let mut card = Card::new().with(Fault::ApplicationSelectedFirst).with(Fault::MasterFileByIdentifierOnly);
    let outcome = read(&mut card);
    assert_eq!(outcome.access.method, Method::Pace);
    assert!(card.log.contains(&vec![0, 0xA4, 0, 0x0C]));
    assert!(card.log.contains(&vec![0, 0xA4, 0, 0x0C, 2, 0x3F, 0]));
}

#[test]
fn trap_03_ef_cardaccess_refused_while_the_application_is_selected_leads_to_bac_with_the_reason() {
    let card = || Card::new().with(Fault::ApplicationSelectedFirst).with(Fault::MasterFile(0x6D00));
    for mut card in [card(), Card::new().with(Fault::CardAccess(0x6982))] {
        let outcome = read(&mut card);
        assert_eq!((outcome.access.method, outcome.access.reason), (Method::Bac, Some("noCardAccess")));
    }
    let mut settings = Settings::new(mrz());
    settings.allow_bac = AllowBac::Never;
    let mut card = card();
    assert_eq!(reason(&mut card, settings), Reason::Downgrade);
    assert_eq!(card.tries, 0);
}

#[test]
fn trap_04_a_warning_on_ef_cardaccess_does_not_end_the_reading() {
    let outcome = read(&mut Card::new().with(Fault::CardAccess6283));
    assert_eq!(outcome.access.method, Method::Pace);
}

#[test]
fn trap_05_parameters_are_named_when_the_card_asks_for_them_or_offers_two() {
    for status in [0x6A87, 0x6A88, 0x6A80] {
        let outcome = read(&mut Card::new().with(Fault::ParametersWanted(status)));
        assert_eq!(outcome.access.method, Method::Pace, "{status:04X}");
    }
    let mut card = Card::new().offering(&[offer(2, Kind::Aes128, 12), offer(2, Kind::Aes128, 16)]);
    let outcome = read(&mut card);
    assert_eq!(outcome.access.domain, Some("brainpoolP384r1"));
}

#[test]
fn trap_06_select_mse_and_the_key_agreement_token_carry_no_expected_length() {
    let mut card = Card::of("ca-3des-p-224");
    card.ca = vec![crate::emulator::CaKey::of("P-224", Kind::Des3, None)];
    let outcome = read(&mut card);
    assert_eq!(assurance(&outcome, &card), "genuine");
    let without: Vec<_> = card.understood.iter().filter(|plain| matches!(plain.ins, 0xA4 | 0x22)).collect();
    assert!(without.len() > 8 && without.iter().any(|plain| (plain.p1, plain.p2) == (0x41, 0xA6)));
    for plain in without {
        assert_eq!(plain.le, None, "{plain:02X?}");
        assert!(plain.ins != 0xA4 || plain.p2 == 0x0C);
    }
}

#[test]
fn trap_07_the_strongest_of_several_ways_is_taken_whatever_their_order() {
    let mut offers = [
        offer(4, Kind::Aes256, 18),
        offer(2, Kind::Des3, 12),
        offer(2, Kind::Aes256, 17),
        offer(2, Kind::Aes128, 13),
        offer(2, Kind::Aes256, 99),
    ];
    for _ in 0..2 {
        let outcome = read(&mut Card::new().offering(&offers));
        assert_eq!((outcome.access.domain, outcome.access.cipher), (Some("brainpoolP512r1"), "AES-256"));
        offers.reverse();
    }
}

#[test]
fn trap_08_a_card_that_offers_the_integrated_mapping_alone_is_named_and_not_opened() {
    let mut card = Card::new().offering(&[offer(4, Kind::Aes128, 13)]);
    let reason = reason(&mut card, Settings::new(mrz()));
    assert_eq!(reason, Reason::UnsupportedPace("0.4.0.127.0.7.2.2.4.4.2 integrated mapping".to_owned()));
    assert_eq!((reason.code(), &*reason.to_finding().code), ("reader.no_access", "reader.pace_unsupported"));
    let words = reason.to_finding().message(cancuoc::Locale::Vi);
    assert_eq!(
        words,
        "Thẻ chỉ mở bằng cách mà phần mềm này chưa hỗ trợ (0.4.0.127.0.7.2.2.4.4.2 integrated mapping). \
         Đọc thẻ bằng thiết bị khác."
    );
    assert_eq!(card.tries, 0);
    let mut settings = Settings::new(mrz());
    settings.allow_bac = AllowBac::Failed;
    assert_eq!(read_with(&mut card, settings).access.reason, Some("unknownPace"));
}

#[test]
fn trap_09_a_shared_secret_that_starts_with_a_zero_gives_the_right_keys() {
    for offer in [offer(2, Kind::Aes128, 12), offer(2, Kind::Aes256, 17), offer(1, Kind::Aes128, 0)] {
        let outcome = read(&mut Card::new().offering(&[offer]).with(Fault::ZeroSecret));
        assert_eq!(outcome.access.method, Method::Pace);
    }
}

#[test]
fn trap_10_a_counter_that_starts_with_zeros_keeps_its_octets() {
    let mut card = Card::new().offering(&[]).with(Fault::ZeroSsc);
    let outcome = read(&mut card);
    assert!(is_whole(&outcome, &card));
}

#[test]
fn trap_11_a_chip_that_sends_our_own_key_back_is_refused_whatever_the_key() {
    for fault in [Fault::EchoMapping, Fault::EchoAgreement] {
        for key in [can(), Key::can("654321").unwrap()] {
            let mut card = Card::new().with(fault);
            let reason = reason(&mut card, Settings::new(key));
            assert_eq!(reason, Reason::Protocol("our own public key came back"));
            // Nothing follows.
            assert_eq!(card.log.last().unwrap()[..2], [0x10, 0x86]);
        }
    }
}

#[test]
fn trap_12_a_public_key_that_is_none_ends_pace() {
    for fault in [Fault::OffCurve, Fault::Compressed] {
        let mut card = Card::new().with(fault);
        let reason = reason(&mut card, Settings::new(mrz()));
        assert_eq!(reason, Reason::Protocol("the chip's public key is none of its group"));
        assert_eq!(card.wrong, 0);
    }
}

#[test]
fn a_wrong_key_is_tried_once_and_no_other_way_in_is_tried_with_it() {
    let wrong = || Key::can("654321").unwrap();
    let mut card = Card::new();
    let ended = run(&mut card, Settings::new(wrong()), 1).ended.unwrap_err();
    assert_eq!(ended.reason, Reason::WrongKey { of: KeyKind::Can, tries_left: None });
    assert_eq!((ended.wrong_keys, card.tries, card.wrong), (1, 1, 1));
    let wrong_date = || Key::mrz("001199000015", "1999-02-02", "2039-02-01").unwrap();
    let mut card = Card::new().offering(&[]);
    let failure = run(&mut card, Settings::new(wrong_date()), 1).ended.unwrap_err();
    assert_eq!(failure.reason, Reason::WrongKey { of: KeyKind::Mrz, tries_left: None });
    assert_eq!((card.tries, card.wrong), (1, 1));
    // A card that counts its tries is not asked by BAC, even where that is allowed.
    let mut settings = Settings::new(wrong_date());
    settings.allow_bac = AllowBac::Failed;
    let mut card = Card::new().with(Fault::WrongKey(0x63C2));
    let failure = run(&mut card, settings, 1).ended.unwrap_err();
    assert_eq!(failure.reason, Reason::WrongKey { of: KeyKind::Mrz, tries_left: Some(2) });
    assert_eq!(card.tries, 1);
}

#[test]
fn after_two_wrong_keys_in_a_row_a_person_is_asked_before_the_card_is() {
    let mut settings = Settings::new(mrz());
    settings.wrong_keys = 2;
    let refused = cancuoc::reader::CardReader::new(settings.clone(), &crate::desk::random(1)).unwrap_err();
    assert_eq!(refused.code, "reader.key");
    settings.is_key_confirmed = true;
    assert!(run(&mut Card::new(), settings, 1).ended.is_ok());
}

#[test]
fn trap_30_what_a_card_says_to_a_wrong_key_is_told_apart() {
    let wrong = || Settings::new(Key::mrz("001199000015", "1999-02-02", "2039-02-01").unwrap());
    let of = KeyKind::Mrz;
    for (status, expected) in [
        (0x6300, Reason::WrongKey { of, tries_left: None }),
        (0x6988, Reason::WrongKey { of, tries_left: None }),
        (0x6985, Reason::WrongKey { of, tries_left: None }),
        (0x6A80, Reason::WrongKey { of, tries_left: None }),
        (0x63CF, Reason::WrongKey { of, tries_left: Some(15) }),
        (0x63C1, Reason::WrongKey { of, tries_left: Some(1) }),
        (0x63C0, Reason::Blocked),
        (0x6983, Reason::Blocked),
        (0x6984, Reason::Blocked),
    ] {
        for offers in [&[][..], &[offer(2, Kind::Aes128, 12)]] {
            let mut card = Card::new().offering(offers).with(Fault::WrongKey(status));
            assert_eq!(reason(&mut card, wrong()), expected, "{status:04X}");
            assert_eq!(card.tries, 1);
        }
    }
    for status in [0x6A88, 0x6D00] {
        let mut card = Card::new().offering(&[]).with(Fault::WrongKey(status));
        assert!(matches!(reason(&mut card, wrong()), Reason::NoAccess(_)), "{status:04X}");
    }
    for status in [0x6985, 0x6D00, 0x6A88] {
        let mut card = Card::new().offering(&[]).with(Fault::NoChallenge(status));
        assert!(matches!(reason(&mut card, wrong()), Reason::NoAccess(_)), "{status:04X}");
        assert_eq!(card.tries, 0);
    }
}

#[test]
fn trap_31_bac_after_a_failed_pace_begins_with_the_application_and_only_where_it_is_allowed() {
    for status in [0x6300, 0x6A80, 0x6F00] {
        let mut settings = Settings::new(mrz());
        let mut card = Card::new().with(Fault::PaceFails(status));
        assert!(!matches!(reason(&mut card, settings.clone()), Reason::TagLost));
        assert!(card.log.iter().all(|command| command[1] != 0x84));
        settings.allow_bac = AllowBac::Failed;
        let outcome = read_with(&mut card, settings);
        assert_eq!((outcome.access.method, outcome.access.reason), (Method::Bac, Some("failedPace")));
        let token = card.log.iter().position(|command| command[..2] == [0, 0x86]).unwrap();
        assert_eq!(card.log[token + 1][..5], [0, 0xA4, 4, 0x0C, 7]);
        assert_eq!(card.log[token + 2], [0, 0x84, 0, 0, 8]);
    }
    // A new session in the same tap does not ask PACE again.
    let mut card = Card::new().with(Fault::PaceFails(0x6300)).with(Fault::NakedRefusal(0x010D));
    card.forbidden.push(0x010D);
    let mut settings = Settings::new(mrz());
    settings.allow_bac = AllowBac::Failed;
    let outcome = read_with(&mut card, settings);
    assert!(file(&outcome, "DG2").is_some());
    assert_eq!(card.log.iter().filter(|command| command[..2] == [0, 0x86] && command[4] == 0x0C).count(), 1);
    assert_eq!(card.log.iter().filter(|command| command[1] == 0x84).count(), 2);
    // 63C2 is the card's own count: believed.
    let mut settings = Settings::new(mrz());
    settings.allow_bac = AllowBac::Failed;
    let mut card = Card::new().with(Fault::PaceFails(0x63C2));
    assert!(matches!(reason(&mut card, settings), Reason::WrongKey { tries_left: Some(2), .. }));
}

#[test]
fn trap_34_ef_dir_is_never_asked_for() {
    let mut card = Card::new();
    read(&mut card);
    assert!(card.understood.iter().all(|plain| plain.data != [0x2F, 0]));
}

#[test]
fn trap_35_ef_com_does_not_matter() {
    let mut card = Card::new();
    card.files.remove(&(crate::emulator::Df::Application, 0x011E));
    let outcome = read(&mut card);
    assert!(is_whole(&outcome, &card));
    let mut settings = Settings::new(mrz());
    settings.files =
        ["EF.COM", "DG1"].map(|name| cancuoc::chip::files::FileName::parse(name).unwrap()).to_vec().into();
    let outcome = read_with(&mut card, settings);
    assert!(file(&outcome, "DG1").is_some() && file(&outcome, "DG2").is_none());
    assert!(outcome.notices.iter().any(|notice| matches!(notice, Notice::Absent { .. })));
}

#[test]
fn trap_36_a_card_that_is_silent_after_a_wrong_key_is_asked_nothing_more() {
    let mut card = Card::new().with(Fault::SilentAfterWrongKey);
    let wrong = Settings::new(Key::can("654321").unwrap());
    assert_eq!(reason(&mut card, wrong), Reason::TagLost);
    assert_eq!((card.tries, card.wrong), (1, 1));
    assert_eq!(card.log.last().unwrap()[..2], [0, 0x86]);
}

#[test]
fn trap_36_a_card_that_does_not_answer_after_a_wrong_key_makes_its_holder_wait() {
    let first_answer = |wrong_keys: u8| {
        let mut settings = Settings::new(mrz());
        settings.wrong_keys = wrong_keys;
        let mut reader = CardReader::new(settings, &random(1)).unwrap();
        assert!(matches!(reader.start(), Step::Transmit { .. }));
        match reader.next(Answer::TimedOut) {
            Step::Failed(failure) => failure.reason,
            step => panic!("{step:?}"),
        }
    };
    assert_eq!(first_answer(0), Reason::TimedOut);
    assert_eq!(first_answer(1), Reason::Delayed);
    assert_eq!(Reason::Delayed.code(), "reader.delayed");
}

#[test]
fn trap_37_commands_that_let_the_chip_compute_are_given_five_seconds() {
    let run = run(&mut Card::new(), Settings::new(mrz()), 1);
    assert!(run.ended.is_ok());
    for (command, timeout) in run.timeouts {
        let is_slow = matches!(command[1], 0x86 | 0x88) || command[..2] == [0, 0x22];
        assert_eq!(timeout, if is_slow { 5_000 } else { 2_000 }, "{:02X?}", &command[..4]);
    }
}

#[test]
fn trap_40_the_first_three_steps_of_pace_are_parts_of_a_chain_and_the_last_is_not() {
    let mut card = Card::new();
    read(&mut card);
    let classes: Vec<_> =
        card.log.iter().filter(|command| command[1] == 0x86).map(|command| command[0]).collect();
    assert_eq!(classes[..4], [0x10, 0x10, 0x10, 0x00]);
}

#[test]
fn a_card_without_the_application_is_no_document() {
    let mut card = Card::new();
    card.files.retain(|(df, _), _| *df == crate::emulator::Df::Master);
    assert_eq!(reason(&mut card, Settings::new(mrz())), Reason::NotADocument);
}

#[test]
fn a_can_cannot_open_a_card_that_has_bac_alone() {
    let mut card = Card::new().offering(&[]);
    assert!(matches!(reason(&mut card, Settings::new(can())), Reason::NoAccess(_)));
    assert_eq!(card.tries, 0);
}

#[test]
fn pace_that_dg14_names_and_ef_cardaccess_does_not_is_reported() {
    let mut card = Card::of("cam").offering(&[]);
    card.ca = vec![crate::emulator::CaKey::of("brainpoolP256r1", Kind::Aes128, None)];
    let outcome = read(&mut card);
    assert!(has(&outcome, &Notice::Downgrade));
    let outcome = read(&mut Card::new().offering(&[]));
    assert!(!has(&outcome, &Notice::Downgrade));
}
