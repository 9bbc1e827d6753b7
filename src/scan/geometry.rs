//! Laying a version's template over the region: correlation with the modules that the version fixes, and
//! its ascent.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "floating point; indices are corners 0 to 3 and offsets of fixed windows"
)]

use super::budget::Budget;
use super::homography::{Homography, Pair};
use super::order;
use super::point::Point;
use super::region::Region;
use super::template::Template;

/// A template laid over the region.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fit {
    pub(super) homography: Homography,
    /// Mean agreement of the fixed modules: about 1 for a clear symbol, about 0 for anything else.
    pub(super) score: f32,
}

impl Fit {
    pub(super) fn new(region: &Region, template: &Template, homography: Homography) -> Self {
        let mut sum = 0.0;
        for (&(u, v, sign), (du, dv)) in template.points.iter().zip(OFF_CENTRE.into_iter().cycle()) {
            sum -= sign * bounded(region.at(homography.map(u + du, v + dv)));
        }
        Self { homography, score: sum / template.points.len() as f32 }
    }

    /// Moves the corners one at a time while the score rises, by `steps` (in modules) in turn.
    pub(super) fn refined(
        self,
        region: &Region,
        template: &Template,
        module: f32,
        steps: &[f32],
        budget: &mut Budget,
    ) -> Self {
        let size = template.size as f32;
        let mut corners = self.homography.corners(size);
        let mut best = self;
        for step in steps {
            for _ in 0..ROUNDS {
                let before = best.score;
                for corner in 0..4 {
                    for (dx, dy) in [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)] {
                        let old = corners[corner];
                        corners[corner] = old + Point::new(dx, dy).scaled(step * module);
                        let moved = Homography::from_corners(size, &corners);
                        let moved = moved.map(|h| Self::new(region, template, h));
                        match moved {
                            Some(fit) if fit.score > best.score => best = fit,
                            _ => corners[corner] = old,
                        }
                    }
                }
                budget.spend(16 * template.points.len() * SAMPLE);
                if best.score <= before || budget.is_spent() {
                    break;
                }
            }
        }
        best
    }

    /// The best of `starts` and of what they become when the alignment pattern nearest the fourth corner is
    /// looked for around its place.
    pub(super) fn best(
        region: &Region,
        template: &Template,
        base: &[Pair],
        starts: &[Homography],
        budget: &mut Budget,
    ) -> Option<Self> {
        let mut best: Option<Self> = None;
        let mut consider = |homography| {
            let fit = Self::new(region, template, homography);
            if best.is_none_or(|b| fit.score > b.score) {
                best = Some(fit);
            }
        };
        for &start in starts {
            consider(start);
            budget.spend(template.points.len() * SAMPLE);
            let Some(&centre) = template.alignment.last() else { continue };
            let window = if template.size > 40 { 5.0 } else { 3.5 };
            for found in alignment_near(region, &start, centre, window, budget) {
                let mut pairs = base.to_vec();
                let place = (centre.0 as f32 + 0.5, centre.1 as f32 + 0.5);
                pairs.push(Pair::new(place, found, 4.0));
                if let Some(homography) = Homography::fit(&pairs) {
                    consider(homography);
                    budget.spend(template.points.len() * SAMPLE + SOLVING);
                }
            }
        }
        best
    }
}

/// Modules are compared a little off their centres, in all directions in turn: a sharp picture is flat around
/// the centres and would not tell one place from another.
const OFF_CENTRE: [(f32, f32); 5] = [(-0.28, -0.28), (0.28, 0.28), (0.0, 0.0), (0.28, -0.28), (-0.28, 0.28)];
/// What one bilinear sample costs, in units of the budget.
pub(super) const SAMPLE: usize = 12;
/// What fitting a homography costs.
const SOLVING: usize = 3_000;
const ROUNDS: usize = 4;

/// No single module may decide.
pub(super) fn bounded(value: f32) -> f32 {
    value.clamp(-1.5, 1.5)
}

/// Where an alignment pattern may be, around the place that `homography` gives it: up to three pixels
/// positions, best first.
fn alignment_near(
    region: &Region,
    homography: &Homography,
    centre: (usize, usize),
    window: f32,
    budget: &mut Budget,
) -> Vec<Point> {
    const STEP: f32 = 0.5;
    let (u, v) = (centre.0 as f32 + 0.5, centre.1 as f32 + 0.5);
    let steps = (window / STEP) as i16;
    let mut found: Vec<(f32, f32, f32)> = Vec::new();
    for j in -steps..=steps {
        for i in -steps..=steps {
            let (du, dv) = (f32::from(i) * STEP, f32::from(j) * STEP);
            let score = ring_score(region, homography, u + du, v + dv, 2);
            if score > 0.35 {
                found.push((score, du, dv));
            }
        }
    }
    let places = (2.0 * window / STEP + 1.0) as usize;
    budget.spend(places * places * 25 * SAMPLE);
    let mut apart: Vec<(f32, f32)> = Vec::new();
    for (_, du, dv) in order::sorted(found, |f| -f.0) {
        if apart.iter().all(|(a, b)| (a - du).abs().max((b - dv).abs()) > 1.3) {
            apart.push((du, dv));
        }
        if apart.len() == 3 {
            break;
        }
    }
    apart.into_iter().map(|(du, dv)| homography.map(u + du, v + dv)).collect()
}

/// Agreement with concentric squares around (u, v): an alignment pattern (`radius` 2) or a finder (3).
pub(super) fn ring_score(region: &Region, homography: &Homography, u: f32, v: f32, radius: i16) -> f32 {
    let mut sum = 0.0;
    for dy in -radius..=radius {
        for dx in -radius..=radius {
            let ring = dx.abs().max(dy.abs());
            let light = ring == radius - 1;
            let value = bounded(region.at(homography.map(u + f32::from(dx), v + f32::from(dy))));
            sum += if light { value } else { -value };
        }
    }
    let side = f32::from(2 * radius + 1);
    sum / (side * side)
}
