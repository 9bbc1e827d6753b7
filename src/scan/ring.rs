//! Finder patterns that no threshold brings out: correlation of grey levels with the concentric squares.
//!
//! Viola and Jones' summed-area tables (*Rapid Object Detection*, 2001) give Pearson's correlation of a
//! window with the pattern in twenty look-ups; the best places are then fitted by an affine frame.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "windows stay inside the picture by the bounds of the loops; sums of squares of a window stay below \
              2³², so wrapping tables give them exactly"
)]

use super::budget::Budget;
use super::correlation::Sums;
use super::finder::Finder;
use super::grey::Grey;
use super::homography::Homography;
use super::order;
use super::point::Point;

/// The best places for finder patterns of `module` pixels a module, each fitted; at most `most`.
pub(super) fn search(grey: &Grey, modules: &[f32], most: usize, budget: &mut Budget) -> Vec<Finder> {
    let tables = Tables::new(grey);
    budget.spend(grey.area() * 6);
    let mut places: Vec<(f32, Point, f32)> = Vec::new();
    for &module in modules {
        tables.correlate(module, &mut places);
        budget.spend(grey.area() / 4 * 12);
        if budget.is_spent() {
            break;
        }
    }
    let mut apart: Vec<(f32, Point, f32)> = Vec::new();
    for place in order::sorted(places, |p| -p.0.abs()) {
        if apart.iter().all(|other| other.1.distance(place.1) > 3.0 * other.2) {
            apart.push(place);
            if apart.len() == MOST_PLACES {
                break;
            }
        }
    }
    // A window does not see how the pattern is turned: the best turn decides what is worth fitting.
    budget.spend(apart.len() * TURNING);
    let turned = apart.into_iter().map(|(score, centre, module)| {
        let sign = score.signum();
        (sign, Frame::turned(grey, centre, module, sign))
    });
    let turned: Vec<(f32, (f32, Frame))> = turned.filter(|(_, start)| start.0 >= WORTH_FITTING).collect();
    let mut found: Vec<Finder> = Vec::new();
    for place in order::ascending(turned.iter().map(|t| -t.1.0)).into_iter().take(most) {
        let (sign, start) = turned[place];
        budget.spend(FITTING);
        if let Some(finder) = ascended(grey, start, sign)
            && !found.iter().any(|f| f.is_same(&finder))
        {
            found.push(finder);
        }
    }
    order::sorted(found, |f| -f.quality)
}

/// What fitting one place costs, in units of the budget.
const FITTING: usize = 60_000;
/// What turning one costs.
const TURNING: usize = 5_000;
/// Places that are turned.
const MOST_PLACES: usize = 250;
/// Correlation of a window from which its place is turned, of a turn from which it is fitted, and of a fit from
/// which it counts.
const WORTH_TURNING: f32 = 0.25;
const WORTH_FITTING: f32 = 0.42;
const LEAST: f32 = 0.66;

/// Sums over all pixels above and to the left.
struct Tables {
    width: usize,
    height: usize,
    sums: Vec<u32>,
    squares: Vec<u32>,
}

impl Tables {
    fn new(grey: &Grey) -> Self {
        let (width, height) = (grey.width, grey.height);
        let stride = width + 1;
        let mut sums = vec![0_u32; stride * (height + 1)];
        let mut squares = sums.clone();
        for y in 0..height {
            let (mut sum, mut square) = (0_u32, 0_u32);
            let here = (y + 1) * stride + 1;
            for (x, &value) in grey.data[y * width..][..width].iter().enumerate() {
                let value = u32::from(value);
                sum = sum.wrapping_add(value);
                square = square.wrapping_add(value * value);
                sums[here + x] = sums[here + x - stride].wrapping_add(sum);
                squares[here + x] = squares[here + x - stride].wrapping_add(square);
            }
        }
        Self { width, height, sums, squares }
    }

    /// The places, every second pixel, that correlate with the pattern: (correlation, centre, module).
    fn correlate(&self, module: f32, places: &mut Vec<(f32, Point, f32)>) {
        // Half the sides of the squares of 3, 5, 7 and 9 modules.
        let half = [1.5, 2.5, 3.5, 4.5].map(|modules: f32| (modules * module).round() as usize);
        let areas = half.map(|h| (4 * h * h) as f32);
        let outer = half[3];
        if self.width <= 2 * outer || self.height <= 2 * outer {
            return;
        }
        let total = areas[3];
        let light = (areas[1] - areas[0] + areas[3] - areas[2]) / total;
        let spread = (light * (1.0 - light)).sqrt();
        let stride = self.width + 1;
        for y in (outer..self.height - outer).step_by(2) {
            let mut row: Vec<(f32, usize)> = Vec::new();
            for x in (outer..self.width - outer).step_by(2) {
                let window = |table: &[u32], h: usize| {
                    let (above, below) = ((y - h) * stride + x, (y + h) * stride + x);
                    let positive = table[below + h].wrapping_add(table[above - h]);
                    positive.wrapping_sub(table[below - h].wrapping_add(table[above + h])) as f32
                };
                let [centre, inner, ring, all] = half.map(|h| window(&self.sums, h));
                let mean = all / total;
                let covariance = (inner - centre + all - ring) / total - light * mean;
                let variance = window(&self.squares, outer) / total - mean * mean;
                let correlation = covariance / ((variance + 6.0).sqrt() * spread);
                if correlation.abs() < WORTH_TURNING {
                    continue;
                }
                // Both edges must be there, not one strong one.
                let light_ring = (inner - centre) / (areas[1] - areas[0]);
                let (dark, dark_ring) = (centre / areas[0], (ring - inner) / (areas[2] - areas[1]));
                let sign = correlation.signum();
                if (light_ring - dark) * sign > 0.0 && (light_ring - dark_ring) * sign > 0.0 {
                    row.push((correlation, x));
                }
            }
            // Only the best of each neighbourhood in a row.
            for window in 0..row.len() {
                let (correlation, x) = row[window];
                let beaten = row[window.saturating_sub(4)..(window + 5).min(row.len())]
                    .iter()
                    .any(|(c, other)| c.abs() > correlation.abs() && other.abs_diff(x) < 2 * half[0]);
                if !beaten {
                    places.push((correlation, Point::new(x as f32, y as f32), module));
                }
            }
        }
    }
}

/// An affine frame, ascended in all six directions.
fn ascended(grey: &Grey, start: (f32, Frame), sign: f32) -> Option<Finder> {
    let score = |frame: &Frame| sign * frame.correlation(grey);
    let module = start.1.e.length();
    let mut best = start;
    for step in [0.5, 0.25, 0.12] {
        for _ in 0..3 {
            let before = best.0;
            for axis in 0..6 {
                for way in [1.0, -1.0] {
                    let moved = best.1.moved(axis, way * step * module);
                    let here = score(&moved);
                    if here > best.0 {
                        best = (here, moved);
                        break;
                    }
                }
            }
            if best.0 <= before {
                break;
            }
        }
    }
    let (quality, frame) = best;
    (quality >= LEAST).then(|| frame.finder(quality, sign < 0.0)).flatten()
}

/// Where the centre and the two module vectors of a finder pattern are.
#[derive(Clone, Copy)]
struct Frame {
    centre: Point,
    e: Point,
    f: Point,
}

impl Frame {
    /// The best of four turns of a square, and its correlation.
    fn turned(grey: &Grey, centre: Point, module: f32, sign: f32) -> (f32, Self) {
        let turn = |i: i16| {
            let angle = f32::from(i) * core::f32::consts::FRAC_PI_8;
            let e = Point::new(angle.cos(), angle.sin()).scaled(module);
            let frame = Self { centre, e, f: Point::new(-e.y, e.x) };
            (sign * frame.correlation(grey), frame)
        };
        (1..4).map(turn).fold(turn(0), |best, here| if here.0 > best.0 { here } else { best })
    }

    /// Pearson's correlation over nine by nine modules.
    fn correlation(&self, grey: &Grey) -> f32 {
        let mut sums = Sums::default();
        for row in -4..=4_i16 {
            for column in -4..=4_i16 {
                let place = self.centre + self.e.scaled(f32::from(column)) + self.f.scaled(f32::from(row));
                sums.add(grey.at(place), row.abs().max(column.abs()));
            }
        }
        sums.correlation()
    }

    /// Steps are for the outline: a module vector moves by a third of it.
    fn moved(mut self, axis: u8, by: f32) -> Self {
        match axis {
            0 => self.centre.x += by,
            1 => self.centre.y += by,
            2 => self.e.x += by / 3.0,
            3 => self.e.y += by / 3.0,
            4 => self.f.x += by / 3.0,
            _ => self.f.y += by / 3.0,
        }
        self
    }

    fn finder(&self, quality: f32, reversed: bool) -> Option<Finder> {
        let area = self.e.cross(self.f);
        let (e, f) = (self.e.length(), self.f.length());
        // A frame that collapsed or sheared away is no square seen from any reasonable angle.
        if area.abs() < 0.45 * e * f || e > 2.5 * f || f > 2.5 * e {
            return None;
        }
        let corner = |a: f32, b: f32| self.centre + self.e.scaled(3.5 * a) + self.f.scaled(3.5 * b);
        let mut outline = [corner(-1.0, -1.0), corner(1.0, -1.0), corner(1.0, 1.0), corner(-1.0, 1.0)];
        if area < 0.0 {
            outline.reverse();
        }
        Some(Finder {
            centre: self.centre,
            size: 7.0 * area.abs().sqrt(),
            outline: Some(outline),
            reversed,
            quality,
        })
    }
}

/// The surroundings of a finder as if seen from straight above, its modules [`RECTIFIED`] pixels wide.
pub(super) fn rectified(grey: &Grey, outline: &[Point; 4]) -> Option<(Grey, Homography)> {
    let [a, b, _, d] = *outline;
    let centre = outline.iter().fold(Point::default(), |sum, p| sum + *p).scaled(0.25);
    // Affine, not projective: far from one finder its perspective means nothing.
    let (e, f) = ((b - a + (outline[2] - d)).scaled(0.5 / 7.0), (d - a + (outline[2] - b)).scaled(0.5 / 7.0));
    let reach = REACH;
    let corner = |u: f32, v: f32| centre + e.scaled(u) + f.scaled(v);
    let corners =
        [corner(-reach, -reach), corner(reach, -reach), corner(reach, reach), corner(-reach, reach)];
    let side = (2.0 * reach * RECTIFIED) as usize;
    let map = Homography::from_corners(side as f32, &corners)?;
    let mut data = Vec::with_capacity(side * side);
    for y in 0..side {
        for x in 0..side {
            data.push(grey.at(map.map(x as f32 + 0.5, y as f32 + 0.5)) as u8);
        }
    }
    Some((Grey { width: side, height: side, data }, map))
}

/// Pixels a module in a rectified picture.
pub(super) const RECTIFIED: f32 = 3.0;
/// Modules in every direction: versions up to 11 wherever the finder stands in them.
const REACH: f32 = 60.0;
