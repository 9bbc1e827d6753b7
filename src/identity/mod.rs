//! One person out of one or more readings: what each source says, where they differ, how far it holds.

mod agreement;
mod checks;
mod expiry;
pub mod findings;
mod json;
mod limits;
mod person;
mod quality;
mod reading;
mod reconcile;
mod report;
mod sex;
mod typed;

pub use agreement::{Agreement, Difference};
pub(crate) use checks::{check_person, put_computed_expiry};
pub use expiry::{CardExpiry, card_expiry};
pub use json::reconcile_json;
pub use limits::{LIMITS, Limits};
pub use person::{Field, Person};
pub use quality::Quality;
pub use reading::{Assurance, Reading, Source};
pub use reconcile::reconcile;
pub use report::{FieldReport, Identity, OtherValue};
pub use sex::Sex;
pub use typed::read_typed;
pub(crate) use typed::tidy;
