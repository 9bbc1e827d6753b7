//! What is said of misread answers by a module that has the tables of encodings, to one that has not.

use serde::{Deserialize, Serialize};

use super::normal::normal_text;
use crate::text::{Misreading, misreading};

/// An answer that was read in the wrong encoding, as it is spelled when it is checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MisreadText {
    text: String,
    /// As in [`Misreading`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    meant: Option<String>,
}

/// Those of the texts that were misread.
pub fn misread_texts(texts: &[String]) -> Vec<MisreadText> {
    let spelled = texts.iter().map(|text| normal_text(text).unwrap_or_else(|| text.clone()));
    spelled
        .filter_map(|text| misreading(&text).map(|Misreading { meant }| MisreadText { text, meant }))
        .collect()
}

/// What was said, for [`validate_with`](super::validate_with) and its like.
pub fn said_before(texts: &[MisreadText]) -> impl Fn(&str) -> Option<Misreading> {
    |text| {
        let known = texts.iter().find(|known| known.text == text)?;
        Some(Misreading { meant: known.meant.clone() })
    }
}
