//! What a text may mean.

use crate::address::{name::UnitKind, units::Unit};

/// One way to understand the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Interpretation {
    /// A commune of either era, or a district or province alone.
    pub(crate) unit: Unit,
    pub(crate) score: i32,
    /// Places in the list of mentions.
    pub(crate) commune: Option<u16>,
    pub(crate) district: Option<u16>,
    pub(crate) province: Option<u16>,
    /// The name stands loose in the text, or alone without a type or a level above.
    pub(crate) weak: bool,
    /// The text names a district or a province that the unit is not in.
    pub(crate) conflict: bool,
    /// A unit of today with a district, or under the name of an old province.
    pub(crate) mixed: bool,
    /// The name is that of a unit that was merged into this one before 01/07/2025.
    pub(crate) merged: bool,
    /// The accents are not those of the official name.
    pub(crate) respelled: bool,
    /// The type before the commune's name.
    pub(crate) typed: Option<UnitKind>,
}

/// All equally good interpretations, with the text's remainder.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Interpreted<'a> {
    pub(crate) interpretations: &'a [Interpretation],
    /// Communes that bear the name of the district that was found.
    pub(crate) namesakes: &'a [Unit],
    /// Where house, street and hamlet stand in the text: from, to.
    pub(crate) street: &'a [(usize, usize)],
    /// Words are left that are neither a street nor a level that is known.
    pub(crate) left: bool,
    /// Whether they may change when they are composed (NFC).
    pub(crate) uncomposed: bool,
    /// How many interpretations there were before the cut at [`LIMITS`](crate::address::LIMITS).
    pub(crate) count: usize,
}

impl Interpretation {
    /// A unit with a score, and nothing yet that speaks for it or against it.
    pub(crate) fn new(unit: Unit, score: i32) -> Self {
        Self {
            unit,
            score,
            commune: None,
            district: None,
            province: None,
            weak: false,
            conflict: false,
            mixed: false,
            merged: false,
            respelled: false,
            typed: None,
        }
    }
}
