//! A unit by its list and its place there.

/// A unit of either era. Postings are in this order: those of communes come last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    OldProvince(u16),
    Province(u16),
    District(u16),
    OldCommune(u16),
    Commune(u16),
}

impl Unit {
    /// Of either era.
    pub(crate) fn is_commune(self) -> bool {
        matches!(self, Self::Commune(_) | Self::OldCommune(_))
    }
}
