use wasm_bindgen::prelude::*;

use super::{
    border::{options, thrown, value},
    text::with_tables,
};
use crate::{
    identity::{self, LIMITS},
    json::Value,
    mrz, pin,
    qr::{self, Payload},
};

/// `readQr` of the bytes of a symbol.
#[wasm_bindgen(js_name = readQrBytes)]
pub fn read_qr_bytes(payload: &[u8], options: &str) -> Result<String, JsValue> {
    read_qr(Payload::Bytes(payload), options)
}

/// `readQr` of a text.
#[wasm_bindgen(js_name = readQrText)]
pub fn read_qr_text(payload: &str, options: &str) -> Result<String, JsValue> {
    read_qr(Payload::Text(payload), options)
}

fn read_qr(payload: Payload<'_>, text: &str) -> Result<String, JsValue> {
    let (_, options) = options(text)?;
    let read = with_tables(|tables| qr::read_with(payload, tables, &options)).map_err(thrown)?;
    Ok(read.to_json(options.locale).to_string())
}

/// `readMrz`.
#[wasm_bindgen(js_name = readMrz)]
pub fn read_mrz(zone: &str, text: &str) -> Result<String, JsValue> {
    let (_, options) = options(text)?;
    Ok(mrz::read(zone, &options).map_err(thrown)?.to_json(options.locale).to_string())
}

/// `readTyped`.
#[wasm_bindgen(js_name = readTyped)]
pub fn read_typed(person: &str, text: &str) -> Result<String, JsValue> {
    let (_, options) = options(text)?;
    LIMITS.check_input(person.len()).map_err(thrown)?;
    let reading = identity::read_typed(&value(person)?, &options).map_err(thrown)?;
    Ok(Value::Object(reading.to_json(options.locale)).to_string())
}

/// `checkPin`.
#[wasm_bindgen(js_name = checkPin)]
pub fn check_pin(pin: &str, text: &str) -> Result<String, JsValue> {
    let (_, options) = options(text)?;
    Ok(pin::check(pin, &options).map_err(thrown)?.to_json(&options).to_string())
}

/// `reconcile`.
#[wasm_bindgen]
pub fn reconcile(readings: &str, text: &str) -> Result<String, JsValue> {
    let (_, options) = options(text)?;
    let identity = identity::reconcile_json(&value(readings)?, &options).map_err(thrown)?;
    Ok(identity.to_json(options.locale).to_string())
}
