use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::json::{self, Value};
use crate::locale::in_locale;
use crate::{Date, Error, Locale, Options};

#[wasm_bindgen(raw_module = "../error.js")]
extern "C" {
    /// The package's error; `npm/error.js`.
    type CanCuocError;

    #[wasm_bindgen(constructor)]
    fn new(code: &str, detail: &str) -> CanCuocError;
}

/// What a caller gets thrown.
pub(super) fn thrown(error: Error) -> JsValue {
    CanCuocError::new(error.code, &error.detail).into()
}

/// An argument; of one that does not fit only the name is said, since its values may be a person's.
///
/// # Errors
/// `input.type`
pub(super) fn read(value: JsValue, name: &str) -> Result<Value, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|_| thrown(json::not_of_the_contract(name)))
}

/// The same with bytes in it, of a type that knows where they are.
///
/// # Errors
/// `input.type`
pub(super) fn read_bytes<T: DeserializeOwned>(value: JsValue, name: &str) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|_| thrown(json::not_of_the_contract(name)))
}

/// The members of a value as a type.
///
/// # Errors
/// `input.type`
pub(super) fn typed<T: DeserializeOwned>(value: Value, name: &str) -> Result<T, JsValue> {
    json::typed(value, name).map_err(thrown)
}

/// The options that every function takes.
///
/// # Errors
/// `options.on`, `options.locale`
pub(super) fn options(value: JsValue) -> Result<Options, JsValue> {
    Ok(all_options(value)?.0)
}

/// The same, and the whole object for a function's own ones.
///
/// # Errors
/// As [`options`].
pub(super) fn all_options(value: JsValue) -> Result<(Options, Value), JsValue> {
    let all = read(value, "options")?;
    let on = all.get("on").and_then(Value::as_str).and_then(Date::from_iso);
    let on = on.ok_or_else(|| Error::new("options.on", "a day that exists, as YYYY-MM-DD, is needed"));
    let locale = all.get("locale").map_or(Some("vi"), Value::as_str).unwrap_or_default();
    let options = on.and_then(|on| Ok(Options { on, locale: named_locale(locale)? }));
    Ok((options.map_err(thrown)?, all))
}

/// # Errors
/// `options.locale`
pub(super) fn named_locale(name: &str) -> Result<Locale, Error> {
    Locale::from_name(name).ok_or_else(|| Error::new("options.locale", "`vi` or `en`"))
}

/// A result as plain objects, its words in one language. `npm/plain.js` freezes it.
///
/// # Errors
/// `internal.result`: it holds what JavaScript cannot; no result does.
pub(super) fn respond<T: Serialize + ?Sized>(result: &T, locale: Locale) -> Result<JsValue, JsValue> {
    let serializer = Serializer::new().serialize_maps_as_objects(true).serialize_missing_as_null(true);
    let result = in_locale(result, locale).serialize(&serializer);
    result.map_err(|_| thrown(Error::new("internal.result", "a result could not be converted")))
}
