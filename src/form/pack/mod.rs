//! A pack: one form as it is in force from one day on (`docs/packs.md`). Its author's half
//! (feature `author`) checks the JSON and compiles it; the half that ships reads what was compiled.

#[cfg(feature = "author")]
mod author;
mod compiled;
mod decode;
mod field;
mod library;

use crate::Error;
use crate::date::Date;
use crate::finding::{Basis, Severity};
use crate::form::rule::Expression;
use crate::json::Value;
pub use crate::locale::Bilingual;

#[cfg(feature = "author")]
pub use author::{Mistake, compile};
pub use field::{Choice, Field, Group, Kind, Required};
pub(super) use library::forms_in_force;
pub use library::{form_in_force, pack_texts, services_text, supply_pack, supply_services};

/// One version of a form.
#[derive(Clone, Debug, PartialEq)]
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
    /// The papers' ids, and when each is needed.
    pub papers: Vec<(String, Option<Expression>)>,
    /// When each signature of the printed page is needed, in their order there.
    pub signatures: Vec<Option<Expression>>,
    /// The fields in an order in which each comes after those that it asks for.
    pub(super) order: Vec<usize>,
    /// The pack as it was written, without `$schema`.
    pub source: Value,
}

/// The days on which something holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// The first; none: always.
    pub from: Option<Date>,
    /// The last; none: still.
    pub to: Option<Date>,
}

/// A part of the form.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its name in the pack.
    pub id: String,
    /// When it is shown.
    pub visible: Option<Expression>,
}

/// What must hold between fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// `<form>.<what>`
    pub code: String,
    /// An unconfirmed basis makes no error.
    pub severity: Severity,
    /// The field that gets the focus; with `each` a field of the row.
    pub at: usize,
    /// The group, if it is asked for every row.
    pub each: Option<usize>,
    /// When it speaks.
    pub when: Option<Expression>,
    /// What must be true.
    pub check: Expression,
    /// What is wrong.
    pub words: Bilingual,
    /// The provision.
    pub basis: Basis,
    /// When it holds.
    pub days: Days,
}

/// Whose card fills what.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// `applicant`, `child`, …
    pub role: String,
    /// When it is offered.
    pub when: Option<Expression>,
    /// The group whose row it fills.
    pub group: Option<usize>,
    /// Field (of the form, or of the row) and the name of the person's field or part of it.
    pub map: Vec<(usize, String)>,
}

impl Pack {
    /// Reads a compiled pack (`docs/packs.md`, Compiled packs).
    ///
    /// # Errors
    /// `pack.version`: it was compiled for another version; `pack.damaged`: it is not as it was compiled.
    pub fn from_compiled(bytes: &[u8]) -> Result<Self, Error> {
        compiled::unpack(bytes)
    }

    /// The index of the field of this name.
    pub fn field(&self, id: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.id == id)
    }
}

impl Days {
    /// Whether `day` is one of them.
    pub fn hold(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether both have a day in common.
    pub fn overlap(self, other: Self) -> bool {
        let before = |a: Self, b: Self| matches!((a.to, b.from), (Some(to), Some(from)) if to < from);
        !before(self, other) && !before(other, self)
    }
}
