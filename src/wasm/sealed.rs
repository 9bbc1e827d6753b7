use wasm_bindgen::prelude::*;

use super::border::{all_options, read, respond, thrown, typed};
use crate::form::{self, GivenAcceptance};
use crate::json::Value;
use crate::reading::Reading;

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
