//! The outcome of the checks as findings, for people.

use super::group::{Group, GroupStatus};
use crate::Finding;
use crate::chip::chain::{ChainReason, ChainStatus};
use crate::chip::clone::{CloneCheck, CloneStatus};
use crate::chip::files::{FileName, Files};
use crate::chip::passive::{Passive, PassiveProblem, SignatureStatus};
use crate::chip::revocation::RevocationStatus;
use crate::chip::tlv::TlvError;
use crate::chip::trust::Trust;
use crate::chip::{findings, lds};

pub(super) fn findings_of_passive(passive: &Passive) -> Vec<Finding> {
    let mut found = Vec::new();
    let new = |code| Finding::new(code, "EF.SOD");
    if passive.signature == SignatureStatus::Absent {
        found.push(new(findings::SOD_ABSENT));
    }
    if let Some(problem) = &passive.problem {
        let code = match problem {
            PassiveProblem::Encoding(error) if error.fault.is_limit() => findings::LIMIT,
            PassiveProblem::Encoding(_) => findings::SOD_UNREADABLE,
            PassiveProblem::ContentType(_) => findings::CONTENT_WRONG,
            _ if passive.signature == SignatureStatus::Unsupported => findings::SIGNATURE_UNSUPPORTED,
            PassiveProblem::Content(_) => findings::CONTENT_WRONG,
            PassiveProblem::NoSigner => findings::SIGNER_MISSING,
            PassiveProblem::Signature(_) => findings::SIGNATURE_WRONG,
        };
        found.push(new(code).with("detail", problem.describe()).with("file", "EF.SOD"));
    }
    for deviation in &passive.deviations {
        found.push(new(findings::DEVIATION).with("detail", *deviation));
    }
    if passive.signer_of_several > 0 {
        let number = passive.signer_of_several.to_string();
        found.push(new(findings::SEVERAL_SIGNERS).with("detail", number));
    }
    found
}

pub(super) fn findings_of_groups(files: &Files<'_>, groups: &[Group], passive: &Passive) -> Vec<Finding> {
    let mut found = Vec::new();
    let new = |code, number: u8| {
        let name = FileName::DataGroup(number).text();
        Finding::new(code, name.as_str()).with("file", name)
    };
    let com = files.get(FileName::Com).map(lds::Com::parse);
    if let Some(Err(error)) = com {
        found.push(unreadable("EF.COM", error));
    }
    if passive.hashes.is_none() {
        return found; // There is nothing to compare with, and that has been said.
    }
    for group in groups {
        match group.status {
            GroupStatus::Match => {}
            GroupStatus::Mismatch => found.push(new(findings::GROUP_ALTERED, group.number)),
            GroupStatus::NotInSod => found.push(new(findings::GROUP_NOT_IN_SOD, group.number)),
            GroupStatus::NotSupplied => found.push(new(findings::GROUP_NOT_SUPPLIED, group.number)),
        }
    }
    if let Some(Ok(com)) = com {
        let in_sod = |number: u8| {
            groups.iter().any(|group| group.number == number && group.status != GroupStatus::NotInSod)
        };
        for number in 1..=16 {
            match (com.groups.contains(&number), in_sod(number)) {
                (true, false) => found.push(new(findings::GROUP_LISTED_ONLY, number)),
                (false, true) => found.push(new(findings::GROUP_NOT_LISTED, number)),
                _ => {}
            }
        }
    }
    found
}

pub(super) fn findings_of_chain(passive: &Passive) -> Vec<Finding> {
    let chain = &passive.chain;
    let mut found = Vec::new();
    let new = |code| Finding::new(code, "chain");
    if passive.signer.is_none() && chain.anchor.is_none() {
        return found;
    }
    let detail = || chain.reason.as_ref().map(ChainReason::describe).unwrap_or_default();
    match chain.status {
        ChainStatus::Trusted | ChainStatus::CountryMismatch => {}
        ChainStatus::UnknownIssuer => found.push(new(findings::ISSUER_UNKNOWN)),
        ChainStatus::Expired => found.push(new(findings::CHAIN_EXPIRED)),
        ChainStatus::NotYetValid => found.push(new(findings::CHAIN_NOT_YET_VALID)),
        ChainStatus::Revoked => found.push(new(findings::REVOKED)),
        ChainStatus::Invalid => found.push(new(findings::CHAIN_WRONG).with("detail", detail())),
    }
    if chain.anchor.is_some() {
        match chain.revocation {
            RevocationStatus::Unknown => found.push(new(findings::CRL_ABSENT)),
            RevocationStatus::Stale => found.push(new(findings::CRL_STALE)),
            RevocationStatus::Good => found.push(new(findings::CRL_GOOD)),
            RevocationStatus::Revoked => {}
        }
    }
    if chain.unusable_lists {
        found.push(Finding::new(findings::CRL_UNUSABLE, "trust.crls"));
    }
    found
}

pub(super) fn finding_of_clone(clone: &CloneCheck, trust: &Trust<'_>) -> Option<Finding> {
    let has_evidence = trust.active.is_some() || trust.chip.is_some();
    let code = match clone.status {
        CloneStatus::Proved => findings::CLONE_PROVED,
        CloneStatus::Failed => findings::CLONE_FAILED,
        CloneStatus::NotSupported => findings::CLONE_NOT_SUPPORTED,
        CloneStatus::NotTried if has_evidence => findings::CLONE_NOT_JUDGED,
        CloneStatus::NotTried => return None,
    };
    Some(Finding::new(code, "clone").with("detail", clone.detail.as_str()))
}

/// A file that cannot be read, or that hit a bound.
pub(super) fn unreadable(file: &str, error: TlvError) -> Finding {
    let code = if error.fault.is_limit() { findings::LIMIT } else { findings::DATA_GROUP_UNREADABLE };
    Finding::new(code, file).with("file", file).with("detail", error.to_string())
}
