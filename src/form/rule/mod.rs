//! The rule language: a total, bounded subset of CEL (`docs/rules.md`).
//!
//! The author's half (feature `author`): text → tokens → tree with positions → checked against a `Scope` →
//! [`Expression`]. The half that ships reads it in a compact format of `serde` and evaluates it without failing: what cannot be told is [`Val::Unknown`].

#[cfg(feature = "author")]
mod author;
mod eval;
mod functions;
mod node;
mod part;
mod simple;
mod value;

#[cfg(feature = "author")]
pub use author::{Mistake, Scope, Type};
pub use eval::{Cells, Env, Var};
pub use simple::{Place, Simple};
pub use value::{Span, Val};

use node::Node;
use part::Part;
use serde::{Deserialize, Serialize};

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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Part>", into = "Vec<Part>")]
pub struct Expression {
    node: Node,
}

impl Expression {
    /// Its value. Never fails, never loops: see [`LIMITS`].
    pub fn value<'e>(&'e self, env: &Env<'e>) -> Val<'e> {
        eval::eval(&self.node, env)
    }

    /// `Some` if it can be told.
    pub fn truth(&self, env: &Env<'_>) -> Option<bool> {
        if let Val::Bool(truth) = self.value(env) { Some(truth) } else { None }
    }
}
