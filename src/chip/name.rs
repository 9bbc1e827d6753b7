//! Distinguished names, compared as RFC 5280 §7.1 asks: letter case, runs of spaces and the type of the
//! string do not count.

use super::oid;
use super::tlv::{Element, TlvError, tag};

/// A name of a certificate.
#[derive(Clone, Copy)]
pub struct Name<'a> {
    element: Element<'a>,
}

impl<'a> Name<'a> {
    /// `Name ::= SEQUENCE OF SET OF SEQUENCE { type OID, value ANY }`
    ///
    /// # Errors
    /// As the bytes have it.
    pub fn from_element(element: Element<'a>) -> Result<Self, TlvError> {
        Self { element }.normal().map(|_| Self { element })
    }

    /// The same name.
    pub fn matches(&self, other: &Self) -> bool {
        self.element.raw == other.element.raw
            || self.normal().is_ok_and(|name| other.normal().is_ok_and(|other| name == other))
    }

    /// The country, upper case (one, or none is given).
    pub fn country(&self) -> Option<String> {
        let mut countries = self.normal().ok()?.into_iter().flatten().filter(|(oid, _)| *oid == oid::COUNTRY);
        match (countries.next(), countries.next()) {
            (Some((_, Value::Text(country))), None) => Some(country.to_ascii_uppercase()),
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

    fn attributes(&self) -> Result<Vec<Set<'a, Element<'a>>>, TlvError> {
        let mut name = Vec::new();
        let mut sets = self.element.expect(tag::SEQUENCE)?.children();
        while !sets.is_empty() {
            let mut set = Vec::new();
            let mut attributes = sets.expect(tag::SET)?.children();
            while !attributes.is_empty() {
                let mut attribute = attributes.expect(tag::SEQUENCE)?.children();
                set.push((attribute.expect(tag::OID)?.content, attribute.read()?));
                attribute.finish()?;
            }
            name.push(set);
        }
        Ok(name)
    }

    fn normal(&self) -> Result<Vec<Set<'a, Value<'a>>>, TlvError> {
        let mut name = Vec::new();
        for set in self.attributes()? {
            let mut sorted: Set<'a, Value<'a>> = Vec::with_capacity(set.len());
            for (oid, value) in set {
                let value = match text(&value) {
                    Some(text) => Value::Text(folded(&text)),
                    None => Value::Other(value.raw),
                };
                let pair = (oid, value);
                // By hand: one attribute is usual, and the library's sort is 5 KB of code.
                let place = sorted.iter().take_while(|other| **other < pair).count();
                sorted.insert(place, pair);
            }
            name.push(sorted);
        }
        Ok(name)
    }

    fn readable(&self) -> Option<Vec<(&'a [u8], Option<String>)>> {
        let attributes = self.attributes().ok()?;
        Some(attributes.into_iter().flatten().map(|(oid, value)| (oid, text(&value))).collect())
    }
}

impl std::fmt::Debug for Name<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.describe())
    }
}

/// RelativeDistinguishedName: attribute types with their values.
type Set<'a, V> = Vec<(&'a [u8], V)>;

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Value<'a> {
    Text(String),
    Other(&'a [u8]),
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
