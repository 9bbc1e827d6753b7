use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::ImageData;

use super::border::respond;
use super::picture::{given, side};
use crate::Finding;
use crate::scan::mrz::{ScannedZone, scan_mrz};

/// What was read in a picture.
#[derive(Serialize)]
struct Scanned<'a> {
    zones: &'a [ScannedZone],
    findings: &'a [Finding],
}

/// A picture in, `{ zones, findings }` out; `data` and `effort` as those of `scan`.
#[wasm_bindgen(js_name = scanMrz)]
pub fn scan(
    data: &[u8],
    width: usize,
    height: usize,
    effort: &str,
    locale: &str,
) -> Result<JsValue, JsValue> {
    let (image, effort, locale) = given(data, (width, height), effort, locale)?;
    let scan = scan_mrz(&image, effort);
    respond(&Scanned { zones: &scan.zones, findings: &scan.findings }, locale)
}

/// The same for a picture as a canvas gives it.
#[wasm_bindgen(js_name = scanMrzImageData)]
pub fn scan_image_data(image: &ImageData, effort: &str, locale: &str) -> Result<JsValue, JsValue> {
    scan(&image.data(), side(image.width()), side(image.height()), effort, locale)
}
