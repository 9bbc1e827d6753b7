//! What the caller trusts, read.

use crate::chip::certificate::Certificate;
use crate::chip::chain::{Anchors, CHAIN_LIMITS};
use crate::chip::findings;
use crate::chip::master_list::MasterList;
use crate::chip::revocation::RevocationList;
use crate::chip::time::Moment;
use crate::chip::trust::Trust;
use crate::{Error, Finding};

pub(super) fn open_master_lists(
    trust: &Trust<'_>,
    at: Moment,
    found: &mut Vec<Finding>,
) -> Vec<Option<MasterList>> {
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

pub(super) fn gather_anchors<'a>(
    trust: &Trust<'a>,
    masters: &'a [Option<MasterList>],
    found: &mut Vec<Finding>,
) -> Result<Anchors<'a>, Error> {
    let mut anchors = Anchors::default();
    let mut add = |certificate, master_list| {
        if anchors.add(certificate, master_list) {
            Ok(())
        } else {
            Err(Error::limit("anchors", CHAIN_LIMITS.certificates))
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

pub(super) fn open_revocation_lists<'a>(
    trust: &Trust<'a>,
    found: &mut Vec<Finding>,
) -> Vec<RevocationList<'a>> {
    let mut lists = Vec::new();
    for (index, bytes) in trust.revocation_lists.iter().enumerate() {
        match RevocationList::new(bytes) {
            Ok(list) => lists.push(list),
            Err(_) => found.push(Finding::new(findings::CRL_UNUSABLE, format!("trust.crls[{index}]"))),
        }
    }
    lists
}
