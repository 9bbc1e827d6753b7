//! What people see of a file before they trust it.

use super::budget::{Budget, hashing, octets_in};
use super::certificate::Certificate;
use super::cms::read_signed_data;
use super::master_list::entries;
use super::oid;
use super::passive::Signer;
use super::pem;
use super::revocation::RevocationList;
use super::tlv::{Element, Rules, TlvError};

/// What a file is that somebody wants to trust.
#[derive(Debug, serde::Serialize)]
pub struct TrustFile {
    /// `certificate`, `masterList`, `revocationList`, `unknown`; `bundle` when it holds things of several kinds.
    pub kind: &'static str,
    /// All of them: one, those of a list, those of a bundle.
    pub certificates: Vec<Signer>,
    /// Certificates of a list, and parts of a bundle, that cannot be read.
    pub unreadable: usize,
    /// The file is more than one call may cost; the rest of it was not looked at.
    pub limit: bool,
    /// Of the only revocation list.
    #[serde(flatten)]
    pub revocation: Option<RevocationDates>,
    /// Everything that the file holds, in its order.
    pub parts: Vec<TrustPart>,
}

/// One thing of a file.
#[derive(Debug, serde::Serialize)]
pub struct TrustPart {
    /// `certificate`, `masterList`, `revocationList` or `unknown`.
    pub kind: &'static str,
    /// How many certificates it holds.
    pub certificates: usize,
    /// Of a revocation list.
    #[serde(flatten)]
    pub revocation: Option<RevocationDates>,
    /// Its encoding; empty when a PEM block could not be decoded.
    #[serde(with = "serde_bytes")]
    pub der: Vec<u8>,
}

/// Whose a revocation list is, and for when.
#[derive(Clone, Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RevocationDates {
    /// Its issuer's name.
    pub issuer: String,
    /// When it was made.
    pub this_update: String,
    /// When the next one is due.
    pub next_update: Option<String>,
}

/// Describes a file, so that a page can show it before anybody trusts it. Nothing is checked.
pub fn describe_trust(bytes: &[u8]) -> TrustFile {
    let budget = Budget::default();
    let mut file = TrustFile {
        kind: "unknown",
        certificates: Vec::new(),
        unreadable: 0,
        limit: false,
        revocation: None,
        parts: Vec::new(),
    };
    if budget.spend(octets_in(bytes.len(), 64)).is_ok() {
        for item in pem::items(bytes) {
            let der = item.der.map(|der| der.into_owned()).unwrap_or_default();
            let Ok(described) = describe(&der, &budget) else { break };
            file.take(described, der);
        }
    }
    if file.parts.len() > 1 {
        let unknown = file.parts.iter().filter(|part| part.kind == "unknown").count();
        file.unreadable = file.unreadable.saturating_add(unknown);
    }
    file.limit = budget.is_spent();
    file
}

/// What is known of one thing.
struct Described {
    kind: &'static str,
    certificates: Vec<Signer>,
    unreadable: usize,
    revocation: Option<RevocationDates>,
}

impl TrustFile {
    fn take(&mut self, described: Described, der: Vec<u8>) {
        let Described { kind, certificates, unreadable, revocation } = described;
        self.kind = match self.parts.is_empty() {
            true => kind,
            // A tail that is nothing does not change what the rest is.
            false if kind == self.kind || kind == "unknown" => self.kind,
            false if self.kind == "unknown" => kind,
            false => "bundle",
        };
        self.unreadable = self.unreadable.saturating_add(unreadable);
        self.revocation = if self.parts.is_empty() { revocation.clone() } else { None };
        self.parts.push(TrustPart { kind, certificates: certificates.len(), revocation, der });
        self.certificates.extend(certificates);
    }
}

/// # Errors
/// [`Fault::Spent`](super::tlv::Fault::Spent) only.
fn describe(der: &[u8], budget: &Budget) -> Result<Described, TlvError> {
    let of = |kind, certificates, unreadable| Described { kind, certificates, unreadable, revocation: None };
    let paid = |error: TlvError| if budget.is_spent() { Err(error) } else { Ok(()) };
    match Element::only(der, Rules::Ber).and_then(|element| Certificate::within(&element, budget)) {
        Ok(certificate) => return Ok(of("certificate", vec![signer(&certificate, budget)?], 0)),
        Err(error) => paid(error)?,
    }
    match RevocationList::within(der, budget) {
        Ok(list) => {
            let revocation = RevocationDates {
                issuer: list.issuer.describe(),
                this_update: list.this_update.to_string(),
                next_update: list.next_update.map(|time| time.to_string()),
            };
            return Ok(Described { revocation: Some(revocation), ..of("revocationList", Vec::new(), 0) });
        }
        Err(error) => paid(error)?,
    }
    if let Ok(data) = read_signed_data(der)
        && data.content_type == oid::MASTER_LIST
    {
        match entries(&data.content, budget) {
            Ok(certificates) => {
                let unreadable = certificates.iter().filter(|certificate| certificate.is_err()).count();
                let signers = certificates.iter().flatten().map(|certificate| signer(certificate, budget));
                return Ok(of("masterList", signers.collect::<Result<_, _>>()?, unreadable));
            }
            Err(error) => paid(error)?,
        }
    }
    Ok(of("unknown", Vec::new(), 0))
}

fn signer(certificate: &Certificate<'_>, budget: &Budget) -> Result<Signer, TlvError> {
    budget.spend(hashing(certificate.raw.len()).saturating_add(NAMES))?;
    Ok(Signer::of(certificate))
}

/// Names, dates and fingerprint as text.
const NAMES: u64 = 10;
