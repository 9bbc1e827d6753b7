//! `loadUnits`: the units of a module that converts addresses; each such module holds its own.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use super::border::thrown;
use crate::address::Units;

thread_local! {
    static UNITS: RefCell<Option<Units>> = const { RefCell::new(None) };
}

/// Reads the asset and keeps it; says its version.
#[wasm_bindgen(js_name = loadUnits)]
pub fn load_units(asset: &[u8]) -> Result<String, JsValue> {
    let units = Units::from_bytes(asset).map_err(thrown)?;
    let version = units.version().to_owned();
    UNITS.with_borrow_mut(|own| *own = Some(units));
    Ok(version)
}

/// The units, or none where they were not loaded: a list of people is checked without them, too.
pub(super) fn with_units_if_loaded<T>(use_them: impl FnOnce(Option<&Units>) -> T) -> T {
    UNITS.with_borrow(|units| use_them(units.as_ref()))
}
