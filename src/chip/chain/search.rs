//! The search for a path, depth first.

use super::anchors::{Anchor, Anchors};
use super::limits::CHAIN_LIMITS;
use super::purpose::Purpose;
use super::verdict::{Chain, ChainReason, ChainStatus};
use crate::chip::certificate::Certificate;
use crate::chip::key::PublicKey;
use crate::chip::oid;
use crate::chip::revocation::{RevocationList, RevocationStatus};
use crate::chip::scheme::SchemeError;
use crate::chip::time::Moment;

/// The search for a path from a signer to an anchor, within a budget of signatures.
pub(super) struct Search<'c, 's, 'a> {
    pub(super) anchors: &'c Anchors<'a>,
    pub(super) embedded: &'s [Certificate<'a>],
    pub(super) lists: &'s [RevocationList<'s>],
    pub(super) at: Moment,
    pub(super) signatures: u32,
    pub(super) best: Option<Chain<'c, 'a>>,
    pub(super) failure: Option<ChainReason>,
    pub(super) unusable_lists: bool,
}

impl<'c, 's, 'a> Search<'c, 's, 'a> {
    /// Depth first, at most [`CHAIN_LIMITS`]`.intermediates` deep. `path` begins with the signer.
    pub(super) fn extend<'p>(&mut self, path: &mut Vec<&'p Certificate<'a>>, purpose: Purpose)
    where
        's: 'p,
    {
        let Some(last) = path.last().copied() else { return };
        let anchors = self.anchors;
        // Those whose key identifier agrees come first; then every one of this name is tried.
        for by_key in [true, false] {
            for anchor in &anchors.certificates {
                let certificate = &anchor.certificate;
                let is_candidate = match by_key {
                    true => last.names_as_issuer(certificate),
                    false => last.issuer.matches(&certificate.subject) && !last.names_as_issuer(certificate),
                };
                // An anchor that is the signer itself has issued nothing.
                if is_candidate
                    && certificate.raw != last.raw
                    && let Some(key) = self.key_that_signed(last, certificate, by_key)
                {
                    self.conclude(path, anchor, &key, purpose);
                }
            }
        }
        let is_best = self.best.as_ref().is_some_and(|best| best.status == ChainStatus::Trusted);
        let depth = u32::try_from(path.len()).unwrap_or(u32::MAX);
        if is_best || depth > CHAIN_LIMITS.intermediates {
            return;
        }
        for issuer in self.embedded {
            let is_new = path.iter().all(|one| one.raw != issuer.raw);
            if is_new
                && last.names_as_issuer(issuer)
                && !is_root(issuer)
                && self.key_that_signed(last, issuer, false).is_some()
            {
                path.push(issuer);
                self.extend(path, purpose);
                path.pop();
            }
        }
    }

    /// The issuer's key, if it made the signature. Otherwise the reason is kept: of an issuer that is named
    /// by name and key a wrong signature is a forgery, of a namesake it says nothing.
    fn key_that_signed(
        &mut self,
        certificate: &Certificate<'a>,
        issuer: &Certificate<'a>,
        by_key: bool,
    ) -> Option<PublicKey> {
        self.signatures = self.signatures.checked_sub(1)?;
        let is_named = by_key
            && certificate
                .extensions
                .authority_key
                .is_some_and(|wanted| issuer.extensions.subject_key == Some(wanted));
        let key = match issuer.key() {
            Ok(key) => key,
            Err(error) => {
                self.keep(ChainReason::Unsupported(format!("key of the issuer ({})", error.describe())));
                return None;
            }
        };
        match certificate.is_signed_by(&key) {
            Ok(true) => return Some(key),
            Ok(false) if is_named => self.keep(ChainReason::Signature),
            Ok(false) => {}
            Err(SchemeError::Encoding(error)) => self.keep(ChainReason::Malformed(error)),
            Err(SchemeError::Unsupported(what)) => self.keep(ChainReason::Unsupported(what)),
        }
        None
    }

    fn keep(&mut self, reason: ChainReason) {
        let is_worse = match &self.failure {
            None | Some(ChainReason::Unsupported(_)) => true,
            Some(_) => false,
        };
        if is_worse {
            self.failure = Some(reason);
        }
    }

    /// All signatures from the signer to the anchor hold: the rules now decide.
    fn conclude(
        &mut self,
        path: &[&Certificate<'a>],
        anchor: &'c Anchor<'a>,
        anchor_key: &PublicKey,
        purpose: Purpose,
    ) {
        let all = || path.iter().copied().chain([&anchor.certificate]);
        let revocation = self.revocation(path, &anchor.certificate, anchor_key);
        let reason = broken_rule(path, &anchor.certificate, purpose);
        let status = if revocation == RevocationStatus::Revoked {
            ChainStatus::Revoked
        } else if reason.is_some() {
            ChainStatus::Invalid
        } else if all().any(|one| one.validity.is_over(self.at)) {
            ChainStatus::Expired
        } else if all().any(|one| one.validity.is_to_come(self.at)) {
            ChainStatus::NotYetValid
        } else {
            ChainStatus::Trusted
        };
        let is_better = self.best.as_ref().is_none_or(|best| rank(status) > rank(best.status));
        if is_better {
            let unusable_lists = false;
            self.best = Some(Chain { status, reason, anchor: Some(anchor), revocation, unusable_lists });
        }
    }

    /// The worst that the lists say of the path; a list counts when the issuer's key signed it.
    fn revocation(
        &mut self,
        path: &[&Certificate<'a>],
        anchor: &Certificate<'a>,
        anchor_key: &PublicKey,
    ) -> RevocationStatus {
        let mut found = RevocationStatus::Good;
        let mut unknown = path.is_empty();
        for (i, certificate) in path.iter().enumerate() {
            let next = path.get(i.saturating_add(1)).copied();
            let (issuer, key) = match next {
                Some(issuer) => (issuer, issuer.key().ok()),
                None => (anchor, Some(anchor_key.clone())),
            };
            let status = self.status_by(certificate, issuer, key.as_ref());
            unknown |= status == RevocationStatus::Unknown;
            found = match (found, status) {
                (RevocationStatus::Revoked, _) | (_, RevocationStatus::Revoked) => RevocationStatus::Revoked,
                (RevocationStatus::Stale, _) | (_, RevocationStatus::Stale) => RevocationStatus::Stale,
                _ => RevocationStatus::Good,
            };
        }
        if unknown && found == RevocationStatus::Good { RevocationStatus::Unknown } else { found }
    }

    fn status_by(
        &mut self,
        certificate: &Certificate<'a>,
        issuer: &Certificate<'a>,
        key: Option<&PublicKey>,
    ) -> RevocationStatus {
        let mut statuses = Vec::new();
        for list in self.lists {
            if !list.issuer.matches(&issuer.subject) {
                continue;
            }
            let may_sign = issuer.extensions.usage.is_none_or(|usage| usage.revocation_lists);
            let budget = self.signatures.checked_sub(1);
            self.signatures = budget.unwrap_or(0);
            let is_signed = budget.is_some() && key.is_some_and(|key| list.is_signed_by(key) == Ok(true));
            if may_sign && is_signed && !list.unknown_critical {
                statuses.push(list.status(certificate, self.at));
            } else {
                self.unusable_lists = true;
            }
        }
        // Revoked by any list; else the best of them, for an old list beside a new one says nothing.
        if statuses.contains(&RevocationStatus::Revoked) {
            RevocationStatus::Revoked
        } else {
            statuses.into_iter().max().unwrap_or(RevocationStatus::Unknown)
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

/// RFC 5280 §6.1.3 to §6.1.5, as far as it is about the certificates themselves.
fn broken_rule(path: &[&Certificate<'_>], anchor: &Certificate<'_>, purpose: Purpose) -> Option<ChainReason> {
    let unknown = path.iter().chain([&anchor]).find_map(|one| one.extensions.unknown_critical);
    if let Some(oid) = unknown {
        return Some(ChainReason::CriticalExtension(oid::dotted(oid)));
    }
    let (signer, intermediates) = path.split_first()?;
    if signer.extensions.usage.is_some_and(|usage| !usage.digital_signature) {
        return Some(ChainReason::SignerUsage);
    }
    let purposes = signer.extensions.purposes.as_deref();
    let has = |wanted: &[u8]| purposes.is_some_and(|purposes| purposes.contains(&wanted));
    let fits = match purpose {
        Purpose::MasterList => has(oid::MASTER_LIST_SIGNING),
        Purpose::Document => {
            // Doc 9303 part 12 gives document signers none; one for something else is for something else.
            !has(oid::MASTER_LIST_SIGNING)
                && (!signer.extensions.purposes_are_critical || has(oid::ANY_EXTENDED_KEY_USAGE))
        }
    };
    if !fits {
        return Some(ChainReason::Purpose);
    }
    let mut below = 0u32;
    for authority in intermediates {
        if !authority.may_issue(below, false) {
            return Some(ChainReason::NotAnAuthority);
        }
        // Self-issued certificates do not count (RFC 5280 §6.1.4 (l)).
        if !authority.is_self_issued() {
            below = below.saturating_add(1);
        }
    }
    if anchor.may_issue(below, true) { None } else { Some(ChainReason::NotAnAuthority) }
}

/// Among paths whose signatures hold, the one that goes furthest counts.
fn rank(status: ChainStatus) -> u8 {
    match status {
        ChainStatus::Trusted => 5,
        ChainStatus::Expired => 4,
        ChainStatus::NotYetValid => 3,
        ChainStatus::Revoked => 2,
        ChainStatus::CountryMismatch => 1,
        ChainStatus::Invalid | ChainStatus::UnknownIssuer => 0,
    }
}
