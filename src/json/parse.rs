use super::{Value, number};
use crate::{Error, sorting};

/// What a text may hold at most; beyond it is an [`Error`] with code `limit.input`.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of the text. 16 MiB: an application with ten scanned papers' digests is under 1 MiB.
    pub bytes: usize,
    /// Nesting. An application needs 6; recursion below stays under 64 KiB of stack at 128.
    pub depth: usize,
    /// Values in all. Keeps memory under about 50 times the text.
    pub values: usize,
}

/// The limits of everything that comes from outside.
pub const LIMITS: Limits = Limits { bytes: 16 << 20, depth: 128, values: 1_000_000 };

/// Reads one JSON text (RFC 8259).
///
/// # Errors
/// `json.syntax` with the byte's position; `json.duplicate` for an object with one name twice;
/// `limit.input` beyond `limits`. An unpaired surrogate escape becomes U+FFFD: it has no UTF-8.
pub fn parse(text: &str, limits: Limits) -> Result<Value, Error> {
    if text.len() > limits.bytes {
        return Err(Error::limit("JSON text, bytes", limits.bytes));
    }
    let mut parser = Parser { text, at: 0, depth: 0, values: 0, limits };
    let value = parser.value()?;
    parser.skip_space();
    if parser.at < text.len() { Err(parser.syntax("nothing after the value")) } else { Ok(value) }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    values: usize,
    limits: Limits,
}

impl Parser<'_> {
    fn value(&mut self) -> Result<Value, Error> {
        self.values = self.values.saturating_add(1);
        if self.values > self.limits.values {
            return Err(Error::limit("JSON values", self.limits.values));
        }
        self.skip_space();
        match self.peek() {
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::array),
            Some(b'"') => self.string().map(Value::String),
            Some(b't') => self.word("true", Value::Bool(true)),
            Some(b'f') => self.word("false", Value::Bool(false)),
            Some(b'n') => self.word("null", Value::Null),
            _ => self.number(),
        }
    }

    fn nested(&mut self, read: fn(&mut Self) -> Result<Value, Error>) -> Result<Value, Error> {
        self.depth = self.depth.saturating_add(1);
        if self.depth > self.limits.depth {
            return Err(Error::limit("JSON depth", self.limits.depth));
        }
        self.advance(1);
        let value = read(self);
        self.depth = self.depth.saturating_sub(1);
        value
    }

    fn object(&mut self) -> Result<Value, Error> {
        let mut members: Vec<(String, Value)> = Vec::new();
        self.skip_space();
        if self.take(b'}') {
            return Ok(Value::Object(members));
        }
        loop {
            self.skip_space();
            if self.peek() != Some(b'"') {
                return Err(self.syntax("a name"));
            }
            let name = self.string()?;
            self.skip_space();
            if !self.take(b':') {
                return Err(self.syntax("`:`"));
            }
            let value = self.value()?;
            members.push((name, value));
            self.skip_space();
            if self.take(b'}') {
                if are_unique(&members) {
                    return Ok(Value::Object(members));
                }
                return Err(Error::new(
                    "json.duplicate",
                    format!("byte {}: a name stands twice in the object before it", self.at),
                ));
            }
            if !self.take(b',') {
                return Err(self.syntax("`,` or `}`"));
            }
        }
    }

    fn array(&mut self) -> Result<Value, Error> {
        let mut items = Vec::new();
        self.skip_space();
        if self.take(b']') {
            return Ok(Value::Array(items));
        }
        loop {
            items.push(self.value()?);
            self.skip_space();
            if self.take(b']') {
                return Ok(Value::Array(items));
            }
            if !self.take(b',') {
                return Err(self.syntax("`,` or `]`"));
            }
        }
    }

    fn string(&mut self) -> Result<String, Error> {
        self.advance(1);
        let mut out = String::new();
        loop {
            let rest = self.rest();
            let plain = rest.bytes().position(|b| b == b'"' || b == b'\\' || b < 0x20);
            let Some((text, _)) = plain.and_then(|length| rest.split_at_checked(length)) else {
                return Err(self.syntax("`\"`"));
            };
            out.push_str(text);
            self.advance(text.len());
            match self.peek() {
                Some(b'"') => {
                    self.advance(1);
                    return Ok(out);
                }
                Some(b'\\') => {
                    self.advance(1);
                    out.push(self.escape()?);
                }
                _ => return Err(self.syntax("no control character")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Error> {
        let escaped = self.peek();
        self.advance(1);
        Ok(match escaped {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let high = self.hex4()?;
                let before = self.at;
                let low = if (0xD800..0xDC00).contains(&high) && self.rest().starts_with("\\u") {
                    self.advance(2);
                    Some(self.hex4()?)
                } else {
                    None
                };
                let units = [high, low.unwrap_or(0)];
                let units = if low.is_some() { units.as_slice() } else { units.split_at(1).0 };
                match char::decode_utf16(units.iter().copied()).next() {
                    Some(Ok(character)) => character,
                    _ => {
                        self.at = before;
                        char::REPLACEMENT_CHARACTER
                    }
                }
            }
            _ => return Err(self.syntax("an escape")),
        })
    }

    fn hex4(&mut self) -> Result<u16, Error> {
        let digits = self.rest().get(..4).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
        let unit = digits.and_then(|digits| u16::from_str_radix(digits, 16).ok());
        let unit = unit.ok_or_else(|| self.syntax("four hexadecimal digits"))?;
        self.advance(4);
        Ok(unit)
    }

    /// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`, RFC 8259 §6.
    fn number(&mut self) -> Result<Value, Error> {
        let start = self.at;
        self.take(b'-');
        if !self.take(b'0') && self.digits() == 0 {
            return Err(self.syntax("a value"));
        }
        if self.take(b'.') && self.digits() == 0 {
            return Err(self.syntax("a digit"));
        }
        if self.take(b'e') || self.take(b'E') {
            let _ = self.take(b'+') || self.take(b'-');
            if self.digits() == 0 {
                return Err(self.syntax("a digit"));
            }
        }
        match self.text.get(start..self.at).and_then(number::parse) {
            Some(number) => Ok(Value::Number(number)),
            None => Err(self.syntax("a number that a double can hold")),
        }
    }

    fn digits(&mut self) -> usize {
        let count = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        self.advance(count);
        count
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, Error> {
        if !self.rest().starts_with(word) {
            return Err(self.syntax("a value"));
        }
        self.advance(word.len());
        Ok(value)
    }

    fn skip_space(&mut self) {
        let count = self.rest().bytes().take_while(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r')).count();
        self.advance(count);
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        if found {
            self.advance(1);
        }
        found
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn advance(&mut self, count: usize) {
        self.at = self.at.saturating_add(count);
    }

    /// Names the position and what was awaited, never the text.
    fn syntax(&self, awaited: &str) -> Error {
        Error::new("json.syntax", format!("byte {}: {awaited} was expected", self.at))
    }
}

/// Whether no two names are the same, among as many as a text can hold.
fn are_unique(members: &[(String, Value)]) -> bool {
    let mut names: Vec<&str> = members.iter().map(|(name, _)| name.as_str()).collect();
    sorting::sort_by_key(&mut names, |name| *name);
    names.iter().zip(names.iter().skip(1)).all(|(one, next)| one != next)
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

    #[test]
    fn an_unpaired_surrogate_becomes_the_replacement_character() {
        let value = parse(r#""\ud800\u0041\udc00""#, LIMITS).unwrap();
        assert_eq!(value.as_str(), Some("\u{fffd}A\u{fffd}"));
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
