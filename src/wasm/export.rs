use wasm_bindgen::prelude::*;

use super::border::{all_options, read, respond, thrown};
use crate::form;

/// `exportAs`: of a form's id, or of a sealed application.
#[wasm_bindgen(js_name = exportAs)]
pub fn export_as(what: JsValue, format: &str, given: JsValue) -> Result<JsValue, JsValue> {
    let (options, all) = all_options(given)?;
    let what = read(what, "application")?;
    respond(&form::export_given(&what, format, options, all).map_err(thrown)?, options.locale)
}

/// `importFrom`: the answers of a Form.io submission.
#[wasm_bindgen(js_name = importFrom)]
pub fn import_from(form: &str, submission: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let (options, all) = all_options(given)?;
    let submission = read(submission, "submission")?;
    respond(&form::import_given(form, &submission, options.on, all).map_err(thrown)?, options.locale)
}
