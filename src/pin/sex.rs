use serde::{Deserialize, Serialize};

use crate::text;

/// The two words that the documents know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Sex {
    /// Nam
    Male,
    /// Nữ
    Female,
}

impl Sex {
    /// The contract's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Male => "male",
            Self::Female => "female",
        }
    }

    /// The contract's word, `Nam` / `Nữ` in any case, `Nu` (a reader that drops diacritics), or one letter
    /// of an MRZ.
    pub fn from_word(word: &str) -> Option<Self> {
        match text::ascii(word.trim()).to_ascii_lowercase().as_str() {
            "nam" | "male" | "m" => Some(Self::Male),
            "nu" | "female" | "f" => Some(Self::Female),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_words_are_known_in_every_spelling_that_readers_send() {
        for word in ["Nữ", "NỮ", "nữ", "Nu", "Nư\u{303}", " Nữ "] {
            assert_eq!(Sex::from_word(word), Some(Sex::Female), "{word}");
        }
        assert_eq!(Sex::from_word("NAM"), Some(Sex::Male));
        assert_eq!(Sex::from_word("khác"), None);
        assert_eq!(Sex::from_word(""), None);
    }
}
