use wasm_bindgen::prelude::*;

use super::border::thrown;
use crate::{
    Options,
    form::{self, Pack},
};

/// A version of a form: its id, its first day, its text.
#[wasm_bindgen(js_name = supplyPack)]
pub fn supply_pack(form: &str, from: &str, text: &str) -> Result<(), JsValue> {
    form::supply_pack(form, from, text).map_err(thrown)
}

/// The catalogue's text.
#[wasm_bindgen(js_name = supplyServices)]
pub fn supply_services(text: &str) {
    form::supply_services(text);
}

pub(super) fn pack(form: &str, options: Options) -> Result<&'static Pack, JsValue> {
    form::form_in_force(form, options.on).map_err(thrown)
}
