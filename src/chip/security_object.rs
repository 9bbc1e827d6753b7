//! The LDS security object: the hashes of the data groups, which EF.SOD signs (Doc 9303 part 10 §4.6.2).

use std::borrow::Cow;

use super::crypto::Hash;
use super::oid;
use super::scheme::{SchemeError, hash_from_element};
use super::tlv::{Element, Fault, Rules, tag};

/// The hashes, as they stand.
///
/// ```text
/// LDSSecurityObject ::= SEQUENCE {
///     version                INTEGER { v0(0), v1(1) },
///     hashAlgorithm          DigestAlgorithmIdentifier,
///     dataGroupHashValues    SEQUENCE SIZE (2..16) OF SEQUENCE { INTEGER, OCTET STRING },
///     ldsVersionInfo         SEQUENCE { PrintableString, PrintableString } OPTIONAL -- v1 -- }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecurityObject<'a> {
    /// 0 or 1.
    pub version: u32,
    /// Of all data groups.
    pub hash: Hash,
    /// Number of the data group and its hash, in the order of the file; a number stands once.
    pub groups: Vec<(u32, Cow<'a, [u8]>)>,
}

impl<'a> SecurityObject<'a> {
    /// Reads the signed content. What follows the known elements is left alone: a later version may add.
    ///
    /// # Errors
    /// As the bytes have it; a data group that stands twice, or a hash of another length, is refused.
    pub fn new(content: &'a [u8]) -> Result<Self, SchemeError> {
        let object = Element::first(content, Rules::Ber)?.expect(tag::SEQUENCE)?;
        let mut parts = object.children();
        let version = parts.expect(tag::INTEGER)?.small()?;
        let hash = hash_from_element(&parts.expect(tag::SEQUENCE)?)?;
        let mut groups: Vec<(u32, Cow<'a, [u8]>)> = Vec::new();
        let mut list = parts.expect(tag::SEQUENCE)?.children();
        while !list.is_empty() {
            let group = list.expect(tag::SEQUENCE)?;
            let mut pair = group.children();
            let number = pair.expect(tag::INTEGER)?.small()?;
            let value = pair.read()?.octets()?;
            let is_new = groups.iter().all(|(other, _)| *other != number);
            if !is_new || !(1..=16).contains(&number) || value.len() != hash.size() {
                return Err(group.error(Fault::BadValue("data group hash")).into());
            }
            groups.push((number, value));
        }
        if groups.is_empty() {
            return Err(object.error(Fault::BadValue("list of hashes")).into());
        }
        Ok(Self { version, hash, groups })
    }
}

/// Which types of content are read as a security object: the right one without, others that are seen in
/// the field with the word for a deviation; `None` for all else.
pub fn accepted_content_type(content_type: &[u8]) -> Option<Option<&'static str>> {
    match content_type {
        oid::LDS_SECURITY_OBJECT => Some(None),
        oid::LDS_DRAFT_1 | oid::LDS_DRAFT_2 | oid::DATA => Some(Some("contentType")),
        _ => None,
    }
}
