use std::fmt;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::json::Value;

/// What is known of a person, field by field; a field that is not known is absent.
///
/// Dates are ISO 8601 (`birthDate` may have reduced precision: `1960`), `expiryDate` may be `none`,
/// `sex` is `male` or `female`. `Debug` names the fields that are there and shows no value.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Person {
    values: [Option<String>; Field::ALL.len()],
}

macro_rules! fields {
    ($($(#[$meta:meta])* $variant:ident = $name:literal,)*) => {
        /// A field of the contract's `Person`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $($(#[$meta])* $variant,)* }

        impl Field {
            /// All of them, in the order of the contract.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The contract's name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The field of this name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

fields! {
    /// Số định danh cá nhân, 12 digits.
    Pin = "pin",
    /// The old CMND's number, 9 digits (sometimes 12 in the chip).
    OldId = "oldId",
    /// A PIN that was cancelled and replaced.
    CancelledPin = "cancelledPin",
    /// Họ, chữ đệm và tên khai sinh.
    FullName = "fullName",
    /// The name in MRZ letters.
    LatinName = "latinName",
    /// ISO 8601, maybe of reduced precision.
    BirthDate = "birthDate",
    /// `male` or `female`.
    Sex = "sex",
    /// Quốc tịch.
    Nationality = "nationality",
    /// Dân tộc.
    Ethnicity = "ethnicity",
    /// Tôn giáo.
    Religion = "religion",
    /// Quê quán.
    PlaceOfOrigin = "placeOfOrigin",
    /// Nơi đăng ký khai sinh (2024 cards).
    PlaceOfBirthRegistration = "placeOfBirthRegistration",
    /// Nơi thường trú / nơi cư trú.
    Residence = "residence",
    /// Đặc điểm nhận dạng.
    IdentifyingMarks = "identifyingMarks",
    /// Of the card.
    IssueDate = "issueDate",
    /// Of the card; `none` when it does not expire.
    ExpiryDate = "expiryDate",
    /// Họ tên cha.
    FatherName = "fatherName",
    /// Họ tên mẹ.
    MotherName = "motherName",
    /// Họ tên vợ / chồng.
    SpouseName = "spouseName",
    /// Of the document itself (MRZ, passport).
    DocumentNumber = "documentNumber",
}

impl Person {
    /// The value, if it is known.
    pub fn get(&self, field: Field) -> Option<&str> {
        self.values.get(index(field)).and_then(Option::as_deref)
    }

    /// Sets a field; an empty value takes it away.
    pub fn set(&mut self, field: Field, value: impl Into<String>) {
        let value = value.into();
        if let Some(place) = self.values.get_mut(index(field)) {
            *place = (!value.is_empty()).then_some(value);
        }
    }

    /// The known fields, in the order of the contract.
    pub fn iter(&self) -> impl Iterator<Item = (Field, &str)> {
        Field::ALL.iter().filter_map(|field| Some((*field, self.get(*field)?)))
    }

    /// Nothing is known.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl Serialize for Person {
    /// The contract's `Person`: the known fields by name.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(field, value)| (field.name(), value)))
    }
}

impl<'de> Deserialize<'de> for Person {
    /// As it was given: names that a person does not have and values that are no text are left out.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let given = Value::deserialize(deserializer)?;
        let members = given.as_object().ok_or_else(|| serde::de::Error::custom("a person is an object"))?;
        let mut person = Self::default();
        for (name, value) in members {
            if let (Some(field), Some(text)) = (Field::from_name(name), value.as_str()) {
                person.set(field, text);
            }
        }
        Ok(person)
    }
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(|(field, _)| field)).finish()
    }
}

fn index(field: Field) -> usize {
    Field::ALL.iter().position(|other| *other == field).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_output_shows_no_value() {
        let mut person = Person::default();
        person.set(Field::FullName, "Nguyễn Văn Mẫu");
        assert_eq!(format!("{person:?}"), "{FullName}");
    }

    #[test]
    fn every_name_leads_back_to_its_field() {
        for field in Field::ALL {
            assert_eq!(Field::from_name(field.name()), Some(*field));
        }
        assert_eq!(Field::from_name("__proto__"), None);
    }
}
