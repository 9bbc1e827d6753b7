//! Master lists: the authorities that a country vouches for (Doc 9303 part 12 §9).

use super::certificate::Certificate;
use super::chain::{Anchors, Chain, ChainStatus, Purpose};
use super::cms::{SignatureProblem, SignedData, read_signed_data};
use super::oid;
use super::time::Moment;
use super::tlv::{Element, Rules, TlvError, tag};

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
    /// key usage of list signers, at the time.
    ///
    /// # Errors
    /// [`MasterListProblem`]
    pub fn check(list: &[u8], anchor: &[u8], at: Moment) -> Result<Self, MasterListProblem> {
        let data = read_signed_data(list)?;
        if data.content_type != oid::MASTER_LIST {
            return Err(MasterListProblem::ContentType);
        }
        let mut anchors = Anchors::default();
        anchors.add(Certificate::new(anchor)?, None);
        let certificates = readable(&data);
        let mut problem = MasterListProblem::NoSigner;
        for signer in &data.signers {
            for certificate in certificates.iter().filter(|certificate| signer.is(certificate)) {
                if let Err(found) = signer.verify(&data, certificate, false) {
                    problem = MasterListProblem::Signature(found);
                    continue;
                }
                let chain: Chain<'_, '_> =
                    anchors.judge(certificate, &certificates, &[], at, Purpose::MasterList);
                if chain.status == ChainStatus::Trusted {
                    return Ok(Self { content: data.content.into_owned() });
                }
                problem = MasterListProblem::Chain(chain.status.name());
            }
        }
        Err(problem)
    }

    /// The certificates, one that cannot be read as its error.
    ///
    /// # Errors
    /// As the bytes have it.
    pub fn certificates(&self) -> Result<Vec<Result<Certificate<'_>, TlvError>>, TlvError> {
        entries(&self.content)
    }
}

/// `CscaMasterList ::= SEQUENCE { version INTEGER, certList SET OF Certificate }`, nothing of it checked.
pub(super) fn entries(content: &[u8]) -> Result<Vec<Result<Certificate<'_>, TlvError>>, TlvError> {
    let mut parts = Element::first(content, Rules::Ber)?.expect(tag::SEQUENCE)?.children();
    parts.expect(tag::INTEGER)?;
    let mut set = parts.expect(tag::SET)?.children();
    let mut certificates = Vec::new();
    while !set.is_empty() {
        certificates.push(Certificate::from_element(&set.read()?));
    }
    Ok(certificates)
}

fn readable<'a>(data: &SignedData<'a>) -> Vec<Certificate<'a>> {
    data.certificates.iter().filter_map(|element| Certificate::from_element(element).ok()).collect()
}
