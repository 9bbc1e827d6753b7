use wasm_bindgen::prelude::*;

/// The version of the crate: `init` refuses a `.wasm` of another one.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
