//! What a reading brings.

use zeroize::Zeroizing;

use super::key::KeyKind;
use super::notice::Notice;
use crate::chip::files::FileName;
use crate::chip::{ActiveEvidence, ChipEvidence, Origin};

/// Files, evidence and how the card was opened. `Debug` shows neither.
pub struct Outcome {
    /// As read, octet by octet.
    pub files: Vec<(FileName, Vec<u8>)>,
    /// How the card was opened.
    pub access: Access,
    /// For [`Trust`](crate::chip::Trust).
    pub evidence: Evidence,
    /// What did not go as it should.
    pub notices: Vec<Notice>,
}

/// How the card was opened.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Access {
    /// Which protocol.
    pub method: Method,
    /// Which key.
    pub key: KeyKind,
    /// Of secure messaging: `3DES`, `AES-128`, `AES-192`, `AES-256`.
    pub cipher: &'static str,
    /// Of PACE: `generic` or `chip`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mapping: Option<&'static str>,
    /// Of PACE: curve or field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain: Option<&'static str>,
    /// Why BAC, when it was BAC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'static str>,
}

/// The two protocols.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Method {
    /// Doc 9303 part 11 §4.4
    Pace,
    /// Doc 9303 part 11 §4.3: who records the session can search for the key and read it later.
    Bac,
}

/// Proof against copies, to be judged by [`read_chip`](crate::chip::read_chip).
#[derive(Clone, Default)]
pub struct Evidence {
    pub(super) active: Option<(Vec<u8>, Vec<u8>)>,
    pub(super) agreement: Option<Agreement>,
    pub(super) mapping: Option<(Vec<u8>, Zeroizing<Vec<u8>>)>,
}

/// Of Chip Authentication.
#[derive(Clone)]
pub(super) struct Agreement {
    pub(super) terminal_key: Zeroizing<Vec<u8>>,
    pub(super) response: Vec<u8>,
    pub(super) key_id: Option<u32>,
}

impl Outcome {
    /// The files under their names, as [`Files::new`](crate::chip::Files::new) takes them.
    pub fn named_files(&self) -> Vec<(String, &[u8])> {
        self.files.iter().map(|(name, content)| (name.text(), content.as_slice())).collect()
    }
}

impl Evidence {
    /// Of Active Authentication, of a challenge that this reading's caller gave or drew.
    pub fn active(&self) -> Option<ActiveEvidence<'_>> {
        self.active.as_ref().map(|(challenge, response)| ActiveEvidence {
            challenge,
            response,
            origin: Origin::Caller,
        })
    }

    /// Of Chip Authentication; without it that of PACE with Chip Authentication Mapping.
    pub fn chip(&self) -> Option<ChipEvidence<'_>> {
        let agreement = self.agreement.as_ref().map(|agreement| ChipEvidence::Agreement {
            terminal_key: &agreement.terminal_key,
            response: &agreement.response,
            key_id: agreement.key_id,
            origin: Origin::Caller,
        });
        let mapping = || self.mapping.as_ref();
        agreement.or_else(|| mapping().map(|(public_key, data)| ChipEvidence::Mapping { public_key, data }))
    }
}

impl Method {
    /// The contract's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pace => "pace",
            Self::Bac => "bac",
        }
    }
}

/// Names, lengths and protocols.
impl std::fmt::Debug for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let lengths: Vec<_> = self.files.iter().map(|(name, file)| (name.text(), file.len())).collect();
        f.debug_struct("Outcome")
            .field("files", &lengths)
            .field("access", &self.access)
            .field("evidence", &self.evidence)
            .field("notices", &self.notices)
            .finish()
    }
}

/// Which kinds there are.
impl std::fmt::Debug for Evidence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Evidence")
            .field("active", &self.active.is_some())
            .field("agreement", &self.agreement.is_some())
            .field("mapping", &self.mapping.is_some())
            .finish()
    }
}
