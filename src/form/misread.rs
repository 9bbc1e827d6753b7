//! What is said of misread answers by a module that has the tables of encodings, to one that has not.

use serde::{Deserialize, Serialize};

use super::normal::normal_text;
use crate::text::{Misreading, is_garbled, may_be_misread, misreading};

/// An answer that was read in the wrong encoding, as it is spelled when it is checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MisreadText {
    text: String,
    /// As in [`Misreading`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    meant: Option<String>,
}

/// Bytes of doubtful texts for which a way back is looked for, which takes some microseconds each. A form that was misread
/// throughout has a third of it.
const MOST_DOUBTFUL: usize = 8_192;

/// Those of the texts that were misread. Beyond 8,192 bytes of doubtful ones one that is garbled is still said to be, without what it
/// was.
pub fn misread_texts(texts: &[String]) -> Vec<MisreadText> {
    let mut left = MOST_DOUBTFUL;
    let mut judge = |text: &str| {
        let Some(less) = left.checked_sub(text.len()) else {
            return is_garbled(text).then_some(Misreading { meant: None });
        };
        if !may_be_misread(text) && !is_garbled(text) {
            return None;
        }
        left = less;
        misreading(text)
    };
    let spelled = texts.iter().map(|text| normal_text(text).unwrap_or_else(|| text.clone()));
    spelled.filter_map(|text| judge(&text).map(|Misreading { meant }| MisreadText { text, meant })).collect()
}

/// What was said, for [`validate_with`](super::validate_with) and its like.
pub fn said_before(texts: &[MisreadText]) -> impl Fn(&str) -> Option<Misreading> {
    |text| {
        let known = texts.iter().find(|known| known.text == text)?;
        Some(Misreading { meant: known.meant.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misread_answer_is_known_by_its_spelling_with_what_it_was() {
        let texts = ["Nguyễn Văn Mẫu", " Nguyá»…n VÄƒn Máº«u ", "abc"].map(str::to_owned);
        let said = misread_texts(&texts);
        let known = said_before(&said);
        assert_eq!(known("Nguyễn Văn Mẫu"), None);
        let meant = Some("Nguyễn Văn Mẫu".to_owned());
        assert_eq!(known("Nguyá»…n VÄƒn Máº«u"), Some(Misreading { meant }));
    }

    #[test]
    fn a_way_back_is_looked_for_in_so_much_text_only_and_what_is_garbled_is_said_of_all() {
        let texts: Vec<String> = (0..3_000).map(|row| format!("{row} {}", "Máº«u ".repeat(40))).collect();
        let said = misread_texts(&texts);
        assert_eq!(said.len(), 3_000);
        let mended = said.iter().filter(|one| one.meant.is_some()).count();
        assert!((10..40).contains(&mended), "{mended}");
    }
}
