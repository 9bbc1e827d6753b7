//! One person out of one or more readings: what each source says, where they differ, how far it holds.

mod agreement;
mod compared;
mod found;
mod quality;
mod reconcile;
mod report;
mod returned;
mod typed;

pub(crate) use agreement::difference;
pub use agreement::{Agreement, Difference};
pub use quality::Quality;
pub use reconcile::reconcile;
pub use report::{FieldReport, Identity, OtherValue};
pub use returned::reconcile_returned;
pub use typed::{read_account, read_typed};

pub use crate::finding::Source;
pub use crate::limits::{LIMITS, Limits};
pub use crate::pin::Sex;
pub use crate::reading::{Assurance, CardExpiry, Document, Field, Person, Reading, card_expiry, findings};
