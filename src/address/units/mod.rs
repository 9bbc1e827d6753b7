//! Both lists of units, the mapping between them, and what finds a unit by its name.

mod asset;
mod index;
mod lists;
mod records;
mod search_key;
mod unit;
mod vocabulary;

pub(crate) use index::{Index, NameOf, Posting, Postings};
pub(crate) use lists::SEVERAL;
pub use lists::Units;
pub(crate) use records::{Retired, commune_code, state_on};
pub(crate) use unit::Unit;
pub(crate) use vocabulary::{Role, Vocabulary};
