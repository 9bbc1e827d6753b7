use std::io;

use base64ct::{Base64, Encoding};
use cancuoc::{Error, Locale, locale::in_locale};
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

/// A result as JSON text, its words in one language, bytes as base64.
///
/// # Errors
/// `internal.result`: it holds what JSON cannot; no result does.
pub(crate) fn result<T: Serialize + ?Sized>(result: &T, locale: Locale) -> Result<String, Error> {
    let mut text = Vec::new();
    let written = in_locale(result, locale).serialize(&mut Serializer::with_formatter(&mut text, WithBytes));
    let failed = || Error::new("internal.result", "a result could not be converted");
    written.map_err(|_| failed())?;
    String::from_utf8(text).map_err(|_| failed())
}

/// The answer to a call.
pub(crate) fn answered(result: Result<String, Error>) -> String {
    match result {
        Ok(text) => ["{\"ok\":", &text, "}"].concat(),
        Err(error) => refusal(error.code, &error.detail),
    }
}

/// The answer to a call that failed.
pub fn refusal(code: &str, detail: &str) -> String {
    #[derive(Serialize)]
    struct Refusal<'a> {
        error: Said<'a>,
    }
    #[derive(Serialize)]
    struct Said<'a> {
        code: &'a str,
        detail: &'a str,
    }
    // Two texts are always written.
    serde_json::to_string(&Refusal { error: Said { code, detail } }).unwrap_or_default()
}

/// Compact JSON; it has no bytes, so they are base64 (RFC 4648 §4).
struct WithBytes;

impl Formatter for WithBytes {
    fn write_byte_array<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: &[u8]) -> io::Result<()> {
        writer.write_all(b"\"")?;
        writer.write_all(Base64::encode_string(value).as_bytes())?;
        writer.write_all(b"\"")
    }
}
