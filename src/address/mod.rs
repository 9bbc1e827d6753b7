//! Addresses: free text into its parts, the units of before 01/07/2025 into today's and back.
//!
//! Rests on Nghị quyết 202/2025/QH15 (34 provinces), the resolutions of the Standing Committee of the
//! National Assembly of 16/06/2025 (3,321 communes, no districts) and the later changes in
//! `data/units/amendments.json`. A divided commune gives all its successors and a question, never a guess.
//!
//! In layers, each using those before it: `name` (letters, keys, kinds of units), `units` (both lists, the
//! index, the asset's reader), `text` (tokens, mentions, levels, scores), `answer` (candidates, notes,
//! questions, the conversion), and the doors `parse`, `convert`, `list`, `search`.

mod answer;
mod convert;
pub mod findings;
mod given;
mod limits;
mod list;
mod name;
mod parse;
mod search;
mod text;
mod units;

pub use answer::{Candidate, Direction, Question};
pub use convert::{ConvertedAddress, ConvertedRow, PROVENANCE, convert, convert_to, convert_value};
pub use given::{ConvertedList, direction_given, search_given};
pub use limits::{LIMITS, Limits};
pub use list::{Converter, Row};
#[cfg(feature = "entry-address")]
pub(crate) use list::{TOO_LONG, codes};
pub use name::UnitKind;
pub use parse::{Era, ParsedAddress, parse};
pub use search::{Found, search};
pub use units::Units;
