//! Where a zone may be, the likeliest places first, while there is work left.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "sizes of pictures; floating point"
)]

use super::cells::Eye;
use super::grid::grids;
use super::lines::lines;
use super::verdict::{Verdict, verdict};
use super::{chains, ink};
use crate::scan::grey::Grey;
use crate::scan::point::Point;

/// The best zone, and its pitch in pixels.
pub(super) fn search(eye: &mut Eye) -> Option<(Verdict, f32)> {
    let mut best: Option<(Verdict, f32)> = None;
    let side = |grey: &Grey| grey.width.max(grey.height);
    let mut first = 0;
    while eye.level(first + 1).is_some() && eye.level(first).is_some_and(|grey| side(grey) > USUAL) {
        first += 1;
    }
    let mut looks = vec![(first, false), (first, true)];
    if first > 0 {
        looks.push((first - 1, false));
    }
    looks.push((first + 1, false));
    for (level, smooth) in looks {
        let Some(grey) = eye.level(level) else { continue };
        let area = grey.area();
        if !eye.budget.allows(area * ink::WORK) {
            continue;
        }
        let spots = if smooth { ink::spots(&grey.smoothed()) } else { ink::spots(grey) };
        let chains = chains::chains(&spots, grey.width, grey.height);
        eye.budget.spend(area * ink::WORK + spots.len() * chains::WORK);
        let scale = (1_u32 << level) as f32;
        for chain in &chains {
            if eye.budget.is_spent() {
                return best;
            }
            // A chain on lines that were tried already says nothing new.
            if best.as_ref().is_some_and(|(v, _)| within(v, chain.middle().scaled(scale))) {
                continue;
            }
            let lines = lines(eye, chain, scale);
            let Some(lines) = lines else { continue };
            for grid in grids(eye, &lines) {
                eye.budget.spend(DECODING);
                let pitch = grid.pitch;
                let verdict = verdict(&grid);
                let Some(verdict) = verdict else { continue };
                if best.as_ref().is_none_or(|(b, _)| rank(&verdict) > rank(b)) {
                    best = Some((verdict, pitch));
                }
            }
            if best.as_ref().is_some_and(|(v, _)| v.zone.text.is_some()) {
                return best;
            }
        }
        if best.as_ref().is_some_and(|(v, _)| v.wrong < GOOD) {
            return best;
        }
    }
    best
}

fn rank(verdict: &Verdict) -> f64 {
    verdict.evidence - 5.0 * verdict.wrong
}

/// Whether a place lies in the zone's box.
fn within(verdict: &Verdict, p: Point) -> bool {
    let corners = verdict.zone.corners.map(|(x, y)| Point::new(x, y));
    let sides = corners.iter().zip(corners.iter().cycle().skip(1));
    let turns = sides.map(|(a, b)| (*b - *a).cross(p - *a));
    let (mut low, mut high) = (f32::MAX, f32::MIN);
    for turn in turns {
        (low, high) = (low.min(turn), high.max(turn));
    }
    low >= 0.0 || high <= 0.0
}

/// The longer side at which spots are looked for first.
const USUAL: usize = 1400;
/// Nanoseconds of a decoding.
const DECODING: usize = 8_000_000;
/// Doubts with which no other place is tried.
const GOOD: f64 = 4.0;
