//! What a key may be used for, as far as its own algorithm says so.

use super::oid;
use super::scheme::{Scheme, SchemeError};
use super::tlv::{Element, tag};

/// What a `SubjectPublicKeyInfo` says of the schemes that its key may be used with, and the octets of the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyUse<'a> {
    /// `id-RSASSA-PSS` (RFC 4055 §1.2): PSS only; with parameters only with those.
    pub pss: Option<Option<Scheme>>,
    /// Content of the BIT STRING: equal for equal keys.
    pub octets: &'a [u8],
}

impl<'a> KeyUse<'a> {
    /// From a `SubjectPublicKeyInfo`.
    ///
    /// # Errors
    /// [`SchemeError`]
    pub fn from_element(element: &Element<'a>) -> Result<Self, SchemeError> {
        let mut parts = element.expect(tag::SEQUENCE)?.children();
        let algorithm = parts.expect(tag::SEQUENCE)?;
        let octets = parts.expect(tag::BIT_STRING)?.content;
        let mut within = algorithm.children();
        let pss = match within.expect(tag::OID)?.content {
            oid::RSA_PSS if within.peek() == Some(tag::SEQUENCE) => {
                Some(Some(Scheme::from_element(&algorithm, None)?))
            }
            oid::RSA_PSS => Some(None),
            _ => None,
        };
        Ok(Self { pss, octets })
    }

    /// The key may be used so: hash functions as it says, a salt at least as long (RFC 4055 §3.3).
    pub fn allows(&self, scheme: Scheme) -> bool {
        match (&self.pss, scheme) {
            (None, _) | (Some(None), Scheme::RsaPss { .. }) => true,
            (Some(Some(Scheme::RsaPss { hash, mgf, salt })), Scheme::RsaPss { hash: h, mgf: m, salt: s }) => {
                *hash == h && *mgf == m && *salt <= s
            }
            _ => false,
        }
    }
}
