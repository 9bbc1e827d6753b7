//! Why evidence of a genuine chip is not accepted.

/// Why evidence proves nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Denial {
    /// The answer is wrong.
    Failed(String),
    /// The chip has no such key.
    NotSupported(&'static str),
    /// It cannot be judged.
    NotJudged(String),
}

/// The answer is wrong, and why.
pub(super) fn failed(detail: &str) -> Denial {
    Denial::Failed(detail.to_owned())
}
