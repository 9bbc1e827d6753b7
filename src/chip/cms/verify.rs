//! The check of a signer's signature.

use super::attributes::Attributes;
use super::problem::SignatureProblem;
use super::signed_data::SignedData;
use super::signer_info::SignerInfo;
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
    ) -> Result<Verified, SignatureProblem> {
        let digest = hash_from_element(&self.digest_algorithm)?;
        let scheme = Scheme::from_element(&self.signature_algorithm, Some(digest))?;
        let attributes = Attributes::read(self.signed_attributes.as_ref())?;
        if attributes.content_type != data.content_type {
            return Err(SignatureProblem::ContentType);
        }
        if attributes.message_digest != digest.digest(&[&data.content]) {
            return Err(SignatureProblem::ContentDigest);
        }
        // RFC 5754 §3: one hash for both. An answer to which one counts would be a choice of the forger.
        if scheme.hash() != digest {
            return Err(SignatureProblem::Hashes);
        }
        let mut deviations = Vec::new();
        let key = match certificate.key() {
            Ok(key) => Some(key),
            Err(KeyError::OffCurve { .. }) if report_curve => None,
            Err(error) => return Err(error.into()),
        };
        if key.as_ref().is_some_and(|key| !key.may_sign()) {
            return Err(SignatureProblem::ShortKey);
        }
        let holds = |key: &PublicKey, message: &[u8]| scheme.verifies(key, message, &self.signature);
        let sorted = attributes.sorted()?;
        let forms = [(&attributes.as_received, None), (&sorted, Some("sortedAttributes"))];
        // A sorted form that is the received one need not be tried twice.
        let forms = if attributes.as_received == sorted { forms.get(..1) } else { forms.get(..) };
        for (message, deviation) in forms.unwrap_or_default() {
            let found = match &key {
                Some(key) => holds(key, message).then(|| key.clone()),
                None => None,
            };
            let found = match found {
                None if report_curve => self.on_another_curve(certificate, scheme.hash(), message),
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
    ) -> Option<PublicKey> {
        let (named, octets) = match certificate.key() {
            Err(KeyError::OffCurve { curve, octets }) => (curve, octets),
            Ok(PublicKey::Ec(key)) => (key.curve, key.to_octets()),
            _ => return None,
        };
        let digest = hash.digest(&[message]);
        let signature = Ecdsa::from_der(&self.signature).ok()?;
        CURVES
            .iter()
            .filter(|curve| *curve != named && curve.size() == named.size())
            .filter_map(|curve| EcPoint::from_octets(curve, &octets).ok())
            .find(|key| key.verifies(&digest, signature))
            .map(PublicKey::Ec)
    }
}
