//! What every document that was read has in common: a person, findings, assurance; and the checks that are the
//! same for every source.

mod assurance;
mod checks;
mod document;
mod expiry;
pub mod findings;
mod person;
mod value;

pub use assurance::Assurance;
pub(crate) use checks::{check_person, path, put_computed_expiry};
pub use document::{Document, Kind, Reading};
pub use expiry::{CardExpiry, card_expiry};
pub use person::{Field, Person};
pub(crate) use value::{birth_date, day_of_document, well_formed};
#[cfg(feature = "chip")]
pub(crate) use value::{is_nothing, is_without_end};
