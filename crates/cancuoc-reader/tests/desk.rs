//! The helper with an emulated card on its reader, and a page on the other side of its WebSocket.

#![allow(
    dead_code,
    unused_imports,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "helpers of tests: what goes wrong ends the test"
)]

use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use cancuoc::reader::{Answer, CardReader, Key, RANDOM_OCTETS, Settings, Step};
use cancuoc_reader::{Allowed, Card, Desk, Origin, PROTOCOL, Readers, Trouble};
use serde_json::{Value, json};
use tungstenite::client::IntoClientRequest;
use tungstenite::stream::MaybeTlsStream;
use tungstenite::{Message, WebSocket};

#[path = "../../../tests/reader/emulator/mod.rs"]
mod emulator;

/// One reader; `None`: no card on it.
#[derive(Clone)]
struct Fake(Arc<Mutex<Option<emulator::Card>>>);

struct OnReader(Fake);

impl Readers for Fake {
    fn wait(&self, patience: Duration, is_wanted: &dyn Fn() -> bool) -> Result<Box<dyn Card>, Trouble> {
        for _ in 0..patience.as_millis() / 10 {
            if let Some(card) = self.0.lock().unwrap().as_mut() {
                card.tap();
                return Ok(Box::new(OnReader(self.clone())));
            }
            if !is_wanted() {
                return Err(Trouble::Broken);
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Err(Trouble::TimedOut)
    }
}

impl Card for OnReader {
    fn transmit(&mut self, command: &[u8]) -> Result<Vec<u8>, Trouble> {
        let mut place = self.0.0.lock().unwrap();
        place.as_mut().and_then(|card| card.answer(command)).ok_or(Trouble::Lost)
    }
}

const PAGE: &str = "https://portal.example";

/// The port of a helper with this card on its reader; every page is asked about, and `PAGE` alone is allowed.
fn helper(card: Option<emulator::Card>) -> (u16, Fake) {
    let fake = Fake(Arc::new(Mutex::new(card)));
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let desk = Desk::new(fake.clone(), Allowed::new([], |origin: &Origin| origin.to_string() == PAGE));
    std::thread::spawn(move || desk.serve(&listener));
    (port, fake)
}

type Socket = WebSocket<TcpStream>;

fn page(port: u16, headers: &[(&'static str, &str)]) -> Result<Socket, Box<dyn std::error::Error>> {
    let mut request = format!("ws://127.0.0.1:{port}/").into_client_request()?;
    for (name, value) in headers {
        request.headers_mut().insert(*name, value.parse()?);
    }
    Ok(tungstenite::client(request, TcpStream::connect(("127.0.0.1", port))?)?.0)
}

fn allowed(port: u16) -> Socket {
    page(port, &[("Origin", PAGE), ("Sec-WebSocket-Protocol", PROTOCOL)]).unwrap()
}

fn ask(socket: &mut Socket, request: Value) -> Value {
    socket.send(Message::text(request.to_string())).unwrap();
    serde_json::from_str(socket.read().unwrap().to_text().unwrap()).unwrap()
}

fn transmit(socket: &mut Socket, apdu: &str) -> Value {
    ask(socket, json!({ "id": 7, "do": "transmit", "apdu": apdu }))
}

fn opened(socket: &mut Socket) {
    let reply = ask(socket, json!({ "id": 1, "do": "open", "timeout": 1_000 }));
    assert_eq!(reply, json!({ "id": 1, "ok": { "maxCommand": 261, "maxAnswer": 258 } }));
}

fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02x}")).collect()
}

fn octets(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}

#[test]
fn a_whole_reading_with_both_proofs_passes_by_pace_and_by_bac() {
    for offers in [&[][..], &[emulator::Offer { mapping: 2, kind: emulator::Kind::Aes128, parameter: 13 }]] {
        let (port, fake) = helper(Some(emulator::Card::new().offering(offers)));
        let mut socket = allowed(port);
        opened(&mut socket);
        let random: Vec<u8> = (0..RANDOM_OCTETS).map(|i| (i * 167 + i / 8) as u8).collect();
        let key = Key::mrz("001199000015", "1999-02-01", "2039-02-01").unwrap();
        let mut reader = CardReader::new(Settings::new(key), &random).unwrap();
        let mut step = reader.start();
        let outcome = loop {
            step = match step {
                Step::Transmit { command, .. } => {
                    let reply = transmit(&mut socket, &hex(&command));
                    let answer =
                        reply["ok"]["apdu"].as_str().unwrap_or_else(|| panic!("{command:02X?} {reply}"));
                    reader.next(Answer::Octets(&octets(answer)))
                }
                Step::Done(outcome) => break outcome,
                Step::Failed(failure) => panic!("{failure:?}"),
            };
        };
        assert!(outcome.evidence.active().is_some() && outcome.evidence.chip().is_some());
        let place = fake.0.lock().unwrap();
        let card = place.as_ref().unwrap();
        for (name, identifier) in [("EF.SOD", 0x011D), ("DG1", 0x0101), ("DG2", 0x0102), ("DG13", 0x010D)] {
            let file = outcome.files.iter().find(|(file, _)| file.text() == name).unwrap();
            assert_eq!(file.1, card.file(identifier), "{name}");
        }
    }
}

#[test]
fn a_handshake_without_a_safe_origin_the_protocol_or_the_right_host_is_refused() {
    let (port, _) = helper(Some(emulator::Card::new()));
    let protocol = ("Sec-WebSocket-Protocol", PROTOCOL);
    for headers in [
        &[protocol][..],
        &[("Origin", PAGE)],
        &[("Origin", "null"), protocol],
        &[("Origin", "http://portal.example"), protocol],
        &[("Origin", PAGE), ("Sec-WebSocket-Protocol", "chat")],
        &[("Origin", PAGE), protocol, ("Host", "evil.example:27415")],
    ] {
        assert!(page(port, headers).is_err(), "{headers:?}");
    }
}

#[test]
fn a_page_that_nobody_allowed_reaches_no_card() {
    let (port, fake) = helper(Some(emulator::Card::new()));
    let mut socket =
        page(port, &[("Origin", "https://other.example"), ("Sec-WebSocket-Protocol", PROTOCOL)]).unwrap();
    let reply = ask(&mut socket, json!({ "id": 1, "do": "open" }));
    assert_eq!(reply, json!({ "id": 1, "error": "denied" }));
    assert_eq!(transmit(&mut socket, "00a4000c"), json!({ "id": 7, "error": "lost" }));
    assert!(fake.0.lock().unwrap().as_ref().unwrap().log.is_empty());
}

#[test]
fn one_page_at_a_time_has_the_reader_and_gives_it_back_by_closing_or_by_leaving() {
    let (port, _) = helper(Some(emulator::Card::new()));
    let (mut one, mut other) = (allowed(port), allowed(port));
    opened(&mut one);
    let busy = json!({ "id": 1, "error": "busy" });
    assert_eq!(ask(&mut other, json!({ "id": 1, "do": "open" })), busy);
    assert_eq!(ask(&mut one, json!({ "id": 2, "do": "close" })), json!({ "id": 2, "ok": {} }));
    opened(&mut other);
    assert_eq!(transmit(&mut one, "00a4000c"), json!({ "id": 7, "error": "lost" }));
    drop(other);
    let freed = (0..100).any(|_| {
        std::thread::sleep(Duration::from_millis(10));
        ask(&mut one, json!({ "id": 1, "do": "open" }))["ok"].is_object()
    });
    assert!(freed);
}

#[test]
fn commands_of_other_cards_are_refused_and_never_reach_the_card() {
    let (port, fake) = helper(Some(emulator::Card::new()));
    let mut socket = allowed(port);
    opened(&mut socket);
    for apdu in ["002000010431323334", "00a4040c05a000000003", "0cb0000000", "002a9e9a0101", "", "00"] {
        assert_eq!(transmit(&mut socket, apdu), json!({ "id": 7, "error": "refused" }), "{apdu}");
    }
    assert!(fake.0.lock().unwrap().as_ref().unwrap().log.is_empty());
    // What is allowed still passes.
    assert_eq!(
        transmit(&mut socket, "00a4040c07a0000002471001"),
        json!({ "id": 7, "ok": { "apdu": "9000" } })
    );
}

#[test]
fn a_card_that_leaves_is_lost_and_can_be_put_back() {
    let (port, fake) = helper(Some(emulator::Card::new()));
    let mut socket = allowed(port);
    opened(&mut socket);
    let card = fake.0.lock().unwrap().take();
    assert_eq!(transmit(&mut socket, "00a4000c"), json!({ "id": 7, "error": "lost" }));
    let reply = ask(&mut socket, json!({ "id": 1, "do": "open", "timeout": 50 }));
    assert_eq!(reply, json!({ "id": 1, "error": "timeout" }));
    *fake.0.lock().unwrap() = card;
    opened(&mut socket);
}

#[test]
fn a_page_that_leaves_while_it_waits_for_a_card_gives_the_reader_back() {
    let (port, fake) = helper(None);
    let mut gone = allowed(port);
    gone.send(Message::text(json!({ "id": 1, "do": "open", "timeout": 60_000 }).to_string())).unwrap();
    std::thread::sleep(Duration::from_millis(50));
    drop(gone);
    std::thread::sleep(Duration::from_millis(100));
    *fake.0.lock().unwrap() = Some(emulator::Card::new());
    opened(&mut allowed(port));
}

#[test]
fn what_is_no_request_ends_the_connection() {
    let (port, _) = helper(Some(emulator::Card::new()));
    let long = format!(r#"{{"id":1,"do":"transmit","apdu":"{}"}}"#, "00".repeat(2_000));
    for message in
        [Message::text("hello"), Message::text("{}"), Message::text(long), Message::binary(vec![0, 0xA4])]
    {
        let mut socket = allowed(port);
        socket.send(message).unwrap();
        assert!(socket.read().map_or(true, |answer| answer.is_close()));
    }
}
