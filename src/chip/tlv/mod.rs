//! The one bounded reader of BER and DER (ITU-T X.690): the only code that finds element boundaries in
//! chip data, certificates and signatures.
//!
//! It never copies and never recurses. A [`Tag`] is the identifier octets as they stand (`0x30`, `0x5F1F`,
//! `0x7F61`), which is how Doc 9303 writes them. Every error says at which byte of the input it arose.

mod element;
mod fault;
pub(crate) mod header;
mod reader;
#[cfg(test)]
mod tests;

pub use element::Element;
pub use fault::{Fault, TlvError};
pub use reader::Reader;

/// The identifier octets as a number, high octet first; at most three octets.
pub type Tag = u32;

/// SEQUENCE, SET and the other universal tags that certificates and signatures use.
#[allow(missing_docs, reason = "the names are those of ITU-T X.680 §8.6, table 1")]
pub mod tag {
    use super::Tag;

    pub const BOOLEAN: Tag = 0x01;
    pub const INTEGER: Tag = 0x02;
    pub const BIT_STRING: Tag = 0x03;
    pub const OCTET_STRING: Tag = 0x04;
    pub const NULL: Tag = 0x05;
    pub const OID: Tag = 0x06;
    pub const ENUMERATED: Tag = 0x0A;
    pub const UTF8_STRING: Tag = 0x0C;
    pub const PRINTABLE_STRING: Tag = 0x13;
    pub const TELETEX_STRING: Tag = 0x14;
    pub const IA5_STRING: Tag = 0x16;
    pub const UTC_TIME: Tag = 0x17;
    pub const GENERALIZED_TIME: Tag = 0x18;
    pub const BMP_STRING: Tag = 0x1E;
    pub const SEQUENCE: Tag = 0x30;
    pub const SET: Tag = 0x31;
    /// `[n]` constructed: explicit, or implicit of a constructed type.
    pub const CONTEXT_0: Tag = 0xA0;
    pub const CONTEXT_1: Tag = 0xA1;
    pub const CONTEXT_2: Tag = 0xA2;
    pub const CONTEXT_3: Tag = 0xA3;
    /// Constructed OCTET STRING, BER only.
    pub const OCTET_STRING_CONSTRUCTED: Tag = 0x24;
}

/// How much one input may ask for; beyond it is [`Fault::TooLarge`], [`Fault::TooDeep`] or
/// [`Fault::TooMany`], errors of their own.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of one input. 16 MiB: the German master list (2024) has 1.3 MB, DG2 at most 0.1 MB.
    pub bytes: usize,
    /// Nesting. A certificate's deepest name lies at 12 within a signed master list.
    pub depth: u8,
    /// Children of one element. The largest thing seen is a list of 600 certificates; a revocation list
    /// may have tens of thousands of entries.
    pub children: u32,
}

/// The limits of everything that the chip module reads.
pub const LIMITS: Limits = Limits { bytes: 16 << 20, depth: 32, children: 100_000 };

/// Which of the two encodings is spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// Definite, shortest lengths only (X.690 §10.1): certificates, signatures of ECDSA.
    Der,
    /// Also lengths in long form and indefinite lengths: CMS in the field, data groups.
    Ber,
}
