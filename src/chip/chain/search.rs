//! The search for the paths from a signer to anchors, depth first.

use std::collections::BTreeSet;

use super::anchors::{Anchor, Anchors};
use super::limits::CHAIN_LIMITS;
use super::verdict::ChainReason;
use crate::chip::budget::Budget;
use crate::chip::certificate::Certificate;
use crate::chip::key::{KeyError, PublicKey};
use crate::chip::scheme::SchemeError;
use crate::chip::tlv::TlvError;

/// A path on which all signatures hold.
pub(super) struct Path<'c, 's, 'a> {
    /// From the signer on, without the anchor.
    pub(super) certificates: Vec<&'s Certificate<'a>>,
    /// The key that signed each of them.
    keys: Vec<PublicKey>,
    pub(super) anchor: &'c Anchor<'a>,
}

/// A certificate, the one above it, and the key of that one, which signed it.
pub(super) struct Edge<'p, 'a> {
    pub(super) certificate: &'p Certificate<'a>,
    pub(super) issuer: &'p Certificate<'a>,
    pub(super) key: &'p PublicKey,
}

impl<'a> Path<'_, '_, 'a> {
    /// From the signer up to the anchor.
    pub(super) fn edges(&self) -> impl Iterator<Item = Edge<'_, 'a>> {
        let above = self.certificates.iter().copied().skip(1).chain([&self.anchor.certificate]);
        self.certificates
            .iter()
            .copied()
            .zip(above)
            .zip(&self.keys)
            .map(|((certificate, issuer), key)| Edge { certificate, issuer, key })
    }
}

/// The search for all paths. A certificate has one signature, so one key made it: that key is looked for, and every
/// certificate of the issuer's name that holds it is a way on.
pub(super) struct Search<'c, 's, 'a> {
    anchors: &'c Anchors<'a>,
    embedded: &'s [Certificate<'a>],
    budget: &'s Budget,
    pub(super) paths: Vec<Path<'c, 's, 'a>>,
    pub(super) failure: Option<ChainReason>,
    /// By certificate.
    issuers: Vec<(&'a [u8], Option<Issuers<'c, 's, 'a>>)>,
}

/// Who may have issued a certificate: those that hold the key that signed it.
#[derive(Clone)]
struct Issuers<'c, 's, 'a> {
    key: PublicKey,
    anchors: Vec<&'c Anchor<'a>>,
    embedded: Vec<&'s Certificate<'a>>,
}

impl<'c, 's, 'a> Search<'c, 's, 'a> {
    pub(super) fn new(anchors: &'c Anchors<'a>, embedded: &'s [Certificate<'a>], budget: &'s Budget) -> Self {
        Self { anchors, embedded, budget, paths: Vec::new(), failure: None, issuers: Vec::new() }
    }

    /// Depth first, at most [`CHAIN_LIMITS`]`.intermediates` deep. `path` begins with the signer; `keys` signed all
    /// of it but the last.
    pub(super) fn extend(
        &mut self,
        path: &mut Vec<&'s Certificate<'a>>,
        keys: &mut Vec<PublicKey>,
    ) -> Result<(), TlvError> {
        let Some(last) = path.last().copied() else { return Ok(()) };
        self.budget.spend(STEP)?;
        let Some(issuers) = self.issuers(last)? else { return Ok(()) };
        keys.push(issuers.key);
        for anchor in issuers.anchors {
            self.budget.spend(STEP)?;
            self.paths.push(Path { certificates: path.clone(), keys: keys.clone(), anchor });
        }
        let depth = u32::try_from(path.len()).unwrap_or(u32::MAX);
        if depth <= CHAIN_LIMITS.intermediates {
            for issuer in issuers.embedded {
                if path.iter().all(|one| one.raw != issuer.raw) {
                    path.push(issuer);
                    self.extend(path, keys)?;
                    path.pop();
                }
            }
        }
        keys.pop();
        Ok(())
    }

    /// Looked for once for each certificate.
    fn issuers(&mut self, certificate: &Certificate<'a>) -> Result<Option<Issuers<'c, 's, 'a>>, TlvError> {
        if let Some((_, known)) = self.issuers.iter().find(|(raw, _)| *raw == certificate.raw) {
            return Ok(known.clone());
        }
        let found = self.find_issuers(certificate)?;
        self.issuers.push((certificate.raw, found.clone()));
        Ok(found)
    }

    fn find_issuers(
        &mut self,
        certificate: &Certificate<'a>,
    ) -> Result<Option<Issuers<'c, 's, 'a>>, TlvError> {
        // An anchor that is the signer itself has issued nothing.
        let anchors: Vec<_> = self
            .anchors
            .named(&certificate.issuer)
            .filter(|anchor| anchor.certificate.raw != certificate.raw)
            .collect();
        let embedded: Vec<_> = self
            .embedded
            .iter()
            .filter(|issuer| certificate.names_as_issuer(issuer) && !is_root(issuer))
            .collect();
        let Some((key, octets)) = self.key_that_signed(certificate, &anchors, &embedded)? else {
            return Ok(None);
        };
        let mut issuers = Issuers { key, anchors: Vec::new(), embedded: Vec::new() };
        for anchor in anchors {
            if self.holds(&anchor.certificate, &issuers.key, octets)? {
                issuers.anchors.push(anchor);
            }
        }
        for issuer in embedded {
            if self.holds(issuer, &issuers.key, octets)? {
                issuers.embedded.push(issuer);
            }
        }
        Ok(Some(issuers))
    }

    /// The key that made the signature, with the octets in which it stands. Those whose key identifier agrees come
    /// first; then every one of this name is tried, each key once.
    fn key_that_signed(
        &mut self,
        certificate: &Certificate<'a>,
        anchors: &[&'c Anchor<'a>],
        embedded: &[&'s Certificate<'a>],
    ) -> Result<Option<(PublicKey, &'a [u8])>, TlvError> {
        let wanted = certificate.extensions.authority_key;
        let mut tried = BTreeSet::new();
        let anchors = || anchors.iter().map(|anchor| (&anchor.certificate, true));
        let agrees = |issuer: &Certificate<'_>| certificate.names_as_issuer(issuer);
        let first = anchors().filter(|(issuer, _)| agrees(issuer));
        let rest = anchors().filter(|(issuer, _)| !agrees(issuer));
        let all = first.chain(embedded.iter().map(|issuer| (*issuer, false))).chain(rest);
        for (issuer, is_anchor) in all {
            self.budget.spend(1)?;
            if !tried.insert(issuer.key_raw()) {
                continue;
            }
            let is_named = is_anchor && wanted.is_some() && issuer.extensions.subject_key == wanted;
            if let Some(key) = self.try_key(certificate, issuer, is_named)? {
                let octets = issuer.key_use().map_or(&[][..], |key| key.octets);
                return Ok(Some((key, octets)));
            }
        }
        Ok(None)
    }

    /// The issuer's key, if it made the signature. Otherwise the reason is kept: of an issuer that is named by name
    /// and key a wrong signature is a forgery, of a namesake it says nothing.
    fn try_key(
        &mut self,
        certificate: &Certificate<'a>,
        issuer: &Certificate<'a>,
        is_named: bool,
    ) -> Result<Option<PublicKey>, TlvError> {
        let key = match issuer.key_within(self.budget) {
            Ok(key) => key,
            Err(KeyError::Encoding(error)) if error.fault.is_limit() => return Err(error),
            Err(error) => {
                self.keep(ChainReason::Unsupported(format!("key of the issuer ({})", error.describe())));
                return Ok(None);
            }
        };
        match certificate.is_signed_within(&key, self.budget) {
            Ok(true) if key.may_sign() => return Ok(Some(key)),
            Ok(true) => self.keep(ChainReason::ShortKey),
            Ok(false) if is_named => self.keep(ChainReason::Signature),
            Ok(false) => {}
            Err(SchemeError::Encoding(error)) if error.fault.is_limit() => return Err(error),
            Err(SchemeError::Encoding(error)) => self.keep(ChainReason::Malformed(error)),
            Err(SchemeError::Unsupported(what)) => self.keep(ChainReason::Unsupported(what)),
        }
        Ok(None)
    }

    /// The certificate holds this key, however its parameters are written.
    fn holds(&self, certificate: &Certificate<'_>, key: &PublicKey, octets: &[u8]) -> Result<bool, TlvError> {
        self.budget.spend(1)?;
        if certificate.key_use().is_ok_and(|own| own.octets != octets) {
            return Ok(false);
        }
        match certificate.key_within(self.budget) {
            Ok(own) => Ok(own == *key),
            Err(KeyError::Encoding(error)) if error.fault.is_limit() => Err(error),
            Err(_) => Ok(false),
        }
    }

    fn keep(&mut self, reason: ChainReason) {
        let is_worse = match &self.failure {
            None | Some(ChainReason::Unsupported(_)) => true,
            Some(ChainReason::ShortKey) => !matches!(reason, ChainReason::Unsupported(_)),
            Some(_) => false,
        };
        if is_worse {
            self.failure = Some(reason);
        }
    }
}

/// Signed with its own key: as an intermediate it leads nowhere. A link certificate names itself, too, but
/// another key.
fn is_root(certificate: &Certificate<'_>) -> bool {
    let extensions = &certificate.extensions;
    certificate.is_self_issued()
        && extensions.authority_key.is_some()
        && extensions.authority_key == extensions.subject_key
}

/// A certificate more on a path, with its copies.
const STEP: u64 = 5;
