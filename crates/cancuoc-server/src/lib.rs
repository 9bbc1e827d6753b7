//! Every function of the packages "cancuoc" and "cancuoc/chip" behind one that takes and gives JSON, for servers in any
//! language: [`call`]. Compiled for `wasm32-unknown-unknown` it is `server.wasm`, which imports nothing
//! (`src/exports.rs`); the command `cancuoc` answers by the same.
//!
//! Units, packs and the catalogue of services are inside. There is no clock: a function that judges as of a day wants
//! `options.on`, or the host's day ([`call_on`]).

mod answer;
mod arguments;
#[cfg(target_arch = "wasm32")]
mod exports;
mod functions;
mod present_units;
mod request;
mod tables;
mod units;

use cancuoc::{Date, Error};
use serde_json::value::RawValue;

use answer::answered;
pub use answer::refusal;
use arguments::Arguments;
pub use functions::{Function, Kind, Parameter, all, named};

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
    answered(request::read(request).and_then(|request| {
        let given: Vec<Option<&RawValue>> = request.args.iter().map(|own| Some(*own)).collect();
        run(request.function, &given, today)
    }))
}

/// The result of a function as JSON text. `given` are its arguments in their order; what is left out is `None`.
///
/// # Errors
/// What the package throws; `call.arguments` for more arguments than the function has.
pub fn run(function: &Function, given: &[Option<&RawValue>], today: Option<Date>) -> Result<String, Error> {
    if given.len() > function.parameters.len() {
        let most = function.parameters.len();
        return Err(Error::new("call.arguments", format!("{}: at most {most} arguments", function.name)));
    }
    (function.run)(&Arguments::new(given, today))
}
