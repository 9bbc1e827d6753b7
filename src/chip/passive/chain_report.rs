//! The chain of the signer, as the answer shows it.

use super::signer::Signer;
use crate::chip::chain::{Chain, ChainReason, ChainStatus};
use crate::chip::revocation::RevocationStatus;

/// What is known of the chain, without borrowing from the files.
#[derive(Clone, Debug)]
pub struct ChainReport {
    /// The contract's `chain.status`.
    pub status: ChainStatus,
    /// Why.
    pub reason: Option<ChainReason>,
    /// Where it ends.
    pub anchor: Option<Signer>,
    /// Index of the master list that the anchor came from.
    pub master_list: Option<usize>,
    /// What the lists say.
    pub revocation: RevocationStatus,
    /// A list was there and could not be used.
    pub unusable_lists: bool,
}

impl ChainReport {
    pub(super) fn new(chain: &Chain<'_, '_>) -> Self {
        Self {
            status: chain.status,
            reason: chain.reason.clone(),
            anchor: chain.anchor.map(|anchor| Signer::of(&anchor.certificate)),
            master_list: chain.anchor.and_then(|anchor| anchor.master_list),
            revocation: chain.revocation,
            unusable_lists: chain.unusable_lists,
        }
    }

    pub(super) fn unknown() -> Self {
        Self {
            status: ChainStatus::UnknownIssuer,
            reason: None,
            anchor: None,
            master_list: None,
            revocation: RevocationStatus::Unknown,
            unusable_lists: false,
        }
    }
}
