use serde::Deserialize;
use wasm_bindgen::prelude::*;

use super::border::{all_options, options, read, respond, thrown, typed};
use super::pack;
use crate::Error;
use crate::form::{self, Card, Context, Filling};
use crate::json::Value;
use crate::reading::Assurance;

/// `listForms`.
#[wasm_bindgen(js_name = listForms)]
pub fn list_forms(given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    respond(&form::summaries(options.on).map_err(thrown)?, options.locale)
}

/// `listServices`.
#[wasm_bindgen(js_name = listServices)]
pub fn list_services(given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    respond(&form::services(options.on), options.locale)
}

/// `describeForm`.
#[wasm_bindgen(js_name = describeForm)]
pub fn describe_form(form: &str, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    respond(&form::describe(pack::in_force(form, options.on)?, options.on), options.locale)
}

/// How `prefill` fills in.
#[derive(Deserialize)]
struct HowToFill {
    #[serde(default)]
    role: Option<String>,
    #[serde(default)]
    overwrite: Option<bool>,
    #[serde(default)]
    row: Option<usize>,
}

/// `prefill`, of an `Identity` or a `Reading`.
#[wasm_bindgen]
pub fn prefill(form: &str, card: JsValue, answers: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let (options, all) = all_options(given)?;
    let how: HowToFill = typed(all, "options")?;
    let usual = Filling::default();
    let filling = Filling {
        role: how.role.as_deref().unwrap_or(usual.role),
        overwrite: how.overwrite.unwrap_or(usual.overwrite),
        row: how.row,
    };
    let (card, answers) = (read(card, "identity")?, read(answers, "answers")?);
    let pack = pack::in_force(form, options.on)?;
    // A reading says itself where it came from, an identity of each field.
    let filled = if card.get("source").is_some() {
        form::prefill(pack, Card::Reading(&typed(card, "identity")?), &answers, filling)
    } else {
        form::prefill(pack, Card::Identity(&typed(card, "identity")?), &answers, filling)
    };
    respond(&filled.map_err(thrown)?, options.locale)
}

/// `validate`.
#[wasm_bindgen]
pub fn validate(form: &str, answers: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let answers = read(answers, "answers")?;
    respond(&form::validate(pack::in_force(form, options.on)?, &answers, options.on), options.locale)
}

/// The context of `seal`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SealedWith {
    #[serde(default)]
    provenance: Option<Value>,
    #[serde(default)]
    assurance: Value,
    #[serde(default)]
    sealed_at: Value,
}

/// `seal`.
#[wasm_bindgen]
pub fn seal(form: &str, answers: JsValue, context: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let answers = read(answers, "answers")?;
    let with: SealedWith = typed(read(context, "context")?, "context")?;
    let assurance = match &with.assurance {
        Value::Null => Some(Assurance::None),
        name => name.as_str().and_then(Assurance::from_name),
    };
    let step = || thrown(Error::new("seal.assurance", "a step of the ladder is needed"));
    let context = Context {
        provenance: with.provenance.as_ref(),
        assurance: assurance.ok_or_else(step)?,
        sealed_at: with.sealed_at.as_str().unwrap_or(""),
    };
    let pack = pack::in_force(form, options.on)?;
    respond(&form::seal(pack, &answers, &context, options.on).map_err(thrown)?, options.locale)
}

/// `checkSealed` of an application.
#[wasm_bindgen(js_name = checkSealed)]
pub fn check_sealed(application: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let application = read(application, "application")?;
    respond(&form::check_sealed(&application, options), options.locale)
}

/// `checkSealed` of the text of one.
#[wasm_bindgen(js_name = checkSealedText)]
pub fn check_sealed_text(application: &str, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    respond(&form::check_sealed_text(application, options).map_err(thrown)?, options.locale)
}

/// `attach`: a file as an answer to a field of type `attachment`.
#[wasm_bindgen]
pub fn attach(name: &str, bytes: &[u8]) -> Result<JsValue, JsValue> {
    respond(&form::attach(name, bytes), crate::Locale::Vi)
}
