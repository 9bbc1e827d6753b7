//! The search for finder patterns: dark-light-dark squares, found by their lines and confirmed by their outline
//! (ISO/IEC 18004:2015, 12 b).
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "positions are checked against width and height before they index; runs sum to at most the width"
)]

use super::bits::Bits;
use super::budget::Budget;
use super::correlation::{correlation, upright};
use super::crossing::{Axis, crossing, is_finder_line};
use super::finder::Finder;
use super::grey::Grey;
use super::order;
use super::outline::{Outline, area};
use super::point::Point;

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

/// Crosses the candidate from top to bottom and again from left to right, then follows its outline.
fn confirmed(bits: &Bits, grey: &Grey, centre: Point, width: f32) -> Option<Finder> {
    let colour = bits.pixel(centre.x as usize, centre.y as usize)?;
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
