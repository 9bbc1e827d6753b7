//! Key agreement with the chip's static key, as a reader recorded it: Chip Authentication and PACE with
//! Chip Authentication Mapping.

use super::certificate::Certificate;
use super::chain::{Anchors, ChainStatus, Purpose};
use super::clone::Denial;
use super::cms::read_signed_data;
use super::crypto::EcPoint;
use super::key::{KeyError, PublicKey};
use super::lds::{PublicKeyInfo, SecurityInfo, SecurityInfos};
use super::oid;
use super::revocation::RevocationList;
use super::secure_messaging::{Cipher, SessionMac};
use super::time::Moment;
use super::tlv::{Element, Rules};

/// Chip Authentication (Doc 9303 part 11 §6.2): from the caller's ephemeral private key and the chip's
/// public key in DG14 both sides derive session keys; only who knows the chip's private key could protect
/// the answer with them.
pub(super) fn agreement(
    dg14: Option<&[u8]>,
    terminal_key: &[u8],
    response: &[u8],
    key_id: Option<u32>,
) -> Result<(), Denial> {
    let dg14 = dg14.ok_or(Denial::NotSupported("there is no DG14"))?;
    let infos = SecurityInfos::dg14(dg14).map_err(|_| failed("DG14 cannot be read"))?;
    let info = infos.chip_key(key_id).ok_or(Denial::NotSupported("DG14 holds no such key"))?;
    let key = ec_key(info)?;
    let cipher = cipher(&infos, info.key_id)?;
    if terminal_key.iter().all(|octet| *octet == 0) || !is_below(terminal_key, key.curve.n) {
        return Err(Denial::NotJudged("the terminal's key is no key of this curve".to_owned()));
    }
    // K = KA(SK_IFD, PK_IC): the x coordinate (BSI TR-03111 §4.3.1).
    let shared = EcPoint::combine(&[], None, terminal_key, &key).ok_or_else(|| failed("no shared secret"))?;
    let mac = SessionMac::derive(cipher, shared.x());
    if mac.authenticates(2, response) { Ok(()) } else { Err(failed("the answer's checksum is wrong")) }
}

/// PACE-CAM (Doc 9303 part 11 §4.4.3.5): CA_IC = SK_IC⁻¹ · SK_Map,IC, so that CA_IC · PK_IC = PK_Map,IC.
/// PK_IC stands in EF.CardSecurity, which must be signed and chain to an anchor like EF.SOD.
pub(super) fn mapping(
    card_security: Option<&[u8]>,
    anchors: &Anchors<'_>,
    lists: &[RevocationList<'_>],
    at: Moment,
    public_key: &[u8],
    data: &[u8],
) -> Result<(), Denial> {
    let file = card_security.ok_or_else(|| Denial::NotJudged("there is no EF.CardSecurity".to_owned()))?;
    let content = authentic_content(file, anchors, lists, at)?;
    let infos = SecurityInfos::card_access(&content).map_err(|_| failed("EF.CardSecurity cannot be read"))?;
    let info = infos.chip_key(None).ok_or(Denial::NotSupported("EF.CardSecurity holds no key"))?;
    let key = ec_key(info)?;
    if data.iter().all(|octet| *octet == 0) || !is_below(data, key.curve.n) {
        return Err(failed("chip authentication data out of range"));
    }
    let mapping = EcPoint::from_octets(key.curve, public_key).map_err(|_| failed("no mapping key"))?;
    if EcPoint::combine(&[], None, data, &key) == Some(mapping) {
        Ok(())
    } else {
        Err(failed("the chip authentication data does not fit the mapping key"))
    }
}

/// The content of EF.CardSecurity, when its signature holds and its signer is trusted.
fn authentic_content(
    file: &[u8],
    anchors: &Anchors<'_>,
    lists: &[RevocationList<'_>],
    at: Moment,
) -> Result<Vec<u8>, Denial> {
    let not_authentic = |why: &str| Denial::NotJudged(format!("EF.CardSecurity is not authentic: {why}"));
    let data = read_signed_data(file).map_err(|error| not_authentic(&error.to_string()))?;
    if data.content_type != oid::SECURITY_OBJECT {
        return Err(not_authentic("another content type"));
    }
    let certificates: Vec<_> = data
        .certificates
        .iter()
        .take(MAX_CERTIFICATES)
        .filter_map(|element| Certificate::from_element(element).ok())
        .collect();
    for signer in &data.signers {
        for certificate in certificates.iter().filter(|certificate| signer.is(certificate)) {
            let holds = signer.verify(&data, certificate, false).is_ok();
            let chain = anchors.judge(certificate, &certificates, lists, at, Purpose::Document);
            if holds && chain.status == ChainStatus::Trusted {
                return Ok(data.content.into_owned());
            }
        }
    }
    Err(not_authentic("signature or chain"))
}

fn ec_key(info: PublicKeyInfo<'_>) -> Result<EcPoint, Denial> {
    let key = Element::only(info.spki, Rules::Ber)
        .map_err(KeyError::from)
        .and_then(|spki| PublicKey::from_element(&spki));
    match key {
        Ok(PublicKey::Ec(key)) => Ok(key),
        Err(KeyError::Encoding(_) | KeyError::OffCurve { .. }) => Err(failed("the chip's key is no key")),
        _ => Err(Denial::NotJudged("the chip's key is not supported (only elliptic curves are)".to_owned())),
    }
}

/// `id-CA-ECDH-*` of the same key id; without one it is 3DES (BSI TR-03110-3 §A.1.1.2).
fn cipher(infos: &SecurityInfos<'_>, key_id: Option<u32>) -> Result<Cipher, Denial> {
    let protocol = infos.infos.iter().find_map(|info| match info {
        SecurityInfo::ChipAuthentication { protocol, key_id: id, .. } if *id == key_id => Some(*protocol),
        _ => None,
    });
    match protocol.map(<[u8]>::last) {
        None | Some(Some(1)) => Ok(Cipher::TripleDes),
        Some(Some(2)) => Ok(Cipher::Aes128),
        Some(Some(3)) => Ok(Cipher::Aes192),
        Some(Some(4)) => Ok(Cipher::Aes256),
        _ => Err(Denial::NotJudged("an unknown cipher".to_owned())),
    }
}

/// Compares two big-endian numbers.
fn is_below(number: &[u8], bound: &[u8]) -> bool {
    let strip =
        |number: &[u8]| -> Vec<u8> { number.iter().copied().skip_while(|octet| *octet == 0).collect() };
    let (number, bound) = (strip(number), strip(bound));
    (number.len(), number) < (bound.len(), bound)
}

fn failed(detail: &str) -> Denial {
    Denial::Failed(detail.to_owned())
}

const MAX_CERTIFICATES: usize = 32;
