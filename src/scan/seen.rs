use super::point::Point;
use super::version::Version;

/// A symbol that was located and not read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Seen {
    pub(super) score: f32,
    pub(super) corners: [Point; 4],
    /// Pixels a module.
    pub(super) module: f32,
    pub(super) version: Version,
    pub(super) reversed: bool,
    pub(super) mirrored: bool,
    /// The equalised soft values, as they would be without the mirror.
    pub(super) soft: Vec<f32>,
}
