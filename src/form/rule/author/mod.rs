//! What only an author needs: the language's text, its types, and words for every mistake.

mod check;
mod lexer;
mod parser;

use std::fmt;

pub use check::{Scope, Type};

use super::Expression;
use super::node::Node;
use check::Checker;

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

impl Expression {
    /// Parses and type-checks `text` against the names of `scope`; inside a group's row, `row_of` is the group.
    ///
    /// # Errors
    /// The first mistake, with its line and column.
    pub fn new(text: &str, scope: &Scope, row_of: Option<usize>) -> Result<Self, Mistake> {
        Self::typed(text, scope, row_of).map(|(expression, _)| expression)
    }

    /// The same, with the type of what it gives.
    ///
    /// # Errors
    /// The first mistake, with its line and column.
    pub fn typed(text: &str, scope: &Scope, row_of: Option<usize>) -> Result<(Self, Type), Mistake> {
        let place = |(at, words): (usize, String)| Mistake::at(text, at, words);
        let ast = parser::parse(text).map_err(place)?;
        let (node, kind) = Checker::new(scope, row_of).check(&ast).map_err(place)?;
        Ok((Self { node }, kind))
    }

    /// The same, and it must give a truth value.
    ///
    /// # Errors
    /// The first mistake, with its line and column.
    pub fn condition(text: &str, scope: &Scope, row_of: Option<usize>) -> Result<Self, Mistake> {
        match Self::typed(text, scope, row_of)? {
            (expression, Type::Bool) => Ok(expression),
            (_, other) => {
                Err(Mistake::at(text, 0, format!("a condition must be true or false, this is {other}")))
            }
        }
    }

    /// The form's fields that it asks for, by index.
    pub fn uses(&self) -> Vec<usize> {
        let mut uses = Vec::new();
        walk(&self.node, &mut |node| {
            uses.extend(if let Node::Field(index) = node { Some(*index) } else { None })
        });
        uses
    }

    /// The fields of `row` that it asks for, by index; of an expression inside a group's row.
    pub fn row_uses(&self) -> Vec<usize> {
        let mut uses = Vec::new();
        walk(&self.node, &mut |node| {
            uses.extend(if let Node::RowField(0, index) = node { Some(*index) } else { None });
        });
        uses
    }
}

fn walk(node: &Node, see: &mut dyn FnMut(&Node)) {
    see(node);
    match node {
        Node::Constant(_) | Node::On | Node::Field(_) | Node::Variable(_) | Node::RowField(..) => {}
        Node::Has(inner) | Node::Not(inner) | Node::Minus(inner) => walk(inner, see),
        Node::Binary(_, parts) | Node::Each(_, _, parts) => parts.iter().for_each(|part| walk(part, see)),
        Node::Choose(parts) => parts.iter().for_each(|part| walk(part, see)),
        Node::List(parts) | Node::Call(_, parts) => parts.iter().for_each(|part| walk(part, see)),
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
