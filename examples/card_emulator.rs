//! The tests' emulated chip behind standard input and output, for tests in other languages. One line in, one line out:
//!
//! ```text
//! new {"fixture":"authentic","offers":[[2,2,12]],"can":"123456","faults":[["LostAt",20]]}   → ok
//! faults []                                                                                  → ok
//! tap                                                                                        → ok
//! 00A4020C02011C                                                                             → 9000, or `lost`
//! state                                                                                      → {"commands":7,"tries":1,"wrong":0}
//! ```
//!
//! `offers`: mapping (1 DH, 2 ECDH, 4 integrated, 6 Chip Authentication Mapping), cipher (1 to 4), parameter id.

#![allow(
    dead_code,
    unused_imports,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::print_stdout,
    reason = "a tool of tests: what goes wrong ends it"
)]

use std::io::{self, BufRead, Write};

use serde_json::{Value, json};

#[path = "../tests/reader/emulator/mod.rs"]
mod emulator;

use emulator::{CaKey, Card, Fault, Kind, Offer};

fn main() -> io::Result<()> {
    let mut card = Card::new();
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let line = line?;
        let said = match line.split_once(' ') {
            Some(("new", wanted)) => {
                card = made(&serde_json::from_str(wanted).expect("JSON"));
                "ok".to_owned()
            }
            Some(("faults", wanted)) => {
                let wanted: Value = serde_json::from_str(wanted).expect("JSON");
                card.faults = wanted.as_array().unwrap().iter().map(fault).collect();
                "ok".to_owned()
            }
            _ if line == "tap" => {
                card.tap();
                "ok".to_owned()
            }
            _ if line == "state" => {
                json!({ "commands": card.log.len(), "tries": card.tries, "wrong": card.wrong }).to_string()
            }
            _ => card.answer(&octets(&line)).map_or_else(|| "lost".to_owned(), |answer| hex(&answer)),
        };
        writeln!(out, "{said}")?;
        out.flush()?;
    }
    Ok(())
}

fn made(wanted: &Value) -> Card {
    let mut card = Card::of(wanted["fixture"].as_str().unwrap_or("authentic"));
    if let Some(offers) = wanted["offers"].as_array() {
        card.offers = offers.iter().map(offer).collect();
    }
    if let Some(can) = wanted["can"].as_str() {
        card.can = Some(can.to_owned());
    }
    if let Some(curve) = wanted["chipKey"].as_str() {
        card.ca = vec![CaKey::of(curve, Kind::Aes128, None)];
    }
    for wanted in wanted["faults"].as_array().into_iter().flatten() {
        card.faults.push(fault(wanted));
    }
    card.tap();
    card
}

fn offer(wanted: &Value) -> Offer {
    let number = |at: usize| u8::try_from(wanted[at].as_u64().unwrap()).unwrap();
    let kind = match number(1) {
        1 => Kind::Des3,
        2 => Kind::Aes128,
        3 => Kind::Aes192,
        _ => Kind::Aes256,
    };
    Offer { mapping: number(0), kind, parameter: number(2) }
}

/// `["LostAt", 20]`, `["WrongKey", 25344]`, `["Copied"]`
fn fault(wanted: &Value) -> Fault {
    let number = wanted[1].as_u64().unwrap_or_default();
    let (status, count) = (number as u16, number as usize);
    match wanted[0].as_str().unwrap() {
        "ApplicationSelectedFirst" => Fault::ApplicationSelectedFirst,
        "BadMac" => Fault::BadMac(count),
        "CardAccess" => Fault::CardAccess(status),
        "Copied" => Fault::Copied,
        "EchoAgreement" => Fault::EchoAgreement,
        "LostAt" => Fault::LostAt(count),
        "LyingLength" => Fault::LyingLength(count),
        "MasterFile" => Fault::MasterFile(status),
        "ShortOnly" => Fault::ShortOnly,
        "SilentAfterWrongKey" => Fault::SilentAfterWrongKey,
        "WrongKey" => Fault::WrongKey(status),
        other => panic!("no fault {other}"),
    }
}

fn octets(text: &str) -> Vec<u8> {
    text.as_bytes()
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02x}")).collect()
}
