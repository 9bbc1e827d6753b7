use wasm_bindgen::prelude::*;

use super::border::{options, respond, thrown};
use super::tables;
use crate::form;
use crate::limits::LIMITS;
use crate::locale::Locale;
use crate::text;

/// `repairText`.
#[wasm_bindgen(js_name = repairText)]
pub fn repair_text(value: &str, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    LIMITS.check_input(value.len()).map_err(thrown)?;
    respond(&tables::with(value, |tables| text::repair_with(value, tables)), options.locale)
}

/// `decodeText`; wasm-bindgen's script has a function of that name already.
#[wasm_bindgen(js_name = decodeBytes)]
pub fn decode_text(bytes: &[u8], given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    LIMITS.check_input(bytes.len()).map_err(thrown)?;
    let shown = String::from_utf8_lossy(bytes);
    respond(&tables::with(&shown, |tables| text::decode_with(bytes, tables)), options.locale)
}

/// Which answers were read in the wrong encoding: what the core asks with `validate`, `seal` and `checkSealed`.
#[wasm_bindgen(js_name = misreadTexts)]
pub fn misread_texts(texts: Vec<String>) -> Result<JsValue, JsValue> {
    respond(&form::misread_texts(&texts), Locale::Vi)
}
