//! Serves pages: each connection is of one origin, and one page at a time has the reader.

use std::io;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::json;
use tungstenite::handshake::server::{ErrorResponse, Request as Handshake, Response};
use tungstenite::http::{HeaderMap, HeaderValue, StatusCode, header};
use tungstenite::protocol::WebSocketConfig;
use tungstenite::{Message, WebSocket, accept_hdr_with_config};

use super::PROTOCOL;
use super::consent::Consent;
use super::gate::Gate;
use super::origin::Origin;
use super::readers::{Card, Readers, Trouble};
use super::talk::{Request, Wanted, failed, granted, hex};

/// One machine's readers, and who may use them.
pub struct Desk<R, C> {
    readers: R,
    consent: C,
    is_taken: AtomicBool,
    connections: AtomicUsize,
}

/// The reader is this page's until this is dropped.
struct Seat<'a>(&'a AtomicBool);

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

impl<R: Readers + 'static, C: Consent + 'static> Desk<R, C> {
    /// With these readers, for the pages that `consent` allows.
    pub fn new(readers: R, consent: C) -> Arc<Self> {
        Arc::new(Self {
            readers,
            consent,
            is_taken: AtomicBool::new(false),
            connections: AtomicUsize::new(0),
        })
    }

    /// Serves until the listener fails. Only connections of this machine are taken, whatever the listener is bound to.
    ///
    /// # Errors
    /// Of the listener.
    pub fn serve(self: &Arc<Self>, listener: &TcpListener) -> io::Result<()> {
        let here = listener.local_addr()?;
        loop {
            let (stream, from) = listener.accept()?;
            if !from.ip().is_loopback() || self.connections.load(Ordering::Acquire) >= MOST_CONNECTIONS {
                continue;
            }
            self.connections.fetch_add(1, Ordering::AcqRel);
            let desk = Arc::clone(self);
            std::thread::spawn(move || {
                desk.attend(stream, here);
                desk.connections.fetch_sub(1, Ordering::AcqRel);
            });
        }
    }

    /// One connection, from its handshake to its end.
    fn attend(&self, stream: TcpStream, here: SocketAddr) {
        let is_bounded = stream.set_read_timeout(Some(HANDSHAKE)).is_ok()
            && stream.set_write_timeout(Some(HANDSHAKE)).is_ok();
        let mut origin = None;
        #[allow(clippy::result_large_err, reason = "the library's own type")]
        let check = |asked: &Handshake, mut answer: Response| -> Result<Response, ErrorResponse> {
            origin = origin_of(asked.headers(), here);
            if origin.is_none() {
                let mut refusal = ErrorResponse::new(None);
                *refusal.status_mut() = StatusCode::FORBIDDEN;
                return Err(refusal);
            }
            answer.headers_mut().insert(header::SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(PROTOCOL));
            Ok(answer)
        };
        let limits = WebSocketConfig::default().max_message_size(Some(LONGEST)).max_frame_size(Some(LONGEST));
        let socket = accept_hdr_with_config(stream, check, Some(limits)).ok();
        if let (true, Some(socket), Some(origin)) = (is_bounded, socket, origin) {
            self.talk(socket, &origin);
        }
    }

    fn talk(&self, mut socket: WebSocket<TcpStream>, origin: &Origin) {
        if socket.get_ref().set_read_timeout(Some(IDLE)).is_err() {
            return;
        }
        let mut card: Option<Open<'_>> = None;
        loop {
            let text = match socket.read() {
                Ok(Message::Text(text)) => text,
                Ok(Message::Ping(_) | Message::Pong(_)) => continue,
                _ => return,
            };
            let Some(Request { id, wanted }) = Request::parse(&text) else { return };
            let reply = match wanted {
                Wanted::Open(patience) => {
                    card = None;
                    match self.open(origin, Duration::from_millis(patience), socket.get_ref()) {
                        Ok(opened) => {
                            card = Some(opened);
                            granted(id, json!({ "maxCommand": 261, "maxAnswer": 258 }))
                        }
                        Err(word) => failed(id, word),
                    }
                }
                Wanted::Transmit(command) => {
                    match card.as_mut().ok_or("lost").and_then(|card| card.transmit(&command)) {
                        Ok(answer) => granted(id, json!({ "apdu": hex(&answer) })),
                        Err(word) => {
                            if word != REFUSED {
                                card = None;
                            }
                            failed(id, word)
                        }
                    }
                }
                Wanted::Close => {
                    card = None;
                    granted(id, json!({}))
                }
                Wanted::Show => granted(id, json!({})),
            };
            if socket.send(Message::text(reply)).is_err() {
                return;
            }
        }
    }

    fn open<'a>(
        &'a self,
        origin: &Origin,
        patience: Duration,
        stream: &TcpStream,
    ) -> Result<Open<'a>, &'static str> {
        if !self.consent.allows(origin) {
            return Err("denied");
        }
        if self.is_taken.swap(true, Ordering::AcqRel) {
            return Err("busy");
        }
        let seat = Seat(&self.is_taken);
        let card = self.readers.wait(patience, &|| is_waiting(stream)).map_err(Trouble::word)?;
        Ok(Open { card, gate: Gate::default(), commands: 0, _seat: seat })
    }
}

/// A card that a page reads.
struct Open<'a> {
    card: Box<dyn Card>,
    gate: Gate,
    commands: usize,
    _seat: Seat<'a>,
}

impl Open<'_> {
    fn transmit(&mut self, command: &[u8]) -> Result<Vec<u8>, &'static str> {
        self.commands = self.commands.saturating_add(1);
        if self.commands > MOST_COMMANDS || self.gate.pass(command).is_err() {
            return Err(REFUSED);
        }
        let answer = self.card.transmit(command).map_err(Trouble::word)?;
        self.gate.answered(command, &answer);
        Ok(answer)
    }
}

/// The page's origin, when the handshake is meant for this program: another name that leads to this machine (DNS rebinding)
/// stands in `Host`, and other programs' pages do not name the protocol.
fn origin_of(headers: &HeaderMap, here: SocketAddr) -> Option<Origin> {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let host = text(header::HOST)?;
    let is_here = ["127.0.0.1", "localhost"].iter().any(|name| host == format!("{name}:{}", here.port()));
    let names_protocol = text(header::SEC_WEBSOCKET_PROTOCOL)?.split(',').any(|name| name.trim() == PROTOCOL);
    if is_here && names_protocol { Origin::parse(text(header::ORIGIN)?) } else { None }
}

/// The page still waits: it has neither gone nor said anything since.
fn is_waiting(stream: &TcpStream) -> bool {
    if stream.set_nonblocking(true).is_err() {
        return false;
    }
    let peeked = stream.peek(&mut [0]);
    let is_restored = stream.set_nonblocking(false).is_ok();
    is_restored && peeked.is_err_and(|error| error.kind() == io::ErrorKind::WouldBlock)
}

const REFUSED: &str = "refused";
/// A command of 261 octets is 522 digits; the rest of a request is short.
const LONGEST: usize = 2_048;
/// Pages of one machine.
const MOST_CONNECTIONS: usize = 16;
/// Of one card: what the reader allows itself, and reserve.
const MOST_COMMANDS: usize = 6_000;
/// For a handshake, and for what a page takes to hear a reply.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// A page that says nothing for so long gives the reader back.
const IDLE: Duration = Duration::from_secs(120);
