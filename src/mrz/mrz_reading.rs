use serde::{Serialize, Serializer};

use super::CheckDigit;
use crate::json::by_name;
use crate::reading::Reading;

/// What a zone says: a [`Reading`], and its check digits.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MrzReading {
    /// Kind `td1Vnm`, `td1`, `td3` or `unknown`.
    #[serde(flatten)]
    pub reading: Reading,
    /// `documentNumber`, `birthDate`, `expiryDate`, `personalNumber` (TD3), `pin` (column 30 of a
    /// Vietnamese card), `composite`.
    #[serde(serialize_with = "by_name")]
    pub check_digits: Vec<(&'static str, CheckDigit)>,
    /// The zone as it was understood, one line each: capitals, no blanks.
    pub lines: Vec<String>,
    /// The lines with the one character replaced that makes every digit agree; never applied.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "in_lines")]
    pub suggestion: Option<Vec<String>>,
}

fn in_lines<S: Serializer>(suggestion: &Option<Vec<String>>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&suggestion.as_deref().unwrap_or_default().join("\n"))
}
