//! Whether the signature of EF.SOD holds, and why not.

use crate::chip::cms::SignatureProblem;
use crate::chip::tlv::TlvError;

/// The contract's `signature.status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureStatus {
    /// It holds.
    Valid,
    /// It does not.
    Invalid,
    /// It could not be judged.
    Unsupported,
    /// There is none.
    Absent,
}

/// Why a signature is not valid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PassiveProblem {
    /// EF.SOD cannot be read.
    Encoding(TlvError),
    /// The signed content is no LDS security object: its type in dots.
    ContentType(String),
    /// The signed content cannot be read.
    Content(String),
    /// No certificate is there that the signer names.
    NoSigner,
    /// The check failed.
    Signature(SignatureProblem),
}

impl SignatureStatus {
    /// The contract's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Invalid => "invalid",
            Self::Unsupported => "unsupported",
            Self::Absent => "absent",
        }
    }
}

impl PassiveProblem {
    /// For an engineer.
    pub fn describe(&self) -> String {
        match self {
            Self::Encoding(error) => error.to_string(),
            Self::ContentType(oid) => format!("eContentType {oid}"),
            Self::Content(what) => format!("LDS security object: {what}"),
            Self::NoSigner => "no certificate that the signer names".to_owned(),
            Self::Signature(problem) => problem.describe(),
        }
    }
}
