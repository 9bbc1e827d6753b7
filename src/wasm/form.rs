use wasm_bindgen::prelude::*;

use super::border::{options, thrown, value};
use crate::{
    Date, Error, Options,
    form::{self, Context, Filling, Format, Pack},
    identity::Assurance,
    json::Value,
};

/// `listForms`.
#[wasm_bindgen(js_name = listForms)]
pub fn list_forms(text: &str) -> Result<String, JsValue> {
    let (_, options) = options(text)?;
    Ok(Value::Array(form::summaries(options).map_err(thrown)?).to_string())
}

/// `listServices`.
#[wasm_bindgen(js_name = listServices)]
pub fn list_services(text: &str) -> Result<String, JsValue> {
    let (_, options) = options(text)?;
    Ok(form::services(options).map_err(thrown)?.to_string())
}

/// `describeForm`.
#[wasm_bindgen(js_name = describeForm)]
pub fn describe_form(form: &str, text: &str) -> Result<String, JsValue> {
    let (_, options) = options(text)?;
    Ok(form::describe(pack(form, options)?, options).to_string())
}

/// `prefill`.
#[wasm_bindgen]
pub fn prefill(form: &str, identity: &str, answers: &str, text: &str) -> Result<String, JsValue> {
    let (all, options) = options(text)?;
    let usual = Filling::default();
    let filling = Filling {
        role: all.get("role").and_then(Value::as_str).unwrap_or(usual.role),
        overwrite: all.get("overwrite").and_then(Value::as_bool).unwrap_or(usual.overwrite),
        row: all.get("row").and_then(Value::as_f64).and_then(form::row_number),
    };
    let pack = pack(form, options)?;
    let filled = form::prefill(pack, &value(identity)?, &value(answers)?, filling).map_err(thrown)?;
    Ok(filled.to_json(options.locale).to_string())
}

/// `validate`.
#[wasm_bindgen]
pub fn validate(form: &str, answers: &str, text: &str) -> Result<String, JsValue> {
    let (_, options) = options(text)?;
    let pack = pack(form, options)?;
    Ok(form::validate(pack, &value(answers)?, options.on).to_json(pack, options).to_string())
}

/// `seal`.
#[wasm_bindgen]
pub fn seal(form: &str, answers: &str, context: &str, text: &str) -> Result<String, JsValue> {
    let (_, options) = options(text)?;
    let context = value(context)?;
    let assurance = match context.get("assurance") {
        None | Some(Value::Null) => Some(Assurance::None),
        Some(name) => name.as_str().and_then(Assurance::from_name),
    };
    let context = Context {
        provenance: context.get("provenance"),
        assurance: assurance
            .ok_or_else(|| thrown(Error::new("seal.assurance", "a step of the ladder is needed")))?,
        sealed_at: context.get("sealedAt").and_then(Value::as_str).unwrap_or(""),
    };
    let sealed = form::seal(pack(form, options)?, &value(answers)?, &context, options.on).map_err(thrown)?;
    Ok(sealed.to_string())
}

/// `checkSealed`.
#[wasm_bindgen(js_name = checkSealed)]
pub fn check_sealed(application: &str, text: &str) -> Result<String, JsValue> {
    let (_, options) = options(text)?;
    let check = form::check_sealed_text(application, options).map_err(thrown)?;
    Ok(check.to_json(options.locale).to_string())
}

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

/// `attach`: a file as an answer to a field of type `attachment`.
#[wasm_bindgen]
pub fn attach(name: &str, bytes: &[u8]) -> String {
    form::attach(name, bytes).to_string()
}

fn pack(form: &str, options: Options) -> Result<&'static Pack, JsValue> {
    form::form_in_force(form, options.on).map_err(thrown)
}
