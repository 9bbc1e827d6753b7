//! X.509 certificates: read as they stand (RFC 5280 §4), with nothing of them trusted.

use super::budget::{Budget, hashing, octets_in};
use super::crypto::Hash;
use super::key::{KeyError, PublicKey};
use super::key_use::KeyUse;
use super::name::Name;
use super::oid;
use super::scheme::{Scheme, SchemeError};
use super::time::{Instant, Validity};
use super::tlv::{Element, Fault, Rules, TlvError, tag};

/// A certificate that could be read. Its signature has not been checked.
///
/// Read by BER: what is signed is hashed as it stands, so a length in long form hurts nobody, and issuers
/// in the field write some.
#[derive(Clone, Debug)]
pub struct Certificate<'a> {
    /// The whole encoding.
    pub raw: &'a [u8],
    /// What the issuer signed.
    tbs: &'a [u8],
    /// 1, 2 or 3.
    pub version: u32,
    /// Content octets of the serial number, as they stand.
    pub serial: &'a [u8],
    /// Who signed it, by name.
    pub issuer: Name<'a>,
    /// Whose key it holds.
    pub subject: Name<'a>,
    /// From when to when.
    pub validity: Validity,
    key: Element<'a>,
    inner_algorithm: Element<'a>,
    outer_algorithm: Element<'a>,
    signature: &'a [u8],
    /// What its extensions say.
    pub extensions: Extensions<'a>,
}

/// The extensions that count for a document signer (Doc 9303 part 12 §7.1).
#[derive(Clone, Debug, Default)]
pub struct Extensions<'a> {
    /// Subject key identifier.
    pub subject_key: Option<&'a [u8]>,
    /// Key identifier of the issuer.
    pub authority_key: Option<&'a [u8]>,
    /// Basic constraints; absent means: no authority.
    pub basic: Option<BasicConstraints>,
    /// Key usage; absent means: anything.
    pub usage: Option<KeyUsage>,
    /// Extended key usage: the object identifiers.
    pub purposes: Option<Vec<&'a [u8]>>,
    /// The extended key usage is critical.
    pub purposes_are_critical: bool,
    /// The first critical extension that this module does not know.
    pub unknown_critical: Option<&'a [u8]>,
}

/// RFC 5280 §4.2.1.9
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BasicConstraints {
    /// May sign certificates.
    pub is_authority: bool,
    /// How many intermediate authorities may follow.
    pub path_length: Option<u32>,
}

/// RFC 5280 §4.2.1.3, the three that count here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyUsage {
    /// Bit 0.
    pub digital_signature: bool,
    /// Bit 5.
    pub certificates: bool,
    /// Bit 6.
    pub revocation_lists: bool,
}

impl<'a> Certificate<'a> {
    /// One certificate and nothing after it.
    ///
    /// # Errors
    /// As the bytes have it.
    pub fn new(bytes: &'a [u8]) -> Result<Self, TlvError> {
        Self::from_element(&Element::only(bytes, Rules::Ber)?)
    }

    /// The same, paid for.
    ///
    /// # Errors
    /// As the bytes have it; [`Fault::Spent`]
    pub(super) fn only_within(bytes: &'a [u8], budget: &Budget) -> Result<Self, TlvError> {
        Self::within(&Element::only(bytes, Rules::Ber)?, budget)
    }

    /// One certificate within a larger structure, paid for.
    ///
    /// # Errors
    /// As the bytes have it; [`Fault::Spent`]
    pub(super) fn within(element: &Element<'a>, budget: &Budget) -> Result<Self, TlvError> {
        budget.spend(octets_in(element.raw.len().min(LONGEST_READ), 128).saturating_add(4))?;
        Self::from_element(element)
    }

    /// One certificate within a larger structure.
    ///
    /// # Errors
    /// As the bytes have it.
    pub fn from_element(element: &Element<'a>) -> Result<Self, TlvError> {
        let mut outer = element.expect(tag::SEQUENCE)?.children();
        let tbs = outer.expect(tag::SEQUENCE)?;
        let outer_algorithm = outer.expect(tag::SEQUENCE)?;
        let signature = outer.expect(tag::BIT_STRING)?.whole_bits()?;
        outer.finish()?;

        let mut parts = tbs.children();
        let version = match parts.optional(tag::CONTEXT_0)? {
            Some(version) => version.children().expect(tag::INTEGER)?.small()?.saturating_add(1),
            None => 1,
        };
        let serial = parts.expect(tag::INTEGER)?.content;
        let inner_algorithm = parts.expect(tag::SEQUENCE)?;
        let issuer = Name::from_element(parts.expect(tag::SEQUENCE)?)?;
        let mut times = parts.expect(tag::SEQUENCE)?.children();
        let from = Instant::from_element(&times.read()?)?;
        let to = Instant::from_element(&times.read()?)?;
        times.finish()?;
        let subject = Name::from_element(parts.expect(tag::SEQUENCE)?)?;
        let key = parts.expect(tag::SEQUENCE)?;
        // issuerUniqueID, subjectUniqueID: read over.
        parts.optional(UNIQUE_1)?;
        parts.optional(UNIQUE_2)?;
        let extensions = match parts.optional(tag::CONTEXT_3)? {
            Some(wrapper) => Extensions::from_element(&wrapper)?,
            None => Extensions::default(),
        };
        parts.finish()?;
        Ok(Self {
            raw: element.raw,
            tbs: tbs.raw,
            version,
            serial,
            issuer,
            subject,
            validity: Validity { from, to },
            key,
            inner_algorithm,
            outer_algorithm,
            signature,
            extensions,
        })
    }

    /// The key. Read when it is needed: a list holds hundreds.
    ///
    /// # Errors
    /// [`KeyError`]
    pub fn key(&self) -> Result<PublicKey, KeyError> {
        PublicKey::from_element(&self.key)
    }

    /// The key, paid for.
    ///
    /// # Errors
    /// [`KeyError`]; within it [`Fault::Spent`]
    pub(super) fn key_within(&self, budget: &Budget) -> Result<PublicKey, KeyError> {
        let octets = self.key_use().map_or(&[][..], |key| key.octets);
        budget.spend(octets_in(octets.len(), 16).saturating_add(match octets {
            [_, 2 | 3, ..] => SQUARE_ROOT,
            _ => 30,
        }))?;
        self.key()
    }

    /// What the key may be used for.
    ///
    /// # Errors
    /// [`SchemeError`]
    pub fn key_use(&self) -> Result<KeyUse<'a>, SchemeError> {
        KeyUse::from_element(&self.key)
    }

    /// The `SubjectPublicKeyInfo` as it stands.
    pub fn key_raw(&self) -> &'a [u8] {
        self.key.raw
    }

    /// How the issuer signed it; inner and outer algorithm must be the same (RFC 5280 §4.1.1.2).
    ///
    /// # Errors
    /// [`SchemeError`]
    pub fn scheme(&self) -> Result<Scheme, SchemeError> {
        if self.inner_algorithm.content != self.outer_algorithm.content {
            return Err(self
                .outer_algorithm
                .error(Fault::BadValue("algorithm, inner and outer the same"))
                .into());
        }
        Scheme::from_element(&self.outer_algorithm, None)
    }

    /// Whether this key signed it.
    ///
    /// # Errors
    /// [`SchemeError`] when that cannot be said.
    pub fn is_signed_by(&self, key: &PublicKey) -> Result<bool, SchemeError> {
        Ok(self.scheme()?.verifies(key, self.tbs, self.signature))
    }

    /// The same, paid for.
    ///
    /// # Errors
    /// [`SchemeError`]; within it [`Fault::Spent`]
    pub(super) fn is_signed_within(&self, key: &PublicKey, budget: &Budget) -> Result<bool, SchemeError> {
        budget.spend(hashing(self.tbs.len()).saturating_add(key.cost()))?;
        self.is_signed_by(key)
    }

    /// The name of the issuer is this one's subject, and the key identifiers, where both are there, agree.
    pub fn names_as_issuer(&self, issuer: &Self) -> bool {
        self.issuer.matches(&issuer.subject)
            && match (self.extensions.authority_key, issuer.extensions.subject_key) {
                (Some(wanted), Some(found)) => wanted == found,
                _ => true,
            }
    }

    /// Names itself as its issuer.
    pub fn is_self_issued(&self) -> bool {
        self.issuer.matches(&self.subject)
    }

    /// May sign certificates, and so many authorities may stand below it on the path. Version 1 has no way
    /// to say so and is an authority only as an anchor.
    pub fn may_issue(&self, authorities_below: u32, is_anchor: bool) -> bool {
        let usage = self.extensions.usage.is_none_or(|usage| usage.certificates);
        let basic = match self.extensions.basic {
            Some(basic) => {
                basic.is_authority && basic.path_length.is_none_or(|length| authorities_below <= length)
            }
            None => is_anchor && self.version < 3,
        };
        usage && basic
    }

    /// SHA-256 of the whole encoding, by which people compare certificates.
    pub fn fingerprint(&self) -> String {
        Hash::Sha256.digest(&[self.raw]).iter().map(|octet| format!("{octet:02x}")).collect()
    }
}

impl<'a> Extensions<'a> {
    /// `[3] SEQUENCE OF SEQUENCE { OID, critical BOOLEAN DEFAULT FALSE, value OCTET STRING }`; one that
    /// stands twice is an error (RFC 5280 §4.2).
    fn from_element(wrapper: &Element<'a>) -> Result<Self, TlvError> {
        let mut wrapper_parts = wrapper.children();
        let mut list = wrapper_parts.expect(tag::SEQUENCE)?.children();
        wrapper_parts.finish()?;
        let mut extensions = Self::default();
        let mut seen: Vec<&[u8]> = Vec::new();
        while !list.is_empty() {
            let extension = list.expect(tag::SEQUENCE)?;
            let mut parts = extension.children();
            let id = parts.expect(tag::OID)?.content;
            let critical = parts.optional(tag::BOOLEAN)?.map(|flag| flag.boolean()).transpose()?;
            let critical = critical.unwrap_or(false);
            let value = parts.expect(tag::OCTET_STRING)?;
            parts.finish()?;
            if seen.contains(&id) || seen.len() >= MAX_EXTENSIONS {
                return Err(extension.error(Fault::BadValue("extension, standing once")));
            }
            seen.push(id);
            extensions.take(id, critical, &value)?;
        }
        Ok(extensions)
    }

    fn take(&mut self, id: &'a [u8], critical: bool, value: &Element<'a>) -> Result<(), TlvError> {
        let mut inner = value.inner();
        match id {
            oid::SUBJECT_KEY_IDENTIFIER => self.subject_key = Some(inner.expect(tag::OCTET_STRING)?.content),
            oid::AUTHORITY_KEY_IDENTIFIER => {
                let mut parts = inner.expect(tag::SEQUENCE)?.children();
                self.authority_key = parts.optional(KEY_IDENTIFIER)?.map(|id| id.content);
            }
            oid::BASIC_CONSTRAINTS => {
                let mut parts = inner.expect(tag::SEQUENCE)?.children();
                let is_authority = parts.optional(tag::BOOLEAN)?.map(|flag| flag.boolean()).transpose()?;
                let path_length = parts.optional(tag::INTEGER)?.map(|length| length.small()).transpose()?;
                parts.finish()?;
                self.basic =
                    Some(BasicConstraints { is_authority: is_authority.unwrap_or(false), path_length });
            }
            oid::KEY_USAGE => {
                let bits = inner.expect(tag::BIT_STRING)?;
                let first = match bits.content {
                    [unused @ 0..=7, first, ..] => (*unused, *first),
                    _ => return Err(bits.error(Fault::BadValue("KeyUsage"))),
                };
                self.usage = Some(KeyUsage {
                    digital_signature: first.1 & 0x80 != 0,
                    certificates: first.1 & 0x04 != 0,
                    revocation_lists: first.1 & 0x02 != 0,
                });
            }
            oid::EXTENDED_KEY_USAGE => {
                let mut parts = inner.expect(tag::SEQUENCE)?.children();
                let mut purposes = Vec::new();
                while !parts.is_empty() {
                    if purposes.len() >= MAX_PURPOSES {
                        return Err(value.error(Fault::TooMany));
                    }
                    purposes.push(parts.expect(tag::OID)?.content);
                }
                self.purposes = Some(purposes);
                self.purposes_are_critical = critical;
            }
            _ => {
                if critical && !oid::HARMLESS_EXTENSIONS.contains(&id) && self.unknown_critical.is_none() {
                    self.unknown_critical = Some(id);
                }
                return Ok(());
            }
        }
        inner.finish()
    }
}

/// Beyond it a certificate holds one long value that is not walked through.
const LONGEST_READ: usize = 65_536;
/// A point in short form on the largest curve.
const SQUARE_ROOT: u64 = 400;
/// More than any certificate has; bounds the search for doubles.
const MAX_EXTENSIONS: usize = 64;
/// Extended key usages; one is usual.
const MAX_PURPOSES: usize = 64;
/// `[0] IMPLICIT OCTET STRING` of AuthorityKeyIdentifier.
const KEY_IDENTIFIER: u32 = 0x80;
/// `[1]` and `[2] IMPLICIT BIT STRING` of TBSCertificate.
const UNIQUE_1: u32 = 0x81;
const UNIQUE_2: u32 = 0x82;
