//! Active Authentication (Doc 9303 part 11 §6.1): the chip signs the caller's challenge with the key whose
//! public half is DG15.

use super::crypto::{EcPoint, Ecdsa, Hash, RsaKey};
use super::denial::{Denial, failed};
use super::key::{KeyError, PublicKey};
use super::lds;
use super::scheme::Scheme;
use super::tlv::{Element, Rules};
use super::trust::ActiveEvidence;

/// Judges an answer; both data groups are covered by an authentic EF.SOD. What is accepted although it is
/// not as it should be is named.
pub(super) fn check(
    dg14: Option<&[u8]>,
    dg15: Option<&[u8]>,
    evidence: ActiveEvidence<'_>,
) -> Result<Vec<&'static str>, Denial> {
    let dg15 = dg15.ok_or(Denial::NotSupported("there is no DG15"))?;
    if evidence.challenge.len() != CHALLENGE {
        return Err(Denial::NotJudged(format!("a challenge has {CHALLENGE} octets")));
    }
    let key = lds::dg15(dg15)
        .and_then(|spki| Element::only(spki, Rules::Ber))
        .map_err(KeyError::from)
        .and_then(|spki| PublicKey::from_element(&spki))
        .map_err(|error| match error {
            KeyError::Unsupported(_) | KeyError::UnknownCurve => {
                Denial::NotJudged("the key in DG15 is not supported".to_owned())
            }
            _ => failed("DG15 holds no key"),
        })?;
    match key {
        PublicKey::Rsa(key) => check_rsa(&key, evidence),
        PublicKey::Ec(key) => check_ecdsa(&key, dg14, evidence),
    }
}

/// ISO/IEC 9796-2 Digital Signature scheme 1 with partial recovery (Doc 9303 part 11 §6.1.2.2):
/// `6A ‖ M1 ‖ H(M1 ‖ challenge) ‖ trailer`.
fn check_rsa(key: &RsaKey, evidence: ActiveEvidence<'_>) -> Result<Vec<&'static str>, Denial> {
    let recovered = key.recover(evidence.response).ok_or_else(|| failed("an answer of the wrong length"))?;
    // Whoever signs takes the smaller of J and n − J; only one of them ends in C (ISO/IEC 9796-2 §B.6).
    let recovered = match recovered.last() {
        Some(last) if last & 0x0F == 0x0C => recovered,
        _ => subtract(key.modulus(), &recovered),
    };
    let (body, deviations) = match recovered.as_slice() {
        [0x6A, body @ ..] => (body, Vec::new()),
        [0, 0x6A, body @ ..] => (body, vec!["leadingZero"]),
        _ => return Err(failed("the recovered block does not begin with 6A")),
    };
    let (hash, body) = trailer(body).ok_or_else(|| failed("a trailer that names no known hash"))?;
    let split = body.len().checked_sub(hash.size()).and_then(|at| body.split_at_checked(at));
    let (message, digest) = split.ok_or_else(|| failed("the recovered block is too short"))?;
    if hash.digest(&[message, evidence.challenge]) != digest {
        return Err(failed("the answer is not of this challenge by this key"));
    }
    Ok(deviations)
}

/// The hash that the trailer names, and what stands before it (ISO/IEC 9796-2 §8.1; ISO/IEC 10118-3).
fn trailer(body: &[u8]) -> Option<(Hash, &[u8])> {
    match body {
        [rest @ .., 0xBC] => Some((Hash::Sha1, rest)),
        [rest @ .., 0x33, 0xCC] => Some((Hash::Sha1, rest)),
        [rest @ .., 0x34, 0xCC] => Some((Hash::Sha256, rest)),
        [rest @ .., 0x35, 0xCC] => Some((Hash::Sha512, rest)),
        [rest @ .., 0x36, 0xCC] => Some((Hash::Sha384, rest)),
        [rest @ .., 0x38, 0xCC] => Some((Hash::Sha224, rest)),
        _ => None,
    }
}

/// ECDSA, r‖s (BSI TR-03111 §5.2.1); some chips answer in DER. The hash is what DG14 says.
fn check_ecdsa(
    key: &EcPoint,
    dg14: Option<&[u8]>,
    evidence: ActiveEvidence<'_>,
) -> Result<Vec<&'static str>, Denial> {
    let mut deviations = Vec::new();
    let named = dg14
        .and_then(|file| lds::SecurityInfos::dg14(file).ok())
        .and_then(|infos| infos.active_authentication().map(hash_of_algorithm));
    let hashes = match named {
        Some(Some(hash)) => vec![hash],
        Some(None) => return Err(Denial::NotJudged("DG14 names an unknown algorithm".to_owned())),
        None => {
            // Doc 9303 part 11 §9.2.5 asks for it; without it every hash is tried.
            deviations.push("hashNotNamed");
            Hash::ALL.to_vec()
        }
    };
    let plain = Ecdsa::from_plain(evidence.response, key.curve);
    let signature = match plain {
        Ok(signature) => signature,
        Err(_) => {
            deviations.push("derSignature");
            Ecdsa::from_der(evidence.response).map_err(|_| failed("the answer is no signature"))?
        }
    };
    let holds = |hash: &Hash| key.verifies(&hash.digest(&[evidence.challenge]), signature);
    if hashes.iter().any(holds) {
        Ok(deviations)
    } else {
        Err(failed("the answer is not of this challenge by this key"))
    }
}

fn hash_of_algorithm(algorithm: &[u8]) -> Option<Hash> {
    match Scheme::by_oid(algorithm)? {
        Scheme::Ecdsa(hash) | Scheme::EcdsaPlain(hash) => Some(hash),
        Scheme::RsaPkcs1(_) | Scheme::RsaPss { .. } => None,
    }
}

/// a − b for a ≥ b of one length, big-endian.
fn subtract(a: &[u8], b: &[u8]) -> Vec<u8> {
    let mut borrow = false;
    let mut difference: Vec<u8> = a
        .iter()
        .zip(b)
        .rev()
        .map(|(a, b)| {
            let (step, first) = a.overflowing_sub(*b);
            let (step, second) = step.overflowing_sub(u8::from(borrow));
            borrow = first || second;
            step
        })
        .collect();
    difference.reverse();
    difference
}

/// RND.IFD, Doc 9303 part 11 §6.1.2.
const CHALLENGE: usize = 8;
