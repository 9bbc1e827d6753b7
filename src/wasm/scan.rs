use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::ImageData;

use super::border::respond;
use super::picture::{given, side};
use crate::Finding;
use crate::scan::{self, Evidence, Symbol};

/// What was read in a picture, and what is kept for the next one.
#[derive(Serialize)]
struct Scanned<'a> {
    symbols: &'a [Symbol],
    findings: &'a [Finding],
    #[serde(with = "serde_bytes")]
    evidence: &'a [u8],
}

/// A picture in, `{ symbols, findings, evidence }` out.
///
/// `data` is grey or RGBA; `effort` is `frame`, `photo` or milliseconds; `evidence` is that of the frame before, or empty.
#[wasm_bindgen]
pub fn scan(
    data: &[u8],
    width: usize,
    height: usize,
    effort: &str,
    locale: &str,
    evidence: Option<Vec<u8>>,
) -> Result<JsValue, JsValue> {
    let (image, effort, locale) = given(data, (width, height), effort, locale)?;
    let (evidence, scan) = match evidence {
        None => (Evidence::default(), scan::scan(&image, effort)),
        Some(bytes) => scan::scan_frame(&Evidence::from_bytes(&bytes), &image, effort),
    };
    let evidence = evidence.to_bytes();
    respond(&Scanned { symbols: &scan.symbols, findings: &scan.findings, evidence: &evidence }, locale)
}

/// The same for a picture as a canvas gives it.
#[wasm_bindgen(js_name = scanImageData)]
pub fn scan_image_data(
    image: &ImageData,
    effort: &str,
    locale: &str,
    evidence: Option<Vec<u8>>,
) -> Result<JsValue, JsValue> {
    scan(&image.data(), side(image.width()), side(image.height()), effort, locale, evidence)
}
