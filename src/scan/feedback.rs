//! An equaliser that also hears what is believed of the neighbours.
//!
//! A linear filter pays for undoing blur with noise. Where the colours around a module are nearly known, their share
//! can be taken away instead: decision feedback (Austin, *Decision-Feedback Equalization for Digital Communication over
//! Dispersive Channels*, MIT RLE report 437, 1967), here from all sides and with doubt kept as doubt (Laot, Glavieux
//! and Labat, *Turbo Equalization: Adaptive Equalization and Channel Decoding Jointly Optimized*, IEEE J. Selected
//! Areas in Communications 19, 2001). One least-squares filter has both the samples and the expected colours as
//! inputs, so that it learns from the symbol itself how far to trust either. Four samples a module (a "fractionally
//! spaced" filter) let it find its own place and width within the module.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "inputs number COUNT; modules are row * size + column, places row * side + column of a grid whose border \
              is as wide as the neighbourhood"
)]

use super::budget::Budget;
use super::linear;
use super::sampling::{BORDER, CORNERS, Grid};

/// Equalises once more from what an equaliser found (`soft`), in `rounds`; `known` holds 1, −1 or 0 a module.
/// Returns soft values, positive for dark; `None` when the system is singular.
pub(super) fn equalise(
    grid: &Grid,
    soft: &[f32],
    known: &[i8],
    rounds: usize,
    budget: &mut Budget,
) -> Option<Vec<f32>> {
    let size = grid.size;
    let mut soft = soft.to_vec();
    let mut inputs = Inputs::new(grid);
    let work = size * size * (COUNT * COUNT / 4 + 2 * COUNT) + COUNT * COUNT * COUNT / 4;
    for _ in 0..rounds {
        // Of a large symbol a round alone may be more than is left.
        if !budget.allows(work / 2) {
            break;
        }
        inputs.believe(&soft, known);
        let mut matrix = vec![0.0_f32; COUNT * COUNT];
        let mut right = [0.0_f32; COUNT];
        for module in 0..size * size {
            let target = if known[module] == 0 { soft[module].signum() } else { f32::from(known[module]) };
            if known[module] == 0 && grid.is_clipped(module % size, module / size) {
                continue;
            }
            let values = inputs.of(module);
            for (i, value) in values.iter().enumerate() {
                let row = &mut matrix[i * COUNT..][..COUNT];
                for (sum, other) in row[i..].iter_mut().zip(&values[i..]) {
                    *sum += value * other;
                }
                right[i] += value * target;
            }
        }
        let mut right = right.map(f64::from).to_vec();
        // The filter starts as the module itself.
        right[OWN] -= RIDGE;
        let filter = linear::solve(linear::ridged(&matrix, RIDGE), right)?;
        let filter: [f32; COUNT] = core::array::from_fn(|i| filter[i] as f32);
        for (module, soft) in soft.iter_mut().enumerate() {
            *soft = filter.iter().zip(&inputs.of(module)).map(|(f, v)| f * v).sum();
        }
        budget.spend(work);
    }
    grid.doubt_clipped(&mut soft);
    Some(soft)
}

/// What the filter is given of each module.
struct Inputs<'a> {
    grid: &'a Grid,
    /// Expected colours, of the border too, where they are as sampled.
    colours: Vec<f32>,
}

/// Means of three by three modules, corners of five, colours of twenty-four, and a constant.
const COUNT: usize = 9 + 5 * CORNERS + 24 + 1;
const OWN: usize = 4;

impl<'a> Inputs<'a> {
    fn new(grid: &'a Grid) -> Self {
        Self { grid, colours: grid.colours() }
    }

    fn believe(&mut self, soft: &[f32], known: &[i8]) {
        let side = self.grid.side();
        for (module, (soft, known)) in soft.iter().zip(known).enumerate() {
            let colour = if *known == 0 { (STEEPNESS * soft).tanh() } else { f32::from(*known) };
            let place = self.place(module, side);
            self.colours[place] = colour;
        }
    }

    fn of(&self, module: usize) -> [f32; COUNT] {
        let (side, place) = (self.grid.side(), self.place(module, self.grid.side()));
        let mut values = [1.0; COUNT];
        let (samples, rest) = values.split_at_mut(9);
        self.grid.around(module % self.grid.size, module / self.grid.size, 1, samples);
        let (corners, rest) = rest.split_at_mut(5 * CORNERS);
        let cross = [place, place - 1, place + 1, place - side, place + side];
        for (out, there) in corners.chunks_exact_mut(CORNERS).zip(cross) {
            out.copy_from_slice(self.grid.corners(there));
        }
        // The module's own place is left to the constant.
        for row in 0..5 {
            let start = place + row * side - 2 * side - 2;
            rest[row * 5..][..5].copy_from_slice(&self.colours[start..start + 5]);
        }
        rest[12] = 1.0;
        values
    }

    fn place(&self, module: usize, side: usize) -> usize {
        (module / self.grid.size + BORDER) * side + module % self.grid.size + BORDER
    }
}

/// From soft values to expected colours: those of half a module's strength are nearly certain.
const STEEPNESS: f32 = 4.0;
/// Weight of the prior, in modules.
const RIDGE: f64 = 6.0;
