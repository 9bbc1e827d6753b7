use std::collections::BTreeMap;

use wasm_bindgen::prelude::*;

use super::border::{options, read_bytes, respond, thrown};
use crate::Locale;
use crate::chip::{self, FileBytes, FileName, Files, GivenTrust};

/// `readChip`
#[wasm_bindgen(js_name = readChip)]
pub fn read_chip(files: JsValue, trust: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let files: BTreeMap<String, FileBytes> = read_bytes(files, "files")?;
    let trust: GivenTrust = read_bytes(trust, "trust")?;
    let files = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let files = Files::new(files).map_err(thrown)?;
    let reading = chip::read_chip(&files, &trust.borrowed().map_err(thrown)?, &options).map_err(thrown)?;
    respond(&reading.report(files.get(FileName::DataGroup(2))), options.locale)
}

/// `describeTrust`: what a file holds that somebody wants to trust.
#[wasm_bindgen(js_name = describeTrust)]
pub fn describe_trust(bytes: &[u8]) -> Result<JsValue, JsValue> {
    respond(&chip::describe_trust(bytes), Locale::Vi)
}
