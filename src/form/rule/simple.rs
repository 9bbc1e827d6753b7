//! The part of the language that other systems can say too: equality, `in`, `has` and logic. What a condition
//! says beyond that does not go into an export.

use super::expression::Expression;
use super::node::{Node, Op};
use super::value::Val;
use crate::json::Value;

/// A condition on fields of the form (or of a row), by index.
#[derive(Clone, Debug, PartialEq)]
pub enum Simple {
    /// All of them.
    All(Vec<Simple>),
    /// At least one.
    Any(Vec<Simple>),
    /// Not so.
    Not(Box<Simple>),
    /// The field's answer is one of these texts, numbers or truth values.
    OneOf(Place, Vec<Value>),
    /// The field has an answer.
    Has(Place),
}

/// Which field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Of the form.
    Field(usize),
    /// Of the same row.
    Row(usize),
}

impl Expression {
    /// The same in the words of other systems, if they can say it.
    pub fn simple(&self) -> Option<Simple> {
        simple(&self.node)
    }
}

fn simple(node: &Node) -> Option<Simple> {
    match node {
        Node::Not(inner) => Some(Simple::Not(Box::new(simple(inner)?))),
        Node::Has(inner) => Some(Simple::Has(place(inner)?)),
        Node::Field(_) | Node::RowField(..) => Some(Simple::OneOf(place(node)?, vec![Value::Bool(true)])),
        Node::Binary(op, sides) => {
            let [left, right] = sides.as_ref();
            match op {
                Op::And => Some(Simple::All(vec![simple(left)?, simple(right)?])),
                Op::Or => Some(Simple::Any(vec![simple(left)?, simple(right)?])),
                Op::Equal => is(left, right),
                Op::Unequal => Some(Simple::Not(Box::new(is(left, right)?))),
                Op::In => match right {
                    Node::List(items) => {
                        Some(Simple::OneOf(place(left)?, items.iter().map(literal).collect::<Option<_>>()?))
                    }
                    _ => None,
                },
                _ => None,
            }
        }
        _ => None,
    }
}

fn is(left: &Node, right: &Node) -> Option<Simple> {
    let (place, other) = match (place(left), place(right)) {
        (Some(place), None) => (place, right),
        (None, Some(place)) => (place, left),
        _ => return None,
    };
    match literal(other)? {
        Value::Null => Some(Simple::Not(Box::new(Simple::Has(place)))),
        value => Some(Simple::OneOf(place, vec![value])),
    }
}

fn place(node: &Node) -> Option<Place> {
    match node {
        Node::Field(index) => Some(Place::Field(*index)),
        Node::RowField(0, index) => Some(Place::Row(*index)),
        _ => None,
    }
}

fn literal(node: &Node) -> Option<Value> {
    let Node::Constant(value) = node else { return None };
    match value {
        Val::Null => Some(Value::Null),
        Val::Bool(truth) => Some(Value::Bool(*truth)),
        Val::Text(text) => Some(Value::from(text.as_ref())),
        Val::Number(span) => span.exact().map(Value::from),
        _ => None,
    }
}
