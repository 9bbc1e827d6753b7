//! Finder patterns that no threshold brings out: correlation of grey levels with the concentric squares.
//!
//! [`Tables`] give the places; the best ones are then fitted by an affine frame.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "floating point; rows and columns below the sides of buffers made with them"
)]

use super::budget::Budget;
use super::correlation::Sums;
use super::finder::Finder;
use super::grey::Grey;
use super::homography::Homography;
use super::order;
use super::point::Point;
use super::tables::Tables;

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
/// Correlation of a turn from which it is fitted, and of a fit from which it counts.
const WORTH_FITTING: f32 = 0.42;
const LEAST: f32 = 0.66;

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
