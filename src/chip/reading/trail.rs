//! The outcome of the checks as steps, for an engineer.

use super::group::{Group, GroupStatus};
use crate::chip::clone::CloneCheck;
use crate::chip::passive::{Passive, PassiveProblem};

/// A line of the trail.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Step {
    /// What was checked: `sod`, `signature`, `dataGroups`, `chain`, `revocation`, `country`, `clone`.
    pub check: &'static str,
    /// In one word.
    pub outcome: String,
    /// In the words of the standards.
    pub detail: String,
}

/// Every check with its outcome, in the order of the checks.
pub(super) fn trail(passive: &Passive, groups: &[Group], clone: &CloneCheck) -> Vec<Step> {
    let step = |check, outcome: &str, detail: String| Step { check, outcome: outcome.to_owned(), detail };
    let mut signature = passive.problem.as_ref().map(PassiveProblem::describe).unwrap_or_default();
    if let Some(algorithm) = &passive.algorithm {
        signature = algorithm.clone();
        if let Some(time) = passive.signing_time {
            signature.push_str(&format!(", signing time {time} (as the signer says)"));
        }
    }
    let count = |status| groups.iter().filter(|group| group.status == status).count();
    let mismatches = count(GroupStatus::Mismatch).saturating_add(count(GroupStatus::NotInSod));
    let hash = passive.hashes.as_ref().map(|hashes| hashes.hash.name()).unwrap_or_default();
    let chain = match (&passive.chain.reason, &passive.chain.anchor, &passive.signer) {
        (Some(reason), ..) => reason.describe(),
        (None, Some(anchor), _) => format!("{} (SHA-256 {})", anchor.subject, anchor.fingerprint),
        (None, None, Some(signer)) => format!("no anchor for {}", signer.issuer),
        (None, None, None) => String::new(),
    };
    vec![
        step("signature", passive.signature.name(), signature),
        step(
            "dataGroups",
            if mismatches > 0 { "mismatch" } else { "match" },
            format!("{} of {} match, {hash}", count(GroupStatus::Match), groups.len()),
        ),
        step("chain", passive.chain.status.name(), chain),
        step("revocation", passive.chain.revocation.name(), String::new()),
        step("clone", clone.status.name(), clone.detail.clone()),
    ]
}
