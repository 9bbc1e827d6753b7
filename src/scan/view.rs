//! Where a part of a picture, or a smaller copy of it, lies in the picture.
#![allow(clippy::arithmetic_side_effects, reason = "floating point")]

use super::finder::Finder;
use super::point::Point;

/// A part of a picture that begins at `shift`, seen at 1 / `scale` of its size.
#[derive(Clone, Copy)]
pub(super) struct View {
    scale: f32,
    shift: Point,
}

impl View {
    pub(super) fn whole(scale: f32) -> Self {
        Self::part(scale, Point::default())
    }

    pub(super) fn part(scale: f32, shift: Point) -> Self {
        Self { scale, shift }
    }

    /// Where a place of the view is in the picture.
    pub(super) fn place(&self, p: Point) -> Point {
        p.scaled(self.scale) + self.shift
    }

    /// The view's finders as the picture's.
    pub(super) fn placed(&self, finders: Vec<Finder>) -> Vec<Finder> {
        finders.into_iter().map(|f| f.mapped(|p| self.place(p), self.scale)).collect()
    }
}
