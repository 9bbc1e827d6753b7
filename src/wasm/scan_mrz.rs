use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::ImageData;

use super::border::{named_locale, respond, thrown};
use super::picture::{parse_effort, side};
use crate::Finding;
use crate::scan::Image;
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
    let locale = named_locale(locale).map_err(thrown)?;
    let effort = parse_effort(effort).map_err(thrown)?;
    let image = Image::new(data, width, height).map_err(thrown)?;
    let scan = scan_mrz(&image, effort);
    respond(&Scanned { zones: &scan.zones, findings: &scan.findings }, locale)
}

/// The same for a picture as a canvas gives it.
#[wasm_bindgen(js_name = scanMrzImageData)]
pub fn scan_image_data(image: &ImageData, effort: &str, locale: &str) -> Result<JsValue, JsValue> {
    scan(&image.data(), side(image.width()), side(image.height()), effort, locale)
}
