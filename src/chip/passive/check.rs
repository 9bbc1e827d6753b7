//! The check of EF.SOD.

use super::chain_report::ChainReport;
use super::signer::Signer;
use super::status::{PassiveProblem, SignatureStatus};
use crate::chip::certificate::Certificate;
use crate::chip::chain::{Anchors, ChainStatus, Purpose};
use crate::chip::cms::{SignatureProblem, SignedData, SignerInfo, Verified};
use crate::chip::crypto::Hash;
use crate::chip::oid;
use crate::chip::revocation::RevocationList;
use crate::chip::scheme::SchemeError;
use crate::chip::security_object::{SecurityObject, accepted_content_type};
use crate::chip::time::{Instant, Moment};
use crate::chip::tlv::{Element, Fault, Rules, TlvError, tag};

/// What EF.SOD proves, and what not.
#[derive(Debug)]
pub struct Passive {
    /// The contract's `signature.status`.
    pub signature: SignatureStatus,
    /// E.g. `ECDSA SHA-512 brainpoolP512r1`.
    pub algorithm: Option<String>,
    /// What was accepted although it is not as it should be.
    pub deviations: Vec<&'static str>,
    /// Why the signature is not valid.
    pub problem: Option<PassiveProblem>,
    /// When the signer says that it signed.
    pub signing_time: Option<Instant>,
    /// Which of several signers was taken, from 1; 0 when there is one.
    pub signer_of_several: usize,
    /// Who signed; without a valid signature, whose chain was judged.
    pub signer: Option<Signer>,
    /// The chain.
    pub chain: ChainReport,
    /// The hashes, when they could be read.
    pub hashes: Option<Hashes>,
}

/// What the signed content says of the data groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hashes {
    /// Of all of them.
    pub hash: Hash,
    /// Number and hash of each.
    pub groups: Vec<(u32, Vec<u8>)>,
}

impl Passive {
    /// Checks EF.SOD (`None`: there is none).
    pub fn check(
        sod: Option<&[u8]>,
        anchors: &Anchors<'_>,
        lists: &[RevocationList<'_>],
        at: Moment,
        report_curve: bool,
    ) -> Self {
        let Some(sod) = sod else { return Self::without_signature(SignatureStatus::Absent, None) };
        let data = match read_sod(sod) {
            Ok(data) => data,
            Err(error) => {
                let problem = PassiveProblem::Encoding(error);
                return Self::without_signature(SignatureStatus::Invalid, Some(problem));
            }
        };
        // A bound that is hit is said, for the signer's certificate may stand behind it.
        if let Some(certificate) = data.certificates.get(MAX_EMBEDDED) {
            let problem = PassiveProblem::Encoding(certificate.error(Fault::TooMany));
            return Self::without_signature(SignatureStatus::Invalid, Some(problem));
        }
        let certificates: Vec<_> =
            data.certificates.iter().filter_map(|element| Certificate::from_element(element).ok()).collect();
        let judge = |certificate: &Certificate<'_>| {
            let chain = anchors.judge(certificate, &certificates, lists, at, Purpose::Document);
            ChainReport::new(&chain)
        };
        let mut passive = check_signers(&data, &certificates, judge, report_curve);
        passive.take_content(&data);
        passive
    }

    fn without_signature(signature: SignatureStatus, problem: Option<PassiveProblem>) -> Self {
        Self {
            signature,
            algorithm: None,
            deviations: Vec::new(),
            problem,
            signing_time: None,
            signer_of_several: 0,
            signer: None,
            chain: ChainReport::unknown(),
            hashes: None,
        }
    }

    /// Reads the security object. Its type must be one that is accepted, however good the signature; the
    /// hashes are shown all the same.
    fn take_content(&mut self, data: &SignedData<'_>) {
        let accepted = accepted_content_type(data.content_type);
        match SecurityObject::new(&data.content) {
            Ok(object) => {
                let groups = object.groups.into_iter().map(|(number, hash)| (number, hash.into_owned()));
                self.hashes = Some(Hashes { hash: object.hash, groups: groups.collect() });
            }
            // Of content of another type nothing is expected.
            Err(_) if accepted.is_none() => {}
            Err(SchemeError::Encoding(error)) => self.fail(PassiveProblem::Content(error.to_string())),
            Err(SchemeError::Unsupported(what)) => {
                if self.signature == SignatureStatus::Valid {
                    self.signature = SignatureStatus::Unsupported;
                    self.problem = Some(PassiveProblem::Content(format!("hash function {what}")));
                }
            }
        }
        match accepted {
            None => self.fail(PassiveProblem::ContentType(oid::dotted(data.content_type))),
            Some(deviation) if self.signature == SignatureStatus::Valid => self.deviations.extend(deviation),
            Some(_) => {}
        }
    }

    fn fail(&mut self, problem: PassiveProblem) {
        self.signature = SignatureStatus::Invalid;
        self.problem = Some(problem);
        self.deviations.clear();
    }
}

/// Tries every signer and takes the one that goes furthest.
fn check_signers(
    data: &SignedData<'_>,
    certificates: &[Certificate<'_>],
    judge: impl Fn(&Certificate<'_>) -> ChainReport,
    report_curve: bool,
) -> Passive {
    let mut best: Option<Passive> = None;
    for (index, signer) in data.signers.iter().enumerate() {
        let (named, fallback) = select(signer, certificates);
        for certificate in named {
            let outcome = signer.verify(data, certificate, report_curve);
            let mut passive = from_outcome(outcome, certificate, judge(certificate), fallback);
            if data.signers.len() > 1 {
                passive.signer_of_several = index.saturating_add(1);
            }
            if best.as_ref().is_none_or(|best| rank(&passive) > rank(best)) {
                best = Some(passive);
            }
        }
    }
    best.unwrap_or_else(|| {
        // Nobody signed with a certificate that is here. The chain of what is here is shown all the same.
        let mut passive =
            Passive::without_signature(SignatureStatus::Invalid, Some(PassiveProblem::NoSigner));
        if let Some(certificate) = certificates.first() {
            passive.chain = judge(certificate);
            passive.signer = Some(Signer::of(certificate));
        }
        passive
    })
}

/// The certificates that the signer names. When it names none and exactly one came along, that one is
/// tried, and the result says so.
fn select<'c, 'a>(
    signer: &SignerInfo<'a>,
    certificates: &'c [Certificate<'a>],
) -> (Vec<&'c Certificate<'a>>, bool) {
    let named: Vec<_> =
        certificates.iter().filter(|certificate| signer.is(certificate)).take(MAX_NAMED).collect();
    match (named.is_empty(), certificates) {
        (true, [only]) => (vec![only], true),
        _ => (named, false),
    }
}

fn from_outcome(
    outcome: Result<Verified, SignatureProblem>,
    certificate: &Certificate<'_>,
    chain: ChainReport,
    fallback: bool,
) -> Passive {
    let mut passive = match outcome {
        Ok(verified) => {
            let mut passive = Passive::without_signature(SignatureStatus::Valid, None);
            passive.algorithm = Some(verified.algorithm);
            passive.deviations = verified.deviations;
            passive.deviations.extend(fallback.then_some("fallbackSigner"));
            passive.signing_time = verified.signing_time;
            passive
        }
        Err(problem) => {
            let status = match problem {
                SignatureProblem::Unsupported(_) | SignatureProblem::ShortKey => SignatureStatus::Unsupported,
                _ => SignatureStatus::Invalid,
            };
            Passive::without_signature(status, Some(PassiveProblem::Signature(problem)))
        }
    };
    passive.signer = Some(Signer::of(certificate));
    passive.chain = chain;
    passive
}

/// `77 { ContentInfo }` (Doc 9303 part 10 §4.6.2), or the bare ContentInfo, as some readers hand it over.
/// What follows it in the file is padding.
fn read_sod(file: &[u8]) -> Result<SignedData<'_>, TlvError> {
    let element = Element::first(file, Rules::Ber)?;
    if element.tag == tag::SEQUENCE {
        return SignedData::from_element(&element);
    }
    SignedData::from_element(&element.expect(SOD)?.children().read()?)
}

/// A valid signature before one that could not be judged before a wrong one; then by the chain.
fn rank(passive: &Passive) -> (u8, u8) {
    let signature = match passive.signature {
        SignatureStatus::Valid => 2,
        SignatureStatus::Unsupported => 1,
        SignatureStatus::Invalid | SignatureStatus::Absent => 0,
    };
    let chain = match passive.chain.status {
        ChainStatus::Trusted => 3,
        status if status.leaves_intact() => 2,
        _ => 1,
    };
    (signature, chain)
}

/// The tag of EF.SOD.
const SOD: u32 = 0x77;
/// Certificates that came along and are looked at. One or two are usual.
const MAX_EMBEDDED: usize = 32;
/// Certificates of one name and serial number that are tried.
const MAX_NAMED: usize = 4;
