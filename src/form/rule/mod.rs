//! The rule language: a total, bounded subset of CEL (`docs/rules.md`).
//!
//! The author's half (feature `author`): text → tokens → tree with positions → checked against a `Scope` →
//! [`Expression`], and its compact [code](Expression::code). The half that ships reads the code and evaluates
//! it without failing: what cannot be told is [`Val::Unknown`].

#[cfg(feature = "author")]
mod author;
mod code;
mod eval;
mod functions;
mod node;
mod simple;
mod value;

#[cfg(feature = "author")]
pub use author::{Mistake, Scope, Type};
pub use eval::{Cells, Env, Var};
pub use simple::{Place, Simple};
pub use value::{Span, Val};

use node::Node;

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

/// A checked expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    node: Node,
}

impl Expression {
    /// Reads an expression as a compiled pack carries it; `None` if it is none.
    pub fn from_code(code: &str) -> Option<Self> {
        code::decode(code).map(|node| Self { node })
    }

    /// Its value. Never fails, never loops: see [`LIMITS`].
    pub fn value<'e>(&'e self, env: &Env<'e>) -> Val<'e> {
        eval::eval(&self.node, env)
    }

    /// `Some` if it can be told.
    pub fn truth(&self, env: &Env<'_>) -> Option<bool> {
        if let Val::Bool(truth) = self.value(env) { Some(truth) } else { None }
    }
}
