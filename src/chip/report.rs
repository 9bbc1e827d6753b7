//! The contract's `ChipReading`, and what people see of a certificate before they trust it.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::certificate::Certificate;
use super::cms::read_signed_data;
use super::lds::Picture;
use super::master_list::entries;
use super::oid;
use super::passive::{Passive, SignatureStatus, Signer};
use super::reading::{ChipReading, Group, Step};
use super::revocation::RevocationList;
use crate::reading::Reading;

/// The contract's `ChipReading`: what is said of a [`ChipReading`], with the portrait's bytes.
#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChipReport<'a> {
    #[serde(flatten)]
    reading: &'a Reading,
    signature: Signature<'a>,
    chain: Chain<'a>,
    data_groups: &'a [Group],
    clone: Clone<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    portrait: Option<Portrait<'a>>,
    /// Every check, for an engineer.
    trail: &'a [Step],
}

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Signature<'a> {
    status: &'static str,
    deviations: &'a [&'static str],
    #[serde(skip_serializing_if = "Option::is_none")]
    algorithm: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    claimed_signing_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    signer: Option<&'a Signer>,
}

#[derive(serde::Serialize)]
struct Chain<'a> {
    status: &'static str,
    revocation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    anchor: Option<Anchor<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
}

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Anchor<'a> {
    #[serde(flatten)]
    certificate: &'a Signer,
    /// The index of the master list that it came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    master_list: Option<usize>,
}

#[derive(serde::Serialize)]
struct Clone<'a> {
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    method: Option<&'static str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    detail: &'a str,
}

#[derive(serde::Serialize)]
struct Portrait<'a> {
    #[serde(flatten)]
    picture: Picture,
    #[serde(with = "serde_bytes")]
    bytes: &'a [u8],
}

impl ChipReading {
    /// What the contract says of the reading; `dg2` is the file in which the portrait stands.
    pub fn report<'a>(&'a self, dg2: Option<&'a [u8]>) -> ChipReport<'a> {
        let portrait = self.portrait.and_then(|place| {
            let end = place.offset.checked_add(place.length)?;
            Some(Portrait { picture: place.picture, bytes: dg2?.get(place.offset..end)? })
        });
        ChipReport {
            reading: &self.reading,
            signature: Signature::of(&self.passive),
            chain: Chain::of(&self.passive),
            data_groups: &self.groups,
            clone: Clone {
                status: self.clone.status.name(),
                method: self.clone.method.map(|method| method.name()),
                detail: &self.clone.detail,
            },
            portrait,
            trail: &self.trail,
        }
    }
}

impl<'a> Signature<'a> {
    fn of(passive: &'a Passive) -> Self {
        Self {
            status: passive.signature.name(),
            deviations: &passive.deviations,
            algorithm: passive.algorithm.as_deref(),
            detail: passive.problem.as_ref().map(|problem| problem.describe()),
            claimed_signing_time: passive.signing_time.map(|time| time.to_string()),
            signer: passive.signer.as_ref().filter(|_| passive.signature == SignatureStatus::Valid),
        }
    }
}

impl<'a> Chain<'a> {
    fn of(passive: &'a Passive) -> Self {
        let chain = &passive.chain;
        let anchor = |certificate| Anchor { certificate, master_list: chain.master_list };
        Self {
            status: chain.status.name(),
            revocation: chain.revocation.name(),
            anchor: chain.anchor.as_ref().map(anchor),
            detail: chain.reason.as_ref().map(|reason| reason.describe()),
        }
    }
}

impl Serialize for Group {
    /// `{ name, status }`
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_struct("Group", 2)?;
        members.serialize_field("name", &format!("DG{}", self.number))?;
        members.serialize_field("status", self.status.name())?;
        members.end()
    }
}

impl Serialize for Signer {
    /// `{ subject, issuer, validFrom, validTo, fingerprint, country? }`
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_struct("Signer", 6)?;
        members.serialize_field("subject", &self.subject)?;
        members.serialize_field("issuer", &self.issuer)?;
        members.serialize_field("validFrom", &self.validity.from.to_string())?;
        members.serialize_field("validTo", &self.validity.to.to_string())?;
        members.serialize_field("fingerprint", &self.fingerprint)?;
        if let Some(country) = &self.country {
            members.serialize_field("country", country)?;
        }
        members.end()
    }
}

/// What a file is that somebody wants to trust.
#[derive(Debug, serde::Serialize)]
pub struct TrustFile {
    /// `certificate`, `masterList`, `revocationList` or `unknown`.
    pub kind: &'static str,
    /// One, or those of a list.
    pub certificates: Vec<Signer>,
    /// Certificates of a list that cannot be read.
    pub unreadable: usize,
    /// Of a revocation list.
    #[serde(flatten)]
    pub revocation: Option<RevocationDates>,
}

/// Whose a revocation list is, and for when.
#[derive(Debug, serde::Serialize)]
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
    let file =
        |kind, certificates, unreadable| TrustFile { kind, certificates, unreadable, revocation: None };
    if let Ok(certificate) = Certificate::new(bytes) {
        return file("certificate", vec![Signer::of(&certificate)], 0);
    }
    if let Ok(list) = RevocationList::new(bytes) {
        let revocation = RevocationDates {
            issuer: list.issuer.describe(),
            this_update: list.this_update.to_string(),
            next_update: list.next_update.map(|time| time.to_string()),
        };
        return TrustFile { revocation: Some(revocation), ..file("revocationList", Vec::new(), 0) };
    }
    if let Ok(data) = read_signed_data(bytes)
        && data.content_type == oid::MASTER_LIST
        && let Ok(certificates) = entries(&data.content)
    {
        let unreadable = certificates.iter().filter(|certificate| certificate.is_err()).count();
        return file("masterList", certificates.iter().flatten().map(Signer::of).collect(), unreadable);
    }
    file("unknown", Vec::new(), 0)
}
