use wasm_bindgen::JsValue;

use crate::{
    Date, Error, Locale, Options,
    json::{self, Value},
};

/// An argument that crossed as JSON text.
pub(super) fn value(text: &str) -> Result<Value, JsValue> {
    json::parse(text, json::LIMITS).map_err(thrown)
}

/// `{ on, locale?, … }`: the options that every function takes, and the whole object for its own ones.
pub(super) fn options(text: &str) -> Result<(Value, Options), JsValue> {
    let value = value(text)?;
    let on = value.get("on").and_then(Value::as_str).and_then(Date::from_iso);
    let on =
        on.ok_or_else(|| thrown(Error::new("options.on", "a day that exists, as YYYY-MM-DD, is needed")))?;
    let locale = match value.get("locale").map(Value::as_str) {
        None | Some(Some("vi")) => Locale::Vi,
        Some(Some("en")) => Locale::En,
        Some(_) => return Err(thrown(Error::new("options.locale", "`vi` or `en`"))),
    };
    Ok((value, Options { on, locale }))
}

/// What `npm/module.js` turns into a `CanCuocError`.
pub(super) fn thrown(error: Error) -> JsValue {
    JsValue::from_str(&error.to_string())
}
