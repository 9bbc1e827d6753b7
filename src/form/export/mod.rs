//! Forms and applications in the shapes of other systems (`docs/packs.md`, Export).

mod formio;
mod import;
mod json_schema;
mod xlsform;

use super::pack::{Field, Kind, Pack, Required};
use super::rule::{Expression, Place, Simple};
use crate::json::{Value, object};
use crate::{Error, Options};

pub use import::{Imported, import_formio};

/// Another system's shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Form.io: the form as components, an application as a submission.
    Formio,
    /// JSON Schema 2020-12, and the answers as its instance.
    JsonSchema,
    /// XLSForm's three sheets, and the answers as ODK names and writes them.
    XlsForm,
}

impl Format {
    /// The contract's names.
    ///
    /// # Errors
    /// `export.format`
    pub fn from_name(name: &str) -> Result<Self, Error> {
        match name {
            "formio" => Ok(Self::Formio),
            "jsonSchema" => Ok(Self::JsonSchema),
            "xlsform" => Ok(Self::XlsForm),
            _ => Err(Error::new("export.format", "one of formio, jsonSchema, xlsform")),
        }
    }
}

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

/// A count as JSON; a form's counts are far below 2^32.
fn count(count: usize) -> Value {
    u32::try_from(count).unwrap_or(u32::MAX).into()
}

/// The regular expression of a field's text, common to ECMAScript and XPath.
fn pattern(kind: &Kind) -> Option<String> {
    Some(match kind {
        Kind::Pin | Kind::Licence => "^[0-9]{12}$".into(),
        Kind::Cmnd => "^[0-9]{9}$".into(),
        Kind::BankAccount => "^[0-9]{6,19}$".into(),
        Kind::Bhyt => "^([A-Z]{2}[1-5][0-9]{12}|[0-9]{10})$".into(),
        Kind::TaxCode => "^([0-9]{10}(-[0-9]{3})?|[0-9]{12})$".into(),
        Kind::Date { precision: [day, month, year], .. } => {
            let parts = [
                day.then_some("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
                month.then_some("[0-9]{4}-[0-9]{2}"),
                year.then_some("[0-9]{4}"),
            ];
            format!("^({})$", parts.into_iter().flatten().collect::<Vec<_>>().join("|"))
        }
        Kind::Text { masks, .. } if !masks.is_empty() => {
            let masks: Vec<String> = masks.iter().map(|mask| mask.chars().map(of_mask).collect()).collect();
            format!("^({})$", masks.join("|"))
        }
        _ => return None,
    })
}

fn of_mask(sign: char) -> String {
    match sign {
        '#' => "[0-9]".into(),
        '@' => "[A-Z]".into(),
        // The syntax characters of ECMAScript; escaping others is an error there.
        special if "^$\\.*+?()[]{}|/".contains(special) => format!("\\{special}"),
        plain => plain.into(),
    }
}

/// Required whenever it is shown.
fn always(field: &Field) -> bool {
    matches!(field.required, Required::Always)
}

/// The field's and its section's condition together: `Ok(None)` without any, `Err` if others cannot say it.
fn shown(pack: &Pack, field: &Field) -> Result<Option<Simple>, ()> {
    let section = pack.sections.get(field.section).and_then(|section| section.visible.as_ref());
    let conditions: Vec<&Expression> = section.into_iter().chain(&field.visible).collect();
    let simple =
        conditions.iter().map(|condition| condition.simple().ok_or(())).collect::<Result<Vec<_>, _>>()?;
    Ok(match simple.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        _ => Some(Simple::All(simple)),
    })
}

/// The name of the field of a place.
fn name_of<'p>(pack: &'p Pack, row: Option<&'p [Field]>, place: Place) -> Option<&'p Field> {
    match place {
        Place::Field(index) => pack.fields.get(index),
        Place::Row(index) => row?.get(index),
    }
}
