//! Dates of the real calendar, and of documents that know only a year.
//!
//! Gregorian, proleptic, years 1–9999. No clock: "today" is always an argument.

mod day;
mod digits;
mod partial;

pub use day::Date;
pub(crate) use digits::digits;
pub use partial::PartialDate;
