use super::{Fault, Rules, Tag};

/// Identifier and length.
pub(crate) struct Header {
    pub(crate) tag: Tag,
    /// `None`: indefinite.
    pub(crate) length: Option<usize>,
    /// Octets of identifier and length.
    pub(crate) size: usize,
}

/// Identifier and number of its octets (X.690 §8.1.2).
pub(super) fn identifier(bytes: &[u8]) -> Result<(Tag, usize), Fault> {
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
pub(crate) fn header(bytes: &[u8], rules: Rules) -> Result<Header, Fault> {
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
