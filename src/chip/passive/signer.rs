//! A certificate as people see it.

use crate::chip::certificate::Certificate;
use crate::chip::time::Validity;

/// What people see of a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// Its subject.
    pub subject: String,
    /// Its issuer.
    pub issuer: String,
    /// Upper case.
    pub country: Option<String>,
    /// From when to when.
    pub validity: Validity,
    /// SHA-256.
    pub fingerprint: String,
}

impl Signer {
    /// Of this certificate.
    pub fn of(certificate: &Certificate<'_>) -> Self {
        Self {
            subject: certificate.subject.describe(),
            issuer: certificate.issuer.describe(),
            country: certificate.subject.country(),
            validity: certificate.validity,
            fingerprint: certificate.fingerprint(),
        }
    }
}
