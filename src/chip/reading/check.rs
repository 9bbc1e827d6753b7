//! All checks, one after the other.

use super::chip_reading::ChipReading;
use super::group::{GroupStatus, compare, is_covered};
use super::holder::Holder;
use super::outcome::{finding_of_clone, findings_of_chain, findings_of_groups, findings_of_passive};
use super::trail::trail;
use super::trust_store::{gather_anchors, open_master_lists, open_revocation_lists};
use crate::chip::chain::ChainStatus;
use crate::chip::clone::{CloneCheck, CloneStatus, Covered};
use crate::chip::files::{FileName, Files};
use crate::chip::passive::{Passive, SignatureStatus};
use crate::chip::time::Moment;
use crate::chip::trust::{Leniency, Trust};
use crate::chip::{country, findings};
use crate::reading::{Assurance, Reading};
use crate::{Error, Finding, Options, Severity};

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
