//! Into which units an address is converted.

/// Into which units to convert.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Those of the day.
    #[default]
    ToPresent,
    /// Those of before 01/07/2025, for papers that still name them.
    ToOld,
}
