//! All checks, one after the other.

use super::chip_reading::ChipReading;
use super::group::{Group, GroupStatus, compare, is_covered};
use super::holder::Holder;
use super::outcome::{finding_of_clone, findings_of_chain, findings_of_groups, findings_of_passive};
use super::trail::trail;
use super::trust_store::TrustFiles;
use crate::chip::budget::Budget;
use crate::chip::chain::{ChainReason, ChainStatus, Grounds};
use crate::chip::clone::{CloneCheck, CloneStatus, Covered};
use crate::chip::files::{FileName, Files};
use crate::chip::passive::{Passive, SignatureStatus};
use crate::chip::revocation::RevocationStatus;
use crate::chip::time::Moment;
use crate::chip::tlv::{Fault, TlvError};
use crate::chip::trust::{Leniency, Policy, Trust};
use crate::chip::{country, findings, lds};
use crate::reading::{Assurance, Reading};
use crate::{Error, Finding, Options, Severity};

/// Checks what a reader took from a chip. All of it together costs at most [`Budget::UNITS`]; what that does not
/// reach for is `chip.limit`, and nothing is better for it.
///
/// # Errors
/// Misuse and limits only: `limit.input`, `input.duplicate`. Whatever is wrong with the document is a
/// finding.
pub fn read_chip(files: &Files<'_>, trust: &Trust<'_>, options: &Options) -> Result<ChipReading, Error> {
    let at = trust.at.unwrap_or_else(|| Moment::day(options.on));
    let budget = Budget::default();
    let mut found = Vec::new();
    let given = TrustFiles::open(trust, &budget, &mut found)?;
    let lists = given.revocation_lists(&budget, &mut found);
    let grounds = Grounds { lists: &lists, at, budget: &budget };
    let masters = given.masters(grounds, &mut found);
    let anchors = given.anchors(&masters, &budget, &mut found)?;
    let report_curve = trust.policy.curve_mismatch == Leniency::Report;

    let sod = files.get(FileName::Sod);
    let mut passive = Passive::check(sod, &anchors, grounds, report_curve);
    let com = files.get(FileName::Com).map(lds::Com::parse);
    let groups = compare(files, &passive, com.as_ref().and_then(|com| com.as_ref().ok()), &budget);
    let holder = Holder::read(files, |number| is_covered(&groups, number), options)?;
    let mut judged = judge_country(&mut passive, &holder.states, trust.policy.country);
    judged.extend(judge_policy(&mut passive, trust.policy));

    let is_here = |group: &Group| files.get(FileName::DataGroup(group.number)).is_some();
    let all_match = groups.iter().any(|group| group.status == GroupStatus::Match)
        && groups.iter().filter(|group| is_here(group)).all(|group| group.status == GroupStatus::Match);
    let is_sound = |passive: &Passive| {
        passive.signature == SignatureStatus::Valid && passive.chain.status.leaves_intact()
    };
    let is_trusted = |passive: &Passive| is_sound(passive) && passive.chain.status == ChainStatus::Trusted;
    let covered_bytes =
        |number: u8| files.get(FileName::DataGroup(number)).filter(|_| is_covered(&groups, number));
    let lists_keys = passive.hashes.is_none()
        || groups
            .iter()
            .any(|group| matches!(group.number, 14 | 15) && group.status != GroupStatus::NotInSod);
    let covered = Covered {
        is_authentic: all_match && is_trusted(&passive),
        lists_keys,
        dg14: covered_bytes(14),
        dg15: covered_bytes(15),
        card_security: files.get(FileName::CardSecurity),
    };
    let mut clone = CloneCheck::check(covered, trust, &anchors, grounds);
    passive.deviations.extend(&clone.deviations);
    if budget.is_spent() {
        judged.push(stop(&mut passive));
        clone.withdraw();
    }
    let (is_intact, is_authentic) = (all_match && is_sound(&passive), all_match && is_trusted(&passive));

    let assurance = match (holder.is_somebody, is_intact, is_authentic, clone.status) {
        (false, ..) => Assurance::None,
        (true, _, true, CloneStatus::Proved) => Assurance::Genuine,
        (true, _, true, _) => Assurance::Authentic,
        (true, true, false, _) => Assurance::Intact,
        (true, false, false, _) => Assurance::WellFormed,
    };
    let mut all = findings_of_passive(&passive);
    all.extend(findings_of_groups(files, &groups, &passive, com));
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
        finding.source = Some(crate::Source::Chip);
    }
    let reading = Reading {
        source: crate::Source::Chip,
        kind: "chip",
        person: holder.person,
        findings: all,
        assurance,
        document: None,
    };
    Ok(ChipReading { reading, passive, groups, clone, portrait: holder.portrait, trail })
}

/// The budget is spent: whatever was not looked at might have said that the chain is wrong.
fn stop(passive: &mut Passive) -> Finding {
    let error = TlvError { fault: Fault::Spent, position: 0 };
    if passive.chain.status.leaves_intact() {
        passive.chain.status = ChainStatus::Invalid;
        passive.chain.reason = Some(ChainReason::Malformed(error));
    }
    Finding::new(findings::LIMIT, "files").with("file", "EF.SOD").with("detail", error.to_string())
}

/// Signer, authority and document name one country (Doc 9303 part 12 §7.1.1). One that is not given, in the
/// certificates or in the document, is a difference: otherwise leaving a file out would be an answer.
fn judge_country(passive: &mut Passive, states: &[String], policy: Leniency) -> Vec<Finding> {
    let Some(anchor) = &passive.chain.anchor else { return Vec::new() };
    if !passive.chain.status.leaves_intact() {
        return Vec::new();
    }
    let signer = passive.signer.as_ref().and_then(|signer| signer.country.clone());
    let (signer, authority) = (signer.unwrap_or_default(), anchor.country.clone().unwrap_or_default());
    let is_same = !signer.is_empty()
        && signer == authority
        && !states.is_empty()
        && states.iter().all(|state| country::is_same(&signer, state));
    if is_same {
        return Vec::new();
    }
    let shown = |country: &str| if country.is_empty() { "—".to_owned() } else { country.to_owned() };
    let detail = format!("{} / {} / {}", shown(&signer), shown(&authority), shown(&states.join(", ")));
    let code = match policy {
        Leniency::Refuse => {
            passive.chain.status = ChainStatus::CountryMismatch;
            findings::COUNTRY_DIFFERS
        }
        Leniency::Report => findings::COUNTRY_DIFFERS_ACCEPTED,
    };
    vec![Finding::new(code, "chain").with("detail", detail)]
}

/// What the caller refuses beyond the default, when all else holds.
fn judge_policy(passive: &mut Passive, policy: Policy) -> Option<Finding> {
    if passive.signature != SignatureStatus::Valid || !passive.chain.status.leaves_intact() {
        return None;
    }
    let weak = passive.deviations.iter().copied().filter(|word| WEAK.contains(word));
    let mut refused: Vec<_> = weak.filter(|_| policy.weak == Leniency::Refuse).collect();
    if policy.revocation == Leniency::Refuse && passive.chain.revocation != RevocationStatus::Good {
        refused.push(passive.chain.revocation.name());
    }
    if refused.is_empty() {
        return None;
    }
    let detail = refused.join(", ");
    passive.chain.status = ChainStatus::Invalid;
    passive.chain.reason = Some(ChainReason::Policy(detail.clone()));
    Some(Finding::new(findings::POLICY_REFUSED, "trust.policy").with("detail", detail))
}

/// Deviations that are weaknesses, not slips of the pen.
const WEAK: [&str; 5] = ["weakHash", "weakCurve", "keyUse", "foreignPurpose", "curveMismatch"];
