//! Forms as data: packs with their law, rules as of a day, pre-filling, validation, the seal, export.
//!
//! [`form_in_force`] finds the [`Pack`] of a day; everything else takes it: [`describe`], [`prefill`],
//! [`validate`], [`seal`], [`check_sealed`].

use crate::Locale;
use crate::finding::Finding;
use crate::json::Value;

pub(crate) mod answers;
mod attach;
pub(crate) mod describe;
mod export;
pub mod findings;
pub mod identifiers;
mod pack;
mod prefill;
pub mod rule;
mod seal;
mod validate;

pub use attach::attach;
pub use describe::{describe, services};
pub use export::{Format, Imported, export_application, export_form, import_formio};
pub use pack::{
    Bilingual, Choice, Days, Field, Group, Kind, Pack, Required, Role, Rule, Section, form_in_force,
    pack_texts, services_text, summaries, supply_pack, supply_services,
};
#[cfg(feature = "author")]
pub use pack::{Mistake, compile};
pub use prefill::{Conflict, Filling, Prefilled, prefill, row_number};
pub use seal::{Context, SealCheck, check_sealed, check_sealed_text, seal};
pub use validate::{Validation, validate};

/// An object of these members.
fn object(members: Vec<(&str, Value)>) -> Value {
    let mut object = Vec::with_capacity(members.len());
    for (name, value) in members {
        object.push((name.to_owned(), value));
    }
    Value::Object(object)
}

/// The findings as the contract has them.
fn told(findings: &[Finding], locale: Locale) -> Value {
    let mut list = Vec::with_capacity(findings.len());
    for finding in findings {
        list.push(finding.to_json(locale));
    }
    Value::Array(list)
}
