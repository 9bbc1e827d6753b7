use serde::{Deserialize, Serialize};

/// "Đúng, đủ, sạch, sống": how good what is known of a person is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Quality {
    /// Đúng: every check passed, and no source contradicts another.
    pub correct: bool,
    /// Đủ: number, name, birth and sex are known.
    pub complete: bool,
    /// Sạch: nothing lost, repaired or without its accents.
    pub clean: bool,
    /// Sống: a card that is known to hold on the day in question.
    pub current: bool,
}
