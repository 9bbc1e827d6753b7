use serde::Serialize;

/// Rows that are, or may be, of one person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Duplicate {
    /// Rows of the input, from 0, in order.
    pub rows: Vec<usize>,
    /// What they share.
    pub by: Match,
    /// Whether it is certain; else somebody has to look.
    pub sure: bool,
}

/// By what rows were found to be of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Match {
    /// The personal number.
    Pin,
    /// Name and day of birth.
    NameAndBirth,
    /// Near in several ways: accents, order of the names, one digit.
    Likeness,
}
