//! The bounds of an expression.

/// What an expression may hold at most. A rule of law fits in a tenth of it; the bounds keep evaluation
/// (parts × rows²) under a millisecond's worth of work.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of the text.
    pub bytes: usize,
    /// Nodes of the tree.
    pub parts: usize,
    /// Nesting.
    pub depth: usize,
    /// `all`, `exists`, `map` inside one another.
    pub macros: usize,
}

/// The limits of every expression.
pub const LIMITS: Limits = Limits { bytes: 4000, parts: 200, depth: 24, macros: 2 };
