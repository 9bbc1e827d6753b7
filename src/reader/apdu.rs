//! Commands and answers of ISO/IEC 7816-4, as far as a travel document needs them.

/// A command before it is protected.
#[derive(Clone)]
pub(super) struct Command {
    pub(super) class: u8,
    pub(super) instruction: u8,
    pub(super) p1: u8,
    pub(super) p2: u8,
    pub(super) data: Vec<u8>,
    /// How many octets are expected: 1 to 65,536.
    pub(super) expected: Option<usize>,
    /// Milliseconds that the card may take.
    pub(super) timeout: u32,
}

/// What came back.
pub(super) struct Reply {
    pub(super) data: Vec<u8>,
    pub(super) status: u16,
}

impl Command {
    /// Without data and without an answer.
    pub(super) fn new(class: u8, instruction: u8, p1: u8, p2: u8) -> Self {
        Self { class, instruction, p1, p2, data: Vec::new(), expected: None, timeout: ORDINARY }
    }

    pub(super) fn data(self, data: Vec<u8>) -> Self {
        Self { data, ..self }
    }

    pub(super) fn expect(self, octets: usize) -> Self {
        Self { expected: Some(octets), ..self }
    }

    /// For commands that let the chip compute with its key.
    pub(super) fn slow(self) -> Self {
        Self { timeout: SLOW, ..self }
    }

    /// SELECT by file identifier, no answer wanted: with an Le some cards refuse it.
    pub(super) fn select_file(identifier: u16) -> Self {
        Self::new(0, SELECT, 0x02, 0x0C).data(identifier.to_be_bytes().to_vec())
    }

    /// Needs the extended form (ISO/IEC 7816-4 §5.2).
    pub(super) fn is_extended(&self) -> bool {
        self.data.len() > SHORT_DATA || self.expected.is_some_and(|expected| expected > SHORT_ANSWER)
    }

    /// The octets, in the short form where it suffices; `None` for lengths that fit neither.
    pub(super) fn encode(&self) -> Option<Vec<u8>> {
        encode(
            [self.class, self.instruction, self.p1, self.p2],
            &self.data,
            self.expected,
            self.is_extended(),
        )
    }
}

/// Header, data and expected length in one of the two forms.
pub(super) fn encode(
    header: [u8; 4],
    data: &[u8],
    expected: Option<usize>,
    is_extended: bool,
) -> Option<Vec<u8>> {
    let mut octets = header.to_vec();
    // 256 and 65,536 are written as zeros.
    let low = |number: usize, octets: usize| {
        let bytes = u32::try_from(number).ok()?.to_be_bytes();
        bytes.get(bytes.len().checked_sub(octets)?..).map(<[u8]>::to_vec)
    };
    if is_extended {
        octets.push(0);
        if !data.is_empty() {
            octets.extend(u16::try_from(data.len()).ok()?.to_be_bytes());
        }
    } else if !data.is_empty() {
        octets.push(u8::try_from(data.len()).ok()?);
    }
    octets.extend_from_slice(data);
    if let Some(expected) = expected {
        octets.extend(low(expected, if is_extended { 2 } else { 1 })?);
    }
    Some(octets)
}

/// A data object; `None` beyond 65,535 octets.
pub(super) fn object(tag: u32, content: &[u8]) -> Option<Vec<u8>> {
    let mut octets: Vec<u8> = tag.to_be_bytes().iter().copied().skip_while(|octet| *octet == 0).collect();
    match u16::try_from(content.len()).ok()?.to_be_bytes() {
        [0, length @ 0..=0x7F] => octets.push(length),
        [0, length] => octets.extend([0x81, length]),
        [high, low] => octets.extend([0x82, high, low]),
    }
    octets.extend_from_slice(content);
    Some(octets)
}

/// 9000, or a warning that state is unchanged (ISO/IEC 7816-4 §5.6).
pub(super) fn is_success(status: u16) -> bool {
    status == OK || status & 0xFF00 == 0x6200
}

pub(super) const SELECT: u8 = 0xA4;
pub(super) const READ_BINARY: u8 = 0xB0;
pub(super) const READ_BINARY_ODD: u8 = 0xB1;
pub(super) const MANAGE_SECURITY_ENVIRONMENT: u8 = 0x22;
pub(super) const GENERAL_AUTHENTICATE: u8 = 0x86;
pub(super) const GET_CHALLENGE: u8 = 0x84;
pub(super) const EXTERNAL_AUTHENTICATE: u8 = 0x82;
pub(super) const INTERNAL_AUTHENTICATE: u8 = 0x88;
pub(super) const GET_RESPONSE: u8 = 0xC0;

pub(super) const OK: u16 = 0x9000;

/// ISO/IEC 7816-4 §5.2: what the short form holds.
pub(super) const SHORT_DATA: usize = 255;
pub(super) const SHORT_ANSWER: usize = 256;
/// What the extended form holds.
pub(super) const EXTENDED_ANSWER: usize = 65_536;

/// Android's own default of about 500 ms is too short for cards at the edge of the field (tananaev/passport-reader
/// #16, #36).
const ORDINARY: u32 = 2_000;
/// Key agreement on the card: PACE takes 4 to 6 s in all (AndyQ/NFCPassportReader #110), four steps.
const SLOW: u32 = 5_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_and_the_extended_form_are_those_of_iso_7816() {
        let read = |expected| Command::new(0, READ_BINARY, 0, 0).expect(expected).encode().unwrap();
        assert_eq!(read(8), [0, 0xB0, 0, 0, 8]);
        assert_eq!(read(256), [0, 0xB0, 0, 0, 0]);
        assert_eq!(read(257), [0, 0xB0, 0, 0, 0, 1, 1]);
        assert_eq!(read(65_536), [0, 0xB0, 0, 0, 0, 0, 0]);
        assert_eq!(Command::select_file(0x011C).encode().unwrap(), [0, 0xA4, 2, 0x0C, 2, 1, 0x1C]);
        let long = Command::new(0, 0x86, 0, 0).data(vec![7; 256]).expect(256).encode().unwrap();
        assert_eq!((long[..7].to_vec(), long[263..].to_vec()), (vec![0, 0x86, 0, 0, 0, 1, 0], vec![1, 0]));
        assert!(Command::new(0, 0x86, 0, 0).data(vec![7; 65_536]).encode().is_none());
    }

    #[test]
    fn data_objects_have_the_shortest_lengths() {
        assert_eq!(object(0x7F49, &[1]).unwrap(), [0x7F, 0x49, 1, 1]);
        assert_eq!(object(0x87, &[0; 128]).unwrap()[..3], [0x87, 0x81, 128]);
        assert_eq!(object(0x87, &[0; 256]).unwrap()[..4], [0x87, 0x82, 1, 0]);
        assert!(object(0x87, &[0; 65_536]).is_none());
    }
}
