use crate::{
    Date, Finding,
    chip::{
        findings,
        tlv::{Element, Reader, Rules, TlvError, tag},
    },
    date::PartialDate,
    reading::{Field, Person, is_nothing, is_without_end},
    text,
};

use super::text::{is_string, slashed, string};

/// DG13 of a Vietnamese ID card: the national data. No public document defines it; several
/// implementations agree on it, byte for byte.
///
/// ```text
/// 6D { 30 { [02 01 01] [06 OID 1.0.10646.1.0.8] 31 { 30 { 02 01 idx, value … } … } } }
/// ```
///
/// | idx | field | idx | field |
/// |---|---|---|---|
/// | 1 | PIN | 9 | residence |
/// | 2 | full name | 10 | identifying marks |
/// | 3 | birth, dd/mm/yyyy | 11 | issued, dd/mm/yyyy |
/// | 4 | sex | 12 | expiry, or `Không thời hạn` |
/// | 5 | nationality | 13 | father, mother |
/// | 6 | ethnicity | 14 | spouse |
/// | 7 | religion | 15 | old CMND |
/// | 8 | place of origin; on cards since 01/07/2024 place of birth registration | 16 | 16 characters of open meaning, not kept |
///
/// Walked tolerantly: wrappers may be missing, lengths may be long, an item may be empty and keeps its index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dg13 {
    /// What could be read.
    pub person: Person,
    /// What could not, at `person.…` or `DG13`.
    pub findings: Vec<Finding>,
}

/// Reads DG13.
///
/// # Errors
/// When nothing of it can be read: another file, or no element at all.
pub fn dg13(file: &[u8]) -> Result<Dg13, TlvError> {
    let group = Element::first(file, Rules::Ber)?.expect(0x6D)?;
    let mut walk = Walk::default();
    let whole = walk.collect(group.children(), 0);
    let mut out = Dg13::default();
    if whole.is_err() {
        out.findings.push(Finding::new(findings::DG13_BROKEN, "DG13"));
    } else if walk.items.is_empty() {
        out.findings.push(Finding::new(findings::DG13_EMPTY, "DG13"));
    }
    let mut seen = [false; 17];
    for (index, values) in &walk.items {
        match usize::try_from(*index).ok().and_then(|place| seen.get_mut(place)) {
            Some(seen) if !*seen => {
                *seen = true;
                out.read_item(*index, values.clone());
            }
            _ => out
                .findings
                .push(Finding::new(findings::DG13_UNKNOWN_ITEM, "DG13").with("item", index.to_string())),
        }
    }
    out.name_the_place();
    Ok(out)
}

impl Dg13 {
    fn read_item(&mut self, index: u32, mut values: Reader<'_>) {
        if index == 13 {
            return self.read_parents(values);
        }
        let Some(field) = FIELDS.iter().find_map(|(item, field)| (*item == index).then_some(*field)) else {
            return;
        };
        let mut texts = Vec::new();
        if texts_within(&mut values, &mut texts, 0).is_err() {
            return self.unreadable(field);
        }
        match texts.into_iter().next() {
            None => {}
            Some(None) => self.unreadable(field),
            Some(Some(value)) if value.is_empty() => {}
            Some(Some(value)) => self.take(field, value),
        }
    }

    fn take(&mut self, field: Field, value: String) {
        let value = match field {
            Field::Pin => Some(value).filter(|value| is_number(value, &[12])),
            Field::OldId if is_nothing(&value) => return,
            Field::OldId => {
                if is_number(&value, &[12]) {
                    self.findings.push(Finding::new(findings::DG13_OLD_NUMBER, path(field)));
                }
                Some(value).filter(|value| is_number(value, &[9, 12]))
            }
            Field::BirthDate => slashed(&value).map(|date| date.to_string()),
            Field::IssueDate => Date::from_slashed(&value).map(|date| date.to_string()),
            Field::ExpiryDate if is_without_end(&value) => Some("none".to_owned()),
            Field::ExpiryDate => Date::from_slashed(&value).map(|date| date.to_string()),
            Field::Sex => match text::key(&value).as_str() {
                "nam" => Some("male".to_owned()),
                key if key == text::key("Nữ") => Some("female".to_owned()),
                _ => None,
            },
            _ => Some(value),
        };
        match value {
            Some(value) => self.person.set(field, value),
            None => self.unreadable(field),
        }
    }

    /// `30{0C father} 30{0C mother}`, in some cards within one more SEQUENCE. By place, so that an empty
    /// first one is no father; of a single name nobody can say whose it is.
    fn read_parents(&mut self, mut values: Reader<'_>) {
        let mut names = Vec::new();
        if texts_within(&mut values, &mut names, 0).is_err() || names.contains(&None) {
            return self.unreadable(Field::FatherName);
        }
        let mut names = names.into_iter().flatten();
        match (names.next(), names.next()) {
            (Some(father), Some(mother)) => {
                self.person.set(Field::FatherName, father);
                self.person.set(Field::MotherName, mother);
            }
            (Some(name), None) if !name.is_empty() => {
                self.findings.push(Finding::new(findings::DG13_ONE_PARENT, path(Field::FatherName)));
            }
            _ => {}
        }
    }

    /// Item 8 changed its meaning with Luật Căn cước 26/2023/QH15, in force since 01/07/2024 (Điều 18:
    /// the card shows the place of birth registration instead of the place of origin).
    fn name_the_place(&mut self) {
        let issued =
            self.person.get(Field::IssueDate).and_then(PartialDate::from_iso).and_then(PartialDate::earliest);
        if issued.is_some_and(|day| Some(day) >= Date::new(2024, 7, 1)) {
            let place = self.person.get(Field::PlaceOfOrigin).unwrap_or_default().to_owned();
            self.person.set(Field::PlaceOfOrigin, "");
            self.person.set(Field::PlaceOfBirthRegistration, place);
        }
    }

    fn unreadable(&mut self, field: Field) {
        self.findings.push(Finding::new(findings::VALUE_UNREADABLE, path(field)).with("file", "DG13"));
    }
}

/// The items found, each with what follows its index.
#[derive(Default)]
struct Walk<'a> {
    items: Vec<(u32, Reader<'a>)>,
}

impl<'a> Walk<'a> {
    /// Items stand at any level; whatever is no item is a wrapper.
    fn collect(&mut self, mut within: Reader<'a>, depth: u8) -> Result<(), TlvError> {
        while !within.is_empty() {
            let element = within.read()?;
            if let Some(item) = item(&element) {
                if self.items.len() < MOST_ITEMS {
                    self.items.push(item);
                }
            } else if element.is_constructed() && depth < MOST_WRAPPERS {
                self.collect(element.children(), depth.saturating_add(1))?;
            }
        }
        Ok(())
    }
}

/// `30 { 02 idx, value … }`, told from a wrapper that begins with the version number: there an OID, a SET
/// or another item follows.
fn item<'a>(element: &Element<'a>) -> Option<(u32, Reader<'a>)> {
    if element.tag != tag::SEQUENCE {
        return None;
    }
    let mut within = element.children();
    let index = within.expect(tag::INTEGER).ok()?.small().ok()?;
    let values = within.clone();
    match within.peek() {
        Some(tag::OID | tag::SET) => None,
        Some(tag::SEQUENCE) if within.read().ok()?.children().peek() == Some(tag::INTEGER) => None,
        _ => Some((index, values)),
    }
}

/// The character strings in reading order, an empty wrapper counting as an empty one; `None` for what is
/// no text.
fn texts_within(within: &mut Reader<'_>, texts: &mut Vec<Option<String>>, depth: u8) -> Result<(), TlvError> {
    while !within.is_empty() && texts.len() < MOST_TEXTS {
        let element = within.read()?;
        if is_string(&element) {
            texts.push(string(&element));
        } else if element.tag == tag::NULL || (element.is_constructed() && element.content.is_empty()) {
            texts.push(Some(String::new()));
        } else if element.is_constructed() && depth < MOST_WRAPPERS {
            texts_within(&mut element.children(), texts, depth.saturating_add(1))?;
        } else {
            texts.push(None);
        }
    }
    Ok(())
}

fn is_number(value: &str, lengths: &[usize]) -> bool {
    lengths.contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_digit())
}

fn path(field: Field) -> String {
    format!("person.{}", field.name())
}

const FIELDS: &[(u32, Field)] = &[
    (1, Field::Pin),
    (2, Field::FullName),
    (3, Field::BirthDate),
    (4, Field::Sex),
    (5, Field::Nationality),
    (6, Field::Ethnicity),
    (7, Field::Religion),
    (8, Field::PlaceOfOrigin),
    (9, Field::Residence),
    (10, Field::IdentifyingMarks),
    (11, Field::IssueDate),
    (12, Field::ExpiryDate),
    (14, Field::SpouseName),
    (15, Field::OldId),
];
/// Cards have 16 items within 3 wrappers, and at most 2 texts in an item.
const MOST_ITEMS: usize = 64;
const MOST_WRAPPERS: u8 = 6;
const MOST_TEXTS: usize = 8;
