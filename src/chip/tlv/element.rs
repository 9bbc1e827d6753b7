use std::fmt;

use super::fault::{Fault, TlvError};
use super::{Rules, Tag};

/// One element: identifier, length, content.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Element<'a> {
    /// The identifier octets.
    pub tag: Tag,
    /// The content octets; without the end-of-contents octets of an indefinite length.
    pub content: &'a [u8],
    /// The whole element as it was read, identifier and length included.
    pub raw: &'a [u8],
    /// Where the element begins in the input.
    pub position: usize,
    pub(super) rules: Rules,
    pub(super) depth: u8,
}

impl<'a> Element<'a> {
    /// Constructed, by bit 6 of the identifier.
    pub fn is_constructed(&self) -> bool {
        let first = match self.tag {
            tag @ 0..=0xFF => tag,
            tag @ 0x100..=0xFFFF => tag >> 8,
            tag => tag >> 16,
        };
        first & 0x20 != 0
    }

    /// This element, if it has this tag.
    ///
    /// # Errors
    /// [`Fault::Unexpected`]
    pub fn expect(self, tag: Tag) -> Result<Self, TlvError> {
        if self.tag == tag {
            Ok(self)
        } else {
            Err(self.error(Fault::Unexpected { expected: tag, found: self.tag }))
        }
    }

    /// The octets of a BIT STRING that fills whole octets (keys, signatures).
    ///
    /// # Errors
    /// [`Fault::BadValue`] when bits are unused, or the content is empty.
    pub fn whole_bits(&self) -> Result<&'a [u8], TlvError> {
        match self.content.split_first() {
            Some((0, bits)) => Ok(bits),
            _ => Err(self.error(Fault::BadValue("BIT STRING of whole octets"))),
        }
    }

    /// The magnitude of a non-negative INTEGER, without leading zeros (so 0 is empty).
    ///
    /// # Errors
    /// [`Fault::BadValue`]: empty, negative, or (DER) padded.
    pub fn unsigned(&self) -> Result<&'a [u8], TlvError> {
        match self.content {
            [] => Err(self.error(Fault::BadValue("INTEGER"))),
            [first, ..] if first & 0x80 != 0 => Err(self.error(Fault::BadValue("INTEGER, not negative"))),
            [0, second, ..] if second & 0x80 == 0 && self.rules == Rules::Der => {
                Err(self.error(Fault::BadValue("INTEGER, shortest form")))
            }
            content => {
                let zeros = content.iter().take_while(|byte| **byte == 0).count();
                Ok(content.get(zeros..).unwrap_or_default())
            }
        }
    }

    /// A non-negative INTEGER of at most 32 bits.
    ///
    /// # Errors
    /// [`Fault::BadValue`]
    pub fn small(&self) -> Result<u32, TlvError> {
        let bytes = self.unsigned()?;
        if bytes.len() > 4 {
            return Err(self.error(Fault::BadValue("INTEGER of 32 bits")));
        }
        Ok(bytes.iter().fold(0, |number, byte| (number << 8) | u32::from(*byte)))
    }

    /// TRUE or FALSE; BER allows any non-zero octet.
    ///
    /// # Errors
    /// [`Fault::BadValue`]
    pub fn boolean(&self) -> Result<bool, TlvError> {
        match (self.content, self.rules) {
            ([0], _) => Ok(false),
            ([0xFF], _) | ([_], Rules::Ber) => Ok(true),
            _ => Err(self.error(Fault::BadValue("BOOLEAN"))),
        }
    }

    /// An error at the element's place.
    pub fn error(&self, fault: Fault) -> TlvError {
        TlvError { fault, position: self.position }
    }
}

/// Tag and length only: the content may be a person's data.
impl fmt::Debug for Element<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Element({:02X}, {} bytes at {})", self.tag, self.content.len(), self.position)
    }
}
