use super::decode::decode;
use super::mistake::Mistake;
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
        let one = |path: &str, words: String| vec![Mistake { path: path.to_owned(), words }];
        let value = json::parse(text, json::LIMITS).map_err(|error| one("", error.to_string()))?;
        let scope = lint::lint(&value)?;
        let mut of_text = |text: &str, row_of| Expression::new(text, &scope, row_of).ok();
        let mut pack = decode(without_schema(value), &mut of_text)
            .ok_or_else(|| one("", "an expression has a mistake".to_owned()))?;
        order::set(&mut pack).map_err(|mistake| vec![mistake])?;
        Ok(pack)
    }
}

fn without_schema(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            Value::Object(members.into_iter().filter(|(name, _)| name != "$schema").collect())
        }
        other => other,
    }
}
