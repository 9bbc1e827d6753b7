use serde::Deserialize;

use super::card::Card;
use super::pack::Pack;
use super::prefill::{Filling, Prefilled, prefill};
use crate::Error;
use crate::json::{Value, typed};

/// How `prefill` fills in.
#[derive(Deserialize)]
struct HowToFill {
    #[serde(default)]
    role: Option<String>,
    #[serde(default)]
    overwrite: Option<bool>,
    #[serde(default)]
    row: Option<usize>,
}

/// [`prefill`] of an `Identity` or a `Reading` that came back, with the options that came along.
///
/// # Errors
/// `input.type`, and those of [`prefill`].
pub fn prefill_given(pack: &Pack, card: Value, answers: &Value, options: Value) -> Result<Prefilled, Error> {
    let how: HowToFill = typed(options, "options")?;
    let usual = Filling::default();
    let filling = Filling {
        role: how.role.as_deref().unwrap_or(usual.role),
        overwrite: how.overwrite.unwrap_or(usual.overwrite),
        row: how.row,
    };
    // A reading says itself where it came from, an identity of each field.
    if card.get("source").is_some() {
        prefill(pack, Card::Reading(&typed(card, "identity")?), answers, filling)
    } else {
        prefill(pack, Card::Identity(&typed(card, "identity")?), answers, filling)
    }
}
