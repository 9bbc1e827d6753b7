use serde::Deserialize;

use crate::form::Pack;

/// `print` of a pack (`docs/packs.md`): the linter has checked it, so what is missing here is empty.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Print {
    pub title: Words,
    pub subtitle: Option<Words>,
    pub heading: Option<bool>,
    /// What stands in the box for a photograph of 4 × 6 cm; without it there is none.
    pub photo: Option<Words>,
    /// The field with the place of the signature.
    pub place: Option<String>,
    pub lines: Vec<PrintedLine>,
    pub signatures: Vec<PrintedSignature>,
    pub notes: Vec<Words>,
    pub implied: Vec<Implied>,
}

/// The page is always in Vietnamese.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Words {
    pub vi: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct PrintedLine {
    pub fields: Vec<String>,
    pub text: Option<Words>,
    pub head: Option<Words>,
    pub boxes: bool,
    pub middle: bool,
    pub optional: bool,
    pub beside: Vec<Beside>,
}

/// A column of items: those of one row are of one kind.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Beside {
    pub head: Words,
    pub fields: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct PrintedSignature {
    pub title: Words,
    pub fields: Vec<String>,
    pub note: Option<Words>,
    pub dated: bool,
}

/// An item that another answer fills in: who declares is the head of the household.
#[derive(Debug, Deserialize)]
pub(super) struct Implied {
    pub field: String,
    /// The boolean that says so.
    pub by: String,
    /// The field whose answer stands there.
    pub take: Option<String>,
    /// Or these words.
    pub text: Option<Words>,
}

impl Print {
    pub(super) fn of(pack: &Pack) -> Self {
        let print = pack.source.get("print").cloned().unwrap_or_default();
        Self::deserialize(print).unwrap_or_default()
    }
}
