//! Undoes what blur, motion and ink gain mixed: a linear filter over a module and its neighbours.
//!
//! Least squares on modules whose colour is known, with a ridge towards "the module itself", then directed
//! by its own firm decisions: Lucky, *Techniques for Adaptive Equalization of Digital Communication
//! Systems*, Bell System Technical Journal 45 (1966), in two dimensions.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "features number (2 radius + 1)² + 1 with radius at most the border of the grid; module indices \
              below size²"
)]

use super::budget::Budget;
use super::linear;
use super::sampling::{BORDER, Grid};

/// Equalises over ± `radius` modules (at most [`BORDER`]); `known` holds 1, −1 or 0 a module. Returns soft
/// values, positive for dark; `None` when the system is singular.
pub(super) fn equalise(
    grid: &Grid,
    known: &[i8],
    radius: usize,
    rounds: usize,
    budget: &mut Budget,
) -> Option<Vec<f32>> {
    let radius = radius.min(BORDER);
    let width = 2 * radius + 1;
    let taps = width * width;
    let count = taps + 1;
    let size = grid.size;
    let mut soft: Vec<f32> = Vec::new();
    let mut features = vec![0.0_f32; count];
    for round in 0..=rounds {
        let mut matrix = vec![0.0_f32; count * count];
        let mut right = vec![0.0_f32; count];
        let mut used = 0;
        for y in 0..size {
            for x in 0..size {
                let module = y * size + x;
                let (target, weight) = if known[module] != 0 {
                    (f32::from(known[module]), 1.0)
                } else if round > 0 && soft[module].abs() >= FIRM && !grid.is_clipped(x, y) {
                    (soft[module].signum(), 0.5)
                } else {
                    continue;
                };
                used += 1;
                grid.around(x, y, radius, &mut features[..taps]);
                features[taps] = 1.0;
                for i in 0..count {
                    let weighted = weight * features[i];
                    let row = &mut matrix[i * count..][..count];
                    for (sum, feature) in row[i..].iter_mut().zip(&features[i..]) {
                        *sum += weighted * feature;
                    }
                    right[i] += weighted * target;
                }
            }
        }
        let mut right: Vec<f64> = right.into_iter().map(f64::from).collect();
        right[taps / 2] -= f64::from(RIDGE);
        let filter: Vec<f32> = linear::solve(linear::ridged(&matrix, f64::from(RIDGE)), right)?
            .into_iter()
            .map(|w| w as f32)
            .collect();
        soft.clear();
        for y in 0..size {
            for x in 0..size {
                grid.around(x, y, radius, &mut features[..taps]);
                soft.push(filter.iter().zip(&features).map(|(w, f)| w * f).sum());
            }
        }
        budget.spend((used * count * count + count * count * count) / 5 * 2 + size * size * count);
        if budget.is_spent() {
            break;
        }
    }
    grid.doubt_clipped(&mut soft);
    Some(soft)
}

/// A decision as clear as this trains the next round.
const FIRM: f32 = 0.3;
/// Weight of the prior, in modules: the filter starts as the (inverted) module itself.
const RIDGE: f32 = 12.0;
