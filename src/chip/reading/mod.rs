//! `readChip`: all checks in one answer.

mod opened;
mod told;

use opened::{gather_anchors, open_master_lists, open_revocation_lists};
pub(super) use told::unreadable;
use told::{finding_of_clone, findings_of_chain, findings_of_groups, findings_of_passive, trail};

use super::chain::ChainStatus;
use super::clone::{CloneCheck, CloneStatus, Covered};
use super::files::{FileName, Files};
use super::findings;
use super::holder::Holder;
use super::passive::{Passive, SignatureStatus};
use super::time::Moment;
use super::trust::{Leniency, Trust};
use super::{country, lds};
use crate::reading::{Assurance, Reading};
use crate::{Error, Finding, Options, Severity, Source};
use serde::Serialize;

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

/// The portrait within DG2: the border hands out the bytes without copying them twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PortraitPlace {
    /// Format and size.
    pub picture: lds::Picture,
    /// First byte within DG2.
    pub offset: usize,
    /// Bytes.
    pub length: usize,
}

/// A line of the trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What was checked: `sod`, `signature`, `dataGroups`, `chain`, `revocation`, `country`, `clone`.
    pub check: &'static str,
    /// In one word.
    pub outcome: String,
    /// In the words of the standards.
    pub detail: String,
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

/// Checks what a reader took from a chip.
///
/// # Errors
/// Misuse and limits only: `limit.input`, `input.duplicate`. Whatever is wrong with the document is a
/// finding.
pub fn read_chip(files: &Files<'_>, trust: &Trust<'_>, options: &Options) -> Result<ChipReading, Error> {
    let at = trust.at.unwrap_or_else(|| Moment::day(options.on));
    let mut found = Vec::new();
    let masters = open_master_lists(trust, at, &mut found);
    let anchors = gather_anchors(trust, &masters, &mut found)?;
    let lists = open_revocation_lists(trust, &mut found);
    let report_curve = trust.policy.curve_mismatch == Leniency::Report;

    let sod = files.get(FileName::Sod);
    let mut passive = Passive::check(sod, &anchors, &lists, at, report_curve);
    let groups = compare(files, &passive);
    let holder = Holder::read(files, |number| is_covered(&groups, number), options)?;
    let judged = judge_country(&mut passive, holder.state.as_deref(), trust.policy.country);

    let all_match = groups.iter().any(|group| group.status == GroupStatus::Match)
        && groups.iter().all(|group| matches!(group.status, GroupStatus::Match | GroupStatus::NotSupplied));
    let is_intact =
        all_match && passive.signature == SignatureStatus::Valid && passive.chain.status.leaves_intact();
    let is_authentic = is_intact && passive.chain.status == ChainStatus::Trusted;
    let covered_bytes =
        |number: u8| files.get(FileName::DataGroup(number)).filter(|_| is_covered(&groups, number));
    let lists_keys = passive.hashes.is_none()
        || groups
            .iter()
            .any(|group| matches!(group.number, 14 | 15) && group.status != GroupStatus::NotInSod);
    let covered = Covered {
        is_authentic,
        lists_keys,
        dg14: covered_bytes(14),
        dg15: covered_bytes(15),
        card_security: files.get(FileName::CardSecurity),
    };
    let clone = CloneCheck::check(covered, trust, &anchors, &lists, at);
    passive.deviations.extend(&clone.deviations);

    let assurance = match (holder.is_somebody, is_intact, is_authentic, clone.status) {
        (false, ..) => Assurance::None,
        (true, _, true, CloneStatus::Proved) => Assurance::Genuine,
        (true, _, true, _) => Assurance::Authentic,
        (true, true, false, _) => Assurance::Intact,
        (true, false, false, _) => Assurance::WellFormed,
    };
    let mut all = findings_of_passive(&passive);
    all.extend(findings_of_groups(files, &groups, &passive));
    all.extend(findings_of_chain(&passive));
    all.extend(judged);
    all.extend(finding_of_clone(&clone, trust));
    all.extend(holder.findings);
    all.extend(found);
    all.extend(
        files
            .unknown
            .iter()
            .map(|name| Finding::new(findings::FILE_UNKNOWN, "files").with("file", name.as_str())),
    );
    let trail = trail(&passive, &groups, &clone);
    // The most telling first: by severity, then in the order of the checks.
    let (errors, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|f| f.severity == Severity::Error);
    let (warnings, rest): (Vec<_>, Vec<_>) =
        others.into_iter().partition(|f| f.severity == Severity::Warning);
    let mut all = [errors, warnings, rest].concat();
    for finding in &mut all {
        finding.source = Some(Source::Chip);
    }
    let reading =
        Reading { source: Source::Chip, kind: "chip", person: holder.person, findings: all, assurance };
    Ok(ChipReading { reading, passive, groups, clone, portrait: holder.portrait, trail })
}

/// Data groups exactly as they were read, never encoded again.
fn compare(files: &Files<'_>, passive: &Passive) -> Vec<Group> {
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

fn is_covered(groups: &[Group], number: u8) -> bool {
    groups.iter().any(|group| group.number == number && group.status == GroupStatus::Match)
}

/// Signer, authority and DG1 name one country (Doc 9303 part 12 §7.1.1). A country that is not given is a
/// difference; DG1's state counts when DG1 is there.
fn judge_country(passive: &mut Passive, state: Option<&str>, policy: Leniency) -> Option<Finding> {
    let anchor = passive.chain.anchor.as_ref()?;
    if !passive.chain.status.leaves_intact() {
        return None;
    }
    let signer = passive.signer.as_ref().and_then(|signer| signer.country.clone());
    let (signer, authority) = (signer.unwrap_or_default(), anchor.country.clone().unwrap_or_default());
    let is_same = !signer.is_empty()
        && signer == authority
        && state.is_none_or(|state| country::is_same(&signer, state));
    if is_same {
        return None;
    }
    let shown = |country: &str| if country.is_empty() { "—".to_owned() } else { country.to_owned() };
    let detail = format!("{} / {} / {}", shown(&signer), shown(&authority), shown(state.unwrap_or_default()));
    let code = match policy {
        Leniency::Refuse => {
            passive.chain.status = ChainStatus::CountryMismatch;
            findings::COUNTRY_DIFFERS
        }
        Leniency::Report => findings::COUNTRY_DIFFERS_ACCEPTED,
    };
    Some(Finding::new(code, "chain").with("detail", detail))
}
