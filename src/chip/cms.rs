//! CMS SignedData (RFC 5652 §5), as EF.SOD, EF.CardSecurity and master lists use it.

use std::borrow::Cow;

use super::certificate::Certificate;
use super::crypto::{CURVES, EcPoint, Ecdsa, Hash};
use super::key::{KeyError, PublicKey};
use super::name::Name;
use super::oid;
use super::scheme::{Scheme, SchemeError, hash_from_element};
use super::time::Instant;
use super::tlv::{Element, Fault, Rules, TlvError, tag};

/// A signed content that could be read. Nothing in it has been checked.
#[derive(Clone, Debug)]
pub struct SignedData<'a> {
    /// `eContentType`, content octets.
    pub content_type: &'a [u8],
    /// `eContent`, joined when it came in pieces.
    pub content: Cow<'a, [u8]>,
    /// The certificates that came along; none is trusted for that.
    pub certificates: Vec<Element<'a>>,
    /// Who signed.
    pub signers: Vec<SignerInfo<'a>>,
}

/// `SignerInfo`, RFC 5652 §5.3
#[derive(Clone, Debug)]
pub struct SignerInfo<'a> {
    /// Which certificate.
    pub sid: SignerId<'a>,
    /// Of the content.
    pub digest_algorithm: Element<'a>,
    /// The implicit `[0]`.
    signed_attributes: Option<Element<'a>>,
    /// Of the signed attributes.
    pub signature_algorithm: Element<'a>,
    signature: Cow<'a, [u8]>,
}

/// How a signer is named.
#[derive(Clone, Debug)]
pub enum SignerId<'a> {
    /// Issuer and serial number of the certificate.
    IssuerAndSerial(Name<'a>, &'a [u8]),
    /// The certificate's subject key identifier.
    SubjectKey(&'a [u8]),
}

/// A signature that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// E.g. `ECDSA SHA-256 P-256`.
    pub algorithm: String,
    /// What was accepted although it is not as it should be.
    pub deviations: Vec<&'static str>,
    /// When the signer says that it signed; shown, not trusted.
    pub signing_time: Option<Instant>,
}

/// Why a signature does not hold, or cannot be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureProblem {
    /// There are no signed attributes, or one of the two that must be there is not there exactly once.
    Attribute(&'static str),
    /// `messageDigest` is not the hash of the content.
    ContentDigest,
    /// The attribute `contentType` is not the type of the content.
    ContentType,
    /// `digestAlgorithm` and `signatureAlgorithm` use two hash functions.
    Hashes,
    /// The signature is not of these attributes by this key.
    Signature,
    /// An RSA signer below 2048 bits.
    ShortKey,
    /// Something that this module does not know: which.
    Unsupported(String),
    /// Malformed.
    Encoding(TlvError),
}

impl SignatureProblem {
    /// For an engineer.
    pub fn describe(&self) -> String {
        match self {
            Self::Attribute(name) => format!("{name} is not there exactly once"),
            Self::ContentDigest => "messageDigest is not the hash of the content".to_owned(),
            Self::ContentType => "the attribute contentType is not eContentType".to_owned(),
            Self::Hashes => "digestAlgorithm and signatureAlgorithm use two hash functions".to_owned(),
            Self::Signature => "the signature is not of these attributes by this key".to_owned(),
            Self::ShortKey => "an RSA signer needs 2048 bits".to_owned(),
            Self::Unsupported(what) => format!("not supported: {what}"),
            Self::Encoding(error) => error.to_string(),
        }
    }
}

impl<'a> SignedData<'a> {
    /// From `ContentInfo ::= SEQUENCE { signedData OID, [0] SignedData }`, BER or DER.
    ///
    /// # Errors
    /// As the bytes have it.
    pub fn from_element(element: &Element<'a>) -> Result<Self, TlvError> {
        let mut info = element.expect(tag::SEQUENCE)?.children();
        let kind = info.expect(tag::OID)?;
        if kind.content != oid::SIGNED_DATA {
            return Err(kind.error(Fault::BadValue("CMS type, signedData")));
        }
        let mut parts = info.expect(tag::CONTEXT_0)?.children().expect(tag::SEQUENCE)?.children();
        parts.expect(tag::INTEGER)?;
        parts.expect(tag::SET)?;
        let mut encapsulated = parts.expect(tag::SEQUENCE)?.children();
        let content_type = encapsulated.expect(tag::OID)?.content;
        let content = encapsulated.expect(tag::CONTEXT_0)?.children().read()?;
        if !matches!(content.tag, tag::OCTET_STRING | tag::OCTET_STRING_CONSTRUCTED) {
            return Err(content.error(Fault::Unexpected { expected: tag::OCTET_STRING, found: content.tag }));
        }
        let content = content.octets()?;
        let mut certificates = Vec::new();
        if let Some(set) = parts.optional(tag::CONTEXT_0)? {
            let mut set = set.children();
            while !set.is_empty() {
                let certificate = set.read()?;
                // Other kinds of certificates are context-tagged (RFC 5652 §10.2.2).
                if certificate.tag == tag::SEQUENCE {
                    certificates.push(certificate);
                }
            }
        }
        parts.optional(tag::CONTEXT_1)?;
        let mut signers = Vec::new();
        let mut set = parts.expect(tag::SET)?.children();
        while !set.is_empty() {
            let signer = set.read()?;
            if signers.len() >= MAX_SIGNERS {
                return Err(signer.error(Fault::TooMany));
            }
            signers.push(SignerInfo::from_element(&signer)?);
        }
        Ok(Self { content_type, content, certificates, signers })
    }
}

impl<'a> SignerInfo<'a> {
    fn from_element(element: &Element<'a>) -> Result<Self, TlvError> {
        let mut parts = element.expect(tag::SEQUENCE)?.children();
        parts.expect(tag::INTEGER)?;
        let sid = match parts.read()? {
            id if id.tag == tag::SEQUENCE => {
                let mut id = id.children();
                let issuer = Name::from_element(id.expect(tag::SEQUENCE)?)?;
                SignerId::IssuerAndSerial(issuer, id.expect(tag::INTEGER)?.content)
            }
            id if id.tag == SUBJECT_KEY => SignerId::SubjectKey(id.content),
            id => return Err(id.error(Fault::Unexpected { expected: tag::SEQUENCE, found: id.tag })),
        };
        let digest_algorithm = parts.expect(tag::SEQUENCE)?;
        let signed_attributes = parts.optional(tag::CONTEXT_0)?;
        let signature_algorithm = parts.expect(tag::SEQUENCE)?;
        let signature = parts.read()?;
        if !matches!(signature.tag, tag::OCTET_STRING | tag::OCTET_STRING_CONSTRUCTED) {
            return Err(
                signature.error(Fault::Unexpected { expected: tag::OCTET_STRING, found: signature.tag })
            );
        }
        let signature = signature.octets()?;
        Ok(Self { sid, digest_algorithm, signed_attributes, signature_algorithm, signature })
    }

    /// Whether the certificate is the one that the signer names.
    pub fn is(&self, certificate: &Certificate<'_>) -> bool {
        match &self.sid {
            SignerId::IssuerAndSerial(issuer, serial) => {
                *serial == certificate.serial && issuer.matches(&certificate.issuer)
            }
            SignerId::SubjectKey(key) => certificate.extensions.subject_key == Some(key),
        }
    }

    /// Checks the signature with the certificate's key: attributes, digest of the content, signature of
    /// the attributes. `report_curve`: accept a signature on another curve than the key names, and say so.
    ///
    /// # Errors
    /// [`SignatureProblem`]
    pub fn verify(
        &self,
        data: &SignedData<'_>,
        certificate: &Certificate<'_>,
        report_curve: bool,
    ) -> Result<Verified, SignatureProblem> {
        let digest = hash_from_element(&self.digest_algorithm)?;
        let scheme = Scheme::from_element(&self.signature_algorithm, Some(digest))?;
        let attributes = Attributes::read(self.signed_attributes.as_ref())?;
        if attributes.content_type != data.content_type {
            return Err(SignatureProblem::ContentType);
        }
        if attributes.message_digest != digest.digest(&[&data.content]) {
            return Err(SignatureProblem::ContentDigest);
        }
        // RFC 5754 §3: one hash for both. An answer to which one counts would be a choice of the forger.
        if scheme.hash() != digest {
            return Err(SignatureProblem::Hashes);
        }
        let mut deviations = Vec::new();
        let key = match certificate.key() {
            Ok(key) => Some(key),
            Err(KeyError::OffCurve { .. }) if report_curve => None,
            Err(error) => return Err(error.into()),
        };
        if key.as_ref().is_some_and(|key| !key.may_sign()) {
            return Err(SignatureProblem::ShortKey);
        }
        let holds = |key: &PublicKey, message: &[u8]| scheme.verifies(key, message, &self.signature);
        let sorted = attributes.sorted()?;
        let forms = [(&attributes.as_received, None), (&sorted, Some("sortedAttributes"))];
        // A sorted form that is the received one need not be tried twice.
        let forms = if attributes.as_received == sorted { forms.get(..1) } else { forms.get(..) };
        for (message, deviation) in forms.unwrap_or_default() {
            let found = match &key {
                Some(key) => holds(key, message).then(|| key.clone()),
                None => None,
            };
            let found = match found {
                None if report_curve => self.on_another_curve(certificate, scheme.hash(), message),
                found => found,
            };
            if let Some(found) = found {
                deviations.extend(deviation);
                if key.as_ref() != Some(&found) {
                    deviations.push("curveMismatch");
                }
                return Ok(Verified {
                    algorithm: scheme.describe(Some(&found)),
                    deviations,
                    signing_time: attributes.signing_time,
                });
            }
        }
        Err(SignatureProblem::Signature)
    }

    /// A key on another curve of the same size, which made this signature.
    fn on_another_curve(
        &self,
        certificate: &Certificate<'_>,
        hash: Hash,
        message: &[u8],
    ) -> Option<PublicKey> {
        let (named, octets) = match certificate.key() {
            Err(KeyError::OffCurve { curve, octets }) => (curve, octets),
            Ok(PublicKey::Ec(key)) => (key.curve, key.to_octets()),
            _ => return None,
        };
        let digest = hash.digest(&[message]);
        let signature = Ecdsa::from_der(&self.signature).ok()?;
        CURVES
            .iter()
            .filter(|curve| *curve != named && curve.size() == named.size())
            .filter_map(|curve| EcPoint::from_octets(curve, &octets).ok())
            .find(|key| key.verifies(&digest, signature))
            .map(PublicKey::Ec)
    }
}

struct Attributes<'a> {
    /// With the tag of a SET instead of the implicit `[0]` (RFC 5652 §5.4).
    as_received: Vec<u8>,
    attributes: Vec<&'a [u8]>,
    content_type: &'a [u8],
    message_digest: Cow<'a, [u8]>,
    signing_time: Option<Instant>,
}

impl<'a> Attributes<'a> {
    /// `contentType` and `messageDigest` stand exactly once, with exactly one value (RFC 5652 §11.1, §11.2);
    /// what is absent is a failure, never a pass.
    fn read(set: Option<&Element<'a>>) -> Result<Self, SignatureProblem> {
        let set = set.ok_or(SignatureProblem::Attribute("signedAttrs"))?;
        let mut attributes = Vec::new();
        let (mut content_types, mut digests, mut signing_time) = (Vec::new(), Vec::new(), None);
        let mut reader = set.children();
        while !reader.is_empty() {
            let attribute = reader.expect(tag::SEQUENCE)?;
            if attributes.len() >= MAX_ATTRIBUTES {
                return Err(attribute.error(Fault::TooMany).into());
            }
            attributes.push(attribute.raw);
            let mut parts = attribute.children();
            let kind = parts.expect(tag::OID)?.content;
            let values = parts.expect(tag::SET)?;
            match kind {
                oid::CONTENT_TYPE => content_types.push(values),
                oid::MESSAGE_DIGEST => digests.push(values),
                oid::SIGNING_TIME => {
                    signing_time =
                        values.children().read().and_then(|time| Instant::from_element(&time)).ok();
                }
                _ => {}
            }
        }
        let content_type = the_one(&content_types, "contentType")?.expect(tag::OID)?.content;
        let message_digest = the_one(&digests, "messageDigest")?.octets()?;
        let rest = set.raw.get(1..).unwrap_or_default();
        let as_received = [&[0x31], rest].concat();
        Ok(Self { as_received, attributes, content_type, message_digest, signing_time })
    }

    /// The SET OF in DER: by the order of the encodings (X.690 §11.6), the length in its shortest form.
    fn sorted(&self) -> Result<Vec<u8>, SignatureProblem> {
        // By hand: at most 64, and the library's sort is 5 KB of code.
        let mut attributes: Vec<&[u8]> = Vec::with_capacity(self.attributes.len());
        for attribute in &self.attributes {
            let place = attributes.iter().take_while(|other| *other < attribute).count();
            attributes.insert(place, attribute);
        }
        let content = attributes.concat();
        let mut set = vec![0x31];
        let too_long = || SignatureProblem::Attribute("signedAttrs");
        let length = u32::try_from(content.len()).map_err(|_| too_long())?.to_be_bytes();
        let significant: Vec<u8> = length.iter().copied().skip_while(|octet| *octet == 0).collect();
        match significant.as_slice() {
            [] => set.push(0),
            [short @ 0..=0x7F] => set.push(*short),
            long => {
                set.push(u8::try_from(long.len()).map_err(|_| too_long())? | 0x80);
                set.extend_from_slice(long);
            }
        }
        set.extend_from_slice(&content);
        Ok(set)
    }
}

fn the_one<'a>(found: &[Element<'a>], name: &'static str) -> Result<Element<'a>, SignatureProblem> {
    let [values] = found else { return Err(SignatureProblem::Attribute(name)) };
    let mut values = values.children();
    let value = values.read().map_err(|_| SignatureProblem::Attribute(name))?;
    if values.is_empty() { Ok(value) } else { Err(SignatureProblem::Attribute(name)) }
}

impl From<TlvError> for SignatureProblem {
    fn from(error: TlvError) -> Self {
        Self::Encoding(error)
    }
}

impl From<SchemeError> for SignatureProblem {
    fn from(error: SchemeError) -> Self {
        match error {
            SchemeError::Encoding(error) => Self::Encoding(error),
            SchemeError::Unsupported(what) => Self::Unsupported(what),
        }
    }
}

impl From<KeyError> for SignatureProblem {
    fn from(error: KeyError) -> Self {
        match error {
            KeyError::Encoding(error) => Self::Encoding(error),
            KeyError::Unsupported(what) => Self::Unsupported(what),
            KeyError::UnknownCurve => Self::Unsupported("curve".to_owned()),
            KeyError::Rsa(super::crypto::RsaError::TooLong) => Self::Unsupported("RSA key length".to_owned()),
            KeyError::OffCurve { .. } | KeyError::Rsa(_) => Self::Signature,
        }
    }
}

/// A document has one signer; several are seen in master lists.
const MAX_SIGNERS: usize = 16;
/// Three are usual.
const MAX_ATTRIBUTES: usize = 64;
/// `[0] IMPLICIT OCTET STRING` of SignerIdentifier.
const SUBJECT_KEY: u32 = 0x80;

/// Reads the content of a file: one `ContentInfo`, what follows it left alone.
///
/// # Errors
/// As the bytes have it.
pub fn read_signed_data(bytes: &[u8]) -> Result<SignedData<'_>, TlvError> {
    SignedData::from_element(&Element::first(bytes, Rules::Ber)?)
}
