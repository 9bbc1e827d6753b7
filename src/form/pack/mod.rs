//! A pack: one form as it is in force from one day on (`docs/packs.md`). Its author's half
//! (feature `author`) checks the JSON and compiles it; the half that ships reads what was compiled.

#[cfg(feature = "author")]
mod author;
mod compiled;
mod days;
mod field;
mod json_text;
mod library;
mod meaning;
mod role;
mod rule;
mod section;

use serde::{Deserialize, Serialize};

use crate::finding::Basis;
use crate::form::rule::Expression;
use crate::json::Value;
pub use crate::locale::Bilingual;

#[cfg(feature = "author")]
pub use author::{Mistake, compile};
pub use days::Days;
pub use field::{Choice, Field, Group, Kind, Required};
pub use library::{form_in_force, load_pack, pack_texts, supply_pack, supply_services};
pub(super) use library::{forms_in_force, services};
pub use meaning::{Individual, LifeDay, Meanings, Office, Pair, Parent, Relation, Sense, Term};
pub use role::Role;
pub use rule::Rule;
pub use section::Section;

/// One version of a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pack {
    /// The form: `ct01`.
    pub id: String,
    /// The version of the pack.
    pub version: String,
    /// The days on which it holds.
    pub days: Days,
    /// The form's name.
    pub title: Bilingual,
    /// The document that prescribes it.
    pub citation: Basis,
    /// Its fields in the order of the form; a group is one of them.
    pub fields: Vec<Field>,
    /// The groups' rows.
    pub groups: Vec<Group>,
    /// The sections' conditions.
    pub sections: Vec<Section>,
    /// What must hold between fields.
    pub rules: Vec<Rule>,
    /// Whose card fills what.
    pub persons: Vec<Role>,
    /// What its fields mean to each other.
    pub meanings: Meanings,
    /// The papers' ids, and when each is needed.
    pub papers: Vec<(String, Option<Expression>)>,
    /// When each signature of the printed page is needed, in their order there.
    pub signatures: Vec<Option<Expression>>,
    /// The fields in an order in which each comes after those that it needs.
    pub(super) order: Vec<usize>,
    /// The pack as it was written, without `$schema`.
    #[serde(with = "json_text")]
    pub source: Value,
}

impl Pack {
    /// The index of the field of this name.
    pub fn field(&self, id: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.id == id)
    }
}
