//! What did not go as it should, without ending the reading.

use super::findings;
use crate::Finding;
use crate::chip::files::FileName;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Notice {
    /// BAC was used: whoever recorded the session can read it later.
    Bac,
    /// DG14 says that the card has PACE, and EF.CardAccess did not: somebody may have hidden it.
    Downgrade,
    /// The card refused a file.
    Refused {
        /// Which.
        file: FileName,
        /// With which status word.
        status: u16,
    },
    /// A file has no length that can be true, or ends before it.
    Unreadable {
        /// Which.
        file: FileName,
    },
    /// A file was wanted that the card does not have.
    Absent {
        /// Which.
        file: FileName,
    },
    /// The card refused Active Authentication.
    ActiveRefused {
        /// The status word, unless the session ended.
        status: Option<u16>,
    },
    /// The card refused Chip Authentication.
    ChipRefused {
        /// The status word, unless the session ended.
        status: Option<u16>,
    },
    /// The chip did not protect its answer with the agreed key.
    ChipFailed,
    /// DG14 names no cipher for Chip Authentication: 3DES.
    ChipCipherAssumed,
    /// DG14 holds no key that can be used here, or EF.SOD does not cover it.
    ChipKeyUnusable,
}

impl Notice {
    /// In the words of the table.
    pub fn to_finding(&self) -> Finding {
        let of = |file: &FileName| file.text();
        let status = |status: &Option<u16>| status.map_or_else(|| "-".to_owned(), |sw| format!("{sw:04X}"));
        match self {
            Self::Bac => Finding::new(findings::BAC, ""),
            Self::Downgrade => Finding::new(findings::PACE_HIDDEN, "DG14"),
            Self::Refused { file, status } => Finding::new(findings::FILE_REFUSED, of(file))
                .with("file", of(file))
                .with("status", format!("{status:04X}")),
            Self::Unreadable { file } => {
                Finding::new(findings::FILE_UNREADABLE, of(file)).with("file", of(file))
            }
            Self::Absent { file } => Finding::new(findings::FILE_ABSENT, of(file)).with("file", of(file)),
            Self::ActiveRefused { status: word } => {
                Finding::new(findings::ACTIVE_REFUSED, "DG15").with("status", status(word))
            }
            Self::ChipRefused { status: word } => {
                Finding::new(findings::CHIP_REFUSED, "DG14").with("status", status(word))
            }
            Self::ChipFailed => Finding::new(findings::CHIP_FAILED, "DG14"),
            Self::ChipCipherAssumed => Finding::new(findings::CHIP_CIPHER_ASSUMED, "DG14"),
            Self::ChipKeyUnusable => Finding::new(findings::CHIP_KEY_UNUSABLE, "DG14"),
        }
    }
}
