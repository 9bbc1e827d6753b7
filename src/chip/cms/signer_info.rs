//! One signer of a SignedData.

use std::borrow::Cow;

use crate::chip::certificate::Certificate;
use crate::chip::name::Name;
use crate::chip::tlv::{Element, Fault, TlvError, tag};

/// `SignerInfo`, RFC 5652 §5.3
#[derive(Clone, Debug)]
pub struct SignerInfo<'a> {
    /// Which certificate.
    pub sid: SignerId<'a>,
    /// Of the content.
    pub digest_algorithm: Element<'a>,
    /// The implicit `[0]`.
    pub(super) signed_attributes: Option<Element<'a>>,
    /// Of the signed attributes.
    pub signature_algorithm: Element<'a>,
    /// Its octets.
    pub(super) signature: Cow<'a, [u8]>,
}

/// How a signer is named.
#[derive(Clone, Debug)]
pub enum SignerId<'a> {
    /// Issuer and serial number of the certificate.
    IssuerAndSerial(Name<'a>, &'a [u8]),
    /// The certificate's subject key identifier.
    SubjectKey(&'a [u8]),
}

impl<'a> SignerInfo<'a> {
    pub(super) fn from_element(element: &Element<'a>) -> Result<Self, TlvError> {
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
}

/// `[0] IMPLICIT OCTET STRING` of SignerIdentifier.
const SUBJECT_KEY: u32 = 0x80;
