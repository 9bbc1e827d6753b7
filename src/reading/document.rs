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
}

/// What kind of document it is; one of those that this version makes.
pub type Kind = &'static str;

/// The kinds that this version makes.
const KINDS: [&str; 11] = [
    "cccd2021",
    "canCuoc2024",
    "bhyt",
    "bhytOld",
    "gplx2025",
    "td1Vnm",
    "td1",
    "td3",
    "typed",
    "chip",
    "unknown",
];

fn unknown() -> &'static str {
    "unknown"
}

/// Members of a reading that comes back: what is none is left out, and the rest is read.
mod returned {
    use serde::{Deserialize, Deserializer};

    use super::{Assurance, Finding, KINDS, unknown};
    use crate::json::Value;
    use crate::limits::LIMITS;

    pub(super) fn kind<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'static str, D::Error> {
        let given = Value::deserialize(deserializer)?;
        Ok(KINDS.iter().copied().find(|kind| Some(*kind) == given.as_str()).unwrap_or_else(unknown))
    }

    pub(super) fn assurance<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Assurance, D::Error> {
        Ok(Assurance::deserialize(Value::deserialize(deserializer)?).unwrap_or_default())
    }

    pub(super) fn findings<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Finding>, D::Error> {
        let Value::Array(given) = Value::deserialize(deserializer)? else { return Ok(Vec::new()) };
        Ok(given.into_iter().take(LIMITS.findings).filter_map(|one| Finding::deserialize(one).ok()).collect())
    }
}
