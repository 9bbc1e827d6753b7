//! Reads the QR code and the chip data of a Vietnamese electronic ID card, checks them down to the
//! signature, pre-fills public-service forms and validates applications.
//!
//! The data flows one way; each step's output is the next one's input:
//!
//! picture → [`scan`] → bytes → [`qr`] → [`Reading`](reading::Reading) → [`identity`] (with [`mrz`],
//! [`chip`], typed) → [`form`] prefill → answers → validate → findings → seal → application.
//!
//! Everything outside `wasm` is pure: no clock, no randomness, no I/O. "Today" is an argument
//! ([`Options::on`]). Expected negative results are [`Finding`]s; only misuse and limits are [`Error`]s.

pub mod address;
pub mod catalogue;
#[cfg(feature = "chip")]
pub mod chip;
pub mod date;
mod error;
pub mod finding;
pub mod form;
pub mod identifiers;
pub mod identity;
#[cfg(feature = "jp2")]
pub mod jp2;
pub mod json;
mod limits;
pub mod list;
pub mod locale;
pub mod mrz;
mod options;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod people;
pub mod pin;
pub mod qr;
#[cfg(feature = "chip")]
pub mod reader;
pub mod reading;
#[cfg(feature = "scan")]
pub mod scan;
#[cfg(feature = "sheet")]
pub mod sheet;
pub mod text;
#[cfg(feature = "wasm")]
#[doc(hidden)]
mod wasm;

pub use date::Date;
pub use error::Error;
pub use finding::{Finding, Severity, Source};
pub use locale::Locale;
pub use options::Options;
