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
    let on = value.get("on").and_then(Value::as_str);
    let locale = value.get("locale").map_or(Some("vi"), Value::as_str);
    let options = day_and_locale(on.unwrap_or(""), locale.unwrap_or("")).map_err(thrown)?;
    Ok((value, options))
}

/// The same as texts.
pub(super) fn day_and_locale(on: &str, locale: &str) -> Result<Options, Error> {
    let wanted = || Error::new("options.on", "a day that exists, as YYYY-MM-DD, is needed");
    let on = Date::from_iso(on).ok_or_else(wanted)?;
    let locale = match locale {
        "vi" => Locale::Vi,
        "en" => Locale::En,
        _ => return Err(Error::new("options.locale", "`vi` or `en`")),
    };
    Ok(Options { on, locale })
}

/// What `npm/module.js` turns into a `CanCuocError`.
pub(super) fn thrown(error: Error) -> JsValue {
    JsValue::from_str(&error.to_string())
}
