//! Every function of the packages "cancuoc" and "cancuoc/chip" behind one that takes and gives JSON, for servers in any
//! language: [`call`]. Compiled for `wasm32-unknown-unknown` it is `server.wasm`, which imports nothing
//! (`src/exports.rs`).
//!
//! Units, packs and the catalogue of services are inside. There is no clock: a function that judges as of a day wants
//! `options.on`, or the host's day ([`call_on`]). The crate `cancuoc-command` serves it over HTTP.

mod answer;
mod arguments;
#[cfg(target_arch = "wasm32")]
mod exports;
mod forms;
mod functions;
mod present_units;
mod request;
mod tables;
mod units;

use cancuoc::Date;

use answer::answered;
pub use answer::refusal;
pub use functions::{Function, Kind, Parameter, all, named, run};
pub use request::Request;

/// Answers `{ "call": "checkSealed", "args": [ … ] }` with `{ "ok": … }` or `{ "error": { "code", "detail" } }`.
///
/// ```
/// let answer = cancuoc_server::call(r#"{ "call": "checkPin", "args": ["001090000017", { "on": "2026-11-21" }] }"#);
/// assert!(answer.starts_with(r#"{"ok":{"ok":true,"#));
/// ```
pub fn call(request: &str) -> String {
    call_on(request, None)
}

/// The same on a day of the host's, which is that of every call without `options.on`.
pub fn call_on(request: &str, today: Option<Date>) -> String {
    answered(Request::read(request).and_then(|request| request.run(today)))
}
