//! What the caller wants.

use super::key::Key;
use super::resume::Resume;
use crate::Error;
use crate::chip::files::FileName;

/// Of one reading.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What is printed on the card.
    pub key: Key,
    /// Which files; `None`: those of a Vietnamese card that need no further right, as far as EF.SOD lists them. EF.SOD is
    /// always read, and first; DG14 and DG15 are read when a proof needs them.
    pub files: Option<Vec<FileName>>,
    /// RND.IFD of Active Authentication, drawn by whoever is to be convinced; `None`: drawn here.
    pub challenge: Option<[u8; 8]>,
    /// Let the chip sign a challenge.
    pub prove_active: bool,
    /// Agree on a key with the chip's static key.
    pub prove_chip: bool,
    /// When BAC is good enough.
    pub allow_bac: AllowBac,
    /// What the transport carries.
    pub transport: Transport,
    /// Of an earlier reading of the same card that ended early.
    pub resume: Option<Resume>,
    /// Wrong keys in a row before this reading.
    pub wrong_keys: u8,
    /// A person confirmed the key after two wrong ones.
    pub is_key_confirmed: bool,
}

/// When BAC is good enough: whoever records its session can search for the key and read the session later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AllowBac {
    /// When the card offers no PACE.
    #[default]
    Absent,
    /// Also when PACE is offered and fails, or runs only in ways that are not known here.
    Failed,
    /// Never.
    Never,
}

/// Octets of the longest command and the longest answer, status word included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transport {
    /// At least 261 for the short form: 5 of the header, 255 of data, 1.
    pub longest_command: usize,
    /// At least 258 for the short form.
    pub longest_answer: usize,
}

impl Settings {
    /// The contract's defaults: both proofs, BAC when the card offers nothing else, the short form of commands.
    pub fn new(key: Key) -> Self {
        Self {
            key,
            files: None,
            challenge: None,
            prove_active: true,
            prove_chip: true,
            allow_bac: AllowBac::Absent,
            transport: Transport::default(),
            resume: None,
            wrong_keys: 0,
            is_key_confirmed: false,
        }
    }

    /// After two wrong keys in a row a person is asked before a third is tried: cards may block themselves.
    pub(super) fn check(&self) -> Result<(), Error> {
        if self.wrong_keys >= MOST_WRONG_KEYS && !self.is_key_confirmed {
            return Err(Error::new("reader.key", "two wrong keys in a row: a person must confirm the next"));
        }
        if self.files.as_ref().is_some_and(|files| files.len() > MOST_FILES) {
            return Err(Error::limit("files of the chip", MOST_FILES));
        }
        Ok(())
    }
}

impl Default for Transport {
    fn default() -> Self {
        Self { longest_command: 261, longest_answer: 258 }
    }
}

/// Cards block themselves after a number of wrong keys that they need not tell: of Vietnamese cards it is
/// unknown, and one report (AndyQ/NFCPassportReader #219) shows a blocked one.
const MOST_WRONG_KEYS: u8 = 2;
/// Doc 9303 part 10 has 16 data groups, EF.COM, EF.SOD, EF.CardAccess and EF.CardSecurity.
const MOST_FILES: usize = 20;
