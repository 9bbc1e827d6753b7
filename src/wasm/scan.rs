use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::ImageData;

use super::border::{named_locale, respond, thrown};
use crate::scan::{self, Effort, Evidence, Image, Symbol};
use crate::{Error, Finding};

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
    let locale = named_locale(locale).map_err(thrown)?;
    let effort = parse_effort(effort).map_err(thrown)?;
    let image = Image::new(data, width, height).map_err(thrown)?;
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
    let side = |pixels: u32| usize::try_from(pixels).unwrap_or(usize::MAX);
    scan(&image.data(), side(image.width()), side(image.height()), effort, locale, evidence)
}

/// The grey levels of every `step`-th of these RGBA pixels.
#[wasm_bindgen(js_name = greyLevels)]
pub fn grey_levels(rgba: &[u8], step: usize) -> Vec<u8> {
    scan::levels(rgba, step)
}

fn parse_effort(effort: &str) -> Result<Effort, Error> {
    match (effort, effort.parse::<u32>()) {
        ("frame", _) => Ok(Effort::Frame),
        ("photo", _) => Ok(Effort::Photo),
        (_, Ok(milliseconds)) => {
            Ok(Effort::Work(u64::from(milliseconds.clamp(1, 60_000)).saturating_mul(1_000_000)))
        }
        _ => Err(Error::new("options.effort", "`frame` or `photo`")),
    }
}
