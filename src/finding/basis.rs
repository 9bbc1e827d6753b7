use serde::ser::{SerializeStruct, Serializer};
use serde::{Deserialize, Serialize};

/// The provision that a rule rests on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Basis {
    /// Number and issuer, e.g. `Luật Cư trú 68/2020/QH14`.
    pub document: String,
    /// E.g. `Điều 27`.
    #[serde(default)]
    pub article: Option<String>,
    /// Whether the text itself was read, or only a secondary copy.
    #[serde(default)]
    pub status: BasisStatus,
}

impl Serialize for Basis {
    /// What is absent is left out, but in a format that knows members by their place.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let article = self.article.is_some() || !serializer.is_human_readable();
        let mut members = serializer.serialize_struct("Basis", if article { 3 } else { 2 })?;
        members.serialize_field("document", &self.document)?;
        if article {
            members.serialize_field("article", &self.article)?;
        }
        members.serialize_field("status", &self.status)?;
        members.end()
    }
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
