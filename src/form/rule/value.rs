//! What an expression works on.

use std::borrow::Cow;

use crate::date::{Date, PartialDate};
use crate::json::Value;

/// A value while an expression is evaluated.
#[derive(Clone, Debug, PartialEq)]
pub enum Val<'a> {
    /// Not answered, hidden, or of the wrong type.
    Null,
    /// Cannot be decided.
    Unknown,
    /// A truth value.
    Bool(bool),
    /// A whole number; a span when it was counted from a partly known day.
    Number(Span<i64>),
    /// A text.
    Text(Cow<'a, str>),
    /// A day; a span when only month or year are known.
    Day(Span<Date>),
    /// A list.
    List(Vec<Val<'a>>),
    /// The rows of a group, by the group's index.
    Rows(usize),
    /// So many files.
    Files(usize),
}

/// From `low` to `high`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span<T> {
    /// The least it can be.
    pub low: T,
    /// The most it can be.
    pub high: T,
}

impl<T: Copy + PartialOrd> Span<T> {
    /// Exactly this.
    pub fn exactly(value: T) -> Self {
        Self { low: value, high: value }
    }

    /// The value, if there is only one.
    pub fn exact(self) -> Option<T> {
        (self.low == self.high).then_some(self.low)
    }

    /// `self < other`, if it can be decided.
    pub fn less(self, other: Self) -> Option<bool> {
        if self.high < other.low {
            Some(true)
        } else if self.low >= other.high {
            Some(false)
        } else {
            None
        }
    }

    /// `self == other`, if it can be decided.
    pub fn equals(self, other: Self) -> Option<bool> {
        if self.high < other.low || other.high < self.low {
            return Some(false);
        }
        (self.exact().is_some() && other.exact().is_some()).then_some(true)
    }
}

impl<'a> Val<'a> {
    /// A text that was borrowed; blank counts as no answer.
    pub fn text(text: &'a str) -> Self {
        if text.trim().is_empty() { Self::Null } else { Self::Text(Cow::Borrowed(text)) }
    }

    /// A number known exactly.
    pub fn number(number: i64) -> Self {
        Self::Number(Span::exactly(number))
    }

    /// A day known exactly.
    pub fn day(day: Date) -> Self {
        Self::Day(Span::exactly(day))
    }

    /// A day, maybe known by month or year only.
    pub fn date(date: PartialDate) -> Self {
        match (date.earliest(), date.latest()) {
            (Some(low), Some(high)) => Self::Day(Span { low, high }),
            _ => Self::Unknown,
        }
    }

    /// The same without copying texts.
    pub fn borrowed(&self) -> Val<'_> {
        match self {
            Self::Null => Val::Null,
            Self::Unknown => Val::Unknown,
            Self::Bool(truth) => Val::Bool(*truth),
            Self::Number(span) => Val::Number(*span),
            Self::Text(text) => Val::Text(Cow::Borrowed(text)),
            Self::Day(span) => Val::Day(*span),
            Self::List(items) => Val::List(items.iter().map(Val::borrowed).collect()),
            Self::Rows(group) => Val::Rows(*group),
            Self::Files(count) => Val::Files(*count),
        }
    }

    /// The same, on its own.
    pub fn into_owned(self) -> Val<'static> {
        match self {
            Self::Null => Val::Null,
            Self::Unknown => Val::Unknown,
            Self::Bool(truth) => Val::Bool(truth),
            Self::Number(span) => Val::Number(span),
            Self::Text(text) => Val::Text(Cow::Owned(text.into_owned())),
            Self::Day(span) => Val::Day(span),
            Self::List(items) => Val::List(items.into_iter().map(Val::into_owned).collect()),
            Self::Rows(group) => Val::Rows(group),
            Self::Files(count) => Val::Files(count),
        }
    }

    /// `==`, if it can be decided: null equals null and nothing else.
    pub(super) fn equals(&self, other: &Val<'_>) -> Option<bool> {
        match (self, other) {
            (Val::Unknown, _) | (_, Val::Unknown) => None,
            (Val::Null, Val::Null) => Some(true),
            (Val::Bool(a), Val::Bool(b)) => Some(a == b),
            (Val::Number(a), Val::Number(b)) => a.equals(*b),
            (Val::Text(a), Val::Text(b)) => Some(a == b),
            (Val::Day(a), Val::Day(b)) => a.equals(*b),
            _ => Some(false),
        }
    }
}

/// What cannot be decided, and what is no answer of one field, is `null`.
impl From<&Val<'_>> for Value {
    fn from(value: &Val<'_>) -> Self {
        match value {
            Val::Bool(truth) => (*truth).into(),
            Val::Number(span) => span.exact().into(),
            Val::Text(text) => text.as_ref().into(),
            Val::Day(span) => {
                let (low, high) = (span.low, span.high);
                let date = match span.exact() {
                    Some(day) => PartialDate::Day(day),
                    None if low.month() == high.month() => PartialDate::Month(low.year(), low.month()),
                    None => PartialDate::Year(low.year()),
                };
                date.to_string().into()
            }
            Val::List(items) => Self::Array(items.iter().map(Self::from).collect()),
            Val::Null | Val::Unknown | Val::Rows(_) | Val::Files(_) => Self::Null,
        }
    }
}

/// What cannot be decided is unknown.
impl From<Option<bool>> for Val<'_> {
    fn from(truth: Option<bool>) -> Self {
        truth.map_or(Self::Unknown, Self::Bool)
    }
}
