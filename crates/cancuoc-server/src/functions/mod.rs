//! Every function with its parameters, as `npm/*.d.ts` declares it.

mod address;
mod chip;
mod form;
mod people;
mod reading;
mod text;

use cancuoc::{Date, Error};
use serde_json::value::RawValue;

use crate::arguments::Arguments;

/// A function of the contract.
pub struct Function {
    /// `checkSealed`
    pub name: &'static str,
    /// What it does, in a line.
    pub about: &'static str,
    /// Its parameters in their order; the last ones may be left out.
    pub parameters: &'static [Parameter],
    pub(crate) run: fn(&Arguments<'_>) -> Result<String, Error>,
}

/// What a function takes.
pub struct Parameter {
    /// `application`
    pub name: &'static str,
    /// What it can be.
    pub kind: Kind,
    /// Whether it must be there.
    pub required: bool,
}

/// What an argument can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// Bytes, as base64.
    Bytes,
    /// A text, or `{ "base64": … }`: bytes.
    TextOrBytes,
    /// An object.
    Object,
    /// A text or an object.
    TextOrObject,
    /// A list.
    List,
    /// Any JSON.
    Any,
    /// `on`, `locale`, and the function's own.
    Options,
}

impl Parameter {
    const fn needed(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, required: true }
    }

    const fn optional(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, required: false }
    }
}

/// The last parameter of nearly all.
const OPTIONS: Parameter = Parameter::optional("options", Kind::Options);

/// All of them, in the order of the documentation.
pub fn all() -> impl Iterator<Item = &'static Function> {
    [reading::ALL, text::ALL, form::ALL, address::ALL, people::ALL, chip::ALL].into_iter().flatten()
}

/// The function of this name.
///
/// # Errors
/// `call.unknown`
pub fn named(name: &str) -> Result<&'static Function, Error> {
    let unknown = || Error::new("call.unknown", "there is no such function");
    all().find(|function| function.name == name).ok_or_else(unknown)
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
