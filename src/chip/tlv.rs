//! The one bounded reader of BER and DER (ITU-T X.690): the only code that finds element boundaries in
//! chip data, certificates and signatures.
//!
//! It never copies and never recurses. A [`Tag`] is the identifier octets as they stand (`0x30`, `0x5F1F`,
//! `0x7F61`), which is how Doc 9303 writes them. Every error says at which byte of the input it arose.

use std::borrow::Cow;
use std::fmt;

/// The identifier octets as a number, high octet first; at most three octets.
pub type Tag = u32;

/// SEQUENCE, SET and the other universal tags that certificates and signatures use.
#[allow(missing_docs, reason = "the names are those of ITU-T X.680 §8.6, table 1")]
pub mod tag {
    use super::Tag;

    pub const BOOLEAN: Tag = 0x01;
    pub const INTEGER: Tag = 0x02;
    pub const BIT_STRING: Tag = 0x03;
    pub const OCTET_STRING: Tag = 0x04;
    pub const NULL: Tag = 0x05;
    pub const OID: Tag = 0x06;
    pub const ENUMERATED: Tag = 0x0A;
    pub const UTF8_STRING: Tag = 0x0C;
    pub const PRINTABLE_STRING: Tag = 0x13;
    pub const TELETEX_STRING: Tag = 0x14;
    pub const IA5_STRING: Tag = 0x16;
    pub const UTC_TIME: Tag = 0x17;
    pub const GENERALIZED_TIME: Tag = 0x18;
    pub const BMP_STRING: Tag = 0x1E;
    pub const SEQUENCE: Tag = 0x30;
    pub const SET: Tag = 0x31;
    /// `[n]` constructed: explicit, or implicit of a constructed type.
    pub const CONTEXT_0: Tag = 0xA0;
    pub const CONTEXT_1: Tag = 0xA1;
    pub const CONTEXT_2: Tag = 0xA2;
    pub const CONTEXT_3: Tag = 0xA3;
    /// Constructed OCTET STRING, BER only.
    pub const OCTET_STRING_CONSTRUCTED: Tag = 0x24;
}

/// How much one input may ask for; beyond it is [`Fault::TooLarge`], [`Fault::TooDeep`] or
/// [`Fault::TooMany`], errors of their own.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of one input. 16 MiB: the German master list (2024) has 1.3 MB, DG2 at most 0.1 MB.
    pub bytes: usize,
    /// Nesting. A certificate's deepest name lies at 12 within a signed master list.
    pub depth: u8,
    /// Children of one element. The largest thing seen is a list of 600 certificates; a revocation list
    /// may have tens of thousands of entries.
    pub children: u32,
}

/// The limits of everything that the chip module reads.
pub const LIMITS: Limits = Limits { bytes: 16 << 20, depth: 32, children: 100_000 };

/// Which of the two encodings is spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// Definite, shortest lengths only (X.690 §10.1): certificates, signatures of ECDSA.
    Der,
    /// Also lengths in long form and indefinite lengths: CMS in the field, data groups.
    Ber,
}

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
    rules: Rules,
    depth: u8,
}

/// Walks the elements of one level.
#[derive(Clone)]
pub struct Reader<'a> {
    rest: &'a [u8],
    position: usize,
    rules: Rules,
    depth: u8,
    children: u32,
}

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
    /// [`Limits::bytes`].
    TooLarge,
    /// [`Limits::depth`].
    TooDeep,
    /// [`Limits::children`].
    TooMany,
}

impl<'a> Reader<'a> {
    /// A reader of a whole input.
    ///
    /// # Errors
    /// [`Fault::TooLarge`]
    pub fn new(input: &'a [u8], rules: Rules) -> Result<Self, TlvError> {
        if input.len() > LIMITS.bytes {
            return Err(TlvError { fault: Fault::TooLarge, position: LIMITS.bytes });
        }
        Ok(Self { rest: input, position: 0, rules, depth: 0, children: 0 })
    }

    /// Nothing is left on this level.
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The byte of the input where the next element begins.
    pub fn position(&self) -> usize {
        self.position
    }

    /// What is left on this level, as it stands.
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// The identifier of the next element, if one can be read.
    pub fn peek(&self) -> Option<Tag> {
        identifier(self.rest).ok().map(|(tag, _)| tag)
    }

    /// The next element, whatever it is.
    ///
    /// # Errors
    /// As the bytes have it; [`Fault::Truncated`] at the end.
    pub fn read(&mut self) -> Result<Element<'a>, TlvError> {
        self.children = self.children.saturating_add(1);
        if self.children > LIMITS.children {
            return Err(self.error(Fault::TooMany));
        }
        if self.depth >= LIMITS.depth {
            return Err(self.error(Fault::TooDeep));
        }
        let header = self.header(self.rest)?;
        let (content, length) = match header.length {
            Some(length) => {
                let content = self.rest.get(header.size..).and_then(|rest| rest.get(..length));
                (content, header.size.saturating_add(length))
            }
            None => {
                let end = self.end_of_contents(header.size)?;
                (self.rest.get(header.size..end), end.saturating_add(2))
            }
        };
        let (Some(content), Some((raw, rest))) = (content, self.rest.split_at_checked(length)) else {
            return Err(self.error(Fault::Truncated));
        };
        let element = Element {
            tag: header.tag,
            content,
            raw,
            position: self.position,
            rules: self.rules,
            depth: self.depth,
        };
        self.rest = rest;
        self.position = self.position.saturating_add(length);
        Ok(element)
    }

    /// The next element, which must be this one.
    ///
    /// # Errors
    /// [`Fault::Unexpected`], also at the end.
    pub fn expect(&mut self, tag: Tag) -> Result<Element<'a>, TlvError> {
        let found = self.peek().unwrap_or(0);
        if found == tag { self.read() } else { Err(self.error(Fault::Unexpected { expected: tag, found })) }
    }

    /// The next element if it is this one.
    ///
    /// # Errors
    /// Of the element's encoding.
    pub fn optional(&mut self, tag: Tag) -> Result<Option<Element<'a>>, TlvError> {
        if self.peek() == Some(tag) { self.read().map(Some) } else { Ok(None) }
    }

    /// Ends the level: nothing may be left.
    ///
    /// # Errors
    /// [`Fault::Trailing`]
    pub fn finish(&self) -> Result<(), TlvError> {
        if self.is_empty() { Ok(()) } else { Err(self.error(Fault::Trailing)) }
    }

    /// An error at the reader's place.
    pub fn error(&self, fault: Fault) -> TlvError {
        TlvError { fault, position: self.position }
    }

    fn header(&self, bytes: &[u8]) -> Result<Header, TlvError> {
        header(bytes, self.rules).map_err(|fault| self.error(fault))
    }

    /// Where the end-of-contents octets of an indefinite length stand, `start` being after the header.
    /// A loop with a counter, so that no nesting costs stack.
    fn end_of_contents(&self, start: usize) -> Result<usize, TlvError> {
        let mut at = start;
        let mut open: u8 = 1;
        loop {
            let rest = self.rest.get(at..).unwrap_or_default();
            if rest.starts_with(&[0, 0]) {
                open = open.saturating_sub(1);
                if open == 0 {
                    return Ok(at);
                }
                at = at.saturating_add(2);
                continue;
            }
            let header = self.header(rest)?;
            match header.length {
                Some(length) => {
                    at = at.saturating_add(header.size).saturating_add(length);
                    if at > self.rest.len() {
                        return Err(self.error(Fault::Truncated));
                    }
                }
                None => {
                    open = open.saturating_add(1);
                    if open.saturating_add(self.depth) > LIMITS.depth {
                        return Err(self.error(Fault::TooDeep));
                    }
                    at = at.saturating_add(header.size);
                }
            }
        }
    }
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

struct Header {
    tag: Tag,
    /// `None`: indefinite.
    length: Option<usize>,
    /// Octets of identifier and length.
    size: usize,
}

/// Identifier and number of its octets (X.690 §8.1.2).
fn identifier(bytes: &[u8]) -> Result<(Tag, usize), Fault> {
    match bytes {
        [] => Err(Fault::Truncated),
        [first, rest @ ..] if first & 0x1F == 0x1F => match rest {
            [] => Err(Fault::Truncated),
            [0x80, ..] => Err(Fault::BadTag),
            [second, ..] if second & 0x80 == 0 => Ok((Tag::from(*first) << 8 | Tag::from(*second), 2)),
            [_] => Err(Fault::Truncated),
            [second, third, ..] if third & 0x80 == 0 => {
                Ok((Tag::from(*first) << 16 | Tag::from(*second) << 8 | Tag::from(*third), 3))
            }
            _ => Err(Fault::BadTag),
        },
        [first, ..] => Ok((Tag::from(*first), 1)),
    }
}

/// X.690 §8.1.3; at most four octets of length, so that nothing overflows on a 32-bit target: whatever
/// exceeds the input is found by comparing, not by adding.
fn header(bytes: &[u8], rules: Rules) -> Result<Header, Fault> {
    let (tag, after_tag) = identifier(bytes)?;
    let rest = bytes.get(after_tag..).unwrap_or_default();
    let (first, rest) = rest.split_first().ok_or(Fault::Truncated)?;
    let one = after_tag.saturating_add(1);
    match *first {
        short @ 0..=0x7F => Ok(Header { tag, length: Some(usize::from(short)), size: one }),
        0x80 => {
            let constructed = bytes.first().is_some_and(|byte| byte & 0x20 != 0);
            match (rules, constructed) {
                (Rules::Der, _) => Err(Fault::NotDer),
                (Rules::Ber, false) => Err(Fault::BadLength),
                (Rules::Ber, true) => Ok(Header { tag, length: None, size: one }),
            }
        }
        long => {
            let count = usize::from(long & 0x7F);
            if count > 4 {
                return Err(Fault::BadLength);
            }
            let octets = rest.get(..count).ok_or(Fault::Truncated)?;
            let length = octets.iter().fold(0u32, |length, octet| (length << 8) | u32::from(*octet));
            if rules == Rules::Der && (length < 0x80 || octets.first() == Some(&0)) {
                return Err(Fault::NotDer);
            }
            let length = usize::try_from(length).map_err(|_| Fault::BadLength)?;
            Ok(Header { tag, length: Some(length), size: one.saturating_add(count) })
        }
    }
}

impl Fault {
    /// A bound was hit: says nothing about the document.
    pub fn is_limit(self) -> bool {
        matches!(self, Self::TooLarge | Self::TooDeep | Self::TooMany)
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
            Fault::TooLarge => write!(f, "more than {} bytes", LIMITS.bytes)?,
            Fault::TooDeep => write!(f, "nested deeper than {}", LIMITS.depth)?,
            Fault::TooMany => write!(f, "more than {} elements in one", LIMITS.children)?,
        }
        write!(f, " (byte {})", self.position)
    }
}

impl std::error::Error for TlvError {}

/// Tag and length only: the content may be a person's data.
impl fmt::Debug for Element<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Element({:02X}, {} bytes at {})", self.tag, self.content.len(), self.position)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(input: &[u8], rules: Rules) -> Fault {
        Element::only(input, rules).unwrap_err().fault
    }

    #[test]
    fn tags_of_one_two_and_three_octets_are_read_as_they_stand() {
        for (input, tag) in [
            (&[0x30u8, 0][..], 0x30),
            (&[0x5F, 0x1F, 0], 0x5F1F),
            (&[0x7F, 0x61, 0], 0x7F61),
            (&[0xBF, 0x8A, 0x01, 0], 0xBF_8A01),
        ] {
            let element = Element::only(input, Rules::Der).unwrap();
            assert_eq!(element.tag, tag);
            assert_eq!(element.is_constructed(), tag != 0x5F1F);
        }
        assert_eq!(fault(&[0x5F, 0x80, 0x01, 0], Rules::Ber), Fault::BadTag);
        assert_eq!(fault(&[0x5F, 0x81, 0x81, 0x01, 0], Rules::Ber), Fault::BadTag);
    }

    #[test]
    fn der_refuses_what_ber_takes() {
        let long = [0x04, 0x81, 0x01, 0xAA];
        assert_eq!(fault(&long, Rules::Der), Fault::NotDer);
        assert_eq!(Element::only(&long, Rules::Ber).unwrap().content, [0xAA]);
        let indefinite = [0x30, 0x80, 0x04, 0x01, 0xAA, 0x00, 0x00];
        assert_eq!(fault(&indefinite, Rules::Der), Fault::NotDer);
        let element = Element::only(&indefinite, Rules::Ber).unwrap();
        assert_eq!(element.content, [0x04, 0x01, 0xAA]);
        assert_eq!(element.raw, indefinite);
    }

    #[test]
    fn pieces_of_an_octet_string_are_joined() {
        let input = [0x24, 0x80, 0x04, 0x01, 0xAA, 0x04, 0x02, 0xBB, 0xCC, 0x00, 0x00];
        let element = Element::only(&input, Rules::Ber).unwrap();
        assert_eq!(element.octets().unwrap().as_ref(), [0xAA, 0xBB, 0xCC]);
    }

    #[test]
    fn a_length_near_two_to_the_32_is_truncated_not_an_overflow() {
        assert_eq!(fault(&[0x04, 0x84, 0xFF, 0xFF, 0xFF, 0xFF, 0], Rules::Ber), Fault::Truncated);
        let nested = [0x30, 0x80, 0x04, 0x84, 0xFF, 0xFF, 0xFF, 0xFF, 0];
        assert_eq!(fault(&nested, Rules::Ber), Fault::Truncated);
        assert_eq!(fault(&[0x04, 0x85, 1, 1, 1, 1, 1], Rules::Ber), Fault::BadLength);
    }

    #[test]
    fn deep_nesting_ends_at_the_limit() {
        let input = [0x30, 0x80].repeat(10_000);
        assert_eq!(fault(&input, Rules::Ber), Fault::TooDeep);
        let mut element = None;
        let mut input = vec![0x05, 0x00];
        for _ in 0..50 {
            let mut outer = vec![0x30, u8::try_from(input.len()).unwrap()];
            outer.extend(&input);
            input = outer;
        }
        let mut reader = Reader::new(&input, Rules::Der).unwrap();
        for _ in 0..LIMITS.depth {
            element = Some(reader.read().unwrap());
            reader = element.unwrap().children();
        }
        assert_eq!(reader.read().unwrap_err().fault, Fault::TooDeep);
        assert!(element.is_some());
    }

    #[test]
    fn every_truncation_is_an_error() {
        let input = [0x30, 0x0A, 0x30, 0x80, 0x5F, 0x1F, 0x01, 0x41, 0x00, 0x00, 0x05, 0x00];
        let walk = |input: &[u8]| -> Result<(), TlvError> {
            let mut inner = Element::only(input, Rules::Ber)?.children();
            inner.expect(0x30)?.children().expect(0x5F1F)?;
            inner.expect(tag::NULL)?;
            inner.finish()
        };
        walk(&input).unwrap();
        for length in 0..input.len() {
            assert!(walk(&input[..length]).is_err(), "{length}");
        }
    }

    #[test]
    fn errors_say_at_which_byte() {
        let input = [0x30, 0x06, 0x02, 0x01, 0x05, 0x04, 0x81, 0x00];
        let mut reader = Element::only(&input, Rules::Ber).unwrap().children();
        assert_eq!(reader.expect(tag::INTEGER).unwrap().small(), Ok(5));
        let error = reader.expect(tag::NULL).unwrap_err();
        assert_eq!(error.to_string(), "04 instead of 05 (byte 5)");
    }

    #[test]
    fn integers_are_read_by_their_rules() {
        let read = |bytes: &[u8], rules| {
            Element::only(bytes, rules).unwrap().unsigned().map(<[u8]>::to_vec).map_err(|e| e.fault)
        };
        assert_eq!(read(&[2, 1, 0], Rules::Der), Ok(vec![]));
        assert_eq!(read(&[2, 2, 0, 0x80], Rules::Der), Ok(vec![0x80]));
        assert!(read(&[2, 2, 0, 0x7F], Rules::Der).is_err());
        assert_eq!(read(&[2, 2, 0, 0x7F], Rules::Ber), Ok(vec![0x7F]));
        assert!(read(&[2, 1, 0x80], Rules::Ber).is_err());
        assert!(read(&[2, 0], Rules::Ber).is_err());
    }
}
