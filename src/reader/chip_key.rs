//! The chip's static key for Chip Authentication, and the way to agree with it (Doc 9303 part 11 §9.2.5, §9.2.6).

use super::agree::Generator;
use crate::chip::crypto::strip;
use crate::chip::key::PublicKey;
use crate::chip::lds::{PublicKeyInfo, SecurityInfo, SecurityInfos};
use crate::chip::oid;
use crate::chip::secure_messaging::Cipher;
use crate::chip::tlv::{Element, Rules, tag};

/// A key of DG14 that can be used here.
pub(super) struct ChipKey {
    pub(super) generator: Generator,
    /// The chip's public key: `04‖x‖y`, or as long as the prime.
    pub(super) public: Vec<u8>,
    /// Content octets of `id-CA-*`; `None`: DG14 names none, so it is 3DES (BSI TR-03110-3 §A.1.1.2).
    pub(super) protocol: Option<Vec<u8>>,
    pub(super) cipher: Cipher,
    pub(super) key_id: Option<u32>,
}

impl ChipKey {
    /// The key with the longest field among those that can be used.
    pub(super) fn choose(dg14: &[u8]) -> Option<Self> {
        let infos = SecurityInfos::dg14(dg14).ok()?;
        let keys = infos.infos.iter().filter_map(|info| match info {
            SecurityInfo::ChipAuthenticationKey(key) => Some(*key),
            _ => None,
        });
        // Evidence names a key by its id: one that its id does not lead to could not be judged.
        keys.filter(|key| infos.chip_key(key.key_id) == Some(*key))
            .filter_map(|key| Self::new(&infos, key))
            .max_by_key(|key| (key.protocol.is_some(), key.public.first() == Some(&4), key.public.len()))
    }

    fn new(infos: &SecurityInfos<'_>, info: PublicKeyInfo<'_>) -> Option<Self> {
        let protocol = infos.infos.iter().find_map(|other| match other {
            SecurityInfo::ChipAuthentication { protocol, key_id, .. } if *key_id == info.key_id => {
                Some(*protocol)
            }
            _ => None,
        });
        let cipher = match protocol.map(<[u8]>::last) {
            None | Some(Some(1)) => Cipher::TripleDes,
            Some(Some(2)) => Cipher::Aes128,
            Some(Some(3)) => Cipher::Aes192,
            Some(Some(4)) => Cipher::Aes256,
            _ => return None,
        };
        let spki = Element::only(info.spki, Rules::Ber).ok()?;
        let (generator, public) = match PublicKey::from_element(&spki) {
            Ok(PublicKey::Ec(key)) => (Generator::of_curve(key.curve)?, key.to_octets()),
            Ok(PublicKey::Rsa(_)) => return None,
            Err(_) => of_field(&spki)?,
        };
        let protocol = protocol.map(<[u8]>::to_vec);
        Some(Self { generator, public, protocol, cipher, key_id: info.key_id })
    }
}

/// p, g and y of a Diffie–Hellman key: `dhKeyAgreement { p, g, length? }` (PKCS #3 §9), `dhpublicnumber { p, g,
/// q, … }` (RFC 3279 §2.3.3).
fn of_field(spki: &Element<'_>) -> Option<(Generator, Vec<u8>)> {
    let mut parts = spki.children();
    let mut algorithm = parts.expect(tag::SEQUENCE).ok()?.children();
    if !oid::DIFFIE_HELLMAN.contains(&algorithm.expect(tag::OID).ok()?.content) {
        return None;
    }
    let mut numbers = algorithm.expect(tag::SEQUENCE).ok()?.children();
    let p = numbers.expect(tag::INTEGER).ok()?.unsigned().ok()?;
    let g = numbers.expect(tag::INTEGER).ok()?.unsigned().ok()?;
    let y = Element::only(parts.expect(tag::BIT_STRING).ok()?.whole_bits().ok()?, Rules::Ber).ok()?;
    let y = strip(y.expect(tag::INTEGER).ok()?.unsigned().ok()?);
    let (p, zeros) = (strip(p), strip(p).len().checked_sub(y.len())?);
    if !SIZES.contains(&p.len()) {
        return None;
    }
    Some((Generator::of_numbers(p, g)?, [vec![0; zeros].as_slice(), y].concat()))
}

/// Octets of a prime: 1,024 to 4,096 bits, as the verifier has it.
const SIZES: std::ops::RangeInclusive<usize> = 128..=512;
