//! `readChip`: all checks in one answer.

use super::certificate::Certificate;
use super::chain::{Anchors, ChainStatus};
use super::clone::{CloneCheck, CloneStatus, Covered};
use super::files::{FileName, Files};
use super::findings;
use super::holder::Holder;
use super::master_list::MasterList;
use super::passive::{Passive, PassiveProblem, SignatureStatus};
use super::revocation::{RevocationList, RevocationStatus};
use super::time::Moment;
use super::tlv::TlvError;
use super::trust::{Leniency, Trust};
use super::{country, lds};
use crate::identity::{Assurance, Reading, Source};
use crate::{Error, Finding, Options, Severity};

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
#[derive(Clone, Debug, PartialEq, Eq)]
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

fn open_master_lists(trust: &Trust<'_>, at: Moment, found: &mut Vec<Finding>) -> Vec<Option<MasterList>> {
    let open = |(index, (list, anchor)): (usize, &(&[u8], &[u8]))| {
        MasterList::check(list, anchor, at)
            .map_err(|problem| {
                let path = format!("trust.masterLists[{index}]");
                found.push(
                    Finding::new(findings::MASTER_LIST_REFUSED, path).with("detail", problem.describe()),
                );
            })
            .ok()
    };
    trust.master_lists.iter().enumerate().map(open).collect()
}

fn gather_anchors<'a>(
    trust: &Trust<'a>,
    masters: &'a [Option<MasterList>],
    found: &mut Vec<Finding>,
) -> Result<Anchors<'a>, Error> {
    let mut anchors = Anchors::default();
    let mut add = |certificate, master_list| {
        if anchors.add(certificate, master_list) {
            Ok(())
        } else {
            Err(Error::limit("anchors", super::chain::CHAIN_LIMITS.certificates))
        }
    };
    for (index, bytes) in trust.anchors.iter().enumerate() {
        match Certificate::new(bytes) {
            Ok(certificate) => add(certificate, None)?,
            Err(error) => {
                let path = format!("trust.anchors[{index}]");
                found.push(Finding::new(findings::ANCHOR_UNREADABLE, path).with("detail", error.to_string()));
            }
        }
    }
    for (index, master) in masters.iter().enumerate() {
        let path = || format!("trust.masterLists[{index}]");
        match master.as_ref().map(MasterList::certificates) {
            None => {}
            Some(Err(error)) => {
                let refused = Finding::new(findings::MASTER_LIST_REFUSED, path());
                found.push(refused.with("detail", error.to_string()));
            }
            Some(Ok(certificates)) => {
                let unreadable = certificates.iter().filter(|certificate| certificate.is_err()).count();
                if unreadable > 0 {
                    let partly = Finding::new(findings::MASTER_LIST_PARTLY_READ, path());
                    found.push(partly.with("detail", unreadable.to_string()));
                }
                for certificate in certificates.into_iter().flatten() {
                    add(certificate, Some(index))?;
                }
            }
        }
    }
    Ok(anchors)
}

fn open_revocation_lists<'a>(trust: &Trust<'a>, found: &mut Vec<Finding>) -> Vec<RevocationList<'a>> {
    let mut lists = Vec::new();
    for (index, bytes) in trust.revocation_lists.iter().enumerate() {
        match RevocationList::new(bytes) {
            Ok(list) => lists.push(list),
            Err(_) => found.push(Finding::new(findings::CRL_UNUSABLE, format!("trust.crls[{index}]"))),
        }
    }
    lists
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

fn findings_of_passive(passive: &Passive) -> Vec<Finding> {
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

fn findings_of_groups(files: &Files<'_>, groups: &[Group], passive: &Passive) -> Vec<Finding> {
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

fn findings_of_chain(passive: &Passive) -> Vec<Finding> {
    let chain = &passive.chain;
    let mut found = Vec::new();
    let new = |code| Finding::new(code, "chain");
    if passive.signer.is_none() && chain.anchor.is_none() {
        return found;
    }
    let detail = || chain.reason.as_ref().map(super::chain::ChainReason::describe).unwrap_or_default();
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

fn finding_of_clone(clone: &CloneCheck, trust: &Trust<'_>) -> Option<Finding> {
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

fn trail(passive: &Passive, groups: &[Group], clone: &CloneCheck) -> Vec<Step> {
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
