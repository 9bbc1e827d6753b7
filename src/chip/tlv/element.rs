use std::borrow::Cow;
use std::fmt;

use super::header::header;
use super::{Fault, Reader, Rules, Tag, TlvError, tag};

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
    /// The one element that an input consists of; what follows it is refused.
    ///
    /// # Errors
    /// [`Fault::Trailing`], or as the bytes have it.
    pub fn only(input: &'a [u8], rules: Rules) -> Result<Self, TlvError> {
        let mut reader = Reader::new(input, rules)?;
        let element = reader.read()?;
        reader.finish()?;
        Ok(element)
    }

    /// The first element of an input; what follows it is left alone (padding of files on a card).
    ///
    /// # Errors
    /// As the bytes have it.
    pub fn first(input: &'a [u8], rules: Rules) -> Result<Self, TlvError> {
        Reader::new(input, rules)?.read()
    }

    /// Constructed, by bit 6 of the identifier.
    pub fn is_constructed(&self) -> bool {
        let first = match self.tag {
            tag @ 0..=0xFF => tag,
            tag @ 0x100..=0xFFFF => tag >> 8,
            tag => tag >> 16,
        };
        first & 0x20 != 0
    }

    /// Reads the elements within.
    pub fn children(&self) -> Reader<'a> {
        let header = self.header_length();
        Reader {
            rest: self.content,
            position: self.position.saturating_add(header),
            rules: self.rules,
            depth: self.depth.saturating_add(1),
            children: 0,
        }
    }

    /// The elements within a primitive wrapper (an OCTET STRING that holds an encoding).
    pub fn inner(&self) -> Reader<'a> {
        self.children()
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

    /// The octets of an OCTET STRING: of one piece, or in BER of pieces one level down (X.690 §8.7.3).
    ///
    /// # Errors
    /// [`Fault::Unexpected`] when a piece is no OCTET STRING.
    pub fn octets(&self) -> Result<Cow<'a, [u8]>, TlvError> {
        if !self.is_constructed() {
            return Ok(Cow::Borrowed(self.content));
        }
        let mut joined = Vec::new();
        let mut pieces = self.children();
        while !pieces.is_empty() {
            joined.extend_from_slice(pieces.expect(tag::OCTET_STRING)?.content);
        }
        Ok(Cow::Owned(joined))
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

    fn header_length(&self) -> usize {
        header(self.raw, Rules::Ber).map_or(0, |header| header.size)
    }
}

/// Tag and length only: the content may be a person's data.
impl fmt::Debug for Element<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Element({:02X}, {} bytes at {})", self.tag, self.content.len(), self.position)
    }
}
