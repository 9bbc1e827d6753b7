//! What hindered the reading, from measurements of the picture.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "histogram of 256 bytes; positions clamped to the picture; floating point"
)]

use super::findings;
use super::grey::Grey;
use super::order;
use super::point::Point;
use super::search::Search;
use super::symbol::{Scan, Symbol};
use crate::Finding;
use crate::finding::Code;

/// A picture without pixels.
pub(super) fn nothing() -> Scan {
    Scan { symbols: Vec::new(), findings: vec![finding(findings::NOTHING_FOUND)], work: 0 }
}

/// The symbols in reading order; without any, what was in the way.
pub(super) fn conclude(grey: &Grey, mut search: Search<'_>) -> Scan {
    let symbols = in_reading_order(core::mem::take(&mut search.hypotheses.symbols));
    let mut found = Vec::new();
    if symbols.is_empty() {
        let whole = [(0.0, 0.0), (grey.width as f32, grey.height as f32)];
        match search.hypotheses.seen().filter(|seen| seen.score >= LOCATED) {
            Some(seen) => {
                found.push(finding(findings::SEEN_NOT_READ));
                if seen.module < SMALL {
                    found.push(finding(findings::TOO_SMALL));
                }
                let xs = seen.corners.map(|c| c.x);
                let ys = seen.corners.map(|c| c.y);
                let low = |v: [f32; 4]| v.into_iter().fold(f32::MAX, f32::min);
                let high = |v: [f32; 4]| v.into_iter().fold(f32::MIN, f32::max);
                let light = Light::of(grey, [(low(xs), low(ys)), (high(xs), high(ys))]);
                if light.upper < DARK {
                    found.push(finding(findings::TOO_DARK));
                }
                if light.clipped > CLIPPED {
                    found.push(finding(findings::GLARE));
                }
                if seen.module >= SMALL
                    && light.upper >= DARK
                    && light.clipped <= CLIPPED
                    && seen.score < SHARP
                {
                    found.push(finding(findings::BLURRED));
                }
            }
            None => {
                found.push(finding(findings::NOTHING_FOUND));
                if Light::of(grey, whole).upper < DARK {
                    found.push(finding(findings::TOO_DARK));
                }
            }
        }
    }
    Scan { symbols, findings: found, work: search.work() }
}

/// A template that agrees no better than this lies on something else.
const LOCATED: f32 = 0.3;
/// Pixels a module below which fewer than half of the corpus' symbols are read.
const SMALL: f32 = 2.4;
/// The 95th percentile of grey levels below which a picture is called dark.
const DARK: u8 = 60;
/// The share of clipped pixels from which glare is to blame.
const CLIPPED: f32 = 0.04;
/// The agreement of a symbol in focus.
const SHARP: f32 = 0.6;

fn finding(code: &'static Code) -> Finding {
    Finding::new(code, "image")
}

/// Grey levels of a box.
struct Light {
    /// The 95th percentile.
    upper: u8,
    clipped: f32,
}

impl Light {
    fn of(grey: &Grey, bounds: [(f32, f32); 2]) -> Self {
        let [low, high] = bounds;
        let (x0, x1) = (low.0.max(0.0) as usize, (high.0.max(0.0) as usize).min(grey.width));
        let (y0, y1) = (low.1.max(0.0) as usize, (high.1.max(0.0) as usize).min(grey.height));
        let mut histogram = [0_usize; 256];
        let step = ((y1.saturating_sub(y0)) / 400).max(1);
        for y in (y0..y1).step_by(step) {
            for x in (x0..x1).step_by(step) {
                histogram[usize::from(grey.data[y * grey.width + x])] += 1;
            }
        }
        let total: usize = histogram.iter().sum();
        let mut above = 0;
        let upper = (0..=255_u8).rev().find(|level| {
            above += histogram[usize::from(*level)];
            above * 20 >= total
        });
        let clipped: usize = histogram[252..].iter().sum();
        Self { upper: upper.unwrap_or(0), clipped: clipped as f32 / total.max(1) as f32 }
    }
}

/// By rows from the top, then from left to right; a row is what overlaps its first symbol's middle.
fn in_reading_order(symbols: Vec<Symbol>) -> Vec<Symbol> {
    let centre = |s: &Symbol| {
        s.corners.iter().fold(Point::default(), |sum, (x, y)| sum + Point::new(*x, *y)).scaled(0.25)
    };
    let height = |s: &Symbol| {
        let ys = s.corners.map(|c| c.1);
        ys.into_iter().fold(f32::MIN, f32::max) - ys.into_iter().fold(f32::MAX, f32::min)
    };
    let mut symbols = order::sorted(symbols, |s| centre(s).y);
    let mut ordered = Vec::with_capacity(symbols.len());
    while let Some(first) = symbols.first() {
        let line = centre(first).y + height(first) / 2.0;
        let count = symbols.iter().take_while(|s| centre(s).y <= line).count().max(1);
        let row: Vec<Symbol> = symbols.drain(..count.min(symbols.len())).collect();
        ordered.extend(order::sorted(row, |s| centre(s).x));
    }
    ordered
}
