//! The rules that certificates of a path must keep, and what is weak although it keeps them.

use super::purpose::Purpose;
use super::search::Path;
use super::verdict::ChainReason;
use crate::chip::certificate::Certificate;
use crate::chip::crypto::Hash;
use crate::chip::oid;

/// RFC 5280 §6.1.3 to §6.1.5, as far as it is about the certificates themselves.
pub(super) fn broken_rule(
    path: &[&Certificate<'_>],
    anchor: &Certificate<'_>,
    purpose: Purpose,
) -> Option<ChainReason> {
    let unknown = path.iter().chain([&anchor]).find_map(|one| one.extensions.unknown_critical);
    if let Some(oid) = unknown {
        return Some(ChainReason::CriticalExtension(oid::dotted(oid)));
    }
    let (signer, intermediates) = path.split_first()?;
    if signer.extensions.usage.is_some_and(|usage| !usage.digital_signature) {
        return Some(ChainReason::SignerUsage);
    }
    let purposes = signer.extensions.purposes.as_deref();
    let has = |wanted: &[u8]| purposes.is_some_and(|purposes| purposes.contains(&wanted));
    let fits = match purpose {
        Purpose::MasterList => has(oid::MASTER_LIST_SIGNING),
        Purpose::Document => {
            // Doc 9303 part 12 gives document signers none; one for something else is for something else.
            !has(oid::MASTER_LIST_SIGNING)
                && (!signer.extensions.purposes_are_critical || has(oid::ANY_EXTENDED_KEY_USAGE))
        }
    };
    if !fits {
        return Some(ChainReason::Purpose);
    }
    let mut below = 0u32;
    for authority in intermediates {
        if !authority.may_issue(below, false) {
            return Some(ChainReason::NotAnAuthority);
        }
        // Self-issued certificates do not count (RFC 5280 §6.1.4 (l)).
        if !authority.is_self_issued() {
            below = below.saturating_add(1);
        }
    }
    if anchor.may_issue(below, true) { None } else { Some(ChainReason::NotAnAuthority) }
}

/// What is accepted on a path although it is not as it should be.
pub(super) fn weaknesses(path: &Path<'_, '_, '_>, purpose: Purpose) -> Vec<&'static str> {
    let mut found = Vec::new();
    let mut add = |is_so: bool, word| {
        if is_so && !found.contains(&word) {
            found.push(word);
        }
    };
    for edge in path.edges() {
        if let Ok(scheme) = edge.certificate.scheme() {
            add(scheme.hash() == Hash::Sha1, "weakHash");
            add(edge.issuer.key_use().is_ok_and(|key| !key.allows(scheme)), "keyUse");
        }
        add(edge.key.is_weak(), "weakCurve");
    }
    // Doc 9303 part 12 §7.1.1 gives document signers no extended key usage: one for something else is for that.
    let purposes = path.certificates.first().and_then(|signer| signer.extensions.purposes.as_deref());
    let is_foreign = |purposes: &[&[u8]]| !purposes.contains(&oid::ANY_EXTENDED_KEY_USAGE);
    add(purpose == Purpose::Document && purposes.is_some_and(is_foreign), "foreignPurpose");
    found
}
