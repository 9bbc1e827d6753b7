//! The signed content with its certificates and signers.

use std::borrow::Cow;

use super::signer_info::SignerInfo;
use crate::chip::oid;
use crate::chip::tlv::{Element, Fault, Rules, TlvError, tag};

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

/// Reads the content of a file: one `ContentInfo`, what follows it left alone.
///
/// # Errors
/// As the bytes have it.
pub fn read_signed_data(bytes: &[u8]) -> Result<SignedData<'_>, TlvError> {
    SignedData::from_element(&Element::first(bytes, Rules::Ber)?)
}

/// A document has one signer; several are seen in master lists.
const MAX_SIGNERS: usize = 16;
