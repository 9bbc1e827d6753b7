//! A [`Value`] out of any format, within limits; and any type out of a [`Value`].

use std::cell::Cell;
use std::collections::HashSet;
use std::fmt;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Unexpected,
    Visitor,
};
use serde::forward_to_deserialize_any;

use super::{LIMITS, Limits, Value, double};

/// Why a value was refused, beside what its format says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    Duplicate,
    Depth,
    Values,
}

/// Reads one value, counting.
#[derive(Clone, Copy)]
pub(super) struct Seed<'c> {
    limits: Limits,
    /// Levels that are left.
    depth: usize,
    /// Values so far.
    values: &'c Cell<usize>,
    refusal: &'c Cell<Option<Refusal>>,
}

impl<'c> Seed<'c> {
    pub(super) fn new(limits: Limits, values: &'c Cell<usize>, refusal: &'c Cell<Option<Refusal>>) -> Self {
        Self { limits, depth: limits.depth, values, refusal }
    }

    fn refuse<E: Error>(&self, refusal: Refusal) -> E {
        self.refusal.set(Some(refusal));
        E::custom(match refusal {
            Refusal::Duplicate => "a name stands twice in one object",
            Refusal::Depth => "too deep",
            Refusal::Values => "too many values",
        })
    }

    fn deeper<E: Error>(self) -> Result<Self, E> {
        match self.depth.checked_sub(1) {
            Some(depth) => Ok(Self { depth, ..self }),
            None => Err(self.refuse(Refusal::Depth)),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        let values = self.values.get().saturating_add(1);
        self.values.set(values);
        if values > self.limits.values {
            return Err(self.refuse(Refusal::Values));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Bool(truth))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(double(number)))
    }

    #[allow(
        clippy::as_conversions,
        clippy::cast_precision_loss,
        reason = "rounds to the nearest, of two to the even one"
    )]
    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Value, E> {
        Ok(Value::String(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let seed = self.deeper()?;
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(seed)? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let seed = self.deeper()?;
        let mut members: Vec<(String, Value)> = Vec::new();
        while let Some(name) = map.next_key()? {
            members.push((name, map.next_value_seed(seed)?));
        }
        let mut names = HashSet::with_capacity(members.len());
        if members.iter().all(|(name, _)| names.insert(name.as_str())) {
            Ok(Value::Object(members))
        } else {
            Err(self.refuse(Refusal::Duplicate))
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    /// Within [`LIMITS`].
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (values, refusal) = (Cell::new(0), Cell::new(None));
        Seed::new(LIMITS, &values, &refusal).deserialize(deserializer)
    }
}

/// What a type says of a [`Value`] that it cannot be read from: which member and what was expected, and never the
/// value, which may be a person's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch(String);

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Mismatch {}

impl Error for Mismatch {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn serde::de::Expected) -> Self {
        Self(format!("{expected} is needed"))
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn serde::de::Expected) -> Self {
        Self(format!("{expected} is needed"))
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self(format!("one of {} is needed", expected.join(", ")))
    }

    fn unknown_field(_: &str, expected: &'static [&'static str]) -> Self {
        Self(format!("only {} are known", expected.join(", ")))
    }
}

impl<'de> IntoDeserializer<'de, Mismatch> for Value {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Asks a visitor for the one kind of value that it wants, so that a type brings no code for the others.
macro_rules! expect {
    ($($method:ident = $pattern:pat => $visit:ident($value:expr), $words:literal;)*) => {
        $(
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
                match self {
                    $pattern => visitor.$visit($value),
                    _ => Err(wanted($words)),
                }
            }
        )*
    };
}

impl<'de> Deserializer<'de> for Value {
    type Error = Mismatch;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        match self {
            Self::Null => visitor.visit_unit(),
            Self::Bool(truth) => visitor.visit_bool(truth),
            Self::Number(number) => visitor.visit_f64(number),
            Self::String(text) => visitor.visit_string(text),
            Self::Array(items) => visitor.visit_seq(SeqDeserializer::new(items.into_iter())),
            Self::Object(members) => visitor.visit_map(MapDeserializer::new(members.into_iter())),
        }
    }

    expect! {
        deserialize_bool = Self::Bool(truth) => visit_bool(truth), "true or false";
        deserialize_f64 = Self::Number(number) => visit_f64(number), "a number";
        deserialize_string = Self::String(text) => visit_string(text), "a text";
        deserialize_seq = Self::Array(items) => visit_seq(SeqDeserializer::new(items.into_iter())), "a list";
        deserialize_map = Self::Object(members) => visit_map(MapDeserializer::new(members.into_iter())), "an object";
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        match self.as_whole().and_then(|number| u64::try_from(number).ok()) {
            Some(number) => visitor.visit_u64(number),
            None => Err(wanted("a whole number from 0")),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        self.deserialize_string(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        self.deserialize_string(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        self.deserialize_map(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        if self.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    /// Variants without content, by their name.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        match self {
            Self::String(name) => visitor.visit_enum(name.into_deserializer()),
            _ => Err(wanted("a text")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 u8 u16 f32 unit char bytes byte_buf unit_struct newtype_struct tuple tuple_struct
    }
}

fn wanted(what: &str) -> Mismatch {
    Mismatch(format!("{what} is needed"))
}
