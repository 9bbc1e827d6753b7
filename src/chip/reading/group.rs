//! Data groups against EF.SOD.

use crate::chip::files::{FileName, Files};
use crate::chip::passive::Passive;

/// One data group against EF.SOD.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// 1–16.
    pub number: u8,
    /// The verdict.
    pub status: GroupStatus,
}

/// The contract's `dataGroups[].status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupStatus {
    /// The hash is the one in EF.SOD.
    Match,
    /// It is not.
    Mismatch,
    /// In EF.SOD, and not here.
    NotSupplied,
    /// Here, and not in EF.SOD.
    NotInSod,
}

impl GroupStatus {
    /// The contract's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Match => "match",
            Self::Mismatch => "mismatch",
            Self::NotSupplied => "notSupplied",
            Self::NotInSod => "notInSod",
        }
    }
}

/// Data groups exactly as they were read, never encoded again.
pub(super) fn compare(files: &Files<'_>, passive: &Passive) -> Vec<Group> {
    let listed = |number: u8| {
        let hashes = passive.hashes.as_ref()?;
        let (_, value) = hashes.groups.iter().find(|(other, _)| *other == u32::from(number))?;
        Some((hashes.hash, value.as_slice()))
    };
    let status = |number: u8| match (files.get(FileName::DataGroup(number)), listed(number)) {
        (Some(content), Some((hash, value))) if hash.digest(&[content]) == value => Some(GroupStatus::Match),
        (Some(_), Some(_)) => Some(GroupStatus::Mismatch),
        (None, Some(_)) => Some(GroupStatus::NotSupplied),
        (Some(_), None) => Some(GroupStatus::NotInSod),
        (None, None) => None,
    };
    (1..=16).filter_map(|number| Some(Group { number, status: status(number)? })).collect()
}

/// EF.SOD lists the group, and its hash is right.
pub(super) fn is_covered(groups: &[Group], number: u8) -> bool {
    groups.iter().any(|group| group.number == number && group.status == GroupStatus::Match)
}
