//! What the fields of a form mean to each other: what the shared rules of consistency go by (`docs/packs.md`, Meanings).

use serde::{Deserialize, Serialize};

use crate::form::rule::Expression;
use crate::locale::Bilingual;
use crate::text;

/// The people of a form, and the days of their lives and of what is asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Meanings {
    /// Everybody of whom the form asks more than a name.
    pub people: Vec<Individual>,
    /// Who is the same person as somebody else, and who is not.
    pub pairs: Vec<Pair>,
    /// Who is whose parent.
    pub parents: Vec<Parent>,
    /// Choices that say what somebody is to another: `father`, `wife`.
    pub relations: Vec<Relation>,
    /// Days that lie in a person's life.
    pub days: Vec<LifeDay>,
    /// Days that begin and end something.
    pub terms: Vec<Term>,
}

/// Somebody of whom a form asks, or whoever stands in a row of a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Individual {
    /// `applicant`, `mother`, …
    pub role: String,
    /// As the person is called.
    pub label: Bilingual,
    /// The group in each of whose rows there is one; the fields are then those of the row.
    pub group: Option<usize>,
    /// The name, in one field or in two.
    pub names: Vec<usize>,
    /// The day of birth.
    pub birth: Option<usize>,
    /// A number that is one person's only.
    pub number: Option<usize>,
    /// The sex.
    pub sex: Option<usize>,
}

/// Two people, by their places among the form's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// The one.
    pub one: usize,
    /// The other; what contradicts itself is told here.
    pub other: usize,
    /// On the condition both are one person, and without it they are two.
    pub same: bool,
    /// The condition.
    pub when: Option<Expression>,
    /// The fields that the condition asks: without answers to them nothing is said.
    pub asked: Vec<usize>,
}

/// A parent and a child, by their places among the form's people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parent {
    /// Born earlier.
    pub parent: usize,
    /// Born later.
    pub child: usize,
    /// When it is so.
    pub when: Option<Expression>,
}

/// What somebody is to another person, by a choice whose values are `father`, `wife`, …
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    /// Who, by the place among the form's people.
    pub of: usize,
    /// The field; of the row if the person stands in one.
    pub field: usize,
}

/// A day that cannot be before a birth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LifeDay {
    /// Whose life, by the place among the form's people.
    pub of: usize,
    /// The field; of the row if the person stands in one.
    pub day: usize,
    /// It is the day of death.
    pub death: bool,
}

/// What begins and ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// The group whose row has both fields.
    pub group: Option<usize>,
    /// The first day.
    pub from: usize,
    /// The last day.
    pub until: usize,
}

/// What a field says, beyond its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sense {
    /// A day that has come: a birth, a death, an issue.
    Happened,
    /// A time of day, `08:30`.
    Hour,
    /// A year.
    Year,
    /// An address as it was then.
    Past,
    /// An office, by its name and its place; where it is known, of the kind that takes the form.
    Office(Option<Office>),
    /// One of the ethnic groups.
    Ethnicity,
    /// The country whose citizen somebody is.
    Nationality,
}

/// The kinds of office that people take for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Office {
    /// Công an: residence, identity cards, passports.
    Police,
    /// Ủy ban nhân dân: civil status.
    Committee,
}

impl Office {
    /// The kind of office that a text names first, whoever stands at its head: `Trưởng Công an xã Mẫu`, `CA xã Mẫu`,
    /// `U.B.N.D. xã Mẫu`, also without accents.
    pub(in crate::form) fn named(text: &str) -> Option<Self> {
        let text = text.replace('.', "");
        let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut words = words.map(|word| (word, text::ascii(word).to_ascii_lowercase()));
        let (first, plain) = words.find(|(_, plain)| !HEADS.contains(&plain.as_str()))?;
        let second = words.next().map(|(_, plain)| plain).unwrap_or_default();
        match (plain.as_str(), second.as_str()) {
            ("cong", "an") => Some(Self::Police),
            // `Cà Mau` is a province.
            ("ca", _) if first.is_ascii() => Some(Self::Police),
            ("uy", "ban") | ("ubnd" | "ub", _) => Some(Self::Committee),
            _ => None,
        }
    }
}

/// The words of `Kính gửi`, `Trưởng`, `Phó Chủ tịch`.
const HEADS: &[&str] = &["kinh", "gui", "truong", "pho", "chu", "tich"];

#[cfg(test)]
mod tests {
    use super::Office::{self, Committee, Police};

    #[test]
    fn an_office_is_known_by_its_first_words() {
        for (text, office) in [
            ("Công an xã Mẫu", Some(Police)),
            ("CÔNG AN", Some(Police)),
            ("cong an xa Mau", Some(Police)),
            ("CA xã Mẫu", Some(Police)),
            ("C.A. xã Mẫu", Some(Police)),
            ("Trưởng Công an xã Mẫu", Some(Police)),
            ("Kính gửi: Phó trưởng CA. xã Mẫu", Some(Police)),
            ("Ủy ban nhân dân xã Mẫu", Some(Committee)),
            ("Uỷ ban nhân dân xã Mẫu", Some(Committee)),
            ("UY BAN NHAN DAN XA MAU", Some(Committee)),
            ("UBND-phường Mẫu", Some(Committee)),
            ("U.B.N.D. xã Mẫu", Some(Committee)),
            ("Phó Chủ tịch UB xã Mẫu", Some(Committee)),
            ("Phòng Tư pháp", None),
            ("Phòng Quản lý xuất nhập cảnh, Công an tỉnh Mẫu", None),
            ("Trung tâm Phục vụ hành chính công, UBND phường Mẫu", None),
            ("Đại sứ quán Việt Nam tại Đức", None),
            ("Cà Mau", None),
            ("Công ty Mẫu", None),
            ("xã Mẫu, tỉnh Ví Dụ", None),
            ("", None),
        ] {
            assert_eq!(Office::named(text), office, "{text}");
        }
    }
}
