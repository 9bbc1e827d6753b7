/// Bytes 0x80–0xFF of an encoding that has ASCII below.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::text) struct Table {
    /// The WHATWG's label, or the usual name where it has none.
    pub(in crate::text) name: &'static str,
    pub(super) high: [char; 128],
}

impl Table {
    /// The byte that is shown as this letter. Where the encoding leaves a byte undefined, decoders show the C1 control
    /// of the same code (WHATWG Encoding Standard, index windows-1252) or nothing.
    pub(in crate::text) fn byte(&self, letter: char) -> Option<u8> {
        if letter.is_ascii() {
            return u8::try_from(letter).ok();
        }
        if let Some(at) = self.high.iter().position(|other| *other == letter) {
            return u8::try_from(at)
                .ok()?
                .checked_add(0x80)
                .filter(|_| letter != char::REPLACEMENT_CHARACTER);
        }
        let byte = u8::try_from(u32::from(letter)).ok().filter(|byte| matches!(byte, 0x80..=0x9F))?;
        let own = self.high.get(usize::from(byte & 0x7F));
        (own == Some(&char::REPLACEMENT_CHARACTER)).then_some(byte)
    }

    /// Each letter and the byte that is shown as it.
    pub(in crate::text) fn letters(&self) -> impl Iterator<Item = (char, u8)> {
        self.high.iter().copied().zip(0x80..=0xFF)
    }

    /// Whether the letter is shown for a first byte of a UTF-8 sequence (C2–F4).
    pub(in crate::text) fn shows_lead(&self, letter: char) -> bool {
        self.high.get(0x42..=0x74).is_some_and(|leads| leads.contains(&letter))
    }

    /// Whether a Vietnamese letter may vanish without a trace: the first bytes of those of two bytes are not all defined
    /// (ISO 8859-3, 8859-8), and what follows them is dropped as well by some decoders.
    pub(in crate::text) fn loses_letters(&self) -> bool {
        [0xC3_usize, 0xC4, 0xC6].into_iter().any(|lead| {
            lead.checked_sub(0x80).and_then(|at| self.high.get(at)) == Some(&char::REPLACEMENT_CHARACTER)
        })
    }
}
