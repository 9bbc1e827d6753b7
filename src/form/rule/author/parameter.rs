use std::fmt;

use super::types::Type;

/// What a function takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::form::rule) enum Parameter {
    Text,
    Number,
    Date,
    List,
    Sized,
}

impl Parameter {
    pub(super) fn takes(self, kind: &Type) -> bool {
        match self {
            Self::Text => *kind == Type::Text,
            Self::Number => *kind == Type::Number,
            Self::Date => *kind == Type::Date,
            Self::List => matches!(kind, Type::List(_)),
            Self::Sized => matches!(kind, Type::Text | Type::List(_) | Type::Rows(_) | Type::Files),
        }
    }
}

impl fmt::Display for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "a text",
            Self::Number => "a number",
            Self::Date => "a date",
            Self::List => "a list",
            Self::Sized => "a text or a list",
        })
    }
}
