//! Distinguished names, compared as RFC 5280 §7.1 asks: letter case, runs of spaces and the type of the
//! string do not count.

use std::sync::Arc;

use super::oid;
use super::tlv::{Element, Fault, TlvError, tag};

/// A name of a certificate, brought once into the form in which names are compared.
#[derive(Clone)]
pub struct Name<'a> {
    element: Element<'a>,
    normal: Arc<[u8]>,
}

impl<'a> Name<'a> {
    /// The longest name, in octets. Those in the German master list have at most 300.
    pub const MAX_OCTETS: usize = 4_096;
    /// Attributes in one RelativeDistinguishedName; one is usual.
    pub const MAX_ATTRIBUTES: usize = 16;

    /// `Name ::= SEQUENCE OF SET OF SEQUENCE { type OID, value ANY }`
    ///
    /// # Errors
    /// As the bytes have it; [`Fault::TooMany`] for a name beyond the limits.
    pub fn from_element(element: Element<'a>) -> Result<Self, TlvError> {
        if element.raw.len() > Self::MAX_OCTETS {
            return Err(element.error(Fault::TooMany));
        }
        let normal = normal(&element)?.into();
        Ok(Self { element, normal })
    }

    /// The same name.
    pub fn matches(&self, other: &Self) -> bool {
        self.normal == other.normal
    }

    /// What is equal for equal names, to look them up by.
    pub fn normal(&self) -> &Arc<[u8]> {
        &self.normal
    }

    /// The country, upper case (one, or none is given).
    pub fn country(&self) -> Option<String> {
        let readable = self.readable()?;
        let mut countries = readable.into_iter().filter(|(oid, _)| *oid == oid::COUNTRY);
        match (countries.next(), countries.next()) {
            (Some((_, Some(country))), None) => Some(folded(&country).to_ascii_uppercase()),
            _ => None,
        }
    }

    /// `C=VN, O=…` for an engineer; types without a short name in dots.
    pub fn describe(&self) -> String {
        let mut parts = Vec::new();
        for (oid, value) in self.readable().into_iter().flatten() {
            let kind = match oid {
                [0x55, 0x04, 3] => "CN".to_owned(),
                [0x55, 0x04, 5] => "serialNumber".to_owned(),
                [0x55, 0x04, 6] => "C".to_owned(),
                [0x55, 0x04, 7] => "L".to_owned(),
                [0x55, 0x04, 8] => "ST".to_owned(),
                [0x55, 0x04, 10] => "O".to_owned(),
                [0x55, 0x04, 11] => "OU".to_owned(),
                other => oid::dotted(other),
            };
            parts.push(format!("{kind}={}", value.unwrap_or_default()));
        }
        parts.join(", ")
    }

    fn readable(&self) -> Option<Vec<(&'a [u8], Option<String>)>> {
        let attributes = attributes(&self.element).ok()?;
        Some(attributes.into_iter().flatten().map(|(oid, value)| (oid, text(&value))).collect())
    }
}

impl std::fmt::Debug for Name<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.describe())
    }
}

/// RelativeDistinguishedName: attribute types with their values.
type Set<'a> = Vec<(&'a [u8], Element<'a>)>;

fn attributes<'a>(element: &Element<'a>) -> Result<Vec<Set<'a>>, TlvError> {
    let mut name = Vec::new();
    let mut sets = element.expect(tag::SEQUENCE)?.children();
    while !sets.is_empty() {
        let mut set = Vec::new();
        let mut attributes = sets.expect(tag::SET)?.children();
        while !attributes.is_empty() {
            let attribute = attributes.expect(tag::SEQUENCE)?;
            if set.len() >= Name::MAX_ATTRIBUTES {
                return Err(attribute.error(Fault::TooMany));
            }
            let mut parts = attribute.children();
            set.push((parts.expect(tag::OID)?.content, parts.read()?));
            parts.finish()?;
        }
        name.push(set);
    }
    Ok(name)
}

/// The sets in their order, in each the attributes sorted; every part with its length before it, so that two
/// names never run together into one.
fn normal(element: &Element<'_>) -> Result<Vec<u8>, TlvError> {
    let mut name = Vec::new();
    for set in attributes(element)? {
        let mut sorted: Vec<Vec<u8>> = set.iter().map(|(oid, value)| attribute(oid, value)).collect();
        sorted.sort_unstable();
        let attributes = sorted.concat();
        push_part(&mut name, &attributes);
    }
    Ok(name)
}

fn attribute(oid: &[u8], value: &Element<'_>) -> Vec<u8> {
    let mut attribute = Vec::new();
    push_part(&mut attribute, oid);
    match text(value) {
        Some(text) => push_part(&mut attribute, &[b"t", folded(&text).as_bytes()].concat()),
        None => push_part(&mut attribute, &[b"r", value.raw].concat()),
    }
    attribute
}

fn push_part(whole: &mut Vec<u8>, part: &[u8]) {
    whole.extend_from_slice(&part.len().to_be_bytes());
    whole.extend_from_slice(part);
}

/// Small letters (Latin ones: no issuer writes its name in two cases of another script), one space for many.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    crate::text::lower(&folded)
}

/// The text of the string types that names use; `None` for another type or a broken text.
fn text(value: &Element<'_>) -> Option<String> {
    match value.tag {
        tag::UTF8_STRING | tag::PRINTABLE_STRING | tag::IA5_STRING => {
            std::str::from_utf8(value.content).ok().map(str::to_owned)
        }
        // T.61 in name, Latin-1 in practice.
        tag::TELETEX_STRING => Some(value.content.iter().map(|octet| char::from(*octet)).collect()),
        tag::BMP_STRING => {
            let (units, rest) = value.content.as_chunks::<2>();
            let units = units.iter().map(|pair| u16::from_be_bytes(*pair));
            rest.is_empty().then(|| char::decode_utf16(units).collect::<Result<_, _>>().ok()).flatten()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chip::tlv::Rules;

    fn name(parts: &[(u8, u8, &[u8])]) -> Vec<u8> {
        let wrap =
            |tag: u8, content: Vec<u8>| [vec![tag, u8::try_from(content.len()).unwrap()], content].concat();
        let sets = parts.iter().flat_map(|(kind, string, value)| {
            let value = wrap(*string, value.to_vec());
            wrap(0x31, wrap(0x30, [vec![6, 3, 0x55, 4, *kind], value].concat()))
        });
        wrap(0x30, sets.collect())
    }

    fn matches(a: &[u8], b: &[u8]) -> bool {
        let read = |bytes| Name::from_element(Element::only(bytes, Rules::Der).unwrap()).unwrap();
        let (a, b) = (read(a), read(b));
        assert_eq!(a.matches(&b), b.matches(&a));
        a.matches(&b)
    }

    #[test]
    fn case_spaces_and_string_type_do_not_count() {
        let one = name(&[(6, 0x13, b"VN"), (10, 0x13, b"Bo  Cong An "), (3, 0x0C, b"CSCA")]);
        let other = name(&[(6, 0x0C, b"vn"), (10, 0x14, b" bo cong  an"), (3, 0x1E, b"\0C\0S\0C\0A")]);
        assert!(matches(&one, &other));
        let element = Element::only(&other, Rules::Der).unwrap();
        assert_eq!(Name::from_element(element).unwrap().country().as_deref(), Some("VN"));
    }

    #[test]
    fn another_order_another_value_and_another_type_of_attribute_count() {
        let one = name(&[(6, 0x13, b"VN"), (3, 0x13, b"CSCA")]);
        assert!(!matches(&one, &name(&[(3, 0x13, b"CSCA"), (6, 0x13, b"VN")])));
        assert!(!matches(&one, &name(&[(6, 0x13, b"VN"), (3, 0x13, b"CSCA 2")])));
        assert!(!matches(&one, &name(&[(6, 0x13, b"VN"), (10, 0x13, b"CSCA")])));
        assert!(!matches(&one, &name(&[(6, 0x13, b"VN")])));
    }
}
