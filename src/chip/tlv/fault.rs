use std::fmt;

use super::{LIMITS, Tag};

/// What is wrong, and at which byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TlvError {
    /// What is wrong.
    pub fault: Fault,
    /// Byte of the input.
    pub position: usize,
}

/// What can be wrong with an encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The input ends within an identifier, a length or a content.
    Truncated,
    /// An identifier of more than three octets, or a padded one.
    BadTag,
    /// A length that is not in the shortest form, or indefinite, where DER is required.
    NotDer,
    /// A length of more than four octets, or an indefinite length of a primitive element.
    BadLength,
    /// Another element was expected; 0 stands for none.
    Unexpected {
        /// What the structure asks for here.
        expected: Tag,
        /// What stands here.
        found: Tag,
    },
    /// Something follows where nothing may.
    Trailing,
    /// The content is not of its type, e.g. an empty INTEGER.
    BadValue(&'static str),
    /// [`Limits::bytes`](super::Limits::bytes).
    TooLarge,
    /// [`Limits::depth`](super::Limits::depth).
    TooDeep,
    /// [`Limits::children`](super::Limits::children).
    TooMany,
    /// [`Budget::UNITS`](crate::chip::Budget::UNITS): what follows was not looked at.
    Spent,
}

impl Fault {
    /// A bound was hit: says nothing about the document.
    pub fn is_limit(self) -> bool {
        matches!(self, Self::TooLarge | Self::TooDeep | Self::TooMany | Self::Spent)
    }
}

impl fmt::Display for TlvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.fault {
            Fault::Truncated => write!(f, "the data ends too early")?,
            Fault::BadTag => write!(f, "an identifier that this structure cannot have")?,
            Fault::NotDer => write!(f, "a length that is not DER")?,
            Fault::BadLength => write!(f, "a length that cannot be")?,
            Fault::Unexpected { expected, found: 0 } => write!(f, "{expected:02X} is missing")?,
            Fault::Unexpected { expected, found } => write!(f, "{found:02X} instead of {expected:02X}")?,
            Fault::Trailing => write!(f, "something follows the end")?,
            Fault::BadValue(what) => write!(f, "not a right {what}")?,
            Fault::TooLarge => write!(f, "more bytes than allowed")?,
            Fault::TooDeep => write!(f, "nested deeper than {}", LIMITS.depth)?,
            Fault::TooMany => write!(f, "too many elements in one")?,
            Fault::Spent => return write!(f, "more work than one call may cost"),
        }
        write!(f, " (byte {})", self.position)
    }
}

impl std::error::Error for TlvError {}
