use serde::{Deserialize, Serialize};

use crate::form::rule::Expression;

/// A part of the form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Its name in the pack.
    pub id: String,
    /// When it is shown.
    pub visible: Option<Expression>,
}
