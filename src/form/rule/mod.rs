//! The rule language: a total, bounded subset of CEL (`docs/rules.md`).
//!
//! The author's half (feature `author`): text → tokens → tree with positions → checked against a `Scope` →
//! [`Expression`]. The half that ships reads it in a compact format of `serde` and evaluates it without
//! failing: what cannot
//! be decided is [`Val::Unknown`].

#[cfg(feature = "author")]
mod author;
mod env;
mod eval;
mod expression;
mod functions;
mod limits;
mod node;
mod part;
mod simple;
mod value;

#[cfg(feature = "author")]
pub use author::{Mistake, Scope, Type};
pub use env::{Cells, Env, Var};
pub use expression::Expression;
pub use limits::{LIMITS, Limits};
pub use simple::{Place, Simple};
pub use value::{Span, Val};
