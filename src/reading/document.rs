use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Assurance, Person};
use crate::finding::{Finding, Source};

/// One document, as it was read: what `readQr`, `readMrz`, `readTyped` and `readChip` have in common.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// What it was read from.
    pub source: Source,
    /// E.g. `cccd2021`, `td1Vnm`, `unknown`.
    #[serde(default = "unknown", deserialize_with = "returned::kind")]
    pub kind: Kind,
    /// What it says of the person.
    pub person: Person,
    /// What is wrong or worth knowing, in reading order.
    #[serde(default, deserialize_with = "returned::findings")]
    pub findings: Vec<Finding>,
    /// How far it can be trusted.
    #[serde(default, deserialize_with = "returned::assurance")]
    pub assurance: Assurance,
    /// What a document that is no identity card says of itself: a driver licence, a health insurance card.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "returned::document")]
    pub document: Option<Document>,
}

/// Number, class, days and place of a document, as far as they are known.
///
/// `Debug` names the members that are there and shows no value.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Document {
    /// As the document writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The class of a licence: `B`, `A1`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue_date: Option<String>,
    /// ISO 8601, or `none` when it does not expire.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expiry_date: Option<String>,
    /// Where it was issued.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

impl Document {
    /// Nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let members = [
            ("number", &self.number),
            ("class", &self.class),
            ("issueDate", &self.issue_date),
            ("expiryDate", &self.expiry_date),
            ("place", &self.place),
        ];
        let known = members.iter().filter(|(_, value)| value.is_some()).map(|(name, _)| name);
        f.debug_set().entries(known).finish()
    }
}

/// What kind of document it is; one of those that this version makes.
pub type Kind = &'static str;

/// The kinds that this version makes.
const KINDS: [&str; 12] = [
    "cccd2021",
    "canCuoc2024",
    "bhyt",
    "bhytOld",
    "gplx2025",
    "td1Vnm",
    "td1",
    "td3",
    "typed",
    "account",
    "chip",
    "unknown",
];

fn unknown() -> &'static str {
    "unknown"
}

/// Members of a reading that comes back: what is none is left out, and the rest is read.
mod returned {
    use serde::{Deserialize, Deserializer};

    use super::{Assurance, Document, Finding, KINDS, unknown};
    use crate::json::Value;
    use crate::limits::LIMITS;

    pub(super) fn kind<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'static str, D::Error> {
        let given = Value::deserialize(deserializer)?;
        Ok(KINDS.iter().copied().find(|kind| Some(*kind) == given.as_str()).unwrap_or_else(unknown))
    }

    pub(super) fn assurance<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Assurance, D::Error> {
        Ok(Assurance::deserialize(Value::deserialize(deserializer)?).unwrap_or_default())
    }

    pub(super) fn document<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Document>, D::Error> {
        let given = Document::deserialize(Value::deserialize(deserializer)?).ok();
        Ok(given.filter(|document| !document.is_empty()))
    }

    pub(super) fn findings<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Finding>, D::Error> {
        let Value::Array(given) = Value::deserialize(deserializer)? else { return Ok(Vec::new()) };
        Ok(given.into_iter().take(LIMITS.findings).filter_map(|one| Finding::deserialize(one).ok()).collect())
    }
}
