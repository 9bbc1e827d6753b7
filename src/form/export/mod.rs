//! Forms and applications in the shapes of other systems (`docs/packs.md`, Export).

mod condition;
mod count;
mod format;
mod formio;
mod import;
mod json_schema;
mod pattern;
mod xlsform;

use super::pack::Pack;
use crate::Options;
use crate::json::Value;

pub use format::Format;
pub use import::{Imported, import_formio};

/// The empty form.
pub fn export_form(pack: &Pack, format: Format, options: Options) -> Value {
    match format {
        Format::Formio => formio::form(pack, options),
        Format::JsonSchema => json_schema::schema(pack, options),
        Format::XlsForm => xlsform::sheets(pack, options),
    }
}

/// A sealed application; `names` maps fields of the form to another system's keys.
pub fn export_application(pack: &Pack, application: &Value, format: Format, names: Option<&Value>) -> Value {
    let empty = Value::Object(vec![]);
    let answers = application.get("answers").unwrap_or(&empty);
    match format {
        Format::Formio => formio::submission(pack, application, answers, names),
        Format::JsonSchema => answers.clone(),
        Format::XlsForm => xlsform::instance(pack, answers),
    }
}
