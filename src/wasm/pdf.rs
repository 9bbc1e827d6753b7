use wasm_bindgen::prelude::*;

use super::border::{read, thrown};
use crate::pdf;

/// `renderPdf`: the official form of a sealed application.
#[wasm_bindgen(js_name = renderPdf)]
pub fn render_pdf(application: JsValue) -> Result<Vec<u8>, JsValue> {
    pdf::render(&read(application, "application")?).map_err(thrown)
}
