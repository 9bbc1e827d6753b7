use serde::{Deserialize, Serialize};

/// The ladder of assurance; each step includes those before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Assurance {
    /// Unreadable, or not an ID.
    #[default]
    None,
    /// The format is right; anyone can print that.
    WellFormed,
    /// Two independent sources agree on all that they share.
    Consistent,
    /// The data groups match EF.SOD and its signature verifies; the issuer is unknown.
    Intact,
    /// As above, chained to the caller's anchor at the caller's time.
    Authentic,
    /// As above, and the chip proved its key for the caller's challenge.
    Genuine,
}

impl Assurance {
    /// The ladder, lowest first.
    pub const LADDER: [Self; 6] =
        [Self::None, Self::WellFormed, Self::Consistent, Self::Intact, Self::Authentic, Self::Genuine];

    /// The contract's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::WellFormed => "wellFormed",
            Self::Consistent => "consistent",
            Self::Intact => "intact",
            Self::Authentic => "authentic",
            Self::Genuine => "genuine",
        }
    }

    /// The step of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::LADDER.into_iter().find(|step| step.name() == name)
    }
}
