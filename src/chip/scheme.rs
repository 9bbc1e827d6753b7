//! Which signature algorithm, with all its parameters, an AlgorithmIdentifier names.

use super::crypto::{Ecdsa, Hash};
use super::key::PublicKey;
use super::oid;
use super::tlv::{Element, Fault, TlvError, tag};

/// A signature algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// RSASSA-PKCS1-v1_5
    RsaPkcs1(Hash),
    /// RSASSA-PSS
    RsaPss {
        /// Of the message.
        hash: Hash,
        /// Of MGF1; may be another one.
        mgf: Hash,
        /// Octets.
        salt: usize,
    },
    /// ECDSA, the signature in DER.
    Ecdsa(Hash),
    /// ECDSA, the signature as r‖s (BSI TR-03111 §5.2.1).
    EcdsaPlain(Hash),
}

/// Why a signature could not be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemeError {
    /// Malformed.
    Encoding(TlvError),
    /// An algorithm that this module does not know: its object identifier in dots, or what of it.
    Unsupported(String),
}

impl From<TlvError> for SchemeError {
    fn from(error: TlvError) -> Self {
        Self::Encoding(error)
    }
}

impl Scheme {
    /// From `AlgorithmIdentifier ::= SEQUENCE { OID, parameters ANY OPTIONAL }`. `digest` is the hash of a
    /// SignerInfo's `digestAlgorithm`, which alone says the hash when the algorithm is rsaEncryption
    /// (RFC 3370 §3.2).
    ///
    /// # Errors
    /// [`SchemeError`]
    pub fn from_element(element: &Element<'_>, digest: Option<Hash>) -> Result<Self, SchemeError> {
        let mut parts = element.expect(tag::SEQUENCE)?.children();
        let algorithm = parts.expect(tag::OID)?.content;
        match algorithm {
            oid::RSA_PSS => pss(&parts.expect(tag::SEQUENCE)?),
            oid::RSA => digest.map(Self::RsaPkcs1).ok_or_else(|| unsupported(algorithm)),
            _ => Self::by_oid(algorithm).ok_or_else(|| unsupported(algorithm)),
        }
    }

    /// The algorithm of this object identifier, if that says all.
    pub fn by_oid(algorithm: &[u8]) -> Option<Self> {
        SCHEMES.iter().find(|(oid, _)| *oid == algorithm).map(|(_, scheme)| *scheme)
    }

    /// The hash of the message.
    pub fn hash(self) -> Hash {
        match self {
            Self::RsaPkcs1(hash) | Self::RsaPss { hash, .. } | Self::Ecdsa(hash) | Self::EcdsaPlain(hash) => {
                hash
            }
        }
    }

    /// Whether the signature is of these octets by this key. A key of another kind never verifies.
    pub fn verifies(self, key: &PublicKey, message: &[u8], signature: &[u8]) -> bool {
        let digest = self.hash().digest(&[message]);
        match (self, key) {
            (Self::RsaPkcs1(hash), PublicKey::Rsa(key)) => key.verifies_pkcs1(hash, &digest, signature),
            (Self::RsaPss { hash, mgf, salt }, PublicKey::Rsa(key)) => {
                key.verifies_pss(hash, mgf, salt, &digest, signature)
            }
            (Self::Ecdsa(_), PublicKey::Ec(key)) => {
                Ecdsa::from_der(signature).is_ok_and(|signature| key.verifies(&digest, signature))
            }
            (Self::EcdsaPlain(_), PublicKey::Ec(key)) => Ecdsa::from_plain(signature, key.curve)
                .is_ok_and(|signature| key.verifies(&digest, signature)),
            _ => false,
        }
    }

    /// `RSA-PSS SHA-256`, `ECDSA SHA-512 brainpoolP512r1`, for people.
    pub fn describe(self, key: Option<&PublicKey>) -> String {
        let (kind, hash) = match self {
            Self::RsaPkcs1(hash) => ("RSA", hash),
            Self::RsaPss { hash, .. } => ("RSA-PSS", hash),
            Self::Ecdsa(hash) | Self::EcdsaPlain(hash) => ("ECDSA", hash),
        };
        match key {
            Some(key) => format!("{kind} {} {}", hash.name(), key.describe()),
            None => format!("{kind} {}", hash.name()),
        }
    }
}

/// A hash function's AlgorithmIdentifier; parameters are absent or NULL, and not looked at.
///
/// # Errors
/// [`SchemeError`]
pub fn hash_from_element(element: &Element<'_>) -> Result<Hash, SchemeError> {
    let algorithm = element.expect(tag::SEQUENCE)?.children().expect(tag::OID)?.content;
    Hash::by_oid(algorithm).ok_or_else(|| unsupported(algorithm))
}

/// RFC 4055 §3.1; what is absent has its default.
///
/// ```text
/// RSASSA-PSS-params ::= SEQUENCE {
///     hashAlgorithm    [0] HashAlgorithm    DEFAULT sha1Identifier,
///     maskGenAlgorithm [1] MaskGenAlgorithm DEFAULT mgf1SHA1Identifier,
///     saltLength       [2] INTEGER          DEFAULT 20,
///     trailerField     [3] INTEGER          DEFAULT 1 }
/// ```
fn pss(parameters: &Element<'_>) -> Result<Scheme, SchemeError> {
    let (mut hash, mut mgf, mut salt) = (Hash::Sha1, Hash::Sha1, 20);
    let mut parts = parameters.children();
    if let Some(part) = parts.optional(tag::CONTEXT_0)? {
        hash = hash_from_element(&part.children().read()?)?;
    }
    if let Some(part) = parts.optional(tag::CONTEXT_1)? {
        let mut function = part.children().expect(tag::SEQUENCE)?.children();
        let algorithm = function.expect(tag::OID)?.content;
        if algorithm != oid::MGF1 {
            return Err(unsupported(algorithm));
        }
        mgf = hash_from_element(&function.read()?)?;
    }
    if let Some(part) = parts.optional(tag::CONTEXT_2)? {
        let number = part.children().expect(tag::INTEGER)?;
        salt = usize::try_from(number.small()?).map_err(|_| number.error(Fault::BadValue("salt length")))?;
    }
    if let Some(part) = parts.optional(tag::CONTEXT_3)?
        && part.children().expect(tag::INTEGER)?.small()? != 1
    {
        return Err(SchemeError::Unsupported("PSS trailer".to_owned()));
    }
    parts.finish()?;
    Ok(Scheme::RsaPss { hash, mgf, salt })
}

fn unsupported(algorithm: &[u8]) -> SchemeError {
    SchemeError::Unsupported(oid::dotted(algorithm))
}

/// RFC 8017 §A.2.4, RFC 5758 §3.2, BSI TR-03111 §5.2.1.
const SCHEMES: [(&[u8], Scheme); 15] = [
    (&[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x05], Scheme::RsaPkcs1(Hash::Sha1)),
    (&[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0E], Scheme::RsaPkcs1(Hash::Sha224)),
    (&[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B], Scheme::RsaPkcs1(Hash::Sha256)),
    (&[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0C], Scheme::RsaPkcs1(Hash::Sha384)),
    (&[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0D], Scheme::RsaPkcs1(Hash::Sha512)),
    (&[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x01], Scheme::Ecdsa(Hash::Sha1)),
    (&[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x01], Scheme::Ecdsa(Hash::Sha224)),
    (&[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02], Scheme::Ecdsa(Hash::Sha256)),
    (&[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x03], Scheme::Ecdsa(Hash::Sha384)),
    (&[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x04], Scheme::Ecdsa(Hash::Sha512)),
    (&[0x04, 0x00, 0x7F, 0x00, 0x07, 0x01, 0x01, 0x04, 0x01, 0x01], Scheme::EcdsaPlain(Hash::Sha1)),
    (&[0x04, 0x00, 0x7F, 0x00, 0x07, 0x01, 0x01, 0x04, 0x01, 0x02], Scheme::EcdsaPlain(Hash::Sha224)),
    (&[0x04, 0x00, 0x7F, 0x00, 0x07, 0x01, 0x01, 0x04, 0x01, 0x03], Scheme::EcdsaPlain(Hash::Sha256)),
    (&[0x04, 0x00, 0x7F, 0x00, 0x07, 0x01, 0x01, 0x04, 0x01, 0x04], Scheme::EcdsaPlain(Hash::Sha384)),
    (&[0x04, 0x00, 0x7F, 0x00, 0x07, 0x01, 0x01, 0x04, 0x01, 0x05], Scheme::EcdsaPlain(Hash::Sha512)),
];
