//! What a page and the helper say to each other: JSON texts, one reply for each request (docs/reader.md).

use serde_json::{Value, json};

/// A request of the page.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Request {
    pub(crate) id: u64,
    pub(crate) wanted: Wanted,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// A card, within so many milliseconds.
    Open(u64),
    Transmit(Vec<u8>),
    Close,
    /// Words for a sheet that this program does not have.
    Show,
}

impl Request {
    /// `None` for what is no request; nothing is answered then but the end of the connection.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        let id = value.get("id")?.as_u64()?;
        let wanted = match value.get("do")?.as_str()? {
            "open" => Wanted::Open(
                value.get("timeout").and_then(Value::as_u64).unwrap_or(MOST_PATIENCE).min(MOST_PATIENCE),
            ),
            "transmit" => Wanted::Transmit(octets(value.get("apdu")?.as_str()?)?),
            "close" => Wanted::Close,
            "show" => Wanted::Show,
            _ => return None,
        };
        Some(Self { id, wanted })
    }
}

/// `{ "id": 1, "ok": … }`
pub(crate) fn granted(id: u64, ok: Value) -> String {
    json!({ "id": id, "ok": ok }).to_string()
}

/// `{ "id": 1, "error": … }`
pub(crate) fn failed(id: u64, word: &str) -> String {
    json!({ "id": id, "error": word }).to_string()
}

pub(crate) fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02x}")).collect()
}

fn octets(text: &str) -> Option<Vec<u8>> {
    let is_hex = text.bytes().all(|digit| digit.is_ascii_hexdigit()) && text.len().is_multiple_of(2);
    let pair =
        |at: usize| text.get(at..at.saturating_add(2)).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    if is_hex { (0..text.len()).step_by(2).map(pair).collect() } else { None }
}

/// Milliseconds that a page may wait for a card.
const MOST_PATIENCE: u64 = 60_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_read_and_anything_else_is_none() {
        let parse = Request::parse;
        assert_eq!(
            parse(r#"{"id":1,"do":"open","timeout":900}"#),
            Some(Request { id: 1, wanted: Wanted::Open(900) })
        );
        assert_eq!(parse(r#"{"id":1,"do":"open","timeout":9e9}"#), None.or(parse(r#"{"id":1,"do":"open"}"#)));
        assert_eq!(
            parse(r#"{"id":2,"do":"transmit","apdu":"00A4000c","timeout":2000}"#),
            Some(Request { id: 2, wanted: Wanted::Transmit(vec![0, 0xA4, 0, 0x0C]) })
        );
        for text in [
            "",
            "[]",
            r#"{"do":"open"}"#,
            r#"{"id":-1,"do":"open"}"#,
            r#"{"id":1,"do":"reset"}"#,
            r#"{"id":1,"do":"transmit"}"#,
            r#"{"id":1,"do":"transmit","apdu":"0"}"#,
            r#"{"id":1,"do":"transmit","apdu":"é0"}"#,
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
