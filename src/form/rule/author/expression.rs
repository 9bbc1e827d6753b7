//! From a text to an expression, and which fields one needs.

use super::check::Checker;
use super::mistake::Mistake;
use super::parser;
use super::scope::Scope;
use super::types::Type;
use crate::form::rule::expression::Expression;
use crate::form::rule::node::Node;

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

    /// The form's fields that it needs, by index.
    pub fn uses(&self) -> Vec<usize> {
        let mut uses = Vec::new();
        walk(&self.node, &mut |node| {
            uses.extend(if let Node::Field(index) = node { Some(*index) } else { None })
        });
        uses
    }

    /// The fields of `row` that it needs, by index; of an expression inside a group's row.
    pub fn row_uses(&self) -> Vec<usize> {
        let mut uses = Vec::new();
        walk(&self.node, &mut |node| {
            uses.extend(if let Node::RowField(0, index) = node { Some(*index) } else { None });
        });
        uses
    }
}

fn walk(node: &Node, visit: &mut dyn FnMut(&Node)) {
    visit(node);
    match node {
        Node::Constant(_) | Node::On | Node::Field(_) | Node::Variable(_) | Node::RowField(..) => {}
        Node::Has(inner) | Node::Not(inner) | Node::Minus(inner) => walk(inner, visit),
        Node::Binary(_, parts) | Node::Each(_, _, parts) => parts.iter().for_each(|part| walk(part, visit)),
        Node::Choose(parts) => parts.iter().for_each(|part| walk(part, visit)),
        Node::List(parts) | Node::Call(_, parts) => parts.iter().for_each(|part| walk(part, visit)),
    }
}
