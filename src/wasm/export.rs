use serde::Deserialize;
use wasm_bindgen::prelude::*;

use super::border::{all_options, read, respond, thrown, typed};
use super::pack;
use crate::Date;
use crate::form::{self, Format};
use crate::json::Value;

#[derive(Deserialize)]
struct Names {
    /// The portal's keys by the form's fields.
    #[serde(default)]
    names: Option<Value>,
}

/// `exportAs`: of a form's id, or of a sealed application.
#[wasm_bindgen(js_name = exportAs)]
pub fn export_as(what: JsValue, format: &str, given: JsValue) -> Result<JsValue, JsValue> {
    let (options, all) = all_options(given)?;
    let Names { names } = typed(all, "options")?;
    let format = Format::from_name(format).map_err(thrown)?;
    let what = read(what, "application")?;
    let exported = if let Some(form) = what.as_str() {
        form::export_form(pack::in_force(form, options.on)?, format, options)
    } else {
        let member = |name: &str| what.get(name).and_then(Value::as_str).unwrap_or("");
        let on = Date::from_iso(member("on")).unwrap_or(options.on);
        let pack = pack::in_force(member("form"), on)?;
        form::export_application(pack, &what, format, names.as_ref())
    };
    respond(&exported, options.locale)
}

/// `importFrom`: the answers of a Form.io submission.
#[wasm_bindgen(js_name = importFrom)]
pub fn import_from(form: &str, submission: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let (options, all) = all_options(given)?;
    let Names { names } = typed(all, "options")?;
    let submission = read(submission, "submission")?;
    let pack = pack::in_force(form, options.on)?;
    respond(&form::import_formio(pack, &submission, names.as_ref()), options.locale)
}
