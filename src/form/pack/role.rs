use serde::{Deserialize, Serialize};

use crate::form::rule::Expression;

/// Whose card fills what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Role {
    /// `applicant`, `child`, …
    pub role: String,
    /// When it is offered.
    pub when: Option<Expression>,
    /// The group whose row it fills.
    pub group: Option<usize>,
    /// Field (of the form, or of the row) and the name of the person's field or part of it.
    pub map: Vec<(usize, String)>,
}
