//! The check of a signer's signature.

use super::attributes::Attributes;
use super::problem::SignatureProblem;
use super::signed_data::SignedData;
use super::signer_info::SignerInfo;
use crate::chip::budget::{Budget, hashing, octets_in};
use crate::chip::certificate::Certificate;
use crate::chip::crypto::{CURVES, EcPoint, Ecdsa, Hash};
use crate::chip::key::{KeyError, PublicKey};
use crate::chip::scheme::{Scheme, hash_from_element};
use crate::chip::time::Instant;

/// A signature that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// E.g. `ECDSA SHA-256 P-256`.
    pub algorithm: String,
    /// What was accepted although it is not as it should be.
    pub deviations: Vec<&'static str>,
    /// When the signer says that it signed; shown, not trusted.
    pub signing_time: Option<Instant>,
}

impl SignerInfo<'_> {
    /// Checks the signature with the certificate's key: attributes, digest of the content, signature of
    /// the attributes. `report_curve`: accept a signature on another curve than the key names, and say so.
    ///
    /// # Errors
    /// [`SignatureProblem`]
    pub fn verify(
        &self,
        data: &SignedData<'_>,
        certificate: &Certificate<'_>,
        report_curve: bool,
        budget: &Budget,
    ) -> Result<Verified, SignatureProblem> {
        let digest = hash_from_element(&self.digest_algorithm)?;
        let scheme = Scheme::from_element(&self.signature_algorithm, Some(digest))?;
        let length = self.signed_attributes.map_or(0, |attributes| attributes.raw.len());
        budget.spend(octets_in(length, 16).saturating_add(20))?;
        let attributes = Attributes::read(self.signed_attributes.as_ref())?;
        if attributes.content_type != data.content_type {
            return Err(SignatureProblem::ContentType);
        }
        if attributes.message_digest != data.digest(digest, budget)? {
            return Err(SignatureProblem::ContentDigest);
        }
        let mut deviations = Vec::new();
        // RFC 5754 §3 asks for one hash in both places; passports are in circulation that have two, each right
        // where it stands.
        if scheme.hash() != digest {
            if [scheme.hash(), digest].contains(&Hash::Sha1) {
                return Err(SignatureProblem::Hashes);
            }
            deviations.push("twoHashes");
        }
        if digest == Hash::Sha1 {
            deviations.push("weakHash");
        }
        let key = match certificate.key_within(budget) {
            Ok(key) => Some(key),
            Err(KeyError::OffCurve { .. }) if report_curve => None,
            Err(error) => return Err(error.into()),
        };
        if key.as_ref().is_some_and(|key| !key.may_sign()) {
            return Err(SignatureProblem::ShortKey);
        }
        if key.as_ref().is_some_and(PublicKey::is_weak) {
            deviations.push("weakCurve");
        }
        if !certificate.key_use()?.allows(scheme) {
            deviations.push("keyUse");
        }
        let holds = |key: &PublicKey, message: &[u8]| {
            budget.spend(hashing(message.len()).saturating_add(key.cost()))?;
            Ok::<_, SignatureProblem>(scheme.verifies(key, message, &self.signature))
        };
        let sorted = attributes.sorted()?;
        let as_sent = if attributes.are_sorted() { None } else { Some("unsortedAttributes") };
        let forms = [(&attributes.as_received, as_sent), (&sorted, Some("sortedAttributes"))];
        // A sorted form that is the received one need not be tried twice.
        let forms = if attributes.as_received == sorted { forms.get(..1) } else { forms.get(..) };
        for (message, deviation) in forms.unwrap_or_default() {
            let found = match &key {
                Some(key) if holds(key, message)? => Some(key.clone()),
                _ => None,
            };
            let found = match found {
                None if report_curve => self.on_another_curve(certificate, scheme.hash(), message, budget)?,
                found => found,
            };
            if let Some(found) = found {
                deviations.extend(deviation);
                if key.as_ref() != Some(&found) {
                    deviations.push("curveMismatch");
                }
                return Ok(Verified {
                    algorithm: scheme.describe(Some(&found)),
                    deviations,
                    signing_time: attributes.signing_time,
                });
            }
        }
        Err(SignatureProblem::Signature)
    }

    /// A key on another curve of the same size, which made this signature.
    fn on_another_curve(
        &self,
        certificate: &Certificate<'_>,
        hash: Hash,
        message: &[u8],
        budget: &Budget,
    ) -> Result<Option<PublicKey>, SignatureProblem> {
        let (named, octets) = match certificate.key_within(budget) {
            Err(KeyError::OffCurve { curve, octets }) => (curve, octets),
            Ok(PublicKey::Ec(key)) => (key.curve, key.to_octets()),
            _ => return Ok(None),
        };
        budget.spend(hashing(message.len()))?;
        let digest = hash.digest(&[message]);
        let Ok(signature) = Ecdsa::from_der(&self.signature) else { return Ok(None) };
        for curve in CURVES.iter().filter(|curve| *curve != named && curve.size() == named.size()) {
            budget.spend(curve.point_cost(&octets))?;
            let Ok(key) = EcPoint::from_octets(curve, &octets) else { continue };
            budget.spend(curve.cost())?;
            if key.verifies(&digest, signature) {
                return Ok(Some(PublicKey::Ec(key)));
            }
        }
        Ok(None)
    }
}
