//! What ends a session.

use cancuoc::chip::files::FileName;
use cancuoc::reader::{Notice, Reason, Settings};

use crate::desk::{file, has, mrz, read, read_with, reason, run};
use crate::emulator::{Card, Fault};

#[test]
fn trap_13_an_answer_without_its_protected_status_is_an_error() {
    for offers in [&[][..], &Card::new().offers] {
        let mut card = Card::new().offering(offers).with(Fault::NoDo99);
        let reason = reason(&mut card, Settings::new(mrz()));
        assert_eq!(reason, Reason::Protocol("an answer whose checksum is wrong"));
    }
}

#[test]
fn trap_14_after_a_wrong_checksum_nothing_more_is_sent() {
    let mut good = Card::new();
    read(&mut good);
    let before = good.log.iter().position(|command| command[0] & 0x0C == 0x0C).unwrap();
    // SELECT of the application is the first protected answer; EF.SOD ends before DG14 is selected. There alone one new
    // session is allowed.
    let dg14 = good.understood.iter().position(|plain| plain.data == [1, 0x0E]).unwrap();
    let end_of_sod = dg14 - before;
    let answers = good.log.len() - before;
    for nth in 1..=answers {
        let mut card = Card::new().with(Fault::BadMac(nth));
        let ended = run(&mut card, Settings::new(mrz()), 1).ended;
        if nth == end_of_sod {
            let next = &card.log[before + nth];
            assert_eq!((next[0], next[1]), (0, 0xA4), "a session ends with a command in clear");
            continue;
        }
        assert_eq!(card.log.len(), before + nth, "{nth}");
        match ended {
            Err(failure) => {
                assert_eq!(failure.reason, Reason::Protocol("an answer whose checksum is wrong"), "{nth}");
            }
            // In the proofs, which come last: the files are here, the proof is not.
            Ok(outcome) => {
                let is_active = has(&outcome, &Notice::ActiveRefused { status: None });
                assert!(nth >= answers - 3 && (is_active || has(&outcome, &Notice::ChipFailed)), "{nth}");
                assert!(file(&outcome, "DG2").is_some());
            }
        }
    }
}

#[test]
fn trap_15_a_naked_status_word_under_secure_messaging_is_never_success() {
    // The first answer is that to the SELECT of the application, the second that of EF.SOD.
    for nth in [1, 2, 3] {
        let mut card = Card::new().with(Fault::NakedSuccess(nth));
        let run = run(&mut card, Settings::new(mrz()), 1);
        match run.ended {
            Err(failure) => {
                assert!(matches!(failure.reason, Reason::Protocol(_) | Reason::Limit(_)), "{nth}")
            }
            // A new session read what the first did not.
            Ok(outcome) => assert!(card.tries > 1 || file(&outcome, "EF.SOD").is_none(), "{nth}"),
        }
    }
}

#[test]
fn trap_26_dg3_is_not_asked_for_unasked_and_its_naked_refusal_costs_one_session() {
    let mut card = Card::new();
    read(&mut card);
    assert!(card.understood.iter().all(|plain| plain.data != [1, 3] && plain.data != [1, 4]));
    let groups = [3, 1, 2].map(FileName::DataGroup).to_vec();
    for (fault, tries) in [(None, 1), (Some(Fault::NakedRefusal(0x0103)), 2)] {
        let mut card = Card::new();
        card.faults.extend(fault);
        let mut settings = Settings::new(mrz());
        settings.files = Some(groups.clone());
        let outcome = read_with(&mut card, settings);
        assert!(has(&outcome, &Notice::Refused { file: FileName::DataGroup(3), status: 0x6982 }));
        assert!(file(&outcome, "DG1").is_some() && file(&outcome, "DG2").is_some());
        assert_eq!(card.tries, tries);
    }
}

#[test]
fn a_card_that_ends_every_session_is_not_opened_for_ever() {
    let mut card = Card::new();
    card.faults = (1..=16).map(|group| Fault::NakedRefusal(0x0100 + group)).collect();
    card.forbidden = (1..=16).map(|group| 0x0100 + group).collect();
    let mut settings = Settings::new(mrz());
    settings.files = Some((1..=16).map(FileName::DataGroup).collect());
    assert_eq!(reason(&mut card, settings), Reason::Limit("sessions in one tap"));
    assert_eq!(card.tries, 6);
}
