//! Vietnamese text: one form to store, one key to compare, the letters of the machine-readable zone.

mod case;
mod clean;
pub mod findings;
mod fold;
mod key;
mod latin;
mod nfc;

pub use case::{lower, title_case, upper};
pub use clean::clean;
pub use fold::{ascii, mrz_letters};
pub use key::key;
pub use nfc::nfc;
