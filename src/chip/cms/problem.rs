//! Why a signature is not accepted.

use crate::chip::crypto::RsaError;
use crate::chip::key::KeyError;
use crate::chip::scheme::SchemeError;
use crate::chip::tlv::TlvError;

/// Why a signature does not hold, or cannot be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureProblem {
    /// There are no signed attributes, or one of the two that must be there is not there exactly once.
    Attribute(&'static str),
    /// `messageDigest` is not the hash of the content.
    ContentDigest,
    /// The attribute `contentType` is not the type of the content.
    ContentType,
    /// `digestAlgorithm` and `signatureAlgorithm` use two hash functions.
    Hashes,
    /// The signature is not of these attributes by this key.
    Signature,
    /// An RSA signer below 2048 bits.
    ShortKey,
    /// Something that this module does not know: which.
    Unsupported(String),
    /// Malformed.
    Encoding(TlvError),
}

impl SignatureProblem {
    /// For an engineer.
    pub fn describe(&self) -> String {
        match self {
            Self::Attribute(name) => format!("{name} is not there exactly once"),
            Self::ContentDigest => "messageDigest is not the hash of the content".to_owned(),
            Self::ContentType => "the attribute contentType is not eContentType".to_owned(),
            Self::Hashes => "digestAlgorithm and signatureAlgorithm use two hash functions".to_owned(),
            Self::Signature => "the signature is not of these attributes by this key".to_owned(),
            Self::ShortKey => "an RSA signer needs 2048 bits".to_owned(),
            Self::Unsupported(what) => format!("not supported: {what}"),
            Self::Encoding(error) => error.to_string(),
        }
    }
}

impl From<TlvError> for SignatureProblem {
    fn from(error: TlvError) -> Self {
        Self::Encoding(error)
    }
}

impl From<SchemeError> for SignatureProblem {
    fn from(error: SchemeError) -> Self {
        match error {
            SchemeError::Encoding(error) => Self::Encoding(error),
            SchemeError::Unsupported(what) => Self::Unsupported(what),
        }
    }
}

impl From<KeyError> for SignatureProblem {
    fn from(error: KeyError) -> Self {
        match error {
            KeyError::Encoding(error) => Self::Encoding(error),
            KeyError::Unsupported(what) => Self::Unsupported(what),
            KeyError::UnknownCurve => Self::Unsupported("curve".to_owned()),
            KeyError::Rsa(RsaError::TooLong) => Self::Unsupported("RSA key length".to_owned()),
            KeyError::OffCurve { .. } | KeyError::Rsa(_) => Self::Signature,
        }
    }
}
