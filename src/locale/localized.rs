use serde::ser::{Serialize, SerializeTupleStruct, Serializer};

use super::Locale;

/// Words in both languages, built when they are asked for.
///
/// Serialised by [`in_locale`](super::in_locale) they are one text; by another serializer, a pair of both.
pub struct Localized<F>(pub F);

/// The name by which the serializer of one language knows words: no other type has it.
pub(super) const NAME: &str = "cancuoc::Localized";

impl<F: Fn(Locale) -> String> Serialize for Localized<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut both = serializer.serialize_tuple_struct(NAME, 2)?;
        both.serialize_field(&In { words: &self.0, locale: Locale::Vi })?;
        both.serialize_field(&In { words: &self.0, locale: Locale::En })?;
        both.end()
    }
}

/// Words in one language; nothing is built for the other one.
struct In<'a, F> {
    words: &'a F,
    locale: Locale,
}

impl<F: Fn(Locale) -> String> Serialize for In<'_, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&(self.words)(self.locale))
    }
}
