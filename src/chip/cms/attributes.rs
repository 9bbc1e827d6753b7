//! What the signature is over: the signed attributes (RFC 5652 §5.3, §11).

use std::borrow::Cow;

use super::problem::SignatureProblem;
use crate::chip::oid;
use crate::chip::time::Instant;
use crate::chip::tlv::{Element, Fault, tag};

/// The signed attributes of one signer.
pub(super) struct Attributes<'a> {
    /// With the tag of a SET instead of the implicit `[0]` (RFC 5652 §5.4).
    pub(super) as_received: Vec<u8>,
    attributes: Vec<&'a [u8]>,
    pub(super) content_type: &'a [u8],
    pub(super) message_digest: Cow<'a, [u8]>,
    pub(super) signing_time: Option<Instant>,
}

impl<'a> Attributes<'a> {
    /// `contentType` and `messageDigest` stand exactly once, with exactly one value (RFC 5652 §11.1, §11.2);
    /// what is absent is a failure, never a pass.
    pub(super) fn read(set: Option<&Element<'a>>) -> Result<Self, SignatureProblem> {
        let set = set.ok_or(SignatureProblem::Attribute("signedAttrs"))?;
        let mut attributes = Vec::new();
        let (mut content_types, mut digests, mut signing_time) = (Vec::new(), Vec::new(), None);
        let mut reader = set.children();
        while !reader.is_empty() {
            let attribute = reader.expect(tag::SEQUENCE)?;
            if attributes.len() >= MAX_ATTRIBUTES {
                return Err(attribute.error(Fault::TooMany).into());
            }
            attributes.push(attribute.raw);
            let mut parts = attribute.children();
            let kind = parts.expect(tag::OID)?.content;
            let values = parts.expect(tag::SET)?;
            match kind {
                oid::CONTENT_TYPE => content_types.push(values),
                oid::MESSAGE_DIGEST => digests.push(values),
                oid::SIGNING_TIME => {
                    signing_time =
                        values.children().read().and_then(|time| Instant::from_element(&time)).ok();
                }
                _ => {}
            }
        }
        let content_type = the_one(&content_types, "contentType")?.expect(tag::OID)?.content;
        let message_digest = the_one(&digests, "messageDigest")?.octets()?;
        let rest = set.raw.get(1..).unwrap_or_default();
        let as_received = [&[0x31], rest].concat();
        Ok(Self { as_received, attributes, content_type, message_digest, signing_time })
    }

    /// The SET OF in DER: by the order of the encodings (X.690 §11.6), the length in its shortest form.
    pub(super) fn sorted(&self) -> Result<Vec<u8>, SignatureProblem> {
        let mut attributes = self.attributes.clone();
        attributes.sort_unstable();
        let content = attributes.concat();
        let mut set = vec![0x31];
        let too_long = || SignatureProblem::Attribute("signedAttrs");
        let length = u32::try_from(content.len()).map_err(|_| too_long())?.to_be_bytes();
        let significant: Vec<u8> = length.iter().copied().skip_while(|octet| *octet == 0).collect();
        match significant.as_slice() {
            [] => set.push(0),
            [short @ 0..=0x7F] => set.push(*short),
            long => {
                set.push(u8::try_from(long.len()).map_err(|_| too_long())? | 0x80);
                set.extend_from_slice(long);
            }
        }
        set.extend_from_slice(&content);
        Ok(set)
    }
}

fn the_one<'a>(found: &[Element<'a>], name: &'static str) -> Result<Element<'a>, SignatureProblem> {
    let [values] = found else { return Err(SignatureProblem::Attribute(name)) };
    let mut values = values.children();
    let value = values.read().map_err(|_| SignatureProblem::Attribute(name))?;
    if values.is_empty() { Ok(value) } else { Err(SignatureProblem::Attribute(name)) }
}

/// Three are usual.
const MAX_ATTRIBUTES: usize = 64;
