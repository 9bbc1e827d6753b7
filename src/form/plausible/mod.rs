//! What contradicts itself inside one application, or says nothing, whatever the form: logic and no law, so findings
//! here cite none. What the fields mean is the pack's [`Meanings`](super::pack::Meanings) (`docs/packs.md`).
//!
//! `contradictions` looks at what is between fields, `of_field` at one answer.

mod answer;
mod contradiction;
mod facts;
pub mod findings;
mod identities;
mod lives;
mod moment;
mod names;
mod numbers;
mod old_unit;
mod parents;
mod peoples;
mod sexes;
mod terms;
mod words;

use super::pack::Pack;
use super::rule::Cells;
use crate::date::Date;
use crate::text::Misreading;

pub(super) use answer::of_field;
pub(super) use contradiction::Contradiction;

/// What knows of an answer that it was read in the wrong encoding: [`misreading`](crate::text::misreading) itself, or what
/// it said of these answers before.
pub type Misreadings<'a> = &'a dyn Fn(&str) -> Option<Misreading>;

/// What is between the fields, each kind in the order of the pack.
pub(super) fn contradictions(pack: &Pack, cells: &Cells<'_>, on: Date) -> Vec<Contradiction> {
    let facts = facts::Facts { pack, cells, on };
    let mut found = Vec::new();
    lives::judge(&facts, &mut found);
    terms::judge(&facts, &mut found);
    parents::judge(&facts, &mut found);
    identities::judge(&facts, &mut found);
    sexes::judge(&facts, &mut found);
    numbers::judge(&facts, &mut found);
    found
}
