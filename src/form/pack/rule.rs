use serde::{Deserialize, Serialize};

use super::days::Days;
use crate::finding::{Basis, Severity};
use crate::form::rule::Expression;
use crate::locale::Bilingual;

/// What must hold between fields.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// `<form>.<what>`
    pub code: String,
    /// An unconfirmed basis makes no error.
    pub severity: Severity,
    /// The field that gets the focus; with `each` a field of the row.
    pub at: usize,
    /// The group, if it is checked in every row.
    pub each: Option<usize>,
    /// When it applies.
    pub when: Option<Expression>,
    /// What must be true.
    pub check: Expression,
    /// The form's fields that the check asks, by index.
    pub asks: Vec<usize>,
    /// Those of the row.
    pub asks_of_row: Vec<usize>,
    /// What is wrong.
    pub words: Bilingual,
    /// The provision.
    pub basis: Basis,
    /// When it holds.
    pub days: Days,
}
