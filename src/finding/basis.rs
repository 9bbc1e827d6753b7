use serde::{Deserialize, Serialize};

/// The provision that a rule rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// Number and issuer, e.g. `Luật Cư trú 68/2020/QH14`.
    pub document: String,
    /// E.g. `Điều 27`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// Whether the text itself was read, or only a secondary copy.
    #[serde(default)]
    pub status: BasisStatus,
}

/// How well the basis is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum BasisStatus {
    /// Read in the text of the document.
    Read,
    /// From a secondary copy or from memory: such a rule only warns. Whatever is not `read` is unconfirmed.
    #[default]
    #[serde(other)]
    Unconfirmed,
}
