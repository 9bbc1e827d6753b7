//! What to ask the person where there is more than one answer or a doubt.

use serde::{Serialize, Serializer};

use crate::locale::Localized;

use super::candidate::Candidate;
use crate::{
    Date, Locale,
    address::units::{Unit, Units},
};

/// What to ask where there is more than one answer or a doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// The commune of this name was divided.
    WhichPart(String),
    /// Several communes have the name.
    WhichOfName,
    /// Only the district or province is known.
    WhichCommune(String),
    /// One candidate, not certain.
    IsItThis(String),
}

/// The same, before the unit has its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OpenQuestion {
    WhichPart(Unit),
    WhichOfName,
    WhichCommune(Unit),
    IsItThis(Unit),
}

impl OpenQuestion {
    pub(crate) fn question(self, units: &Units, on: Date) -> Question {
        match self {
            Self::WhichPart(unit) => Question::WhichPart(units.full_name(unit, on)),
            Self::WhichOfName => Question::WhichOfName,
            Self::WhichCommune(unit) => Question::WhichCommune(units.full_name(unit, on)),
            Self::IsItThis(unit) => {
                let name = Candidate::of(units, unit, on).map(|own| [own.commune, own.province].join(", "));
                Question::IsItThis(name.unwrap_or_default())
            }
        }
    }
}

impl Question {
    /// For the person.
    pub fn words(&self, locale: Locale) -> String {
        match (locale, self) {
            (Locale::Vi, Self::WhichPart(unit)) => {
                format!("{unit} đã được chia. Nơi ở hiện nay thuộc đơn vị nào dưới đây?")
            }
            (Locale::Vi, Self::WhichOfName) => {
                "Có nhiều đơn vị phù hợp. Nơi ở hiện nay thuộc đơn vị nào dưới đây?".into()
            }
            (Locale::Vi, Self::WhichCommune(unit)) => {
                format!("Địa chỉ mới có đến {unit}. Nơi ở hiện nay thuộc xã, phường nào dưới đây?")
            }
            (Locale::Vi, Self::IsItThis(unit)) => format!("Nơi ở hiện nay có phải thuộc {unit} không?"),
            (Locale::En, Self::WhichPart(unit)) => {
                format!("{unit} was divided. Which of these units is the home in now?")
            }
            (Locale::En, Self::WhichOfName) => "Several units fit. Which of these is the home in now?".into(),
            (Locale::En, Self::WhichCommune(unit)) => {
                format!("The address names {unit} but no commune. Which of these is the home in now?")
            }
            (Locale::En, Self::IsItThis(unit)) => format!("Is the home in {unit} now?"),
        }
    }
}

impl Serialize for Question {
    /// Its words.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Localized(|locale| self.words(locale)).serialize(serializer)
    }
}
