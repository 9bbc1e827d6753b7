//! One reader and one card.

use cancuoc::chip::time::Moment;
use cancuoc::chip::{ChipReading, Files, Trust, read_chip};
use cancuoc::reader::{
    Answer, CardReader, Failure, Key, Notice, Outcome, Progress, RANDOM_OCTETS, Reason, Settings, Step,
};
use cancuoc::{Date, Options};

use crate::emulator::Card;

/// The key of the mint's person, as a page has it from the QR code.
pub(crate) fn mrz() -> Key {
    Key::mrz("001199000015", "1999-02-01", "2039-02-01").unwrap()
}

pub(crate) fn can() -> Key {
    Key::can("123456").unwrap()
}

/// Octets that look random; another seed, other octets.
pub(crate) fn random(seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03;
    (0..RANDOM_OCTETS)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 32) as u8
        })
        .collect()
}

/// What a run showed.
pub(crate) struct Run {
    pub(crate) ended: Result<Outcome, Failure>,
    pub(crate) progress: Vec<Progress>,
    pub(crate) timeouts: Vec<(Vec<u8>, u32)>,
}

/// Taps the card and reads.
pub(crate) fn run(card: &mut Card, settings: Settings, seed: u64) -> Run {
    card.tap();
    let mut reader = CardReader::new(settings, &random(seed)).unwrap();
    let (mut progress, mut timeouts) = (Vec::new(), Vec::new());
    let mut step = reader.start();
    loop {
        step = match step {
            Step::Transmit { command, timeout } => {
                progress.push(reader.progress());
                let answer = card.answer(&command);
                timeouts.push((command, timeout));
                match answer {
                    Some(answer) => reader.next(Answer::Octets(&answer)),
                    None => reader.next(Answer::Lost),
                }
            }
            Step::Done(outcome) => return Run { ended: Ok(*outcome), progress, timeouts },
            Step::Failed(failure) => return Run { ended: Err(*failure), progress, timeouts },
        };
    }
}

/// Reads with the key of the MRZ.
pub(crate) fn read(card: &mut Card) -> Outcome {
    read_with(card, Settings::new(mrz()))
}

pub(crate) fn read_with(card: &mut Card, settings: Settings) -> Outcome {
    match run(card, settings, 1).ended {
        Ok(outcome) => outcome,
        Err(failure) => panic!("{failure:?}"),
    }
}

pub(crate) fn reason(card: &mut Card, settings: Settings) -> Reason {
    match run(card, settings, 1).ended {
        Ok(outcome) => panic!("{outcome:?}"),
        Err(failure) => failure.reason,
    }
}

/// All files of the application are those of the card.
pub(crate) fn is_whole(outcome: &Outcome, card: &Card) -> bool {
    ["EF.SOD", "DG1", "DG2", "DG13", "DG14"].iter().all(|name| {
        let identifier = match *name {
            "EF.SOD" => 0x011D,
            group => 0x0100 + group[2..].parse::<u16>().unwrap(),
        };
        file(outcome, name) == Some(card.file(identifier))
    })
}

pub(crate) fn file<'a>(outcome: &'a Outcome, name: &str) -> Option<&'a [u8]> {
    outcome.files.iter().find(|(file, _)| file.text() == name).map(|(_, octets)| octets.as_slice())
}

/// What `read_chip` says of it.
pub(crate) fn judged(outcome: &Outcome, card: &Card) -> ChipReading {
    let named = outcome.named_files();
    let files = Files::new(named.iter().map(|(name, octets)| (name.as_str(), *octets))).unwrap();
    let trust = Trust {
        anchors: vec![&card.anchor],
        at: Moment::from_iso("2026-06-01T00:00:00Z"),
        active: outcome.evidence.active(),
        chip: outcome.evidence.chip(),
        ..Trust::default()
    };
    read_chip(&files, &trust, &Options::on(Date::new(2026, 6, 1).unwrap())).unwrap()
}

/// `genuine`, `authentic`, …
pub(crate) fn assurance(outcome: &Outcome, card: &Card) -> &'static str {
    judged(outcome, card).reading.assurance.name()
}

pub(crate) fn has(outcome: &Outcome, notice: &Notice) -> bool {
    outcome.notices.contains(notice)
}
