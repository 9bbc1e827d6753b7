//! Certificate revocation lists (RFC 5280 §5), as authorities of documents publish them.

use super::budget::{Budget, hashing, octets_in};
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
    /// Serial numbers, sorted.
    revoked: Vec<&'a [u8]>,
    /// The list speaks of a part only: it holds changes (RFC 5280 §5.2.4), or has a critical extension that this
    /// module does not know (§5.2). It can say that a certificate is revoked, and never that it is not.
    pub is_partial: bool,
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
        Self::within(bytes, &Budget::default())
    }

    /// The same, paid for.
    pub(super) fn within(bytes: &'a [u8], budget: &Budget) -> Result<Self, TlvError> {
        budget.spend(octets_in(bytes.len(), 32).saturating_add(20))?;
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
        let mut is_partial = false;
        if let Some(wrapper) = parts.optional(tag::CONTEXT_0)? {
            is_partial = is_part(&mut wrapper.children().expect(tag::SEQUENCE)?.children())?;
        }
        parts.finish()?;
        let revoked = match revoked {
            Some(revoked) => serials(&revoked)?,
            None => Vec::new(),
        };
        Ok(Self {
            tbs: tbs.raw,
            inner_algorithm,
            outer_algorithm,
            signature,
            issuer,
            this_update,
            next_update,
            revoked,
            is_partial,
        })
    }

    /// What the check of its signature costs.
    pub(super) fn cost(&self, key: &PublicKey) -> u64 {
        hashing(self.tbs.len()).saturating_add(key.cost())
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
        if self.revoked.binary_search(&certificate.serial).is_ok() {
            RevocationStatus::Revoked
        } else if self.is_partial {
            RevocationStatus::Unknown
        } else if self.this_update > at.to || self.next_update.is_none_or(|next| next < at.from) {
            RevocationStatus::Stale
        } else {
            RevocationStatus::Good
        }
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

/// `revokedCertificates SEQUENCE OF SEQUENCE { serial INTEGER, date Time, extensions OPTIONAL }`
fn serials<'a>(revoked: &Element<'a>) -> Result<Vec<&'a [u8]>, TlvError> {
    let mut serials = Vec::new();
    let mut entries = revoked.children();
    while !entries.is_empty() {
        let mut entry = entries.expect(tag::SEQUENCE)?.children();
        let serial = entry.expect(tag::INTEGER)?.content;
        entry.read()?;
        let is_taken_back = match entry.optional(tag::SEQUENCE)? {
            Some(extensions) => takes_back(&extensions)?,
            None => false,
        };
        if !is_taken_back {
            serials.push(serial);
        }
    }
    serials.sort_unstable();
    Ok(serials)
}

/// Reason `removeFromCRL` (8): a list of changes takes an earlier entry back (RFC 5280 §5.3.1).
fn takes_back(extensions: &Element<'_>) -> Result<bool, TlvError> {
    let mut list = extensions.children();
    while !list.is_empty() {
        let mut parts = list.expect(tag::SEQUENCE)?.children();
        let id = parts.expect(tag::OID)?.content;
        parts.optional(tag::BOOLEAN)?;
        let value = parts.expect(tag::OCTET_STRING)?;
        if id == oid::REASON_CODE {
            return Ok(value.inner().read()?.content == [8]);
        }
    }
    Ok(false)
}

/// Whether the list holds changes only (whatever the flag: RFC 5280 §5.2.4 asks for a critical one, and a list
/// of changes is one without it too), or has a critical extension that is not known.
fn is_part(extensions: &mut super::tlv::Reader<'_>) -> Result<bool, TlvError> {
    let mut is_part = false;
    while !extensions.is_empty() {
        let mut parts = extensions.expect(tag::SEQUENCE)?.children();
        let id = parts.expect(tag::OID)?.content;
        let critical = parts.optional(tag::BOOLEAN)?.map(|flag| flag.boolean()).transpose()?;
        is_part |= id == oid::DELTA_LIST || (critical == Some(true) && id != oid::AUTHORITY_KEY_IDENTIFIER);
    }
    Ok(is_part)
}
