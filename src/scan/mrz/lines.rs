//! Lines of a zone, found by the model itself: it says where glyphs are, and where there are none.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "arrays of fixed size; floating point"
)]

use super::cells::{Cell, Eye, Frame};
use super::chains::Chain;
use super::curve::Curve;
use super::median::median;
use super::model::FILLER;
use crate::scan::point::Point;

/// A line: its middles, and what was seen at each number from `first` on.
#[derive(Clone)]
pub(super) struct Line {
    pub(super) curve: Curve,
    pub(super) first: f32,
    pub(super) cells: Vec<Cell>,
}

impl Line {
    /// What was seen, with its number.
    pub(super) fn numbered(&self) -> impl Iterator<Item = (f32, &Cell)> + Clone {
        let first = self.first;
        self.cells.iter().scan(first, |k, cell| {
            let here = *k;
            *k += 1.0;
            Some((here, cell))
        })
    }
}

/// The lines around a chain, from the uppermost, or nothing when the chain is no line of signs.
pub(super) fn lines(eye: &mut Eye, chain: &Chain, scale: f32) -> Option<Vec<Line>> {
    let places = chain.members.iter().map(|(k, p)| (*k, p.scaled(scale), 1.0));
    let curve = Curve::fit(places)?;
    let curve = upright(eye, &curve, chain.span())?;
    let line = refined(eye, &curve, 0.0, chain.span())?;
    if monotonous(&line.cells) {
        return None;
    }
    let mut lines = vec![line];
    for side in [-1.0_f32, 1.0] {
        for _ in 0..2 {
            let from = if side < 0.0 { lines.first() } else { lines.last() };
            let Some(next) = from.cloned().and_then(|from| beside(eye, &from, side)) else { break };
            if side < 0.0 {
                lines.insert(0, next);
            } else {
                lines.push(next);
            }
        }
    }
    (lines.len() >= 2).then_some(lines)
}

/// The way up in which there are glyphs.
fn upright(eye: &mut Eye, curve: &Curve, span: f32) -> Option<Curve> {
    let turned = curve.turned(span);
    let [one, other] = [*curve, turned].map(|curve| {
        let looks = SAMPLES.map(|share| eye.look(&curve.frame((share * span).round())));
        if monotonous(&looks) { 0.0 } else { looks.iter().map(Cell::glyph).sum::<f32>() / looks.len() as f32 }
    });
    let (best, chance) = if one >= other { (*curve, one) } else { (turned, other) };
    (chance > SOME).then_some(best)
}

/// Whether it is one sign again and again, and no filler: waves of a guilloche look like that.
fn monotonous(cells: &[Cell]) -> bool {
    let signs = cells.iter().filter(|c| c.glyph() > 0.5).filter_map(Cell::likeliest);
    let mut counts = [0_usize; FILLER];
    let mut all = 0;
    for sign in signs {
        all += 1;
        counts.get_mut(sign).into_iter().for_each(|count| *count += 1);
    }
    all >= SAMPLES.len() / 2 && counts.iter().any(|count| *count * 20 > all * 11)
}

/// Cells from `low` to `high`, centred on their glyphs, and as far beyond as there are glyphs.
fn refined(eye: &mut Eye, curve: &Curve, low: f32, high: f32) -> Option<Line> {
    let (mut curve, mut low, mut high) = (*curve, low, high);
    for round in 0..4 {
        if eye.budget.is_spent() {
            return None;
        }
        let (first, last) = (low - REACH, high + REACH);
        let cells = looks(eye, first, last, |k| curve.frame(k));
        let line = Line { curve, first, cells };
        let seen: Vec<(f32, Point, f32)> =
            line.numbered().filter(|(_, c)| c.glyph() > 0.5).map(|(k, c)| (k, c.place, c.glyph())).collect();
        let seen = seen.into_iter();
        let fitted = Curve::fit(seen.clone())?;
        // Once more without what lies elsewhere.
        let pitch = fitted.along((low + high) / 2.0).length();
        let near = seen.clone().filter(|(k, p, _)| fitted.at(*k).distance(*p) < 0.2 * pitch);
        let fitted = Curve::fit(near.clone()).unwrap_or(fitted);
        let numbers = near.map(|(k, _, _)| k);
        let (new_low, new_high) =
            (numbers.clone().fold(f32::MAX, f32::min), numbers.fold(f32::MIN, f32::max));
        if new_low > new_high {
            return None;
        }
        let moved =
            [new_low, new_high].iter().map(|k| curve.at(*k).distance(fitted.at(*k))).fold(0.0, f32::max);
        let grown = new_low < low || new_high > high;
        curve = fitted;
        (low, high) = (new_low.max(low - REACH), new_high.min(high + REACH));
        if !grown && (moved < 0.05 * pitch || round >= 2) {
            return Some(Line { curve, ..line });
        }
        if high - low > MOST {
            return None;
        }
    }
    let cells = looks(eye, low - 2.0, high + 2.0, |k| curve.frame(k));
    Some(Line { curve, first: low - 2.0, cells })
}

fn looks(eye: &mut Eye, first: f32, last: f32, frame: impl Fn(f32) -> Frame) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut k = first;
    while k <= last {
        cells.push(eye.look(&frame(k)));
        k += 1.0;
    }
    cells
}

/// The next line on a side, where a row of windows sees glyphs.
fn beside(eye: &mut Eye, line: &Line, side: f32) -> Option<Line> {
    let glyphs = line.numbered().filter(|(_, c)| c.glyph() > 0.5).map(|(k, _)| k);
    let (low, high) = (glyphs.clone().fold(f32::MAX, f32::min), glyphs.fold(f32::MIN, f32::max));
    let mut best: Option<(f32, Curve)> = None;
    for leading in LEADINGS {
        if eye.budget.is_spent() || best.as_ref().is_some_and(|(chance, _)| *chance > CLEARLY) {
            break;
        }
        let shift = |k: f32| line.curve.frame(k).across.scaled(side * leading);
        let mut seen = Vec::new();
        let mut chance = 0.0;
        for (done, share) in SAMPLES.into_iter().enumerate() {
            // Four places without a glyph: no line.
            if done == FIRST && chance < 0.25 * FIRST as f32 {
                break;
            }
            let k = (low + share * (high - low)).round();
            let frame = line.curve.frame(k);
            let cell = eye.look(&Frame { middle: frame.middle + shift(k), ..frame });
            let off = cell.place - (frame.middle + shift(k));
            let pitch = frame.along.length();
            if off.length() < 0.55 * pitch {
                chance += cell.glyph();
            }
            seen.push((k, off, cell.glyph() + 1e-3));
        }
        chance /= SAMPLES.len() as f32;
        if chance > LITTLE && best.as_ref().is_none_or(|(most, _)| chance > *most) {
            best = Some((chance, displaced(&line.curve, &seen, shift)?));
        }
    }
    let (_, curve) = best?;
    refined(eye, &curve, low, high)
}

/// The line moved by the middle displacement, and turned as its two halves say.
fn displaced(curve: &Curve, seen: &[(f32, Point, f32)], shift: impl Fn(f32) -> Point) -> Option<Curve> {
    let weight: f32 = seen.iter().map(|(_, _, w)| w).sum();
    let middle = |of: fn(&Point) -> f32| {
        median(seen.iter().filter(|s| s.2 > 0.4).map(|(_, off, _)| of(off)).collect())
    };
    let off = Point::new(middle(|p| p.x), middle(|p| p.y));
    if weight <= 0.0 {
        return None;
    }
    let places = seen.iter().map(|(k, own, w)| {
        let trusted = own.distance(off) < 0.35 * curve.along(*k).length();
        let base = curve.at(*k) + shift(*k);
        if trusted { (*k, base + *own, *w) } else { (*k, base + off, 0.25) }
    });
    Curve::fit(places)
}

/// Where along a line is looked first, as shares of its length.
const SAMPLES: [f32; 10] = [0.22, 0.78, 0.44, 0.0, 1.0, 0.56, 0.1, 0.9, 0.33, 0.67];
const FIRST: usize = 4;
/// Line pitches by character pitches. Doc 9303-5 and cameras from the side: 1.3 to 3.1.
const LEADINGS: [f32; 6] = [2.0, 2.35, 1.65, 2.7, 1.3, 3.05];
/// The mean chance of a glyph where a line is.
const SOME: f32 = 0.5;
const LITTLE: f32 = 0.5;
/// The chance with which no other line pitch is tried.
const CLEARLY: f32 = 0.9;
/// So many cells beyond what is known are looked at.
const REACH: f32 = 3.0;
/// A line of more cells is no line of a zone.
const MOST: f32 = 70.0;
