//! The rule language: a total, bounded subset of CEL (`docs/rules.md`).
//!
//! Text → tokens → `Ast` with positions → checked against a [`Scope`] → [`Expression`], which
//! evaluates without failing: what cannot be told is [`Val::Unknown`].

mod check;
mod eval;
mod functions;
mod lexer;
mod parser;
mod simple;
mod value;

use std::fmt;

pub use check::{Scope, Type};
pub use eval::{Cells, Env, Var};
pub use simple::{Place, Simple};
pub use value::{Span, Val};

use check::Checker;
use eval::Node;

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

/// A mistake of the author's, where it is and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What is wrong, in English.
    pub words: String,
}

/// A checked expression.
#[derive(Clone, Debug)]
pub struct Expression {
    node: Node,
    kind: Type,
    uses: Vec<usize>,
    row_uses: Vec<usize>,
}

impl Expression {
    /// Parses and type-checks `text` against the names of `scope`.
    ///
    /// # Errors
    /// The first mistake, with its line and column.
    pub fn new(text: &str, scope: &Scope, row_of: Option<usize>) -> Result<Self, Mistake> {
        let place = |(at, words): (usize, String)| Mistake::at(text, at, words);
        let ast = parser::parse(text).map_err(place)?;
        let mut checker = Checker::new(scope, row_of);
        let (node, kind) = checker.check(&ast).map_err(place)?;
        let (uses, row_uses) = checker.uses();
        Ok(Self { node, kind, uses, row_uses })
    }

    /// The same, and it must give a truth value.
    ///
    /// # Errors
    /// The first mistake, with its line and column.
    pub fn condition(text: &str, scope: &Scope, row_of: Option<usize>) -> Result<Self, Mistake> {
        let expression = Self::new(text, scope, row_of)?;
        match expression.kind {
            Type::Bool => Ok(expression),
            ref other => {
                Err(Mistake::at(text, 0, format!("a condition must be true or false, this is {other}")))
            }
        }
    }

    /// What it gives.
    pub fn kind(&self) -> &Type {
        &self.kind
    }

    /// The form's fields that it asks for, by index.
    pub fn uses(&self) -> &[usize] {
        &self.uses
    }

    /// The fields of `row` that it asks for, by index.
    pub fn row_uses(&self) -> &[usize] {
        &self.row_uses
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

impl Mistake {
    fn at(text: &str, at: usize, words: String) -> Self {
        let before = text.get(..at).unwrap_or(text);
        let line = before.matches('\n').count().saturating_add(1);
        let column = before.rsplit('\n').next().unwrap_or("").chars().count().saturating_add(1);
        Self { line, column, words }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.words)
    }
}

impl std::error::Error for Mistake {}
