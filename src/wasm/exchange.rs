use wasm_bindgen::prelude::*;

use super::border::{options, thrown, value};
use super::packs::pack;
use crate::{
    Date, Options,
    form::{self, Format},
    json::Value,
};

/// `exportAs`: of a form's id, or of a sealed application.
#[wasm_bindgen(js_name = exportAs)]
pub fn export_as(what: &str, format: &str, text: &str) -> Result<String, JsValue> {
    let (all, options) = options(text)?;
    let format = Format::from_name(format).map_err(thrown)?;
    let what = value(what)?;
    if let Some(form) = what.as_str() {
        return Ok(form::export_form(pack(form, options)?, format, options).to_string());
    }
    let member = |name: &str| what.get(name).and_then(Value::as_str).unwrap_or("");
    let on = Date::from_iso(member("on")).unwrap_or(options.on);
    let pack = pack(member("form"), Options { on, ..options })?;
    Ok(form::export_application(pack, &what, format, all.get("names")).to_string())
}

/// `importFrom`: the answers of a Form.io submission.
#[wasm_bindgen(js_name = importFrom)]
pub fn import_from(form: &str, submission: &str, text: &str) -> Result<String, JsValue> {
    let (all, options) = options(text)?;
    let imported = form::import_formio(pack(form, options)?, &value(submission)?, all.get("names"));
    Ok(imported.to_json(options.locale).to_string())
}
