//! Certificates and lists as files hold them: DER, several one after another, or PEM blocks with any text around
//! them (RFC 7468 §2: text outside of the blocks is ignored, one file may hold several).

use std::borrow::Cow;

use base64ct::{Base64Unpadded, Encoding};

use super::tlv::{Element, Fault, Rules, TlvError};

/// One thing out of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item<'a> {
    /// Of a PEM block: `CERTIFICATE`, `X509 CRL`, …
    pub label: Option<&'a str>,
    /// Its encoding; an error when the block cannot be decoded.
    pub der: Result<Cow<'a, [u8]>, TlvError>,
}

/// Everything that a file holds, in its order. Nothing is left out: what cannot be decoded is an item with its
/// error, and what follows the last encoding is an item of its own.
pub fn items(file: &[u8]) -> Vec<Item<'_>> {
    if is_text(file) { blocks(file) } else { encodings(file) }
}

/// A text with PEM blocks, in any encoding that leaves ASCII alone; DER has control characters everywhere.
fn is_text(file: &[u8]) -> bool {
    file.iter().all(|octet| !octet.is_ascii_control() || octet.is_ascii_whitespace())
        && lines(file).any(|(_, line)| label(line, BEGIN).is_some())
}

fn blocks(text: &[u8]) -> Vec<Item<'_>> {
    let mut items = Vec::new();
    let mut open: Option<(&str, String)> = None;
    for (position, line) in lines(text) {
        if let Some(new) = label(line, BEGIN) {
            // A block without an end is not forgotten.
            items.extend(open.take().map(|(label, _)| broken(label, position)));
            open = Some((new, String::new()));
        } else if let Some(closed) = label(line, END) {
            match open.take() {
                Some((label, body)) if label == closed => items.push(block(label, &body, position)),
                Some((label, _)) => items.push(broken(label, position)),
                None => items.push(broken(closed, position)),
            }
        } else if let Some((_, body)) = &mut open
            && !line.contains(&b':')
        {
            // A line with a colon is a header of RFC 1421.
            body.extend(line.iter().map(|octet| char::from(*octet)).filter(|letter| !letter.is_whitespace()));
        }
    }
    items.extend(open.map(|(label, _)| broken(label, text.len())));
    items
}

fn block<'a>(label: &'a str, body: &str, position: usize) -> Item<'a> {
    match Base64Unpadded::decode_vec(body.trim_end_matches('=')) {
        Ok(der) => Item { label: Some(label), der: Ok(Cow::Owned(der)) },
        Err(_) => broken(label, position),
    }
}

fn broken(label: &str, position: usize) -> Item<'_> {
    Item { label: Some(label), der: Err(TlvError { fault: Fault::BadValue("PEM block"), position }) }
}

/// One encoding after another, as `cat` joins them.
fn encodings(file: &[u8]) -> Vec<Item<'_>> {
    let item = |bytes| Item { label: None, der: Ok(Cow::Borrowed(bytes)) };
    let mut items = Vec::new();
    let mut rest = file;
    while let Ok(element) = Element::first(rest, Rules::Ber) {
        items.push(item(element.raw));
        rest = rest.get(element.raw.len()..).unwrap_or_default();
        if rest.is_empty() || items.len() >= MAX_ENCODINGS {
            break;
        }
    }
    if !rest.is_empty() || items.is_empty() {
        items.push(item(rest));
    }
    items
}

/// Lines with their places; any line end, without blanks around and without a byte order mark.
fn lines(text: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    text.split(|octet| matches!(octet, b'\n' | b'\r')).scan(0usize, |position, line| {
        let start = *position;
        *position = start.saturating_add(line.len()).saturating_add(1);
        Some((start, line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line).trim_ascii()))
    })
}

fn label<'a>(line: &'a [u8], boundary: &str) -> Option<&'a str> {
    let label = line.strip_prefix(boundary.as_bytes())?.strip_suffix(b"-----")?;
    std::str::from_utf8(label).ok()
}

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
const BYTE_ORDER_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];
/// More than any caller may give; the rest is one item that cannot be read.
const MAX_ENCODINGS: usize = 20_000;

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str) -> Vec<(Option<&str>, Option<Vec<u8>>)> {
        items(file.as_bytes())
            .into_iter()
            .map(|item| (item.label, item.der.ok().map(Cow::into_owned)))
            .collect()
    }

    #[test]
    fn every_block_of_a_file_is_read_whatever_stands_around_it() {
        let file = "\u{FEFF}subject=/C=VN\r\n\r\n-----BEGIN CERTIFICATE-----\r\nMAMC\r\nAQE=\r\n-----END CERTIFICATE-----\r\n\
                    Bag Attributes: «Ví dụ»\n-----BEGIN X509 CRL-----\nProc-Type: 4\n\nMAA=\n-----END X509 CRL-----";
        assert_eq!(
            read(file),
            [(Some("CERTIFICATE"), Some(vec![0x30, 3, 2, 1, 1])), (Some("X509 CRL"), Some(vec![0x30, 0]))]
        );
    }

    #[test]
    fn a_block_that_cannot_be_decoded_is_said_and_those_around_it_are_read() {
        let file = "-----BEGIN A-----\nM?==\n-----END A-----\n-----BEGIN B-----\nMAA=\n-----BEGIN C-----\nMAA=\n\
                    -----END C-----\n-----BEGIN D-----\nMAA=\n-----END E-----\n-----END F-----\n-----BEGIN G-----\n";
        let found: Vec<_> =
            read(file).into_iter().map(|(label, der)| (label.unwrap(), der.is_some())).collect();
        assert_eq!(
            found,
            [("A", false), ("B", false), ("C", true), ("D", false), ("F", false), ("G", false)]
        );
    }

    #[test]
    fn encodings_behind_each_other_are_all_read_and_a_tail_is_an_item_of_its_own() {
        let file = [0x30, 1, 0, 0x30, 0, b'\n'];
        let found: Vec<_> = items(&file).into_iter().map(|item| item.der.unwrap().into_owned()).collect();
        assert_eq!(found, [vec![0x30, 1, 0], vec![0x30, 0], vec![b'\n']]);
        assert_eq!(items(&[]).len(), 1);
        assert_eq!(items(&[0x30, 0x82]).len(), 1);
    }
}
