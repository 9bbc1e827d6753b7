//! One person out of one or more readings: what each source says, where they differ, how far it holds.

pub mod findings;
mod person;
mod reading;

pub use person::{Field, Person};
pub use reading::{Assurance, Reading, Source};
