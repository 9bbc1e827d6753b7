//! The answer of `readChip`.

use super::group::Group;
use super::portrait_place::PortraitPlace;
use super::trail::Step;
use crate::chip::clone::CloneCheck;
use crate::chip::passive::Passive;
use crate::reading::Reading;

/// What a chip says, and how far it can be trusted.
#[derive(Debug)]
pub struct ChipReading {
    /// What all readings have in common.
    pub reading: Reading,
    /// EF.SOD, its signature and chain. The chain's status is the final one, countries included.
    pub passive: Passive,
    /// Every data group that EF.SOD lists or the caller supplied, in order.
    pub groups: Vec<Group>,
    /// Proof against copies.
    pub clone: CloneCheck,
    /// Where the portrait stands.
    pub portrait: Option<PortraitPlace>,
    /// Every check with its outcome, in the order of the checks, for an engineer.
    pub trail: Vec<Step>,
}
