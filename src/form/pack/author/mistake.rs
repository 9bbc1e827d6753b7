use std::fmt;

/// A mistake in a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where in the file: `sections[0].fields[2].visible`.
    pub path: String,
    /// What is wrong, in English.
    pub words: String,
    /// Line and column in the text, from 1.
    pub at: (usize, usize),
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "the pack" } else { &self.path };
        write!(f, "line {}, column {}, {path}: {}", self.at.0, self.at.1, self.words)
    }
}
