//! A checked expression as a tree; names are indices.

use serde::{Deserialize, Serialize};

use super::functions::Function;
use super::value::Val;

/// A checked node.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    Constant(Val<'static>),
    On,
    Field(usize),
    Variable(usize),
    /// A field of the row that a variable holds: the variable's slot, the field.
    RowField(usize, usize),
    Has(Box<Node>),
    Not(Box<Node>),
    Minus(Box<Node>),
    Binary(Op, Box<[Node; 2]>),
    Choose(Box<[Node; 3]>),
    List(Vec<Node>),
    /// A macro over a list: the variable's slot, then the list and the body.
    Each(Macro, usize, Box<[Node; 2]>),
    Call(Function, Vec<Node>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Op {
    Or,
    And,
    Equal,
    Unequal,
    Less,
    LessEqual,
    More,
    MoreEqual,
    In,
    Plus,
    Minus,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Macro {
    All,
    Exists,
    ExistsOne,
    Map,
}
