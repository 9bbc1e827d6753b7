use wasm_bindgen::prelude::*;

use super::border::{respond, thrown};
use crate::{Locale, jp2};

/// `decodeJp2`: a JPEG 2000 picture in, `{ width, height, data }` out, RGBA.
#[wasm_bindgen(js_name = decodeJp2)]
pub fn decode_jp2(bytes: &[u8]) -> Result<JsValue, JsValue> {
    respond(&jp2::decode(bytes).map_err(thrown)?, Locale::Vi)
}
