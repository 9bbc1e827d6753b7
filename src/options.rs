use crate::{Date, Locale};

/// What every function of the contract takes beside its input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The day as of which law, validity and ages are judged.
    pub on: Date,
    /// The language of messages; codes are the same in both.
    pub locale: Locale,
}

impl Options {
    /// Vietnamese, as of `on`.
    pub fn on(on: Date) -> Self {
        Self { on, locale: Locale::Vi }
    }
}
