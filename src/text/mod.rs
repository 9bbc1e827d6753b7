//! Vietnamese text: one form to store, one key to compare, the letters of the machine-readable zone, and
//! the way back from text that was read in the wrong encoding (`docs/text.md`).

mod case;
mod charset;
mod clean;
mod decoded;
mod double_byte;
pub mod findings;
mod fold;
mod garbled;
mod key;
mod latin;
mod legacy;
mod misread;
mod misreading;
mod nfc;
mod reverse;
mod segments;
mod sequence;
mod single_byte;
mod syllable;
mod words;

pub use case::{caps_lock_undone, lower, title_case, upper};
pub use clean::clean;
pub use decoded::{Decoded, decode, decode_with, may_be_misread, needs_table, repair, repair_with};
pub use fold::{ascii, mrz_letters};
pub use garbled::is_garbled;
pub use key::key;
pub use misreading::{Misreading, misreading};
pub use nfc::nfc;
pub use reverse::{Charset, ReverseTable};
