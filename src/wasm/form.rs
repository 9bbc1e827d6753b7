use wasm_bindgen::prelude::*;

use super::border::{all_options, options, read, respond, thrown, typed};
use super::pack;
use crate::form::{self, GivenContext, MisreadText, said_before};

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

/// `validate`; `misread` is what `misreadTexts` of the reading module said of the answers.
#[wasm_bindgen]
pub fn validate(form: &str, answers: JsValue, given: JsValue, misread: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let (answers, misread) = (read(answers, "answers")?, misread_texts(misread)?);
    let pack = pack::in_force(form, options.on)?;
    respond(&form::validate_with(pack, &answers, options.on, &said_before(&misread)), options.locale)
}

/// `seal`; `misread` as for `validate`.
#[wasm_bindgen]
pub fn seal(
    form: &str,
    answers: JsValue,
    context: JsValue,
    given: JsValue,
    misread: JsValue,
) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let (answers, misread) = (read(answers, "answers")?, misread_texts(misread)?);
    let context = GivenContext::read(read(context, "context")?).map_err(thrown)?;
    let pack = pack::in_force(form, options.on)?;
    let sealed = form::seal_with(pack, &answers, &context.borrowed(), options.on, &said_before(&misread));
    respond(&sealed.map_err(thrown)?, options.locale)
}

/// Nothing, where the module that knows encodings is not there.
fn misread_texts(value: JsValue) -> Result<Vec<MisreadText>, JsValue> {
    if value.is_undefined() { Ok(Vec::new()) } else { typed(read(value, "misread")?, "misread") }
}

/// `attach`: a file as an answer to a field of type `attachment`.
#[wasm_bindgen]
pub fn attach(name: &str, bytes: &[u8]) -> Result<JsValue, JsValue> {
    respond(&form::attach(name, bytes), crate::Locale::Vi)
}
