//! Addresses: free text into its parts, the units of before 01/07/2025 into today's and back.
//!
//! Rests on Nghị quyết 202/2025/QH15 (34 provinces), the resolutions of the Standing Committee of the
//! National Assembly of 16/06/2025 (3,321 communes, no districts) and the later changes in
//! `data/units/amendments.json`. A divided commune gives all its successors and a question, never a guess.

mod asset;
mod conversion;
mod convert;
pub mod findings;
mod fold;
mod index;
mod key;
mod kind;
mod level;
mod list;
mod mention;
mod note;
mod parse;
mod prefix;
mod question;
mod reader;
mod reading;
mod search;
mod tokens;
mod units;
mod weigh;

pub use convert::{ConvertedAddress, ConvertedRow, Direction, PROVENANCE, convert, convert_to, convert_value};
pub use kind::UnitKind;
pub use list::{Converter, Row};
#[cfg(feature = "entry-address")]
pub(crate) use list::{TOO_LONG, codes};
pub use parse::{Candidate, Era, ParsedAddress, parse};
pub use question::Question;
pub use search::{Found, search};
pub use units::Units;

/// What an address and an asset may hold at most.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Characters of one address; the longest on a card is under 200. Beyond: `limit.input`.
    pub characters: usize,
    /// Words of a unit's name; the longest has 6.
    pub words_of_a_name: usize,
    /// Places in a text where units may be named. An address has under 20.
    pub mentions: usize,
    /// Units that are weighed; keeps 10,000 characters of names under some milliseconds.
    pub weighed: usize,
    /// Readings and candidates that are handed back.
    pub readings: usize,
    /// Provinces in an asset; there were 63.
    pub provinces: usize,
    /// Districts in an asset; there were 696.
    pub districts: usize,
    /// Communes of one era in an asset; there were 10,035.
    pub communes: usize,
    /// Later changes in an asset.
    pub changes: usize,
}

/// The limits of this module.
pub const LIMITS: Limits = Limits {
    characters: 10_000,
    words_of_a_name: 7,
    mentions: 400,
    weighed: 6_000,
    readings: 64,
    provinces: 100,
    districts: 2_000,
    communes: 30_000,
    changes: 20_000,
};
