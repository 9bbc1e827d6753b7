//! What is known of a chain, and why.

use super::anchors::Anchor;
use crate::chip::revocation::RevocationStatus;
use crate::chip::tlv::TlvError;

/// What is known of the chain.
#[derive(Clone, Debug)]
pub struct Chain<'c, 'a> {
    /// The verdict, without the countries: they are judged with DG1.
    pub status: ChainStatus,
    /// Why.
    pub reason: Option<ChainReason>,
    /// Where the path ends, when its signatures hold.
    pub anchor: Option<&'c Anchor<'a>>,
    /// What the lists say of the worst certificate on the path.
    pub revocation: RevocationStatus,
    /// A list was there and could not be used.
    pub unusable_lists: bool,
}

/// The contract's `chain.status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChainStatus {
    /// Every check holds.
    Trusted,
    /// No anchor of the caller issued it.
    UnknownIssuer,
    /// It holds but for its time.
    Expired,
    /// It holds but for its time.
    NotYetValid,
    /// A list of the issuer names it.
    Revoked,
    /// Signer, authority and document are of different countries.
    CountryMismatch,
    /// A certificate must not be used like that, or its signature is wrong.
    Invalid,
}

/// The rule that a chain breaks, with what an engineer needs to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChainReason {
    /// The certificate names the anchor by name and key, and the anchor did not sign it.
    Signature,
    /// Inner and outer algorithm differ, or the encoding is broken (RFC 5280 §4.1.1.2).
    Malformed(TlvError),
    /// RFC 5280 §4.2: critical and not known.
    CriticalExtension(String),
    /// RFC 5280 §4.2.1.3: a signer without `digitalSignature`.
    SignerUsage,
    /// RFC 5280 §4.2.1.9 and §4.2.1.3: an issuer that is no authority, or too many stand below it.
    NotAnAuthority,
    /// RFC 5280 §4.2.1.12: the extended key usage is for something else, or missing.
    Purpose,
    /// An algorithm or a key that this module does not know: it cannot be judged.
    Unsupported(String),
}

impl ChainStatus {
    /// The contract's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Trusted => "trusted",
            Self::UnknownIssuer => "unknownIssuer",
            Self::Expired => "expired",
            Self::NotYetValid => "notYetValid",
            Self::Revoked => "revoked",
            Self::CountryMismatch => "countryMismatch",
            Self::Invalid => "invalid",
        }
    }

    /// The chain says nothing against the signature.
    pub fn leaves_intact(self) -> bool {
        matches!(self, Self::Trusted | Self::UnknownIssuer | Self::Expired | Self::NotYetValid)
    }
}

impl ChainReason {
    /// For an engineer.
    pub fn describe(&self) -> String {
        match self {
            Self::Signature => "the issuer named did not sign this certificate".to_owned(),
            Self::Malformed(error) => format!("certificate: {error}"),
            Self::CriticalExtension(oid) => format!("unknown critical extension {oid}"),
            Self::SignerUsage => "key usage of the signer lacks digitalSignature".to_owned(),
            Self::NotAnAuthority => {
                "an issuer is no authority (basic constraints, path length, key usage)".to_owned()
            }
            Self::Purpose => "extended key usage".to_owned(),
            Self::Unsupported(what) => format!("not supported: {what}"),
        }
    }
}
