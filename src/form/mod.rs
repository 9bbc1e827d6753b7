//! Forms as data: packs with their law, rules as of a day, pre-filling, validation, the seal, export.
//!
//! [`form_in_force`] finds the [`Pack`] of a day; everything else takes it: [`describe`], [`prefill`],
//! [`validate`], [`seal`], [`check_sealed`].

mod acceptance;
mod addresses;
mod answers;
mod attach;
mod blank;
mod card;
mod characters;
mod claims;
mod describe;
mod deviation;
mod digest;
mod entry;
mod export;
mod export_given;
pub mod findings;
mod given_acceptance;
mod given_context;
pub use crate::identifiers;
mod instant;
mod misread;
mod normal;
mod open;
mod pack;
mod path;
pub mod plausible;
mod prefill;
mod prefill_given;
pub mod rule;
mod seal;
mod validate;

pub use acceptance::Acceptance;
pub use addresses::{check_sealed_with_units, old_unit, validate_with_units};
pub use attach::{Attachment, attach};
pub use card::Card;
pub use claims::{Claim, Claims};
pub use describe::{Description, Excerpt, Summary, describe, services, summaries};
pub use export::{Format, Imported, export_application, export_form, import_formio};
pub use export_given::{export_given, import_given};
pub use given_acceptance::GivenAcceptance;
pub use given_context::GivenContext;
pub use instant::Instant;
pub use misread::{MisreadText, misread_texts, said_before};
pub use open::{
    APPLICATION, DigestCheck, SealCheck, application_of_text, check_sealed, check_sealed_for,
    check_sealed_text,
};
pub use pack::{
    Bilingual, Choice, Days, Field, Group, Individual, Kind, LifeDay, Meanings, Office, Pack, Pair, Parent,
    Relation, Required, Role, Rule, Section, Sense, Term, form_in_force, load_pack, pack_texts, supply_pack,
    supply_services,
};
#[cfg(feature = "author")]
pub use pack::{Mistake, compile};
pub use prefill::{Conflict, Filling, Prefilled, Provenance, prefill};
pub use prefill_given::prefill_given;
pub use seal::{Content, ContentDigest, Context, SealedApplication, seal, seal_with};
pub use validate::{Validation, validate, validate_with};
