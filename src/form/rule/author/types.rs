//! The types of the language.

use std::fmt;

/// What an expression gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// `null` itself.
    Null,
    /// True or false.
    Bool,
    /// A whole number.
    Number,
    /// A text.
    Text,
    /// A day.
    Date,
    /// A list of one type.
    List(Box<Type>),
    /// The rows of a group, by its index.
    Rows(usize),
    /// One row of a group.
    Row(usize),
    /// Attached files.
    Files,
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool => f.write_str("true or false"),
            Self::Number => f.write_str("a number"),
            Self::Text => f.write_str("a text"),
            Self::Date => f.write_str("a date"),
            Self::List(item) => write!(f, "a list of {item}"),
            Self::Rows(_) => f.write_str("a list of rows"),
            Self::Row(_) => f.write_str("a row"),
            Self::Files => f.write_str("files"),
        }
    }
}
