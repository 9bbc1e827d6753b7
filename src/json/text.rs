use std::cell::Cell;
use std::fmt;

use serde::Serialize;
use serde::de::DeserializeSeed;

use super::de::{Refusal, Seed};
use super::{LIMITS, Limits, Value};
use crate::{Error, Locale, locale::in_locale};

/// Reads one JSON text (RFC 8259).
///
/// # Errors
/// `json.syntax` with line and column; `json.duplicate` for an object with one name twice; `limit.input` beyond
/// `limits`. An unpaired surrogate escape is no text (RFC 7493 §2.1) and a syntax error.
pub fn parse(text: &str, limits: Limits) -> Result<Value, Error> {
    if text.len() > limits.bytes {
        return Err(Error::limit("JSON text, bytes", limits.bytes));
    }
    let (values, refusal) = (Cell::new(0), Cell::new(None));
    let mut reader = serde_json::Deserializer::from_str(text);
    // The seed has a limit of its own for every value.
    reader.disable_recursion_limit();
    let value = Seed::new(limits, &values, &refusal).deserialize(&mut reader);
    let value = value.and_then(|value| reader.end().map(|()| value));
    value.map_err(|error| match refusal.get() {
        Some(Refusal::Duplicate) => {
            let place = format!("line {}, column {}", error.line(), error.column());
            Error::new("json.duplicate", ["a name stands twice in one object: ", &place].concat())
        }
        Some(Refusal::Depth) => Error::limit("JSON nesting", limits.depth),
        Some(Refusal::Values) => Error::limit("JSON values", limits.values),
        // Its words would quote the text.
        None => Error::new("json.syntax", format!("line {}, column {}", error.line(), error.column())),
    })
}

/// The JSON text of a result, its words in one language.
///
/// # Errors
/// `internal.json`: it holds what JSON cannot write; no result does.
pub fn to_text<T: Serialize + ?Sized>(result: &T, locale: Locale) -> Result<String, Error> {
    serde_json::to_string(&in_locale(result, locale)).map_err(|_| Error::new("internal.json", "no JSON"))
}

/// A result as a value, its words in one language.
///
/// # Errors
/// As [`to_text`].
pub fn of<T: Serialize + ?Sized>(result: &T, locale: Locale) -> Result<Value, Error> {
    parse(&to_text(result, locale)?, LIMITS)
}

impl fmt::Display for Value {
    /// Compact JSON, members in their own order; numbers as [`canonical`](super::canonical) writes them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&super::canonical::compact(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> &'static str {
        parse(text, LIMITS).unwrap_err().code
    }

    #[test]
    fn values_of_every_kind_are_read() {
        let value =
            parse(r#" {"a":[1,-0.5e1,true,null,"\u0111\n\ud83d\ude00"],"__proto__":{}} "#, LIMITS).unwrap();
        assert_eq!(value.get("a").unwrap().as_array().unwrap()[4].as_str(), Some("đ\n😀"));
        assert_eq!(value.get("__proto__"), Some(&Value::Object(vec![])));
    }

    /// RFC 7493 §2.1, RFC 8785 §3.2.2.2: it has no UTF-8, and a replacement would change what was sealed.
    #[test]
    fn an_unpaired_surrogate_is_refused() {
        for text in [r#""\ud800\u0041\udc00""#, r#""\ud800""#, r#""\udc00""#] {
            assert_eq!(code(text), "json.syntax");
        }
    }

    #[test]
    fn what_is_not_json_is_refused() {
        for text in [
            "",
            "{",
            "[1,]",
            "{\"a\"}",
            "01",
            "1.",
            "+1",
            "NaN",
            "\"\t\"",
            "\"\\x\"",
            "1 2",
            "1e400",
            "\u{feff}1",
        ] {
            assert_eq!(code(text), "json.syntax", "{text}");
        }
        assert_eq!(code(r#"{"a":1,"\u0061":2}"#), "json.duplicate");
    }

    #[test]
    fn depth_and_length_have_limits() {
        assert_eq!(code(&"[".repeat(100_000)), "limit.input");
        let small = Limits { bytes: 8, depth: 2, values: 2 };
        assert_eq!(parse("[1,2,3]", small).unwrap_err().code, "limit.input");
        assert_eq!(parse("[1,2,3,4]", small).unwrap_err().code, "limit.input");
    }
}
