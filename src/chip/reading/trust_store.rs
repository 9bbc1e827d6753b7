//! What the caller trusts, read.

use std::borrow::Cow;

use crate::chip::budget::{Budget, octets_in};
use crate::chip::certificate::Certificate;
use crate::chip::chain::{Anchors, CHAIN_LIMITS, Grounds};
use crate::chip::findings;
use crate::chip::master_list::MasterList;
use crate::chip::pem;
use crate::chip::revocation::RevocationList;
use crate::chip::tlv::TlvError;
use crate::chip::trust::Trust;
use crate::finding::Code;
use crate::{Error, Finding};

/// The caller's files, taken apart: each thing in them with its place, `trust.crls[0]`, or `trust.crls[0][2]` when
/// the file holds several.
#[derive(Debug, Default)]
pub(super) struct TrustFiles<'a> {
    anchors: Vec<Part<'a>>,
    /// For each master list its parts and those of its anchor.
    masters: Vec<(Vec<Part<'a>>, Vec<Part<'a>>)>,
    lists: Vec<Part<'a>>,
}

#[derive(Debug)]
struct Part<'a> {
    path: String,
    der: Cow<'a, [u8]>,
}

/// A master list that counts, and which one it is.
pub(super) struct Master {
    index: usize,
    list: MasterList,
}

impl<'a> TrustFiles<'a> {
    /// Takes all files apart. What cannot be decoded is said.
    ///
    /// # Errors
    /// `limit.input`: more things than the limit of certificates.
    pub(super) fn open(trust: &Trust<'a>, budget: &Budget, found: &mut Vec<Finding>) -> Result<Self, Error> {
        let mut files = Self::default();
        let mut open = |file: &'a [u8], path: String, code| parts(file, &path, code, budget, found);
        for (index, file) in trust.anchors.iter().enumerate() {
            files.anchors.extend(open(file, format!("trust.anchors[{index}]"), findings::ANCHOR_UNREADABLE)?);
        }
        for (index, (list, anchor)) in trust.master_lists.iter().enumerate() {
            let path = format!("trust.masterLists[{index}]");
            let lists = open(list, path.clone(), findings::MASTER_LIST_REFUSED)?;
            files.masters.push((lists, open(anchor, format!("{path}.anchor"), findings::ANCHOR_UNREADABLE)?));
        }
        for (index, file) in trust.revocation_lists.iter().enumerate() {
            files.lists.extend(open(file, format!("trust.crls[{index}]"), findings::CRL_UNUSABLE)?);
        }
        if files.anchors.len().max(files.lists.len()) > CHAIN_LIMITS.certificates {
            return Err(Error::limit("anchors", CHAIN_LIMITS.certificates));
        }
        Ok(files)
    }

    /// The revocation lists that can be read.
    pub(super) fn revocation_lists(
        &self,
        budget: &Budget,
        found: &mut Vec<Finding>,
    ) -> Vec<RevocationList<'_>> {
        let read = |part| {
            read(part, found, findings::CRL_UNUSABLE, budget, |der| RevocationList::within(der, budget))
        };
        self.lists.iter().filter_map(read).collect()
    }

    /// The master lists that the anchors beside them stand behind.
    pub(super) fn masters(&self, grounds: Grounds<'_>, found: &mut Vec<Finding>) -> Vec<Master> {
        let mut masters = Vec::new();
        for (index, (lists, beside)) in self.masters.iter().enumerate() {
            let mut anchors = Anchors::default();
            for part in beside {
                let certificate = read_certificate(part, grounds.budget, found);
                certificate.map(|certificate| anchors.add(certificate, None));
            }
            for part in lists {
                match MasterList::within(&part.der, &anchors, grounds) {
                    Ok(list) => masters.push(Master { index, list }),
                    Err(problem) => {
                        let refused = Finding::new(findings::MASTER_LIST_REFUSED, part.path.as_str());
                        found.push(refused.with("detail", problem.describe()));
                    }
                }
            }
        }
        masters
    }

    /// All certificates that the caller trusts.
    ///
    /// # Errors
    /// `limit.input`
    pub(super) fn anchors<'s>(
        &'s self,
        masters: &'s [Master],
        budget: &Budget,
        found: &mut Vec<Finding>,
    ) -> Result<Anchors<'s>, Error> {
        let mut anchors = Anchors::default();
        let mut add = |certificate, master_list| {
            let is_added = anchors.add(certificate, master_list);
            is_added.then_some(()).ok_or_else(|| Error::limit("anchors", CHAIN_LIMITS.certificates))
        };
        for part in &self.anchors {
            if let Some(certificate) = read_certificate(part, budget, found) {
                add(certificate, None)?;
            }
        }
        for Master { index, list } in masters {
            let path = format!("trust.masterLists[{index}]");
            match list.certificates_within(budget) {
                Err(error) => {
                    let refused = Finding::new(findings::MASTER_LIST_REFUSED, path);
                    found.push(refused.with("detail", error.to_string()));
                }
                Ok(certificates) => {
                    let unreadable = certificates.iter().filter(|certificate| certificate.is_err()).count();
                    if unreadable > 0 {
                        let partly = Finding::new(findings::MASTER_LIST_PARTLY_READ, path);
                        found.push(partly.with("detail", unreadable.to_string()));
                    }
                    for certificate in certificates.into_iter().flatten() {
                        add(certificate, Some(*index))?;
                    }
                }
            }
        }
        Ok(anchors)
    }
}

fn parts<'a>(
    file: &'a [u8],
    path: &str,
    code: &'static Code,
    budget: &Budget,
    found: &mut Vec<Finding>,
) -> Result<Vec<Part<'a>>, Error> {
    // A budget that is spent is said once, for the whole call.
    if budget.spend(octets_in(file.len(), 64).saturating_add(1)).is_err() {
        return Ok(Vec::new());
    }
    let items = pem::items(file);
    if items.len() > CHAIN_LIMITS.certificates {
        return Err(Error::limit("things in one file", CHAIN_LIMITS.certificates));
    }
    let is_bundle = items.len() > 1;
    let mut parts = Vec::with_capacity(items.len());
    for (place, item) in items.into_iter().enumerate() {
        let path = if is_bundle { format!("{path}[{place}]") } else { path.to_owned() };
        match item.der {
            Ok(der) => parts.push(Part { path, der }),
            Err(error) => say(Finding::new(code, path), error, budget, found),
        }
    }
    Ok(parts)
}

fn read_certificate<'s>(
    part: &'s Part<'_>,
    budget: &Budget,
    found: &mut Vec<Finding>,
) -> Option<Certificate<'s>> {
    read(part, found, findings::ANCHOR_UNREADABLE, budget, |der| Certificate::only_within(der, budget))
}

/// What the part holds; when it cannot be read, that is said.
fn read<'s, T>(
    part: &'s Part<'_>,
    found: &mut Vec<Finding>,
    code: &'static Code,
    budget: &Budget,
    read: impl FnOnce(&'s [u8]) -> Result<T, TlvError>,
) -> Option<T> {
    match read(&part.der) {
        Ok(value) => Some(value),
        Err(error) => {
            say(Finding::new(code, part.path.as_str()), error, budget, found);
            None
        }
    }
}

/// Says why; words cost, too. A budget that is spent is said once, for the whole call.
fn say(finding: Finding, error: TlvError, budget: &Budget, found: &mut Vec<Finding>) {
    if budget.spend(WORDS).is_ok() {
        found.push(finding.with("detail", error.to_string()));
    }
}

/// A finding with its words in one language.
const WORDS: u64 = 20;
