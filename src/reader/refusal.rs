//! How a card refuses access.

use super::failure::Reason;

/// The ways.
#[derive(Debug)]
pub(super) enum Refusal {
    /// The reading ends.
    Ended(Reason),
    /// The key is wrong, or the card says so.
    Key { tries_left: Option<u8> },
    /// No more keys for now, or for good.
    Blocked,
    /// The method does not work on this card: its status word.
    Method(u16),
}

impl From<Reason> for Refusal {
    fn from(reason: Reason) -> Self {
        Self::Ended(reason)
    }
}

/// What a status word means at a step of access; `is_decisive`: the step in which the card learns whether the
/// key was right. Cards differ in what they answer there (AndyQ/NFCPassportReader #60, #197).
pub(super) fn refusal(status: u16, is_decisive: bool) -> Refusal {
    match status {
        0x63C0 | 0x6983 | 0x6984 => Refusal::Blocked,
        0x63C1..=0x63CF => Refusal::Key { tries_left: u8::try_from(status & 0x0F).ok() },
        0x6300 => Refusal::Key { tries_left: None },
        0x6988 | 0x6985 | 0x6A80 | 0x6982 if is_decisive => Refusal::Key { tries_left: None },
        status => Refusal::Method(status),
    }
}
