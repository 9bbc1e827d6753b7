use wasm_bindgen::prelude::*;

use super::border::{options, read, respond, thrown};
use super::tables;
use crate::qr::{self, Payload};
use crate::{catalogue, identity, mrz, pin};

/// `readQr` of the bytes of a symbol.
#[wasm_bindgen(js_name = readQrBytes)]
pub fn read_qr_bytes(payload: &[u8], options: JsValue) -> Result<JsValue, JsValue> {
    read_qr(Payload::Bytes(payload), &String::from_utf8_lossy(payload), options)
}

/// `readQr` of a text.
#[wasm_bindgen(js_name = readQrText)]
pub fn read_qr_text(payload: &str, options: JsValue) -> Result<JsValue, JsValue> {
    read_qr(Payload::Text(payload), payload, options)
}

fn read_qr(payload: Payload<'_>, text: &str, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let read = tables::with(text, |tables| qr::read_with(payload, tables, &options)).map_err(thrown)?;
    respond(&read, options.locale)
}

/// `readMrz`.
#[wasm_bindgen(js_name = readMrz)]
pub fn read_mrz(zone: &str, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    respond(&mrz::read(zone, &options).map_err(thrown)?, options.locale)
}

/// `readTyped`.
#[wasm_bindgen(js_name = readTyped)]
pub fn read_typed(person: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let person = read(person, "person")?;
    respond(&identity::read_typed(&person, &options).map_err(thrown)?, options.locale)
}

/// `readAccount`.
#[wasm_bindgen(js_name = readAccount)]
pub fn read_account(person: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let person = read(person, "person")?;
    respond(&identity::read_account(&person, &options).map_err(thrown)?, options.locale)
}

/// `checkPin`.
#[wasm_bindgen(js_name = checkPin)]
pub fn check_pin(pin: &str, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    respond(&pin::check(pin, &options).map_err(thrown)?, options.locale)
}

/// `reconcile`.
#[wasm_bindgen]
pub fn reconcile(readings: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let mut identity = identity::reconcile_returned(read(readings, "readings")?, &options).map_err(thrown)?;
    identity.findings = identity.findings.into_iter().map(catalogue::restored).collect();
    respond(&identity, options.locale)
}
