//! How far a reading is: names and numbers, never contents.

use crate::chip::files::FileName;

/// What is being done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Which part.
    pub stage: Stage,
    /// Which file, while one is read.
    pub file: Option<FileName>,
    /// Octets of the file that are here.
    pub done: usize,
    /// Octets of the file; 0 while its length is unknown.
    pub total: usize,
}

/// The parts of a reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// What the card offers.
    #[default]
    Connect,
    /// PACE or BAC.
    Access,
    /// Files.
    File,
    /// Active Authentication.
    Active,
    /// Chip Authentication.
    Chip,
}

impl Stage {
    /// The contract's `step`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Connect => "connect",
            Self::Access => "access",
            Self::File => "file",
            Self::Active => "active",
            Self::Chip => "chip",
        }
    }
}
