//! One finder pattern of a picture (ISO/IEC 18004:2015, 6.3.3).
#![allow(clippy::arithmetic_side_effects, reason = "floating point")]

use super::point::Point;

/// Something that looks like a finder pattern.
#[derive(Clone, Copy, Debug)]
pub(super) struct Finder {
    pub(super) centre: Point,
    /// Side in pixels, of the seven modules.
    pub(super) size: f32,
    /// The outer corners, clockwise from any of them, when the outline could be followed.
    pub(super) outline: Option<[Point; 4]>,
    /// Light on dark.
    pub(super) reversed: bool,
    /// How sure, 0 to 1: the correlation of the grey levels with the pattern.
    pub(super) quality: f32,
}

impl Finder {
    /// The same in other coordinates.
    pub(super) fn mapped(mut self, place: impl Fn(Point) -> Point, scale: f32) -> Self {
        self.centre = place(self.centre);
        self.size *= scale;
        self.outline = self.outline.map(|corners| corners.map(&place));
        self
    }

    /// Whether both are the same pattern, seen twice.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.reversed == other.reversed
            && self.centre.distance(other.centre) < 0.4 * self.size.max(other.size)
    }
}
