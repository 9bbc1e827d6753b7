//! How well grey levels agree with a finder pattern.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "floating point; positions are clamped to the picture before they index"
)]

use std::sync::LazyLock;

use super::finder::Finder;
use super::grey::Grey;
use super::homography::Homography;
use super::point::Point;

/// Pearson's correlation of grey levels with the pattern and its separator: over the modules inside the
/// outline or, without one, over circles around the centre.
pub(super) fn correlation(grey: &Grey, finder: &Finder) -> f32 {
    let frame = finder.outline.and_then(|corners| Homography::from_corners(7.0, &corners));
    let Some(frame) = frame else { return upright(grey, finder, finder.size, finder.size) };
    let mut sums = Sums::default();
    for row in 0..9_i16 {
        for column in 0..9_i16 {
            let ring = (row - 4).abs().max((column - 4).abs());
            let place = frame.map(f32::from(column) - 0.5, f32::from(row) - 0.5);
            sums.add(level(grey, place), ring);
        }
    }
    sums.correlation_of(finder)
}

/// The same over ellipses around the centre of a pattern that stands so wide and high.
pub(super) fn upright(grey: &Grey, finder: &Finder, width: f32, height: f32) -> f32 {
    let mut sums = Sums::default();
    for (ring, arm) in CIRCLES.iter() {
        let place = Point::new(arm.x * width / 7.0, arm.y * height / 7.0);
        sums.add(level(grey, finder.centre + place), *ring);
    }
    sums.correlation_of(finder)
}

/// Places around the centre, in modules, with the ring that they are on.
static CIRCLES: LazyLock<Vec<(i16, Point)>> = LazyLock::new(|| {
    let circle = |(ring, radius): (i16, f32)| {
        let count = (8.0 * radius).max(1.0) as usize;
        (0..count).map(move |i| (ring, Point::at_angle(i as f32 / count as f32).scaled(radius)))
    };
    [(0, 0.0), (1, 1.0), (2, 2.1), (3, 3.1), (4, 4.2)].into_iter().flat_map(circle).collect()
});

/// The grey level of the pixel there.
fn level(grey: &Grey, p: Point) -> f32 {
    let x = (p.x.max(0.0) as usize).min(grey.width - 1);
    let y = (p.y.max(0.0) as usize).min(grey.height - 1);
    f32::from(grey.data[y * grey.width + x])
}

/// Sums for the correlation of levels with "light ring or dark".
#[derive(Default)]
pub(super) struct Sums {
    count: f32,
    level: f32,
    square: f32,
    light: f32,
    light_level: f32,
}

impl Sums {
    pub(super) fn add(&mut self, level: f32, ring: i16) {
        let light = f32::from(u8::from(ring == 2 || ring == 4));
        self.count += 1.0;
        self.level += level;
        self.square += level * level;
        self.light += light;
        self.light_level += light * level;
    }

    /// With the pattern in the finder's own colours.
    fn correlation_of(&self, finder: &Finder) -> f32 {
        if finder.reversed { -self.correlation() } else { self.correlation() }
    }

    pub(super) fn correlation(&self) -> f32 {
        let n = self.count.max(1.0);
        let covariance = self.light_level / n - self.light / n * (self.level / n);
        let of_levels = self.square / n - (self.level / n).powi(2);
        let of_rings = self.light / n - (self.light / n).powi(2);
        // A few grey levels of variance are added: flat noise is no pattern.
        covariance / ((of_levels + 6.0) * of_rings).max(1e-6).sqrt()
    }
}
