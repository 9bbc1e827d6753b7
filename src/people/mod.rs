//! Lists of people: what each column is, what each row says, what can be repaired for certain, who is in it
//! twice, and how two lists differ (`docs/people.md`).
//!
//! A list is a table as a spreadsheet holds it: rows of [`Cell`]s. [`check_people`] makes a [`PeopleReport`]
//! of it, [`compare_people`] puts two of them side by side. Nothing is repaired that is not certain: what has
//! two readings is a [`Question`], what cannot be is a finding, and each [`Change`] carries what stood there
//! before and the code of its reason.

mod calendar;
mod captions;
mod cell;
mod check;
mod column;
mod columns;
mod compare;
mod contact;
mod content;
mod day;
mod difference;
mod digits;
mod draft;
mod duplicate;
mod duplicates;
pub mod findings;
mod fonts;
mod groups;
mod heading;
mod home;
mod identifiers;
mod layout;
mod likeness;
mod name;
mod number;
mod packed;
mod person;
mod places;
mod put;
mod report;
mod returned;
mod sexes;
mod vocabulary;
mod zeros;

pub use cell::{Cell, DateTime};
pub use check::{LIMITS, Limits, ListOptions, PeopleCheck, check_people};
pub use column::PersonColumn;
pub use compare::{Comparison, Doubt, Pair, compare_people};
pub use contact::Contact;
pub use difference::FieldDifference;
pub use duplicate::{Duplicate, Match};
pub use packed::{Unpacked, pack, pack_row, unpack, unpacked};
pub use report::{Change, Column, PeopleReport, PersonRow, Question, Status, Summary};
pub use returned::returned_report;

use draft::Draft;
