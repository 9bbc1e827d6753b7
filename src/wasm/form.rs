use wasm_bindgen::prelude::*;

use super::border::{options, thrown, value};
use super::packs::pack;
use crate::{
    Error,
    form::{self, Context, Filling},
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

/// `attach`: a file as an answer to a field of type `attachment`.
#[wasm_bindgen]
pub fn attach(name: &str, bytes: &[u8]) -> String {
    form::attach(name, bytes).to_string()
}
