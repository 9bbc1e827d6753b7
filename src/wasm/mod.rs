//! The border to JavaScript: each function converts its arguments, calls one function, converts the result.
//!
//! Structures cross by `serde-wasm-bindgen`, pictures and files as bytes; what is thrown is a `CanCuocError`. Each
//! `entry-*` feature exports the functions of one `.wasm` module; a file here holds those of one area:
//!
//! ```text
//! #[wasm_bindgen(js_name = checkPin)]
//! pub fn check_pin(pin: &str, options: JsValue) -> Result<JsValue, JsValue> {
//!     let options = border::options(options)?;
//!     border::respond(&pin::check(pin, &options).map_err(border::thrown)?, options.locale)
//! }
//! ```

// Entry functions take and return what wasm-bindgen gives them.
#![allow(clippy::needless_pass_by_value, missing_docs, unreachable_pub)]
#![allow(dead_code, reason = "an entry uses a part of the border")]

#[cfg(feature = "entry-address")]
mod address;
mod border;
#[cfg(feature = "entry-chip")]
mod chip;
#[cfg(feature = "entry-portal")]
mod export;
#[cfg(feature = "entry-core")]
mod form;
#[cfg(feature = "entry-jp2")]
mod jp2;
mod life;
#[cfg(any(feature = "entry-core", feature = "entry-portal", feature = "entry-pdf"))]
mod pack;
#[cfg(feature = "entry-people")]
mod packed;
#[cfg(feature = "entry-pdf")]
mod pdf;
#[cfg(feature = "entry-people")]
mod people;
#[cfg(any(feature = "entry-scan", feature = "entry-scan-mrz"))]
mod picture;
#[cfg(feature = "entry-chip")]
mod reader;
#[cfg(feature = "entry-reading")]
mod reading;
#[cfg(feature = "entry-scan")]
mod scan;
#[cfg(feature = "entry-scan-mrz")]
mod scan_mrz;
#[cfg(feature = "entry-portal")]
mod sealed;
#[cfg(feature = "entry-sheet")]
mod sheet;
#[cfg(feature = "entry-reading")]
mod tables;
#[cfg(feature = "entry-reading")]
mod text;
#[cfg(any(feature = "entry-address", feature = "entry-people"))]
mod units;
