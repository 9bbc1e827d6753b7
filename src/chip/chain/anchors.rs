//! What the caller trusts.

use super::limits::CHAIN_LIMITS;
use crate::chip::certificate::Certificate;

/// Certificates that the caller trusts to sign.
#[derive(Debug, Default)]
pub struct Anchors<'a> {
    pub(super) certificates: Vec<Anchor<'a>>,
}

/// A trusted certificate, and how it came to be trusted.
#[derive(Clone, Debug)]
pub struct Anchor<'a> {
    /// The certificate.
    pub certificate: Certificate<'a>,
    /// Index of the master list that holds it; `None`: the caller gave it itself.
    pub master_list: Option<usize>,
}

impl<'a> Anchors<'a> {
    /// Adds a certificate; `false` when there are too many.
    pub fn add(&mut self, certificate: Certificate<'a>, master_list: Option<usize>) -> bool {
        let there_is_room = self.certificates.len() < CHAIN_LIMITS.certificates;
        if there_is_room {
            self.certificates.push(Anchor { certificate, master_list });
        }
        there_is_room
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.certificates.len()
    }

    /// None.
    pub fn is_empty(&self) -> bool {
        self.certificates.is_empty()
    }
}
