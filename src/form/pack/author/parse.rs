use super::decode::decode;
use super::mistake::Mistake;
use super::position::position;
use super::{lint, order};
use crate::form::pack::Pack;
use crate::form::rule::Expression;
use crate::json::{self, Value};

impl Pack {
    /// Reads and checks a pack's text.
    ///
    /// # Errors
    /// Every mistake that was found, with its place in the file.
    pub fn parse(text: &str) -> Result<Self, Vec<Mistake>> {
        Self::read(text).map_err(|mut mistakes| {
            for mistake in mistakes.iter_mut().filter(|mistake| mistake.at == (1, 1)) {
                mistake.at = position(text, &mistake.path);
            }
            mistakes
        })
    }

    /// The same; the places in the text are still to be found.
    fn read(text: &str) -> Result<Self, Vec<Mistake>> {
        let one = |path: &str, words: String| vec![Mistake { path: path.to_owned(), words, at: (1, 1) }];
        let value = json::parse(text, json::LIMITS).map_err(|error| {
            let at = place_in(&error.detail);
            vec![Mistake { path: String::new(), words: error.to_string(), at }]
        })?;
        let scope = lint::lint(&value)?;
        let mut of_text = |text: &str, row_of| Expression::new(text, &scope, row_of).ok();
        let mut pack = decode(without_schema(value), &mut of_text)
            .ok_or_else(|| one("", "an expression has a mistake".to_owned()))?;
        order::set(&mut pack).map_err(|mistake| vec![mistake])?;
        Ok(pack)
    }
}

/// `line 3, column 5`, as a reader of JSON says it.
fn place_in(words: &str) -> (usize, usize) {
    let number = |name: &str| {
        let (_, rest) = words.split_once(name)?;
        rest.split(|sign: char| !sign.is_ascii_digit()).next()?.parse().ok()
    };
    (number("line ").unwrap_or(1), number("column ").unwrap_or(1))
}

fn without_schema(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            Value::Object(members.into_iter().filter(|(name, _)| name != "$schema").collect())
        }
        other => other,
    }
}
