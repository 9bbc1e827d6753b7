use std::fmt::Display;

use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use super::{Locale, localized};

/// A value as it is serialised in one language.
#[derive(Clone, Copy, Debug)]
pub struct InLocale<'a, T: ?Sized> {
    value: &'a T,
    locale: Locale,
}

/// The value, with its words in this language.
///
/// ```
/// use cancuoc::{Finding, Locale, locale::in_locale, pin};
/// let finding = Finding::new(pin::findings::NOT_TWELVE_DIGITS, "pin");
/// let text = serde_json::to_string(&in_locale(&finding, Locale::En))?;
/// assert!(text.starts_with(r#"{"code":"pin.not_twelve_digits","severity":"error","path":"pin","message":"A personal number"#));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn in_locale<T: ?Sized>(value: &T, locale: Locale) -> InLocale<'_, T> {
    InLocale { value, locale }
}

impl<T: Serialize + ?Sized> Serialize for InLocale<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(In { inner: serializer, locale: self.locale })
    }
}

/// A serializer, or a part of one, that gets the words of one language.
struct In<S> {
    inner: S,
    locale: Locale,
}

impl<S> In<S> {
    fn wrap<'a, T: ?Sized>(&self, value: &'a T) -> InLocale<'a, T> {
        in_locale(value, self.locale)
    }
}

/// Passes scalars on.
macro_rules! pass {
    ($($method:ident($type:ty);)*) => {
        $(
            fn $method(self, value: $type) -> Result<S::Ok, S::Error> {
                self.inner.$method(value)
            }
        )*
    };
}

impl<S: Serializer> Serializer for In<S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = In<S::SerializeSeq>;
    type SerializeTuple = In<S::SerializeTuple>;
    type SerializeTupleStruct = TupleStruct<S>;
    type SerializeTupleVariant = In<S::SerializeTupleVariant>;
    type SerializeMap = In<S::SerializeMap>;
    type SerializeStruct = In<S::SerializeStruct>;
    type SerializeStructVariant = In<S::SerializeStructVariant>;

    pass! {
        serialize_bool(bool);
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
        serialize_f32(f32);
        serialize_f64(f64);
        serialize_char(char);
        serialize_str(&str);
        serialize_bytes(&[u8]);
        serialize_unit_struct(&'static str);
    }

    fn serialize_none(self) -> Result<S::Ok, S::Error> {
        self.inner.serialize_none()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        let value = self.wrap(value);
        self.inner.serialize_some(&value)
    }

    fn serialize_unit(self) -> Result<S::Ok, S::Error> {
        self.inner.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
    ) -> Result<S::Ok, S::Error> {
        self.inner.serialize_unit_variant(name, index, variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        let value = self.wrap(value);
        self.inner.serialize_newtype_struct(name, &value)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        let value = self.wrap(value);
        self.inner.serialize_newtype_variant(name, index, variant, &value)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Self::SerializeSeq, S::Error> {
        Ok(In { inner: self.inner.serialize_seq(length)?, locale: self.locale })
    }

    fn serialize_tuple(self, length: usize) -> Result<Self::SerializeTuple, S::Error> {
        Ok(In { inner: self.inner.serialize_tuple(length)?, locale: self.locale })
    }

    fn serialize_tuple_struct(
        self,
        name: &'static str,
        length: usize,
    ) -> Result<Self::SerializeTupleStruct, S::Error> {
        if name == localized::NAME {
            let skip = if self.locale == Locale::Vi { 0 } else { 1 };
            return Ok(TupleStruct::Words { serializer: Some(self.inner), skip, out: None });
        }
        Ok(TupleStruct::Other(In {
            inner: self.inner.serialize_tuple_struct(name, length)?,
            locale: self.locale,
        }))
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Self::SerializeTupleVariant, S::Error> {
        Ok(In {
            inner: self.inner.serialize_tuple_variant(name, index, variant, length)?,
            locale: self.locale,
        })
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Self::SerializeMap, S::Error> {
        Ok(In { inner: self.inner.serialize_map(length)?, locale: self.locale })
    }

    fn serialize_struct(self, name: &'static str, length: usize) -> Result<Self::SerializeStruct, S::Error> {
        Ok(In { inner: self.inner.serialize_struct(name, length)?, locale: self.locale })
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Self::SerializeStructVariant, S::Error> {
        Ok(In {
            inner: self.inner.serialize_struct_variant(name, index, variant, length)?,
            locale: self.locale,
        })
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        self.inner.collect_str(value)
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

/// A tuple struct, or words of which one language is written.
enum TupleStruct<S: Serializer> {
    Words {
        serializer: Option<S>,
        /// Languages still to be passed over.
        skip: usize,
        out: Option<S::Ok>,
    },
    Other(In<S::SerializeTupleStruct>),
}

impl<S: Serializer> SerializeTupleStruct for TupleStruct<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
        match self {
            Self::Words { serializer, skip: 0, out } => {
                if let Some(serializer) = serializer.take() {
                    *out = Some(value.serialize(serializer)?);
                }
                Ok(())
            }
            Self::Words { skip, .. } => {
                *skip = skip.saturating_sub(1);
                Ok(())
            }
            Self::Other(inner) => {
                let value = inner.wrap(value);
                inner.inner.serialize_field(&value)
            }
        }
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        match self {
            Self::Words { out, .. } => out.ok_or_else(|| serde::ser::Error::custom("words in no language")),
            Self::Other(inner) => inner.inner.end(),
        }
    }
}

impl<S: SerializeSeq> SerializeSeq for In<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
        let value = self.wrap(value);
        self.inner.serialize_element(&value)
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.inner.end()
    }
}

impl<S: SerializeTuple> SerializeTuple for In<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
        let value = self.wrap(value);
        self.inner.serialize_element(&value)
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.inner.end()
    }
}

impl<S: SerializeTupleVariant> SerializeTupleVariant for In<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
        let value = self.wrap(value);
        self.inner.serialize_field(&value)
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.inner.end()
    }
}

impl<S: SerializeMap> SerializeMap for In<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), S::Error> {
        self.inner.serialize_key(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
        let value = self.wrap(value);
        self.inner.serialize_value(&value)
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.inner.end()
    }
}

impl<S: SerializeStruct> SerializeStruct for In<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), S::Error> {
        let value = self.wrap(value);
        self.inner.serialize_field(name, &value)
    }

    fn skip_field(&mut self, name: &'static str) -> Result<(), S::Error> {
        self.inner.skip_field(name)
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.inner.end()
    }
}

impl<S: SerializeStructVariant> SerializeStructVariant for In<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), S::Error> {
        let value = self.wrap(value);
        self.inner.serialize_field(name, &value)
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.inner.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Localized;

    #[derive(serde::Serialize)]
    struct Result<W> {
        count: u8,
        nested: Vec<Option<W>>,
    }

    fn result() -> Result<impl serde::Serialize> {
        let words = |locale| String::from(if locale == Locale::Vi { "vâng" } else { "yes" });
        Result { count: 1, nested: vec![Some(Localized(words)), None] }
    }

    #[test]
    fn words_are_those_of_one_language_however_deep_they_stand() {
        let text = |locale| serde_json::to_string(&in_locale(&result(), locale)).unwrap();
        assert_eq!(text(Locale::Vi), r#"{"count":1,"nested":["vâng",null]}"#);
        assert_eq!(text(Locale::En), r#"{"count":1,"nested":["yes",null]}"#);
    }

    #[test]
    fn without_a_language_words_are_a_pair() {
        let text = serde_json::to_string(&result()).unwrap();
        assert_eq!(text, r#"{"count":1,"nested":[["vâng","yes"],null]}"#);
    }
}
