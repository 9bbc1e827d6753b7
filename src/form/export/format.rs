use crate::Error;

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
