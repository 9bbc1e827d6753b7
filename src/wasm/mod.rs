//! The border to JavaScript: converts and nothing else. Structures cross as JSON text, pictures and files
//! as bytes. What is thrown is the text `code: detail`, which `npm/module.js` makes a `CanCuocError`.
//!
//! Each `entry-*` feature exports the functions of one `.wasm` module; a file here holds those of one area:
//!
//! ```text
//! #[wasm_bindgen(js_name = checkPin)]
//! pub fn check_pin(pin: &str, options: &str) -> Result<String, JsValue> {
//!     let (_, options) = border::options(options)?;
//!     let checked = pin::check(pin, options).map_err(border::thrown)?;
//!     Ok(checked.to_json(options.locale).to_string())
//! }
//! ```

// Entry functions take and return what wasm-bindgen gives them.
#![allow(clippy::needless_pass_by_value, missing_docs, unreachable_pub)]
#![allow(dead_code, reason = "an entry uses a part of the border")]

mod about;
#[cfg(feature = "entry-more")]
mod address;
mod border;
#[cfg(feature = "entry-chip")]
mod chip;
#[cfg(feature = "entry-more")]
mod exchange;
#[cfg(feature = "entry-core")]
mod form;
#[cfg(feature = "entry-jp2")]
mod jp2;
#[cfg(any(feature = "entry-core", feature = "entry-more"))]
mod packs;
#[cfg(feature = "entry-core")]
mod reading;
#[cfg(feature = "entry-scan")]
mod scan;
#[cfg(feature = "entry-core")]
mod text;
