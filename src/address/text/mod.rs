//! From a text to the units that it may mean.

mod input;
mod interpretation;
mod interpreter;
mod level;
mod mention;
mod prefixes;
mod rest;
mod score;
mod tokens;

pub(crate) use interpretation::{Interpretation, Interpreted};
pub(crate) use interpreter::Interpreter;
