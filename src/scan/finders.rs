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
use super::correlation::{correlation, upright};
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

/// Looks through every `step`-th row, but not where there `is_known` what is to be seen. All places are the view's.
pub(super) fn find(
    bits: &Bits,
    grey: &Grey,
    step: usize,
    is_known: impl Fn(Point) -> bool,
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
            // Most lines of a busy picture are told by their middle run alone.
            let (line, middle) = (window[5] - window[0], window[3] - window[2]);
            if 14 * middle < 3 * line || 70 * middle > 46 * line {
                continue;
            }
            let runs: [f32; 5] = core::array::from_fn(|i| (window[i + 1] - window[i]) as f32);
            if !is_finder_line(&runs) {
                continue;
            }
            let centre = Point::new((window[2] + window[3]) as f32 / 2.0, y as f32 + 0.5);
            let width: f32 = runs.iter().sum();
            let near = |f: &Finder| {
                (f.centre.x - centre.x).abs() < 0.2 * f.size && (f.centre.y - centre.y).abs() < 0.4 * f.size
            };
            if found.iter().any(near) || is_known(centre) {
                continue;
            }
            if found.len() >= MOST_FOUND {
                return ranked(found);
            }
            budget.spend(CONFIRMATION);
            if let Some(finder) = confirmed(bits, grey, centre, width) {
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
    ranked(found)
}

/// Enough for any picture with symbols; a picture full of finder patterns stops here.
const MOST_FOUND: usize = 300;
/// Correlation below which it is something else.
const LEAST: f32 = 0.45;
/// Correlation over upright ellipses: however a pattern is turned or tilted, it does not become its opposite.
const UNLIKELY: f32 = 0.0;
/// What following one candidate costs, in units of the budget.
const CONFIRMATION: usize = 650;

fn ranked(found: Vec<Finder>) -> Vec<Finder> {
    let mut finders: Vec<Finder> = Vec::new();
    for finder in order::sorted(found, |f| -f.quality) {
        if !finders.iter().any(|f| f.is_same(&finder)) {
            finders.push(finder);
        }
    }
    finders
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
fn confirmed(bits: &Bits, grey: &Grey, centre: Point, width: f32) -> Option<Finder> {
    let colour = pixel(bits, centre.x as isize, centre.y as isize)?;
    let (y, height) = crossing(bits, centre, Axis::Down, width)?;
    let centre = Point::new(centre.x, y);
    let (x, width) = crossing(bits, centre, Axis::Across, height.max(width))?;
    let centre = Point::new(x, y);
    let ratio = width / height;
    if !(0.3..=3.3).contains(&ratio) {
        return None;
    }
    let mut finder =
        Finder { centre, size: (width * height).sqrt(), outline: None, reversed: colour == 0, quality: 0.0 };
    // Of what only noise put into line most is told apart before its outline is followed, which costs far more.
    if upright(grey, &finder, width, height) < UNLIKELY {
        return None;
    }
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
fn crossing(bits: &Bits, centre: Point, axis: Axis, about: f32) -> Option<(f32, f32)> {
    let (x, y) = (centre.x as usize, centre.y as usize);
    let (position, length) = match axis {
        Axis::Across => (x, bits.width),
        Axis::Down => (y, bits.height),
    };
    let longest = (about * 2.2) as usize + 3;
    let at = |position: usize| match axis {
        Axis::Across => bits.at(position, y),
        Axis::Down => bits.at(x, position),
    };
    let own = at(position);
    let back = side((0..position).rev().take(longest).map(at), own)?;
    let ahead = side((position + 1..length).take(longest).map(at), own)?;
    let runs = [back[2], back[1], back[0] + 1.0 + ahead[0], ahead[1], ahead[2]];
    if !is_finder_line(&runs) {
        return None;
    }
    let low = position as f32 - back[0];
    let high = position as f32 + 1.0 + ahead[0];
    Some(((low + high) / 2.0, runs.iter().sum()))
}

/// Half the middle run, a light one and a dark one, from the centre outwards.
fn side(pixels: impl Iterator<Item = u8>, own: u8) -> Option<[f32; 3]> {
    let mut changes = [0; 3];
    let (mut run, mut colour, mut passed) = (0, own, 0_u16);
    for next in pixels {
        if next != colour {
            colour = next;
            changes[run] = passed;
            run += 1;
            if run == 3 {
                break;
            }
        }
        passed += 1;
    }
    // The picture's edge may end the outer run, nothing else may.
    if run == 2 {
        changes[2] = passed;
    }
    let [first, second, third] = changes.map(f32::from);
    (run >= 2).then_some([first, second - first, third - second])
}

/// Of a line through a finder pattern.
#[derive(Clone, Copy)]
enum Axis {
    Across,
    Down,
}

pub(super) fn pixel(bits: &Bits, x: isize, y: isize) -> Option<u8> {
    let (x, y) = (usize::try_from(x).ok()?, usize::try_from(y).ok()?);
    (x < bits.width && y < bits.height).then(|| bits.at(x, y))
}
