//! What the model says of a place in the picture.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "arrays of fixed size; floating point"
)]

use super::model::{INPUTS, Model, NONE, WORK};
use crate::scan::budget::Budget;
use crate::scan::grey::Grey;
use crate::scan::point::Point;

/// A window: its middle, a pitch along the line and one across it, in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) middle: Point,
    pub(super) along: Point,
    pub(super) across: Point,
}

/// The judgement of a window.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    /// Probabilities of the signs and of none.
    pub(super) chances: [f32; NONE + 1],
    /// Where the glyph's middle is, in pixels.
    pub(super) place: Point,
}

impl Cell {
    /// How likely there is a glyph, in the middle or near it.
    pub(super) fn glyph(&self) -> f32 {
        1.0 - self.chances[NONE]
    }

    /// The sign that is most likely, `None` when none is.
    pub(super) fn likeliest(&self) -> Option<usize> {
        let (sign, _) = self.chances.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1))?;
        (sign != NONE).then_some(sign)
    }
}

/// Looks at windows of a picture, in the size that suits them.
pub(super) struct Eye {
    /// The picture, and each half as large as the one before.
    levels: Vec<Grey>,
    model: Model,
    pub(super) budget: Budget,
}

impl Eye {
    /// `None` without a model.
    pub(super) fn new(grey: Grey, mut budget: Budget) -> Option<Self> {
        let mut levels = vec![grey];
        while let Some(last) = levels.last()
            && last.width.min(last.height) >= 128
            && levels.len() < 5
        {
            budget.spend(last.area());
            let half = last.halved();
            levels.push(half);
        }
        Some(Self { levels, model: Model::new()?, budget })
    }

    /// The picture, halved so often.
    pub(super) fn level(&self, level: usize) -> Option<&Grey> {
        self.levels.get(level)
    }

    pub(super) fn look(&mut self, frame: &Frame) -> Cell {
        self.budget.spend(WORK);
        let window = self.window(frame);
        let outputs = self.model.outputs(&window);
        let most = outputs[..=NONE].iter().copied().fold(f32::MIN, f32::max);
        let mut chances = [0.0; NONE + 1];
        chances.iter_mut().zip(&outputs).for_each(|(chance, output)| *chance = (output - most).exp());
        let sum: f32 = chances.iter().sum();
        chances.iter_mut().for_each(|chance| *chance /= sum);
        let (dx, dy) = (outputs[NONE + 1].clamp(-0.6, 0.6), outputs[NONE + 2].clamp(-0.6, 0.6));
        Cell { chances, place: frame.middle + frame.along.scaled(dx) + frame.across.scaled(dy) }
    }

    /// The mean of three looks at slightly different windows: what only one of them says is less sure.
    pub(super) fn look_closely(&mut self, frame: &Frame) -> Cell {
        let looks = NUDGES.map(|(dx, dy, size)| {
            let middle = frame.middle + frame.along.scaled(dx) + frame.across.scaled(dy);
            self.look(&Frame { middle, along: frame.along.scaled(size), across: frame.across.scaled(size) })
        });
        let mut chances = [0.0; NONE + 1];
        for (place, chance) in chances.iter_mut().enumerate() {
            let logs: f32 = looks.iter().map(|look| look.chances[place].max(1e-9).ln()).sum();
            *chance = (logs * SHARP / NUDGES.len() as f32).exp();
        }
        let sum: f32 = chances.iter().sum();
        chances.iter_mut().for_each(|chance| *chance /= sum);
        Cell { chances, place: looks[0].place }
    }

    /// Samples with mean 0 and deviation about 1.
    fn window(&self, frame: &Frame) -> [f32; INPUTS] {
        let mut pitch = frame.along.length();
        let (mut level, mut scale) = (0, 1.0);
        while pitch >= LARGE && level + 1 < self.levels.len() {
            (level, pitch, scale) = (level + 1, pitch / 2.0, scale / 2.0);
        }
        let grey = &self.levels[level];
        let mut window = [0.0; INPUTS];
        for (row, samples) in window.chunks_exact_mut(ACROSS).enumerate() {
            let y = ((row as f32 + 0.5) / DOWN as f32 - 0.5) * HIGH;
            for (column, sample) in samples.iter_mut().enumerate() {
                let x = ((column as f32 + 0.5) / ACROSS as f32 - 0.5) * WIDE;
                let place = frame.middle + frame.along.scaled(x) + frame.across.scaled(y);
                *sample = grey.at(place.scaled(scale));
            }
        }
        let mean = window.iter().sum::<f32>() / INPUTS as f32;
        let spread = window.iter().map(|v| (v - mean) * (v - mean)).sum::<f32>() / INPUTS as f32;
        let factor = 1.0 / (spread.sqrt() + FLOOR);
        window.map(|v| ((v - mean) * factor).clamp(-LIMIT, LIMIT))
    }
}

/// In a grid that fits, the model is right more often than in the shifted windows it was trained with.
const SHARP: f32 = 1.3;
const NUDGES: [(f32, f32, f32); 3] = [(0.0, 0.0, 1.0), (0.05, 0.04, 1.04), (-0.05, -0.04, 0.96)];
/// Pixels a pitch from which the picture is halved.
const LARGE: f32 = 16.0;
/// As `tools/mrz/cells.py` has them.
const ACROSS: usize = 12;
const DOWN: usize = 14;
const WIDE: f32 = 1.5;
const HIGH: f32 = 1.7;
const FLOOR: f32 = 3.0;
const LIMIT: f32 = 3.0;
