use serde::Deserialize;

use super::seal::Context;
use crate::Error;
use crate::json::{Value, typed};
use crate::reading::Assurance;

/// The context of `seal` as it was handed over.
#[derive(Debug)]
pub struct GivenContext {
    provenance: Option<Value>,
    assurance: Assurance,
    sealed_at: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Given {
    #[serde(default)]
    provenance: Option<Value>,
    #[serde(default)]
    assurance: Value,
    #[serde(default)]
    sealed_at: Value,
}

impl GivenContext {
    /// # Errors
    /// `input.type`, `seal.assurance`
    pub fn read(context: Value) -> Result<Self, Error> {
        let given: Given = typed(context, "context")?;
        let assurance = match &given.assurance {
            Value::Null => Some(Assurance::None),
            name => name.as_str().and_then(Assurance::from_name),
        };
        let step = || Error::new("seal.assurance", "a step of the ladder is needed");
        Ok(Self {
            provenance: given.provenance,
            assurance: assurance.ok_or_else(step)?,
            sealed_at: given.sealed_at.as_str().unwrap_or("").to_owned(),
        })
    }

    /// For `seal`.
    pub fn borrowed(&self) -> Context<'_> {
        Context {
            provenance: self.provenance.as_ref(),
            assurance: self.assurance,
            sealed_at: &self.sealed_at,
        }
    }
}
