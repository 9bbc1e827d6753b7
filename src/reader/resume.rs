//! What another tap goes on from.

use crate::chip::files::FileName;

/// Files of a reading that ended early, and what was learnt about the card. Holds no key and no session: those
/// end with the card's field.
///
/// It holds what the card says about its holder; keep it as short as the reading itself.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Resume {
    /// Whole files.
    pub files: Vec<(FileName, Vec<u8>)>,
    /// The first octets of one more file.
    pub partial: Option<(FileName, Vec<u8>)>,
    /// Octets that one READ BINARY may ask for; 0 while unknown.
    pub block: usize,
    /// The card or the reader refused the extended form.
    pub is_short_only: bool,
    /// Of the random octets, so that none are used twice: not the octets themselves.
    pub random: [u8; 8],
}

/// Names and lengths only.
impl std::fmt::Debug for Resume {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let lengths = self.files.iter().chain(&self.partial).map(|(name, file)| (name.text(), file.len()));
        f.debug_map().entries(lengths).finish()
    }
}
