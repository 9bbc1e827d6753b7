use crate::{
    Finding,
    chip::{
        findings,
        tlv::{Element, Rules, TlvError},
    },
    reading::{Field, Person},
    text,
};

use super::text::compact;

/// DG11: additional personal details (Doc 9303-10, 4.7.11). Vietnamese ID cards have none.
///
/// ```text
/// 6B { 5C list of tags, 5F0E full name, 5F10 personal number, 5F2B birth, 5F11 place of birth, 5F42 address, … }
/// ```
/// What the person has no field for (telephone, profession, place of birth) is left out.
///
/// # Errors
/// Of the encoding; another file than DG11.
pub fn dg11(file: &[u8]) -> Result<(Person, Vec<Finding>), TlvError> {
    let (mut person, mut found) = (Person::default(), Vec::new());
    let mut within = Element::first(file, Rules::Ber)?.expect(0x6B)?.children();
    while !within.is_empty() {
        let element = within.read()?;
        let (field, value) = match element.tag {
            0x5F0E => (Field::FullName, words(element.content)),
            0x5F10 => (Field::Pin, words(element.content)),
            0x5F2B => (Field::BirthDate, compact(element.content).map(|date| date.to_string())),
            0x5F42 => (Field::Residence, words(element.content).map(|place| place.replace('<', ", "))),
            _ => continue,
        };
        match value {
            // A personal number of another country, or of another kind, is no PIN.
            Some(number) if field == Field::Pin && !is_pin(&number) => {}
            Some(value) => person.set(field, value),
            None => found.push(Finding::new(findings::VALUE_UNREADABLE, path(field)).with("file", "DG11")),
        }
    }
    if let Some(name) = person.get(Field::FullName).map(plain_name) {
        person.set(Field::FullName, name);
    }
    Ok((person, found))
}

fn words(bytes: &[u8]) -> Option<String> {
    std::str::from_utf8(bytes).ok().map(text::clean)
}

/// `NGUYỄN<<THỊ<MẪU` is `NGUYỄN THỊ MẪU`.
fn plain_name(name: &str) -> String {
    name.split('<').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn path(field: Field) -> String {
    format!("person.{}", field.name())
}

fn is_pin(number: &str) -> bool {
    number.len() == 12 && number.bytes().all(|byte| byte.is_ascii_digit())
}
