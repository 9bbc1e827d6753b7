//! Finder patterns: dark-light-dark squares whose lines through the centre run 1:1:3:1:1 in every direction
//! (ISO/IEC 18004:2015, 6.3.3 and 12 b).
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "positions are checked against width and height before they index; runs sum to at most the width"
)]

use super::bits::Bits;
use super::budget::Budget;
use super::correlation::correlation;
use super::grey::Grey;
use super::order;
use super::outline::{Outline, area};
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

/// Looks through every `step`-th row. The results are in the coordinates of a picture of which `bits` is
/// the part at `shift`, seen at 1 / `scale` of its size.
pub(super) fn find(
    bits: &Bits,
    grey: &Grey,
    step: usize,
    scale: f32,
    shift: Point,
    budget: &mut Budget,
) -> Vec<Finder> {
    let mut found: Vec<Finder> = Vec::new();
    let mut edges: Vec<usize> = Vec::with_capacity(bits.width / 2);
    for y in (step / 2..bits.height).step_by(step.max(1)) {
        edges.clear();
        edges.push(0);
        bits.edges(y, &mut edges);
        edges.push(bits.width);
        for window in edges.windows(6) {
            let runs: [f32; 5] = core::array::from_fn(|i| (window[i + 1] - window[i]) as f32);
            if !is_finder_line(&runs) {
                continue;
            }
            let centre = Point::new((window[2] + window[3]) as f32 / 2.0, y as f32 + 0.5);
            let width: f32 = runs.iter().sum();
            let near = |f: &Finder| {
                (f.centre.x - centre.x).abs() < 0.2 * f.size && (f.centre.y - centre.y).abs() < 0.4 * f.size
            };
            if found.iter().any(near) {
                continue;
            }
            if found.len() >= MOST_FOUND {
                return ranked(found, scale, shift);
            }
            budget.spend(CONFIRMATION);
            if let Some(finder) = confirmed(bits, centre, width) {
                let quality = correlation(grey, &finder);
                if quality >= LEAST {
                    found.push(Finder { quality, ..finder });
                }
            }
        }
        if budget.is_spent() {
            break;
        }
    }
    ranked(found, scale, shift)
}

/// Enough for any picture with symbols; a picture full of finder patterns stops here.
const MOST_FOUND: usize = 300;
/// Correlation below which it is something else.
const LEAST: f32 = 0.45;
/// What following one candidate costs, in units of the budget.
const CONFIRMATION: usize = 820;

fn ranked(found: Vec<Finder>, scale: f32, shift: Point) -> Vec<Finder> {
    let mut finders: Vec<Finder> = Vec::new();
    for finder in order::sorted(found, |f| -f.quality) {
        if !finders.iter().any(|f| f.is_same(&finder)) {
            finders.push(finder);
        }
    }
    finders.into_iter().map(|f| f.mapped(|p| p.scaled(scale) + shift, scale)).collect()
}

/// Whether five runs stand 1:1:3:1:1. Sums of neighbouring runs are judged first, because too much or too
/// little ink moves both edges of a run and leaves the sums.
fn is_finder_line(runs: &[f32; 5]) -> bool {
    let [a, b, c, d, e] = *runs;
    let module = (a + b + c + d + e) / 7.0;
    if module < 0.95 {
        return false;
    }
    let slack = (0.75 * module).max(1.1);
    let near = |sum: f32, modules: f32| (sum - modules * module).abs() <= slack;
    near(a + b, 2.0)
        && near(d + e, 2.0)
        && near(b + c, 4.0)
        && near(c + d, 4.0)
        && c >= 1.5 * module
        && c <= 4.6 * module
        && [a, b, d, e].iter().all(|run| *run >= 0.25 * module && *run <= 2.2 * module)
}

/// Crosses the candidate from top to bottom and again from left to right, then follows its outline.
fn confirmed(bits: &Bits, centre: Point, width: f32) -> Option<Finder> {
    let colour = pixel(bits, centre.x as isize, centre.y as isize)?;
    let (y, height) = crossing(bits, centre, Point::new(0.0, 1.0), width)?;
    let centre = Point::new(centre.x, y);
    let (x, width) = crossing(bits, centre, Point::new(1.0, 0.0), height.max(width))?;
    let centre = Point::new(x, y);
    let ratio = width / height;
    if !(0.3..=3.3).contains(&ratio) {
        return None;
    }
    let mut finder =
        Finder { centre, size: (width * height).sqrt(), outline: None, reversed: colour == 0, quality: 0.0 };
    if let Some(outline) = Outline::follow(bits, centre, width.max(height))
        && let Some(corners) = outline.corners()
    {
        finder.outline = Some(corners);
        finder.size = area(&corners).sqrt();
        let mean = corners.iter().fold(Point::default(), |sum, c| sum + *c).scaled(0.25);
        if mean.distance(centre) < 0.12 * finder.size {
            finder.centre = mean;
        }
    }
    Some(finder)
}

/// The middle and length of the finder line through `centre` along an axis.
fn crossing(bits: &Bits, centre: Point, axis: Point, about: f32) -> Option<(f32, f32)> {
    let (dx, dy) = (axis.x as isize, axis.y as isize);
    let (x, y) = (centre.x as isize, centre.y as isize);
    let longest = (about * 2.2) as isize + 3;
    let own = pixel(bits, x, y)?;
    let side = |sign: isize| {
        let mut runs = [0.0_f32; 3];
        let mut run = 0;
        let mut colour = own;
        for i in 1..=longest {
            let Some(next) = pixel(bits, x + sign * i * dx, y + sign * i * dy) else { break };
            if next != colour {
                colour = next;
                run += 1;
                if run == 3 {
                    return Some(runs);
                }
            }
            runs[run] += 1.0;
        }
        // The picture's edge may end the outer run, nothing else may.
        (run == 2).then_some(runs)
    };
    let (back, ahead) = (side(-1)?, side(1)?);
    let runs = [back[2], back[1], back[0] + 1.0 + ahead[0], ahead[1], ahead[2]];
    if !is_finder_line(&runs) {
        return None;
    }
    let position = if dx == 1 { x } else { y } as f32;
    let low = position - back[0];
    let high = position + 1.0 + ahead[0];
    Some(((low + high) / 2.0, runs.iter().sum()))
}

pub(super) fn pixel(bits: &Bits, x: isize, y: isize) -> Option<u8> {
    let (x, y) = (usize::try_from(x).ok()?, usize::try_from(y).ok()?);
    (x < bits.width && y < bits.height).then(|| bits.at(x, y))
}
