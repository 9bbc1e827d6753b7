//! A page in a browser cannot reach a card reader. This program can, and carries the commands of one page at a time to the
//! travel document on it: over a WebSocket of this machine alone, after a person allowed that page, and only the commands
//! that reading a travel document takes.
//!
//! [`Gate`] decides about commands, [`Consent`] about pages, [`Desk`] serves; [`Readers`] is the way to cards, PC/SC or a
//! fake one.

mod consent;
mod desk;
mod gate;
mod origin;
#[cfg(feature = "pcsc")]
mod pcsc_readers;
mod readers;
mod talk;

pub use consent::{Allowed, Consent};
pub use desk::Desk;
pub use gate::{Gate, Refused};
pub use origin::Origin;
#[cfg(feature = "pcsc")]
pub use pcsc_readers::PcscReaders;
pub use readers::{Card, Readers, Trouble};

/// The port on which pages look for the helper.
pub const PORT: u16 = 27_415;
/// The subprotocol, so that no other program is taken for this one.
pub const PROTOCOL: &str = "cancuoc-reader";
