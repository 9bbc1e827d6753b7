//! The verdict on the chain of a signer.

use super::anchors::Anchors;
use super::grounds::Grounds;
use super::purpose::Purpose;
use super::revoked::Revocations;
use super::rules::{broken_rule, weaknesses};
use super::search::{Path, Search};
use super::verdict::{Chain, ChainReason, ChainStatus};
use crate::chip::certificate::Certificate;
use crate::chip::revocation::RevocationStatus;
use crate::chip::time::Moment;
use crate::chip::tlv::TlvError;

impl<'a> Anchors<'a> {
    /// Judges the chain of a signer. `embedded` may stand between signer and anchor, and are never trusted.
    ///
    /// All paths are looked at before one is chosen. When the budget does not reach for that, the chain is
    /// [`ChainStatus::Invalid`]: what was not looked at might have said so.
    pub fn judge<'c>(
        &'c self,
        signer: &Certificate<'a>,
        embedded: &[Certificate<'a>],
        grounds: Grounds<'_>,
        purpose: Purpose,
    ) -> Chain<'c, 'a> {
        self.try_judge(signer, embedded, grounds, purpose).unwrap_or_else(|error| Chain {
            status: ChainStatus::Invalid,
            reason: Some(ChainReason::Malformed(error)),
            ..Chain::unknown()
        })
    }

    fn try_judge<'c>(
        &'c self,
        signer: &Certificate<'a>,
        embedded: &[Certificate<'a>],
        grounds: Grounds<'_>,
        purpose: Purpose,
    ) -> Result<Chain<'c, 'a>, TlvError> {
        let mut search = Search::new(self, embedded, grounds.budget);
        search.extend(&mut vec![signer], &mut Vec::new())?;
        let mut revocations = Revocations::new(grounds);
        for path in &search.paths {
            grounds.budget.spend(VERDICT)?;
            revocations.look_up(path)?;
        }
        let mut best: Option<Chain<'c, 'a>> = None;
        for path in &search.paths {
            let chain = verdict(path, &revocations, grounds.at, purpose);
            if best.as_ref().is_none_or(|best| rank(chain.status) > rank(best.status)) {
                best = Some(chain);
            }
        }
        let mut chain = best.unwrap_or_else(Chain::unknown);
        if let (None, Some(reason)) = (chain.anchor, search.failure) {
            // What cannot be judged stays unknown; what is judged wrong is wrong.
            if !matches!(reason, ChainReason::Unsupported(_) | ChainReason::ShortKey) {
                chain.status = ChainStatus::Invalid;
            }
            chain.reason = Some(reason);
        }
        chain.unusable_lists = revocations.are_unusable;
        chain.partial_lists = revocations.are_partial;
        Ok(chain)
    }
}

/// All signatures from the signer to the anchor hold: the rules now decide.
fn verdict<'c, 'a>(
    path: &Path<'c, '_, 'a>,
    revocations: &Revocations<'_, 'a>,
    at: Moment,
    purpose: Purpose,
) -> Chain<'c, 'a> {
    let anchor = &path.anchor.certificate;
    let all = || path.certificates.iter().copied().chain([anchor]);
    let revocation = revocations.of(path);
    let reason = broken_rule(&path.certificates, anchor, purpose);
    let status = if revocation == RevocationStatus::Revoked {
        ChainStatus::Revoked
    } else if reason.is_some() {
        ChainStatus::Invalid
    } else if all().any(|one| one.validity.is_over(at)) {
        ChainStatus::Expired
    } else if all().any(|one| one.validity.is_to_come(at)) {
        ChainStatus::NotYetValid
    } else {
        ChainStatus::Trusted
    };
    let deviations = weaknesses(path, purpose);
    Chain { status, reason, anchor: Some(path.anchor), revocation, deviations, ..Chain::unknown() }
}

/// The rules, the lists and the weaknesses of a path.
const VERDICT: u64 = 30;

/// Among paths whose signatures hold, the one that goes furthest counts. A revoked signer is revoked on all of
/// them; of a path with a revoked authority in the middle more is known than of one that is merely too old.
fn rank(status: ChainStatus) -> u8 {
    match status {
        ChainStatus::Trusted => 5,
        ChainStatus::Revoked => 4,
        ChainStatus::Expired => 3,
        ChainStatus::NotYetValid => 2,
        ChainStatus::CountryMismatch => 1,
        ChainStatus::Invalid | ChainStatus::UnknownIssuer => 0,
    }
}
