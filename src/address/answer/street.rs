//! What an address says below its units.

use crate::{address::name::is_composed, text::nfc};

/// House, street and hamlet from their places in the text.
pub(crate) fn street(text: &str, places: &[(usize, usize)]) -> Option<String> {
    let parts: Vec<&str> = places.iter().filter_map(|(start, end)| text.get(*start..*end)).collect();
    (!parts.is_empty()).then(|| composed(&parts.join(", ")))
}

/// In NFC; what has no combining mark and is Latin is so already.
fn composed(text: &str) -> String {
    if text.chars().all(is_composed) { text.to_owned() } else { nfc(text) }
}
