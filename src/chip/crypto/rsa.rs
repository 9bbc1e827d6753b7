use cancuoc_modular::LongModulus;

use super::hash::Hash;
use super::octets::strip;

/// An RSA public key (RFC 8017 §3.1) of a size that this module works with.
#[derive(Clone, PartialEq, Eq)]
pub struct RsaKey {
    /// Big-endian, without leading zeros.
    modulus: Vec<u8>,
    exponent: Vec<u8>,
}

/// Why a key cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RsaError {
    /// Even, or an exponent below 3: no RSA key.
    BadKey,
    /// Longer than [`RsaKey::MAX_BITS`], or an exponent of more than 64 bits: refused to bound the work.
    TooLong,
}

impl RsaKey {
    /// The longest modulus. 6144 bits are in the field, 8192 in the test vectors of Wycheproof.
    pub const MAX_BITS: usize = 16_384;
    /// The longest exponent, in octets; 107903 is the largest seen.
    const MAX_EXPONENT: usize = 8;

    /// From two big-endian numbers.
    ///
    /// # Errors
    /// [`RsaError`]
    pub fn new(modulus: &[u8], exponent: &[u8]) -> Result<Self, RsaError> {
        let (modulus, exponent) = (strip(modulus), strip(exponent));
        let is_odd = |number: &[u8]| number.last().is_some_and(|octet| octet & 1 == 1);
        if !is_odd(modulus) || !is_odd(exponent) || exponent == [1] || modulus.len() < 32 {
            return Err(RsaError::BadKey);
        }
        if modulus.len() > Self::MAX_BITS / 8 || exponent.len() > Self::MAX_EXPONENT {
            return Err(RsaError::TooLong);
        }
        Ok(Self { modulus: modulus.to_vec(), exponent: exponent.to_vec() })
    }

    /// Bits of the modulus.
    pub fn bits(&self) -> usize {
        let unused = self.modulus.first().map_or(0, |octet| octet.leading_zeros());
        self.modulus.len().saturating_mul(8).saturating_sub(usize::try_from(unused).unwrap_or(0))
    }

    /// The modulus, big-endian.
    pub fn modulus(&self) -> &[u8] {
        &self.modulus
    }

    /// RSAVP1 (RFC 8017 §5.2.2): s^e mod n, as long as the modulus. `None` unless s has that length and is
    /// below n.
    pub fn recover(&self, signature: &[u8]) -> Option<Vec<u8>> {
        if signature.len() != self.modulus.len() || signature >= self.modulus.as_slice() {
            return None;
        }
        let octets = LongModulus::new(&self.modulus)?.power(signature, &self.exponent)?;
        let surplus = octets.len().checked_sub(self.modulus.len())?;
        octets.get(surplus..).map(<[u8]>::to_vec)
    }

    /// RSASSA-PKCS1-v1_5 (RFC 8017 §8.2.2): the whole encoded message is built and compared.
    pub fn verifies_pkcs1(&self, hash: Hash, digest: &[u8], signature: &[u8]) -> bool {
        let mut encoded = Vec::with_capacity(self.modulus.len());
        let info = digest_info(hash, digest);
        // 00 01 PS 00 T with at least eight octets of PS (§9.2).
        let Some(padding) = self.modulus.len().checked_sub(info.len().saturating_add(3)).filter(|n| *n >= 8)
        else {
            return false;
        };
        encoded.extend_from_slice(&[0, 1]);
        encoded.resize(padding.saturating_add(2), 0xFF);
        encoded.push(0);
        encoded.extend_from_slice(&info);
        self.recover(signature).is_some_and(|recovered| recovered == encoded)
    }

    /// RSASSA-PSS (RFC 8017 §8.1.2) with MGF1 and exactly this length of salt.
    pub fn verifies_pss(&self, hash: Hash, mgf: Hash, salt: usize, digest: &[u8], signature: &[u8]) -> bool {
        self.recover(signature)
            .and_then(|encoded| verify_pss(&encoded, self.bits().saturating_sub(1), hash, mgf, salt, digest))
            == Some(true)
    }
}

impl std::fmt::Debug for RsaKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RsaKey({} bits)", self.bits())
    }
}

/// EMSA-PSS-VERIFY, RFC 8017 §9.1.2; `None` and `Some(false)` are "inconsistent".
fn verify_pss(
    encoded: &[u8],
    bits: usize,
    hash: Hash,
    mgf: Hash,
    salt: usize,
    digest: &[u8],
) -> Option<bool> {
    // emLen = ⌈emBits/8⌉: one octet less than the modulus when emBits is a multiple of 8.
    let length = bits.div_ceil(8);
    let (above, encoded) = encoded.split_at_checked(encoded.len().checked_sub(length)?)?;
    if above.iter().any(|octet| *octet != 0) {
        return None;
    }
    let (trailer, rest) = encoded.split_last()?;
    if *trailer != 0xBC {
        return None;
    }
    let (masked, h) = rest.split_at_checked(rest.len().checked_sub(hash.size())?)?;
    let unused = length.checked_mul(8)?.checked_sub(bits)?;
    let keep = 0xFFu8.checked_shr(u32::try_from(unused).ok()?)?;
    if masked.first()? & !keep != 0 {
        return None;
    }
    let mask = mgf1(mgf, h, masked.len());
    let mut db: Vec<u8> = masked.iter().zip(&mask).map(|(a, b)| a ^ b).collect();
    *db.first_mut()? &= keep;
    let (padding, salt) = db.split_at_checked(db.len().checked_sub(salt)?)?;
    let (one, zeros) = padding.split_last()?;
    if *one != 1 || zeros.iter().any(|octet| *octet != 0) || digest.len() != hash.size() {
        return None;
    }
    Some(hash.digest(&[&[0; 8], digest, salt]) == h)
}

/// MGF1, RFC 8017 §B.2.1.
fn mgf1(hash: Hash, seed: &[u8], length: usize) -> Vec<u8> {
    let mut mask = Vec::with_capacity(length);
    let mut counter = 0u32;
    while mask.len() < length {
        mask.extend_from_slice(&hash.digest(&[seed, &counter.to_be_bytes()]));
        counter = counter.saturating_add(1);
    }
    mask.truncate(length);
    mask
}

/// `DigestInfo ::= SEQUENCE { SEQUENCE { OID, NULL }, OCTET STRING }` in DER (RFC 8017 §9.2).
fn digest_info(hash: Hash, digest: &[u8]) -> Vec<u8> {
    let octet = |length: usize| u8::try_from(length).unwrap_or(u8::MAX);
    let oid = hash.oid();
    let mut info = vec![0x30, octet(oid.len().saturating_add(digest.len()).saturating_add(8))];
    info.extend_from_slice(&[0x30, octet(oid.len().saturating_add(4)), 0x06, octet(oid.len())]);
    info.extend_from_slice(oid);
    info.extend_from_slice(&[0x05, 0x00, 0x04, octet(digest.len())]);
    info.extend_from_slice(digest);
    info
}
