//! What the caller's revocation lists say of the certificates on the paths.

use std::collections::{BTreeMap, BTreeSet};

use super::grounds::Grounds;
use super::search::{Edge, Path};
use crate::chip::revocation::RevocationStatus;
use crate::chip::tlv::TlvError;

/// What is known of every certificate, over all paths: a list that one path cannot use speaks through another one,
/// for the key that signed both the certificate and the list is the same.
pub(super) struct Revocations<'t, 'a> {
    grounds: Grounds<'t>,
    revoked: BTreeSet<&'a [u8]>,
    /// Certificate and issuer to what the lists say.
    statuses: BTreeMap<(&'a [u8], &'a [u8]), RevocationStatus>,
    /// List and key to whether the one signed the other.
    signed: BTreeMap<(usize, &'a [u8]), bool>,
    /// A list of an issuer was there, and its key did not sign it.
    pub(super) are_unusable: bool,
    /// A list was there that cannot say that a certificate is good.
    pub(super) are_partial: bool,
}

impl<'t, 'a> Revocations<'t, 'a> {
    pub(super) fn new(grounds: Grounds<'t>) -> Self {
        Self {
            grounds,
            revoked: BTreeSet::new(),
            statuses: BTreeMap::new(),
            signed: BTreeMap::new(),
            are_unusable: false,
            are_partial: false,
        }
    }

    /// Looks every certificate of the path up.
    pub(super) fn look_up(&mut self, path: &Path<'_, '_, 'a>) -> Result<(), TlvError> {
        for edge in path.edges() {
            let place = (edge.certificate.raw, edge.issuer.raw);
            if self.statuses.contains_key(&place) {
                continue;
            }
            let status = self.status(&edge)?;
            if status == RevocationStatus::Revoked {
                self.revoked.insert(edge.certificate.raw);
            }
            self.statuses.insert(place, status);
        }
        Ok(())
    }

    /// The worst that is known of the path.
    pub(super) fn of(&self, path: &Path<'_, '_, 'a>) -> RevocationStatus {
        let statuses = path.edges().map(|edge| {
            let place = (edge.certificate.raw, edge.issuer.raw);
            let is_revoked = self.revoked.contains(&edge.certificate.raw);
            let known = self.statuses.get(&place).copied().unwrap_or(RevocationStatus::Unknown);
            if is_revoked { RevocationStatus::Revoked } else { known }
        });
        let statuses: Vec<_> = statuses.collect();
        if statuses.contains(&RevocationStatus::Revoked) {
            RevocationStatus::Revoked
        } else if statuses.contains(&RevocationStatus::Stale) {
            RevocationStatus::Stale
        } else {
            statuses.into_iter().min().unwrap_or(RevocationStatus::Unknown)
        }
    }

    fn status(&mut self, edge: &Edge<'_, 'a>) -> Result<RevocationStatus, TlvError> {
        let (lists, at, budget) = (self.grounds.lists, self.grounds.at, self.grounds.budget);
        let mut found = RevocationStatus::Unknown;
        for (index, list) in lists.iter().enumerate() {
            budget.spend(1)?;
            if !list.issuer.matches(&edge.issuer.subject) {
                continue;
            }
            let place = (index, edge.issuer.key_raw());
            let is_signed = match self.signed.get(&place) {
                Some(is_signed) => *is_signed,
                None => {
                    budget.spend(list.cost(edge.key))?;
                    let is_signed = list.is_signed_by(edge.key) == Ok(true);
                    self.signed.insert(place, is_signed);
                    is_signed
                }
            };
            if !is_signed {
                self.are_unusable = true;
                continue;
            }
            let may_sign = edge.issuer.extensions.usage.is_none_or(|usage| usage.revocation_lists);
            let status = list.status(edge.certificate, at);
            // The issuer's key did sign that the certificate is revoked, whatever the key is said to be for.
            if status == RevocationStatus::Revoked {
                return Ok(status);
            }
            self.are_partial |= list.is_partial;
            self.are_unusable |= !may_sign;
            // The best of several: an old list beside a new one says nothing.
            if may_sign {
                found = found.max(status);
            }
        }
        Ok(found)
    }
}
