//! Expressions as compiled packs carry them: the tree in prefix notation, one [`Part`] a node, in whatever format
//! `serde` writes (the package: `postcard`).
//!
//! `age(birthDate, on) < 18` is `Binary(Less) Call(Age, 2) Field(1) On Number(18)`. Written by the compiler after all
//! checks; reading it back checks the shape alone, within [`LIMITS`], and evaluation is total whatever it reads.

use serde::{Deserialize, Serialize};

use super::functions::Function;
use super::limits::LIMITS;
use super::node::{Macro, Node, Op};
use super::value::Val;
use crate::date::Date;

/// A node without those below it, which follow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Part {
    Null,
    Bool(bool),
    Number(i64),
    Day(u16, u8, u8),
    Text(String),
    On,
    Field(u16),
    Variable(u8),
    /// Slot of the variable, field of its row.
    RowField(u8, u16),
    Has,
    Not,
    Minus,
    Binary(Op),
    Choose,
    /// Of so many items.
    List(u8),
    /// Slot of the variable.
    Each(Macro, u8),
    /// With so many arguments.
    Call(Function, u8),
}

/// What no expression is written as.
#[derive(Clone, Copy, Debug)]
pub(super) struct Broken;

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("no expression")
    }
}

/// The tree of these parts.
pub(super) fn read(parts: Vec<Part>) -> Result<Node, Broken> {
    if parts.len() > LIMITS.parts {
        return Err(Broken);
    }
    let mut parts = parts.into_iter();
    match (node(&mut parts), parts.next()) {
        (Some(node), None) => Ok(node),
        _ => Err(Broken),
    }
}

/// Recursion is no deeper than the number of parts, which is bounded.
fn node(parts: &mut std::vec::IntoIter<Part>) -> Option<Node> {
    Some(match parts.next()? {
        Part::Null => Node::Constant(Val::Null),
        Part::Bool(truth) => Node::Constant(Val::Bool(truth)),
        Part::Number(number) => Node::Constant(Val::number(number)),
        Part::Day(year, month, day) => Node::Constant(Val::day(Date::new(year, month, day)?)),
        Part::Text(text) => Node::Constant(Val::Text(text.into())),
        Part::On => Node::On,
        Part::Field(index) => Node::Field(index.into()),
        Part::Variable(slot) => Node::Variable(slot.into()),
        Part::RowField(slot, index) => Node::RowField(slot.into(), index.into()),
        Part::Has => Node::Has(Box::new(node(parts)?)),
        Part::Not => Node::Not(Box::new(node(parts)?)),
        Part::Minus => Node::Minus(Box::new(node(parts)?)),
        Part::Binary(op) => Node::Binary(op, two(parts)?),
        Part::Choose => Node::Choose(Box::new([node(parts)?, node(parts)?, node(parts)?])),
        Part::List(count) => Node::List(nodes(count, parts)?),
        Part::Each(kind, slot) => Node::Each(kind, slot.into(), two(parts)?),
        Part::Call(function, count) => Node::Call(function, nodes(count, parts)?),
    })
}

fn two(parts: &mut std::vec::IntoIter<Part>) -> Option<Box<[Node; 2]>> {
    Some(Box::new([node(parts)?, node(parts)?]))
}

fn nodes(count: u8, parts: &mut std::vec::IntoIter<Part>) -> Option<Vec<Node>> {
    (0..count).map(|_| node(parts)).collect()
}

/// The parts of this tree.
pub(super) fn write(node: &Node) -> Vec<Part> {
    let mut parts = Vec::new();
    push(node, &mut parts);
    parts
}

fn push(node: &Node, out: &mut Vec<Part>) {
    // An expression has at most 200 parts and a pack 300 fields.
    let short = |number: usize| u8::try_from(number).unwrap_or(u8::MAX);
    let index = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
    let (part, below): (Part, &[Node]) = match node {
        Node::Constant(value) => (constant(value), &[]),
        Node::On => (Part::On, &[]),
        Node::Field(field) => (Part::Field(index(*field)), &[]),
        Node::Variable(slot) => (Part::Variable(short(*slot)), &[]),
        Node::RowField(slot, field) => (Part::RowField(short(*slot), index(*field)), &[]),
        Node::Has(inner) => (Part::Has, std::slice::from_ref(inner)),
        Node::Not(inner) => (Part::Not, std::slice::from_ref(inner)),
        Node::Minus(inner) => (Part::Minus, std::slice::from_ref(inner)),
        Node::Binary(op, sides) => (Part::Binary(*op), sides.as_slice()),
        Node::Choose(parts) => (Part::Choose, parts.as_slice()),
        Node::List(items) => (Part::List(short(items.len())), items),
        Node::Each(kind, slot, parts) => (Part::Each(*kind, short(*slot)), parts.as_slice()),
        Node::Call(function, arguments) => (Part::Call(*function, short(arguments.len())), arguments),
    };
    out.push(part);
    below.iter().for_each(|node| push(node, out));
}

fn constant(value: &Val<'_>) -> Part {
    match value {
        Val::Bool(truth) => Part::Bool(*truth),
        Val::Number(span) => Part::Number(span.low),
        Val::Day(span) => Part::Day(span.low.year(), span.low.month(), span.low.day()),
        Val::Text(text) => Part::Text(text.clone().into_owned()),
        // No other constant is written out in an expression.
        _ => Part::Null,
    }
}
