use serde::{Deserialize, Serialize};

/// Where a value came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Source {
    /// A printed QR code.
    Qr,
    /// The machine-readable zone.
    Mrz,
    /// The chip.
    Chip,
    /// What the portal knows of whoever is logged in: no evidence.
    Account,
    /// Somebody typed it: no evidence.
    Typed,
}

impl Source {
    /// The contract's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Qr => "qr",
            Self::Mrz => "mrz",
            Self::Chip => "chip",
            Self::Account => "account",
            Self::Typed => "typed",
        }
    }

    /// Whether a document was read: what a person typed and what an account holds are no evidence.
    pub fn is_machine_read(self) -> bool {
        matches!(self, Self::Qr | Self::Mrz | Self::Chip)
    }

    /// The source of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Qr, Self::Mrz, Self::Chip, Self::Account, Self::Typed]
            .into_iter()
            .find(|source| source.name() == name)
    }
}
