//! Master lists: the authorities that a country vouches for (Doc 9303 part 12 §9).

use super::budget::Budget;
use super::certificate::Certificate;
use super::chain::{Anchors, Chain, ChainStatus, Grounds, Purpose};
use super::cms::{SignatureProblem, SignedData, read_signed_data};
use super::oid;
use super::time::Moment;
use super::tlv::{Element, Fault, Rules, TlvError, tag};

/// Why a list counts for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MasterListProblem {
    /// The list, or the anchor that came with it, cannot be read.
    Encoding(TlvError),
    /// The content is not a master list.
    ContentType,
    /// No certificate of the signer came along.
    NoSigner,
    /// The signature does not hold.
    Signature(SignatureProblem),
    /// The signer does not chain to the caller's anchor at the time.
    Chain(&'static str),
}

impl MasterListProblem {
    /// For an engineer.
    pub fn describe(&self) -> String {
        match self {
            Self::Encoding(error) => error.to_string(),
            Self::ContentType => "its content is no master list".to_owned(),
            Self::NoSigner => "no certificate that the signer names".to_owned(),
            Self::Signature(problem) => problem.describe(),
            Self::Chain(status) => format!("its signer does not chain to the anchor ({status})"),
        }
    }
}

impl From<TlvError> for MasterListProblem {
    fn from(error: TlvError) -> Self {
        Self::Encoding(error)
    }
}

/// The authorities that one list holds, after all checks, as their encodings; `unreadable` of them could not
/// be read.
#[derive(Debug)]
pub struct MasterList {
    content: Vec<u8>,
}

impl MasterList {
    /// Checks a list: content type, digest, signature, and the signer's chain to `anchor` with the extended
    /// key usage of list signers, at the time. No revocation list is asked.
    ///
    /// # Errors
    /// [`MasterListProblem`]
    pub fn check(list: &[u8], anchor: &[u8], at: Moment) -> Result<Self, MasterListProblem> {
        let budget = Budget::default();
        let mut anchors = Anchors::default();
        anchors.add(Certificate::new(anchor)?, None);
        Self::within(list, &anchors, Grounds { lists: &[], at, budget: &budget })
    }

    /// The same with the caller's revocation lists: a revoked signer's list counts for nothing.
    pub(super) fn within(
        list: &[u8],
        anchors: &Anchors<'_>,
        grounds: Grounds<'_>,
    ) -> Result<Self, MasterListProblem> {
        let data = read_signed_data(list)?;
        if data.content_type != oid::MASTER_LIST {
            return Err(MasterListProblem::ContentType);
        }
        let certificates = data.certificates_within(grounds.budget)?;
        let mut problem = MasterListProblem::NoSigner;
        for signer in &data.signers {
            let named = certificates.iter().filter(|certificate| signer.is(certificate));
            for certificate in named.take(SignedData::MAX_NAMED) {
                if let Err(found) = signer.verify(&data, certificate, false, grounds.budget) {
                    problem = MasterListProblem::Signature(found);
                    continue;
                }
                let chain: Chain<'_, '_> =
                    anchors.judge(certificate, &certificates, grounds, Purpose::MasterList);
                if chain.status == ChainStatus::Trusted {
                    return Ok(Self { content: data.content.into_owned() });
                }
                problem = MasterListProblem::Chain(chain.status.name());
            }
        }
        Err(problem)
    }

    /// The certificates, paid for.
    pub(super) fn certificates_within(&self, budget: &Budget) -> Result<Entries<'_>, TlvError> {
        entries(&self.content, budget)
    }

    /// The certificates, one that cannot be read as its error.
    ///
    /// # Errors
    /// As the bytes have it.
    pub fn certificates(&self) -> Result<Entries<'_>, TlvError> {
        entries(&self.content, &Budget::default())
    }
}

/// Certificates, and why one cannot be read.
pub type Entries<'a> = Vec<Result<Certificate<'a>, TlvError>>;

/// `CscaMasterList ::= SEQUENCE { version INTEGER, certList SET OF Certificate }`, nothing of it checked.
pub(super) fn entries<'a>(content: &'a [u8], budget: &Budget) -> Result<Entries<'a>, TlvError> {
    let mut parts = Element::first(content, Rules::Ber)?.expect(tag::SEQUENCE)?.children();
    parts.expect(tag::INTEGER)?;
    let mut set = parts.expect(tag::SET)?.children();
    let mut certificates = Vec::new();
    while !set.is_empty() {
        let read = Certificate::within(&set.read()?, budget);
        // A budget that is spent is no fault of one certificate: the rest would be missing.
        if let Err(error) = read
            && error.fault == Fault::Spent
        {
            return Err(error);
        }
        certificates.push(read);
    }
    Ok(certificates)
}
