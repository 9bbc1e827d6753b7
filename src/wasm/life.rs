use wasm_bindgen::prelude::*;

/// The version of the crate: `init` refuses a `.wasm` of another one.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// After a trap the memory of an instance cannot be trusted: the next call finds a new one.
#[wasm_bindgen]
pub fn restart() {
    wasm_bindgen::handler::schedule_reinit();
}
