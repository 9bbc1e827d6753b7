//! The chain from a signer to an anchor of the caller: RFC 5280 §6 with the profile of Doc 9303 part 12.

mod anchors;
mod judge;
mod limits;
mod purpose;
mod search;
mod verdict;

pub use anchors::{Anchor, Anchors};
pub use limits::{CHAIN_LIMITS, ChainLimits};
pub use purpose::Purpose;
pub use verdict::{Chain, ChainReason, ChainStatus};
