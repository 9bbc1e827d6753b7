//! What only an author needs: the checks of a pack's JSON with words for every mistake, and the compiler.

mod at;
mod compile;
mod field;
mod lint;
mod members;
mod order;

use std::fmt;

use super::Pack;
use super::decode::decode;
use crate::form::rule::Expression;
use crate::json::{self, Value};

pub use compile::compile;

/// A mistake in a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where in the file: `sections[0].fields[2].visible`.
    pub path: String,
    /// What is wrong, in English.
    pub words: String,
}

impl Pack {
    /// Reads and checks a pack's text.
    ///
    /// # Errors
    /// Every mistake that was found, with its place in the file.
    pub fn parse(text: &str) -> Result<Self, Vec<Mistake>> {
        parse(text).map(|(pack, _)| pack)
    }
}

/// The pack, and its expressions in the order of decoding.
fn parse(text: &str) -> Result<(Pack, Vec<Expression>), Vec<Mistake>> {
    let one = |path: &str, words: String| vec![Mistake { path: path.to_owned(), words }];
    let value = json::parse(text, json::LIMITS).map_err(|error| one("", error.to_string()))?;
    let scope = lint::lint(&value)?;
    let mut expressions = Vec::new();
    let mut of_text = |text: &str, row_of| {
        let expression = Expression::new(text, &scope, row_of).ok()?;
        expressions.push(expression.clone());
        Some(expression)
    };
    let mut pack = decode(without_schema(value), &mut of_text)
        .ok_or_else(|| one("", "an expression has a mistake".to_owned()))?;
    order::set(&mut pack).map_err(|mistake| vec![mistake])?;
    Ok((pack, expressions))
}

fn without_schema(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            Value::Object(members.into_iter().filter(|(name, _)| name != "$schema").collect())
        }
        other => other,
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", if self.path.is_empty() { "the pack" } else { &self.path }, self.words)
    }
}
