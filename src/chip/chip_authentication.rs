//! Key agreement with the chip's static key, as a reader recorded it: Chip Authentication and PACE with
//! Chip Authentication Mapping.

use super::certificate::Certificate;
use super::chain::{Anchors, ChainStatus, Purpose};
use super::cms::read_signed_data;
use super::crypto::{DhKey, EcPoint, strip};
use super::denial::{Denial, failed};
use super::key::{KeyError, PublicKey};
use super::lds::{PublicKeyInfo, SecurityInfo, SecurityInfos};
use super::oid;
use super::revocation::RevocationList;
use super::secure_messaging::{Cipher, SessionMac};
use super::time::Moment;
use super::tlv::{Element, Rules, TlvError, tag};

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
    let cipher = cipher(&infos, info.key_id)?;
    let secret = shared_secret(info, terminal_key)?;
    let mac = SessionMac::derive(cipher, &secret);
    if mac.authenticates(2, response) { Ok(()) } else { Err(failed("the answer's checksum is wrong")) }
}

/// K = KA(SK_IFD, PK_IC): the x coordinate of the common point (BSI TR-03111 §4.3.1), or the common power
/// (RFC 2631 §2.1.2).
fn shared_secret(info: PublicKeyInfo<'_>, terminal_key: &[u8]) -> Result<Vec<u8>, Denial> {
    let not_a_key = || Denial::NotJudged("the terminal's key is no key of this group".to_owned());
    if let Some(numbers) = dh_numbers(info.spki).map_err(|_| failed("the chip's key is no key"))? {
        let key = DhKey::new(numbers.0, numbers.1).ok_or_else(|| failed("the chip's key is no key"))?;
        return key.agree(terminal_key).ok_or_else(not_a_key);
    }
    let key = ec_key(info)?;
    if !is_scalar(terminal_key, key.curve.n) {
        return Err(not_a_key());
    }
    let shared = EcPoint::combine(&[], None, terminal_key, &key).ok_or_else(|| failed("no shared secret"))?;
    Ok(shared.x().to_vec())
}

/// Two numbers, big-endian.
type Numbers<'a> = (&'a [u8], &'a [u8]);

/// p and y of a Diffie–Hellman key; `None` for another kind of key. In both forms p stands first:
/// `dhKeyAgreement { p, g, length? }` (PKCS #3 §9), `dhpublicnumber { p, g, q, … }` (RFC 3279 §2.3.3).
fn dh_numbers(spki: &[u8]) -> Result<Option<Numbers<'_>>, TlvError> {
    let mut parts = Element::only(spki, Rules::Ber)?.expect(tag::SEQUENCE)?.children();
    let mut algorithm = parts.expect(tag::SEQUENCE)?.children();
    if !oid::DIFFIE_HELLMAN.contains(&algorithm.expect(tag::OID)?.content) {
        return Ok(None);
    }
    let p = algorithm.expect(tag::SEQUENCE)?.children().expect(tag::INTEGER)?.unsigned()?;
    let y = Element::only(parts.expect(tag::BIT_STRING)?.whole_bits()?, Rules::Ber)?;
    parts.finish()?;
    Ok(Some((p, y.expect(tag::INTEGER)?.unsigned()?)))
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
    if !is_scalar(data, key.curve.n) {
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
        _ => Err(Denial::NotJudged("the chip's key is not supported".to_owned())),
    }
}

/// `id-CA-DH-*` or `id-CA-ECDH-*` of the same key id; without one it is 3DES (BSI TR-03110-3 §A.1.1.2).
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

/// Between 1 and the order.
fn is_scalar(number: &[u8], order: &[u8]) -> bool {
    let (number, order) = (strip(number), strip(order));
    !number.is_empty() && (number.len(), number) < (order.len(), order)
}

const MAX_CERTIFICATES: usize = 32;
