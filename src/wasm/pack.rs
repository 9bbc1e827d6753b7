use wasm_bindgen::prelude::*;

use super::border::{read, respond, thrown};
use crate::form::{self, Pack};
use crate::{Date, Locale};

/// A version of a form: its id, its first day, what the compiler made of it.
#[wasm_bindgen(js_name = supplyPack)]
pub fn supply_pack(form: &str, from: &str, compiled: &[u8]) -> Result<(), JsValue> {
    form::supply_pack(form, from, compiled).map_err(thrown)
}

/// `loadPack`: a portal's own version of a form; says which it is.
#[wasm_bindgen(js_name = loadPack)]
pub fn load_pack(compiled: &[u8]) -> Result<JsValue, JsValue> {
    let pack = form::load_pack(compiled).map_err(thrown)?;
    respond(&form::Summary::of(pack), Locale::Vi)
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
