//! What is never said.

use cancuoc::reader::{CardReader, Key, Settings, Stage};

use crate::desk::{can, mrz, random, read, run};
use crate::emulator::{Card, Fault};

fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02x}")).collect()
}

#[test]
fn neither_key_nor_file_nor_evidence_stands_in_any_debug_form_error_or_progress() {
    let mut said = String::new();
    let mut say = |text: String| said.push_str(&text.to_lowercase());
    let settings = Settings::new(mrz());
    say(format!("{settings:?}"));
    say(format!("{:?}", CardReader::new(settings, &random(1)).unwrap()));
    let mut card = Card::new();
    let ran = run(&mut card, Settings::new(mrz()), 1);
    say(format!("{:?}", ran.progress));
    let outcome = ran.ended.unwrap();
    say(format!("{outcome:?} {:?}", outcome.evidence));
    for notice in &outcome.notices {
        say(format!("{notice:?} {:?}", notice.to_finding()));
    }
    for at in [3, 12, 30, 45] {
        let mut card = Card::new().with(Fault::LostAt(at));
        let failure = run(&mut card, Settings::new(can()), 1).ended.unwrap_err();
        say(format!("{failure:?} {}", cancuoc::Error::from(&failure)));
    }
    let mut card = Card::new();
    let failure = run(&mut card, Settings::new(Key::can("654321").unwrap()), 1).ended.unwrap_err();
    say(format!("{failure:?} {}", cancuoc::Error::from(&failure)));
    let response = outcome.evidence.active().unwrap().response.to_vec();
    let lists = |octets: &[u8]| format!("{octets:?}").trim_matches(['[', ']']).to_owned();
    for secret in [
        "199000015".to_owned(),
        "123456".to_owned(),
        "654321".to_owned(),
        "mau".to_owned(),
        hex(&card.file(0x0101)[20..28]),
        lists(&card.file(0x0101)[20..28]),
        hex(&response[..8]),
        lists(&response[..8]),
    ] {
        assert!(!said.contains(&secret), "{secret}");
    }
    assert!(said.contains("dg1"));
}

#[test]
fn progress_names_the_stage_the_file_and_its_octets() {
    let mut card = Card::new();
    let ran = run(&mut card, Settings::new(mrz()), 1);
    assert!(ran.ended.is_ok());
    let stages: Vec<Stage> = ran.progress.iter().map(|progress| progress.stage).collect();
    for stage in [Stage::Connect, Stage::Access, Stage::File, Stage::Active, Stage::Chip] {
        assert!(stages.contains(&stage), "{}", stage.name());
    }
    let of_dg2: Vec<_> = ran
        .progress
        .iter()
        .filter(|progress| progress.file.is_some_and(|file| file.text() == "DG2") && progress.done > 0)
        .collect();
    assert!(of_dg2.len() > 3);
    assert!(of_dg2.windows(2).all(|pair| pair[0].done < pair[1].done && pair[1].done <= pair[1].total));
    assert_eq!(of_dg2[1].total, card.file(0x0102).len());
}

#[test]
fn the_same_card_is_opened_with_other_keys_and_counters_each_time() {
    let mut card = Card::new();
    let mut seen = Vec::new();
    for seed in 1..4 {
        assert!(run(&mut card, Settings::new(mrz()), seed).ended.is_ok());
        seen.extend(card.log.iter().filter(|command| command[0] & 0x0C == 0x0C).cloned());
    }
    let count = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), count, "no protected command twice");
    read(&mut card);
}
