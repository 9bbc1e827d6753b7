//! Parts of a picture that are looked at alone, and where each begins.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "floating point; coordinates of pixels are exact in it"
)]

use crate::scan::finder::Finder;
use crate::scan::grey::Grey;
use crate::scan::point::Point;

/// Where the other patterns of a finder's symbol may be.
pub(super) fn around(grey: &Grey, finder: &Finder) -> (Grey, Point) {
    let reach = finder.size * AROUND;
    let (left, top) =
        ((finder.centre.x - reach).max(0.0).floor(), (finder.centre.y - reach).max(0.0).floor());
    let side = |low: f32, middle: f32| (middle + reach - low) as usize;
    let (width, height) = (side(left, finder.centre.x), side(top, finder.centre.y));
    (grey.cropped(left as usize, top as usize, width, height), Point::new(left, top))
}

/// The square of this side at a corner, and an eighth of the side around it.
pub(super) fn square(grey: &Grey, (left, top): (usize, usize), side: usize) -> (Grey, Point) {
    let (left, top) = (left.saturating_sub(side / 8), top.saturating_sub(side / 8));
    let part = grey.cropped(left, top, side * 5 / 4, side * 5 / 4);
    (part, Point::new(left as f32, top as f32))
}

/// Sizes of a finder in each direction: as far as the others of version 11 are.
const AROUND: f32 = 9.0;
