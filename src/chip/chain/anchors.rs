//! What the caller trusts.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::limits::CHAIN_LIMITS;
use crate::chip::certificate::Certificate;
use crate::chip::name::Name;

/// Certificates that the caller trusts to sign.
#[derive(Debug, Default)]
pub struct Anchors<'a> {
    certificates: Vec<Anchor<'a>>,
    /// Places by subject: a list of thousands is not walked through for each signer.
    by_name: BTreeMap<Arc<[u8]>, Vec<usize>>,
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
        let place = self.certificates.len();
        let there_is_room = place < CHAIN_LIMITS.certificates;
        if there_is_room {
            self.by_name.entry(certificate.subject.normal().clone()).or_default().push(place);
            self.certificates.push(Anchor { certificate, master_list });
        }
        there_is_room
    }

    /// Those of this name, in the order in which they were added.
    pub fn named<'c>(&'c self, name: &Name<'_>) -> impl Iterator<Item = &'c Anchor<'a>> {
        let places = self.by_name.get(name.normal()).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|place| self.certificates.get(*place))
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
