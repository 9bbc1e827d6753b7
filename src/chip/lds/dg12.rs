use crate::{
    Finding,
    chip::{
        findings,
        tlv::{Element, Rules, TlvError},
    },
    reading::{Field, Person},
};

use super::text::compact;

/// DG12: additional details of the document (Doc 9303-10, 4.7.12); of them the day of issue (5F26).
///
/// # Errors
/// Of the encoding; another file than DG12.
pub fn dg12(file: &[u8]) -> Result<(Person, Vec<Finding>), TlvError> {
    let (mut person, mut found) = (Person::default(), Vec::new());
    let mut within = Element::first(file, Rules::Ber)?.expect(0x6C)?.children();
    while !within.is_empty() {
        let element = within.read()?;
        if element.tag == 0x5F26 {
            match compact(element.content) {
                Some(day) => person.set(Field::IssueDate, day.to_string()),
                None => found
                    .push(Finding::new(findings::VALUE_UNREADABLE, "person.issueDate").with("file", "DG12")),
            }
        }
    }
    Ok((person, found))
}
