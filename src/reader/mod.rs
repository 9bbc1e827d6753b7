//! Reading the chip: PACE, BAC, secure messaging, files, and proof that the chip is no copy (ICAO Doc 9303
//! parts 10 and 11, 8th edition; ISO/IEC 7816-4; BSI TR-03110 part 3).
//!
//! [`CardReader`] is a machine without input and output of its own: each step hands out one command, and takes
//! what the card answered, that it is gone, or that it is silent. It needs no clock and no source of
//! randomness: timeouts are hints to the transport, random octets are handed in. What comes out are the files as read and evidence of the
//! kind that [`Trust`](crate::chip::Trust) takes; whether they are genuine is judged by
//! [`read_chip`](crate::chip::read_chip), never here.
//!
//! A key is tried once. After a wrong checksum nothing more is sent in that session. Whatever is multiplied by a
//! secret runs in constant time, and secrets are wiped. The memory of a WebAssembly module, the page's own copies and
//! DES, whose tables depend on keys that are used once, are outside of that.

mod access;
mod active;
mod agree;
mod apdu;
mod bac;
mod channel;
mod chip_authentication;
mod chip_key;
mod crypt;
mod dh_groups;
mod domain;
mod failure;
mod files;
pub mod findings;
mod key;
mod link;
mod machine;
mod notice;
mod outcome;
mod pace;
mod plan;
mod progress;
mod random;
mod reading;
mod refusal;
mod report;
mod resume;
mod session;
mod settings;

pub use failure::{Failure, Reason};
pub use key::{Key, KeyKind};
pub use machine::{Answer, CardReader, Step};
pub use notice::Notice;
pub use outcome::{Access, Evidence, Method, Outcome};
pub use progress::{Progress, Stage};
pub use random::RANDOM_OCTETS;
pub use report::{CardReport, FailureReport, ProgressReport};
pub use resume::Resume;
pub use settings::{AllowBac, Settings, Transport};
