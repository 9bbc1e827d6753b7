//! `exportAs` and `importFrom` of what was handed over.

use serde::Deserialize;

use super::export::{Format, Imported, export_application, export_form, import_formio};
use super::pack::form_in_force;
use crate::json::{Value, typed};
use crate::{Date, Error, Options};

#[derive(Deserialize)]
struct Names {
    /// The portal's keys by the form's fields.
    #[serde(default)]
    names: Option<Value>,
}

/// A form, by its id, or a sealed application in the shape of another system. `given` are all options that came.
///
/// # Errors
/// `input.type`, `export.format`, `form.unknown`
pub fn export_given(what: &Value, format: &str, options: Options, given: Value) -> Result<Value, Error> {
    let Names { names } = typed(given, "options")?;
    let format = Format::from_name(format)?;
    if let Some(form) = what.as_str() {
        return Ok(export_form(form_in_force(form, options.on)?, format, options));
    }
    let member = |name: &str| what.get(name).and_then(Value::as_str).unwrap_or("");
    let on = Date::from_iso(member("on")).unwrap_or(options.on);
    let pack = form_in_force(member("form"), on)?;
    Ok(export_application(pack, what, format, names.as_ref()))
}

/// The answers of a Form.io submission.
///
/// # Errors
/// `input.type`, `form.unknown`
pub fn import_given(form: &str, submission: &Value, on: Date, given: Value) -> Result<Imported, Error> {
    let Names { names } = typed(given, "options")?;
    Ok(import_formio(form_in_force(form, on)?, submission, names.as_ref()))
}
