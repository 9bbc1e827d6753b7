use std::fmt;

/// A mistake in a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where in the file: `sections[0].fields[2].visible`.
    pub path: String,
    /// What is wrong, in English.
    pub words: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", if self.path.is_empty() { "the pack" } else { &self.path }, self.words)
    }
}
