//! The verdict on the chain of a signer.

use super::anchors::Anchors;
use super::limits::CHAIN_LIMITS;
use super::purpose::Purpose;
use super::search::Search;
use super::verdict::{Chain, ChainReason, ChainStatus};
use crate::chip::certificate::Certificate;
use crate::chip::revocation::{RevocationList, RevocationStatus};
use crate::chip::time::Moment;

impl<'a> Anchors<'a> {
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
