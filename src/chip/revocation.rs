//! Certificate revocation lists (RFC 5280 §5), as authorities of documents publish them.

use super::certificate::Certificate;
use super::key::PublicKey;
use super::name::Name;
use super::oid;
use super::scheme::{Scheme, SchemeError};
use super::time::{Instant, Moment};
use super::tlv::{Element, Fault, Rules, TlvError, tag};

/// A list that could be read. Its signature has not been checked.
#[derive(Clone)]
pub struct RevocationList<'a> {
    tbs: &'a [u8],
    inner_algorithm: Element<'a>,
    outer_algorithm: Element<'a>,
    signature: &'a [u8],
    /// Who published it.
    pub issuer: Name<'a>,
    /// From when it speaks.
    pub this_update: Instant,
    /// Until when another one is due.
    pub next_update: Option<Instant>,
    revoked: Option<Element<'a>>,
    /// A critical extension that this module does not know: the list must not be used (RFC 5280 §5.2).
    pub unknown_critical: bool,
}

/// What a list says of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RevocationStatus {
    /// The caller gave no list of this issuer that could be used.
    Unknown,
    /// Not in the list, but the list is outdated, or from after the moment.
    Stale,
    /// Not in a list that is up to date.
    Good,
    /// In the list.
    Revoked,
}

impl<'a> RevocationList<'a> {
    /// One list and nothing after it.
    ///
    /// # Errors
    /// As the bytes have it.
    pub fn new(bytes: &'a [u8]) -> Result<Self, TlvError> {
        let mut outer = Element::only(bytes, Rules::Ber)?.expect(tag::SEQUENCE)?.children();
        let tbs = outer.expect(tag::SEQUENCE)?;
        let outer_algorithm = outer.expect(tag::SEQUENCE)?;
        let signature = outer.expect(tag::BIT_STRING)?.whole_bits()?;
        outer.finish()?;

        let mut parts = tbs.children();
        parts.optional(tag::INTEGER)?;
        let inner_algorithm = parts.expect(tag::SEQUENCE)?;
        let issuer = Name::from_element(parts.expect(tag::SEQUENCE)?)?;
        let this_update = Instant::from_element(&parts.read()?)?;
        let next_update = match parts.peek() {
            Some(tag::UTC_TIME | tag::GENERALIZED_TIME) => Some(Instant::from_element(&parts.read()?)?),
            _ => None,
        };
        let revoked = parts.optional(tag::SEQUENCE)?;
        let mut list = Self {
            tbs: tbs.raw,
            inner_algorithm,
            outer_algorithm,
            signature,
            issuer,
            this_update,
            next_update,
            revoked,
            unknown_critical: false,
        };
        if let Some(wrapper) = parts.optional(tag::CONTEXT_0)? {
            list.unknown_critical = has_critical(&mut wrapper.children().expect(tag::SEQUENCE)?.children())?;
        }
        parts.finish()?;
        list.each_revoked(|_| false)?; // every entry can be read
        Ok(list)
    }

    /// Whether this key signed it.
    ///
    /// # Errors
    /// [`SchemeError`] when that cannot be said.
    pub fn is_signed_by(&self, key: &PublicKey) -> Result<bool, SchemeError> {
        if self.inner_algorithm.content != self.outer_algorithm.content {
            return Err(self
                .outer_algorithm
                .error(Fault::BadValue("algorithm, inner and outer the same"))
                .into());
        }
        Ok(Scheme::from_element(&self.outer_algorithm, None)?.verifies(key, self.tbs, self.signature))
    }

    /// What the list says; that it is the right one has been checked. A certificate in it is revoked
    /// whatever the time: a key that was lost may have been lost before.
    pub fn status(&self, certificate: &Certificate<'_>, at: Moment) -> RevocationStatus {
        match self.each_revoked(|serial| serial == certificate.serial) {
            Ok(true) => RevocationStatus::Revoked,
            Ok(false) if self.this_update > at.to || self.next_update.is_none_or(|next| next < at.from) => {
                RevocationStatus::Stale
            }
            Ok(false) => RevocationStatus::Good,
            Err(_) => RevocationStatus::Unknown,
        }
    }

    /// `revokedCertificates SEQUENCE OF SEQUENCE { serial INTEGER, date Time, extensions OPTIONAL }`
    fn each_revoked(&self, is_it: impl Fn(&[u8]) -> bool) -> Result<bool, TlvError> {
        let Some(revoked) = self.revoked else { return Ok(false) };
        let mut entries = revoked.children();
        let mut found = false;
        while !entries.is_empty() {
            let mut entry = entries.expect(tag::SEQUENCE)?.children();
            found |= is_it(entry.expect(tag::INTEGER)?.content);
            entry.read()?;
        }
        Ok(found)
    }
}

impl RevocationStatus {
    /// For the trail.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unknown => "absent",
            Self::Stale => "stale",
            Self::Good => "good",
            Self::Revoked => "revoked",
        }
    }
}

fn has_critical(extensions: &mut super::tlv::Reader<'_>) -> Result<bool, TlvError> {
    while !extensions.is_empty() {
        let mut parts = extensions.expect(tag::SEQUENCE)?.children();
        let id = parts.expect(tag::OID)?.content;
        let critical = parts.optional(tag::BOOLEAN)?.map(|flag| flag.boolean()).transpose()?;
        if critical == Some(true) && id != oid::AUTHORITY_KEY_IDENTIFIER {
            return Ok(true);
        }
    }
    Ok(false)
}
