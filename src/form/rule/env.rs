//! What an expression is evaluated in.

use super::value::Val;
use crate::date::Date;

/// The values of a form's fields, and of the rows of its groups.
#[derive(Clone, Debug, Default)]
pub struct Cells<'a> {
    /// By field.
    pub fields: Vec<Val<'a>>,
    /// By group, row and field of the row.
    pub groups: Vec<Vec<Vec<Val<'a>>>>,
}

/// What an expression is evaluated in.
#[derive(Clone, Debug)]
pub struct Env<'e> {
    /// The day of the rules.
    pub on: Date,
    /// The answers.
    pub cells: &'e Cells<'e>,
    /// `row`, then the variables of macros.
    pub variables: [Option<Var<'e>>; 3],
}

/// A variable.
#[derive(Clone, Debug)]
pub enum Var<'e> {
    /// A row of a group.
    Row(&'e [Val<'e>]),
    /// An item of a list.
    Item(Val<'e>),
}

impl<'e> Env<'e> {
    /// Of the whole form.
    pub fn new(on: Date, cells: &'e Cells<'e>) -> Self {
        Self { on, cells, variables: [None, None, None] }
    }

    /// With `row`.
    pub fn in_row(on: Date, cells: &'e Cells<'e>, row: &'e [Val<'e>]) -> Self {
        Self { on, cells, variables: [Some(Var::Row(row)), None, None] }
    }
}
