//! The languages of the interface, and where words get their language: when a result is serialised.
//!
//! A result holds its words in both languages ([`Localized`], [`Bilingual`]); [`in_locale`] serialises it with those of
//! one. Nothing else in the crate chooses between languages.

mod bilingual;
mod localized;
mod serializer;

pub use bilingual::Bilingual;
pub use localized::Localized;
pub use serializer::{InLocale, in_locale};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// Vietnamese, the first language.
    #[default]
    Vi,
    /// English.
    En,
}

impl Locale {
    /// `vi` or `en`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Vi, Self::En].into_iter().find(|locale| locale.name() == name)
    }
}
