//! What a chain is judged against, beside the anchors.

use crate::chip::budget::Budget;
use crate::chip::revocation::RevocationList;
use crate::chip::time::Moment;

/// What a chain is judged against.
#[derive(Clone, Copy)]
pub struct Grounds<'t> {
    /// What the lists say; each counts when the issuer's key signed it.
    pub lists: &'t [RevocationList<'t>],
    /// When.
    pub at: Moment,
    /// What the whole call may cost.
    pub budget: &'t Budget,
}
