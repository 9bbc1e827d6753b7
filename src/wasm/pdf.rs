use wasm_bindgen::prelude::*;

use super::border::{read, respond, thrown};
use crate::{Locale, pdf};

/// `renderPdf`: the official form of a sealed application.
#[wasm_bindgen(js_name = renderPdf)]
pub fn render_pdf(application: JsValue) -> Result<Vec<u8>, JsValue> {
    pdf::render(&read(application, "application")?).map_err(thrown)
}

/// `layoutPages`: the same pages as marks.
#[wasm_bindgen(js_name = layoutPages)]
pub fn layout_pages(application: JsValue) -> Result<JsValue, JsValue> {
    respond(&pdf::pages(&read(application, "application")?).map_err(thrown)?, Locale::Vi)
}

/// `pageFonts`: the letters of the pages.
#[wasm_bindgen(js_name = pageFonts)]
pub fn page_fonts() -> Result<JsValue, JsValue> {
    respond(&pdf::letters(), Locale::Vi)
}
