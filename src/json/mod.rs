//! JSON as a value: answers, packs and sealed applications, with bounds, and its canonical form
//! (RFC 8785, JSON Canonicalization Scheme).
//!
//! A type of its own, because the seal depends on its every byte: members keep their order and stand once, numbers
//! are IEEE doubles, and depth and number of values have limits. `serde` reads and writes it, whatever the format.

mod canonical;
mod de;
mod limits;
mod ser;
mod text;
mod typed;

pub use canonical::canonical;
pub use limits::{LIMITS, Limits};
pub(crate) use ser::by_name;
pub use text::{of, parse, to_text};
pub use typed::{not_of_the_contract, typed};

/// A JSON value; object members keep their order, and their names are unique.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`
    #[default]
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A finite double.
    Number(f64),
    /// Text.
    String(String),
    /// A list.
    Array(Vec<Value>),
    /// Members in order.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// The member of this name, of an object.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.as_object()?.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// The number.
    pub fn as_f64(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// The whole number, exact up to 2^53.
    pub fn as_whole(&self) -> Option<i64> {
        self.as_f64().and_then(whole)
    }

    /// The truth value.
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(truth) = self { Some(*truth) } else { None }
    }

    /// The items of a list.
    pub fn as_array(&self) -> Option<&[Self]> {
        if let Self::Array(items) = self { Some(items) } else { None }
    }

    /// The members of an object.
    pub fn as_object(&self) -> Option<&[(String, Self)]> {
        if let Self::Object(members) = self { Some(members) } else { None }
    }

    /// `null`
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

/// An object of these members.
pub(crate) fn object(members: Vec<(&str, Value)>) -> Value {
    Value::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// Whole numbers up to it, and their sums by 1, are exact doubles.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The whole number that a double is, up to 2^53.
#[allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "checked to be whole and within 2^53"
)]
fn whole(number: f64) -> Option<i64> {
    (number.abs() <= EXACT && number.fract() == 0.0).then_some(number as i64)
}

/// The double nearest to a whole number.
#[allow(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "rounds to the nearest, of two to the even one"
)]
fn double(number: i64) -> f64 {
    number as f64
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Bool(truth)
    }
}

impl From<f64> for Value {
    /// A number that JSON cannot write becomes `null`.
    fn from(number: f64) -> Self {
        if number.is_finite() { Self::Number(number) } else { Self::Null }
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl From<i64> for Value {
    /// Exact up to 2^53.
    fn from(number: i64) -> Self {
        Self::Number(double(number))
    }
}

impl From<Vec<Value>> for Value {
    fn from(items: Vec<Value>) -> Self {
        Self::Array(items)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
