//! How much an address and an asset may hold.

/// What an address and an asset may hold at most.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Characters of one address; the longest on a card is under 200. Beyond: `limit.input`.
    pub characters: usize,
    /// Words of a unit's name; the longest has 6.
    pub words_of_a_name: usize,
    /// Places in a text where units may be named. An address has under 20.
    pub mentions: usize,
    /// Units that are scored; keeps 10,000 characters of names under some milliseconds.
    pub scored: usize,
    /// Interpretations and candidates that are handed back.
    pub readings: usize,
    /// Provinces in an asset; there were 63.
    pub provinces: usize,
    /// Districts in an asset; there were 696.
    pub districts: usize,
    /// Communes of one era in an asset; there were 10,035.
    pub communes: usize,
    /// Later changes in an asset.
    pub changes: usize,
}

/// The limits of this module.
pub const LIMITS: Limits = Limits {
    characters: 10_000,
    words_of_a_name: 7,
    mentions: 400,
    scored: 6_000,
    readings: 64,
    provinces: 100,
    districts: 2_000,
    communes: 30_000,
    changes: 20_000,
};
