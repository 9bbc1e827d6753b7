use crate::chip::tlv::{Element, Rules, Tag, TlvError};

use super::text::ascii;

/// EF.COM: which data groups the chip says it has. Not signed, so a hint only (Doc 9303-10, 4.6.1).
///
/// ```text
/// 60 { 5F01 LDS version (4), 5F36 Unicode version (6), 5C list of tags }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Com {
    /// `aabb`, e.g. `0107`.
    pub lds_version: Option<String>,
    /// `aabbcc`, e.g. `040000`.
    pub unicode_version: Option<String>,
    /// Numbers of the data groups, as listed.
    pub groups: Vec<u8>,
    /// Octets of the list that are no data group's tag.
    pub unknown: Vec<u8>,
}

impl Com {
    /// Reads EF.COM.
    ///
    /// # Errors
    /// Of the encoding; another file than EF.COM.
    pub fn parse(file: &[u8]) -> Result<Self, TlvError> {
        let mut com =
            Self { lds_version: None, unicode_version: None, groups: Vec::new(), unknown: Vec::new() };
        let mut within = Element::first(file, Rules::Ber)?.expect(0x60)?.children();
        while !within.is_empty() {
            let element = within.read()?;
            match element.tag {
                0x5F01 => com.lds_version = ascii(element.content),
                0x5F36 => com.unicode_version = ascii(element.content),
                0x5C => {
                    for tag in element.content {
                        match data_group_of(Tag::from(*tag)) {
                            Some(number) => com.groups.push(number),
                            None => com.unknown.push(*tag),
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(com)
    }
}

/// The tag of data group 1–16 (Doc 9303-10, table 35).
pub fn tag_of(number: u8) -> Option<Tag> {
    TAGS.get(usize::from(number).checked_sub(1)?).copied()
}

/// The number of the data group that has this tag.
pub fn data_group_of(tag: Tag) -> Option<u8> {
    let place = TAGS.iter().position(|other| *other == tag)?;
    u8::try_from(place).ok()?.checked_add(1)
}

const TAGS: [Tag; 16] =
    [0x61, 0x75, 0x63, 0x76, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F, 0x70];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_a_vietnamese_card() {
        let file = [
            0x60, 0x18, 0x5F, 0x01, 4, b'0', b'1', b'0', b'7', 0x5F, 0x36, 6, b'0', b'4', b'0', b'0', b'0',
            b'0', 0x5C, 6, 0x61, 0x75, 0x63, 0x6D, 0x6E, 0x6F,
        ];
        let com = Com::parse(&file).unwrap();
        assert_eq!(com.groups, [1, 2, 3, 13, 14, 15]);
        assert_eq!(com.lds_version.as_deref(), Some("0107"));
        assert!(com.unknown.is_empty());
    }

    #[test]
    fn every_number_leads_back_from_its_tag() {
        for number in 1..=16 {
            assert_eq!(data_group_of(tag_of(number).unwrap()), Some(number));
        }
        assert_eq!((tag_of(0), tag_of(17), data_group_of(0x77)), (None, None, None));
    }
}
