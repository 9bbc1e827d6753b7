//! The chain from a signer to an anchor of the caller: RFC 5280 §6 with the profile of Doc 9303 part 12.

mod search;

use search::Search;

use super::certificate::Certificate;
use super::revocation::{RevocationList, RevocationStatus};
use super::time::Moment;
use super::tlv::TlvError;

/// What a path may cost. A list of 5,000 authorities with one name, or a SOD full of authorities that sign
/// each other, ends here.
#[derive(Clone, Copy, Debug)]
pub struct ChainLimits {
    /// Certificates between signer and anchor. One (a link certificate) is in the field.
    pub intermediates: u32,
    /// Signatures that are tried in all.
    pub signatures: u32,
    /// Anchors and certificates that came along.
    pub certificates: usize,
}

/// The limits of every chain.
pub const CHAIN_LIMITS: ChainLimits = ChainLimits { intermediates: 3, signatures: 64, certificates: 20_000 };

/// Certificates that the caller trusts to sign.
#[derive(Debug, Default)]
pub struct Anchors<'a> {
    certificates: Vec<Anchor<'a>>,
}

/// A trusted certificate, and how it came to be trusted.
#[derive(Clone, Debug)]
pub struct Anchor<'a> {
    /// The certificate.
    pub certificate: Certificate<'a>,
    /// Index of the master list that holds it; `None`: the caller gave it itself.
    pub master_list: Option<usize>,
}

/// What the signer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Signs documents.
    Document,
    /// Signs master lists.
    MasterList,
}

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

impl<'a> Anchors<'a> {
    /// Adds a certificate; `false` when there are too many.
    pub fn add(&mut self, certificate: Certificate<'a>, master_list: Option<usize>) -> bool {
        let there_is_room = self.certificates.len() < CHAIN_LIMITS.certificates;
        if there_is_room {
            self.certificates.push(Anchor { certificate, master_list });
        }
        there_is_room
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.certificates.len()
    }

    /// None.
    pub fn is_empty(&self) -> bool {
        self.certificates.is_empty()
    }

    /// Judges the chain of a signer. `embedded` may stand between signer and anchor, and are never trusted.
    pub fn judge<'c>(
        &'c self,
        signer: &Certificate<'a>,
        embedded: &[Certificate<'a>],
        lists: &[RevocationList<'_>],
        at: Moment,
        purpose: Purpose,
    ) -> Chain<'c, 'a> {
        let mut search = Search {
            anchors: self,
            embedded,
            lists,
            at,
            signatures: CHAIN_LIMITS.signatures,
            best: None,
            failure: None,
            unusable_lists: false,
        };
        let mut path = vec![signer];
        search.extend(&mut path, purpose);
        let unusable_lists = search.unusable_lists;
        let mut chain = search.best.take().unwrap_or(Chain {
            status: ChainStatus::UnknownIssuer,
            reason: None,
            anchor: None,
            revocation: RevocationStatus::Unknown,
            unusable_lists,
        });
        if let (None, Some(reason)) = (chain.anchor, search.failure) {
            // What cannot be judged stays unknown; what is judged wrong is wrong.
            if !matches!(reason, ChainReason::Unsupported(_)) {
                chain.status = ChainStatus::Invalid;
            }
            chain.reason = Some(reason);
        }
        chain.unusable_lists = unusable_lists;
        chain
    }
}
