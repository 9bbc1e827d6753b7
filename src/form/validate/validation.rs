use serde::Serialize;

use crate::finding::Finding;
use crate::form::describe::Excerpt;
use crate::json::{Value, by_name};

/// What `validate` found.
#[derive(Clone, Debug, Serialize)]
pub struct Validation {
    /// No finding is an error.
    pub ok: bool,
    /// Fields in the order of the form, then rules in the order of the pack.
    pub findings: Vec<Finding>,
    /// Paths of the fields that are shown: `members`, `members[0].pin`.
    pub visible: Vec<String>,
    /// Paths of those that must be answered.
    pub required: Vec<String>,
    /// Values of calculated fields, by path.
    #[serde(serialize_with = "by_name")]
    pub calculated: Vec<(String, Value)>,
    /// Paths of answers that the page forgets, because their field was hidden.
    pub cleared: Vec<String>,
    /// Choices that are not offered as the answers stand, by path.
    #[serde(serialize_with = "by_name")]
    pub unavailable: Vec<(String, Vec<String>)>,
    /// Roles whose card can be read as the answers stand.
    pub roles: Vec<String>,
    /// The papers of the pack that are needed as the answers stand.
    pub papers: Vec<Excerpt>,
    /// Signatures of the printed page that are needed as the answers stand, by index.
    pub signatures: Vec<usize>,
}
