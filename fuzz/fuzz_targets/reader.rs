//! A card that answers with anything: the machine ends, within its bound of commands, and never with access to a session whose
//! keys it cannot have agreed.
//!
//! The first octet chooses key and policy; each answer is then a length, a kind and so many octets of the input. So that the
//! input gets somewhere, some kinds are the shapes of good answers with octets of the input within.

#![no_main]

use cancuoc::reader::{AllowBac, Answer, CardReader, Key, RANDOM_OCTETS, Settings, Step, Transport};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((which, mut data)) = data.split_first() else { return };
    let key = if which & 1 == 0 { Key::can("123456") } else { Key::mrz("199000015", "1999-02-01", "none") };
    let mut settings = Settings::new(key.unwrap());
    settings.allow_bac = [AllowBac::Absent, AllowBac::Failed, AllowBac::Never][usize::from(which >> 1) % 3];
    if which & 0x80 != 0 {
        settings.transport = Transport { longest_command: 65_544, longest_answer: 65_538 };
    }
    let random: Vec<u8> = (0..RANDOM_OCTETS).map(|i| (i * 31 + i / 251) as u8 ^ which).collect();
    let mut reader = CardReader::new(settings, &random).unwrap();
    let mut step = reader.start();
    let mut commands = 0;
    loop {
        step = match step {
            Step::Transmit { command, .. } => {
                commands += 1;
                assert!(commands <= 5_000 && command.len() >= 4);
                match answer(&mut data) {
                    Some(answer) => reader.next(Answer::Octets(&answer)),
                    None => reader.next(if which & 0x40 == 0 { Answer::Lost } else { Answer::TimedOut }),
                }
            }
            Step::Done(_) => panic!("no input knows the key of a session"),
            Step::Failed(failure) => {
                let _ = (failure.reason.to_string(), format!("{failure:?}"));
                break;
            }
        };
    }
    assert!(matches!(reader.next(Answer::Octets(&[0x90, 0])), Step::Failed(_)));
});

fn answer(data: &mut &[u8]) -> Option<Vec<u8>> {
    let (kind, rest) = data.split_first()?;
    let (length, rest) = rest.split_first()?;
    let (octets, rest) = rest.split_at(rest.len().min(usize::from(*length)));
    *data = rest;
    let ok = [0x90, 0];
    Some(match kind % 12 {
        0 => octets.to_vec(),
        1 => [octets, &ok].concat(),
        2 => ok.to_vec(),
        // EF.CardAccess: PACE, generic and chip mapping on two curves, and over a field.
        3 => card_access(4, 2, 2, 12),
        4 => card_access(4, 6, 2, 13),
        5 => card_access(4, 1, 2, 0),
        6 => [&[0x7C, octets.len().saturating_add(2).min(127) as u8, 0x80, octets.len().min(125) as u8], octets, &ok].concat(),
        // A public key: the base point of P-256, which lies on the curve.
        7 => public(octets.first().is_some_and(|octet| octet & 1 == 1)),
        8 => [&[0x99, 2, 0x90, 0, 0x8E, 8], octets, &ok].concat(),
        9 => [octets, &[0x61, octets.first().copied().unwrap_or(1)]].concat(),
        10 => vec![0x6C, octets.first().copied().unwrap_or_default()],
        _ => [&[0x63, 0xC0 | octets.first().copied().unwrap_or_default() & 15][..]].concat(),
    })
}

fn card_access(smartcard: u8, mapping: u8, cipher: u8, parameter: u8) -> Vec<u8> {
    vec![
        0x31, 0x14, 0x30, 0x12, 6, 10, 4, 0, 0x7F, 0, 7, 2, 2, smartcard, mapping, cipher, 2, 1, 2, 2, 1, parameter,
        0x90, 0,
    ]
}

fn public(is_agreement: bool) -> Vec<u8> {
    let curve = cancuoc::chip::crypto::Curve::by_name("P-256").unwrap();
    let tag = if is_agreement { 0x84 } else { 0x82 };
    [&[0x7C, 0x43, tag, 0x41, 4], curve.x, curve.y, &[0x90, 0]].concat()
}
