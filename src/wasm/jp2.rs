//! `cancuoc/jp2`.

use wasm_bindgen::prelude::*;

use super::border;
use crate::jp2;

/// A JPEG 2000 picture in; width and height (four octets each, high first), then RGBA out.
#[wasm_bindgen(js_name = decodeJp2)]
pub fn decode_jp2(bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    let pixels = jp2::decode(bytes).map_err(border::thrown)?;
    Ok([&pixels.width.to_be_bytes()[..], &pixels.height.to_be_bytes(), &pixels.rgba].concat())
}
