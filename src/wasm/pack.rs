use wasm_bindgen::prelude::*;

use super::border::{read, thrown};
use crate::Date;
use crate::form::{self, Pack};

/// A version of a form: its id, its first day, what the compiler made of it.
#[wasm_bindgen(js_name = supplyPack)]
pub fn supply_pack(form: &str, from: &str, compiled: &[u8]) -> Result<(), JsValue> {
    form::supply_pack(form, from, compiled).map_err(thrown)
}

/// The catalogue: `{ services: [ … ] }`.
#[wasm_bindgen(js_name = supplyServices)]
pub fn supply_services(catalogue: JsValue) -> Result<(), JsValue> {
    form::supply_services(read(catalogue, "services")?);
    Ok(())
}

pub(super) fn in_force(form: &str, on: Date) -> Result<&'static Pack, JsValue> {
    form::form_in_force(form, on).map_err(thrown)
}
