//! Every rule of the day against the answers; hidden fields take no part.

mod checked;
mod complete;
mod condition;
mod fill;
mod outcome;
mod raw_answers;
mod validation;

use super::normal::normal;
use super::pack::Pack;
use crate::date::Date;
use crate::form::plausible::Misreadings;
use crate::json::Value;
use crate::text::misreading;

pub(super) use checked::Checked;
pub use validation::Validation;

/// Checks `answers` by the rules of the day `on`, in the one spelling in which they are sealed. Any JSON is answered with
/// findings.
pub fn validate(pack: &Pack, answers: &Value, on: Date) -> Validation {
    validate_with(pack, answers, on, &misreading)
}

/// The same, where what is said of misread text comes from elsewhere.
pub fn validate_with(pack: &Pack, answers: &Value, on: Date, misreadings: Misreadings<'_>) -> Validation {
    check(pack, &normal(answers), on, misreadings).into_validation()
}

/// Reads the answers, as [`normal`] spells them, and checks every field, but not yet the rules between fields.
pub(super) fn check<'a>(
    pack: &'a Pack,
    answers: &'a Value,
    on: Date,
    misreadings: Misreadings<'_>,
) -> Checked<'a> {
    let mut checked = Checked::fill(pack, answers, on);
    for index in 0..pack.fields.len() {
        checked.complete(index, misreadings);
    }
    checked
}
