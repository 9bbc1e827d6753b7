use wasm_bindgen::prelude::*;

use super::border::{all_options, options, read, respond, thrown, typed};
use super::pack;
use crate::form::{self, GivenAcceptance, GivenContext};
use crate::json::Value;
use crate::reading::Reading;

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

/// `prefill`, of an `Identity` or a `Reading`.
#[wasm_bindgen]
pub fn prefill(form: &str, card: JsValue, answers: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let (options, all) = all_options(given)?;
    let (card, answers) = (read(card, "identity")?, read(answers, "answers")?);
    let filled = form::prefill_given(pack::in_force(form, options.on)?, card, &answers, all);
    respond(&filled.map_err(thrown)?, options.locale)
}

/// `validate`.
#[wasm_bindgen]
pub fn validate(form: &str, answers: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let answers = read(answers, "answers")?;
    respond(&form::validate(pack::in_force(form, options.on)?, &answers, options.on), options.locale)
}

/// `seal`.
#[wasm_bindgen]
pub fn seal(form: &str, answers: JsValue, context: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let answers = read(answers, "answers")?;
    let context = GivenContext::read(read(context, "context")?).map_err(thrown)?;
    let pack = pack::in_force(form, options.on)?;
    respond(&form::seal(pack, &answers, &context.borrowed(), options.on).map_err(thrown)?, options.locale)
}

/// `checkSealed` of an application; `evidence` is the reading of its applicant's chip.
#[wasm_bindgen(js_name = checkSealed)]
pub fn check_sealed(application: JsValue, given: JsValue, evidence: JsValue) -> Result<JsValue, JsValue> {
    let (options, all) = all_options(given)?;
    let accepted = accepted(all, evidence)?;
    let application = read(application, "application")?;
    respond(&form::check_sealed_for(&application, &accepted.borrowed(), options), options.locale)
}

/// `checkSealed` of the text of one.
#[wasm_bindgen(js_name = checkSealedText)]
pub fn check_sealed_text(application: &str, given: JsValue, evidence: JsValue) -> Result<JsValue, JsValue> {
    let (options, all) = all_options(given)?;
    let accepted = accepted(all, evidence)?;
    let checked = form::check_sealed_text(application, &accepted.borrowed(), options).map_err(thrown)?;
    respond(&checked, options.locale)
}

/// `npm/evidence.js` takes the evidence from the chip's module and from nobody else.
fn accepted(all: Value, evidence: JsValue) -> Result<GivenAcceptance, JsValue> {
    let evidence: Option<Reading> =
        if evidence.is_undefined() { None } else { Some(typed(read(evidence, "evidence")?, "evidence")?) };
    GivenAcceptance::read(all, evidence).map_err(thrown)
}

/// `attach`: a file as an answer to a field of type `attachment`.
#[wasm_bindgen]
pub fn attach(name: &str, bytes: &[u8]) -> Result<JsValue, JsValue> {
    respond(&form::attach(name, bytes), crate::Locale::Vi)
}
