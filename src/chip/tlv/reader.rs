use std::borrow::Cow;

use super::element::Element;
use super::fault::{Fault, TlvError};
use super::header::{Header, header, identifier};
use super::{LIMITS, Rules, Tag, tag};

/// Walks the elements of one level.
#[derive(Clone)]
pub struct Reader<'a> {
    pub(super) rest: &'a [u8],
    pub(super) position: usize,
    pub(super) rules: Rules,
    pub(super) depth: u8,
    pub(super) children: u32,
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

/// What reads an element's content.
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

    fn header_length(&self) -> usize {
        header(self.raw, Rules::Ber).map_or(0, |header| header.size)
    }
}
