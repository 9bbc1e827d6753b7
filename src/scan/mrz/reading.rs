//! The likeliest signs under some layouts, and which of them are sure.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "places of a zone of fixed size; floating point"
)]

use super::cells::Cell;
use super::layout::{LETTERS, Layout};
use super::model::{FILLER, SIGNS};
use super::trellis::{Likelihood, Posterior};
use super::zone::UnsurePlace;

/// What a place must show to be sure.
pub(super) struct Rule {
    /// The chance of a sign where digits protect it, and where none does.
    pub(super) protected: f64,
    pub(super) alone: f64,
    /// What its own cell says of it, among what may stand there.
    pub(super) own_protected: f32,
    pub(super) own_alone: f32,
}

pub(super) struct Reading {
    /// `?` where a sign is not sure.
    pub(super) signs: Vec<char>,
    pub(super) unsure: Vec<UnsurePlace>,
    /// How many signs are expected to be wrong.
    pub(super) wrong: f64,
    /// Logarithms by which the cells alone, each with what may stand there, would explain the picture better.
    pub(super) strain: f32,
    columns: usize,
    /// The chance of the least sure sign, and its place.
    weakest: (f64, usize, Vec<char>),
}

impl Reading {
    /// `None` without a layout.
    pub(super) fn new(
        read: &[(&Layout, &Posterior)],
        cells: &[Cell],
        seen: &[Likelihood],
        columns: usize,
        rule: &Rule,
    ) -> Option<Self> {
        let (best, top) = read.iter().max_by(|a, b| a.1.evidence.total_cmp(&b.1.evidence))?;
        let weights: Vec<f64> = read.iter().map(|(_, p)| (p.evidence - top.evidence).exp()).collect();
        let total: f64 = weights.iter().sum();
        let weakest = (f64::MAX, 0, Vec::new());
        let mut reading =
            Self { signs: Vec::new(), unsure: Vec::new(), wrong: 0.0, strain: 0.0, columns, weakest };
        for (place, cell) in cells.iter().enumerate() {
            let mut chances = [0.0; 37];
            for ((_, posterior), weight) in read.iter().zip(&weights) {
                let own = &posterior.chances[place];
                chances.iter_mut().zip(own).for_each(|(c, p)| *c += p * weight / total);
            }
            let mut order: Vec<usize> = (0..37).collect();
            order.sort_by(|a, b| chances[*b].total_cmp(&chances[*a]));
            let sign = order[0];
            let summed = best.summed[place];
            let may = |sign: &usize| {
                if summed { best.places[place][*sign] > 0.0 } else { *sign >= LETTERS }
            };
            let level = |sign: usize| seen[place][sign].max(1e-9);
            let by_cell = (0..=FILLER).filter(may).max_by(|a, b| level(*a).total_cmp(&level(*b)));
            let by_cell = by_cell.unwrap_or(sign);
            reading.strain += (level(by_cell) / level(sign)).ln().max(0.0);
            reading.wrong += 1.0 - chances[sign];
            let (least, own) = if summed && top.checked {
                (rule.protected, rule.own_protected)
            } else if chances[sign] >= CERTAIN {
                (rule.alone, FAIR.min(rule.own_alone))
            } else {
                (rule.alone, rule.own_alone)
            };
            let sure = chances[sign] >= least && clear(cell, sign, may) >= own;
            reading.signs.push(char::from(SIGNS[sign]));
            if sure && chances[sign] >= reading.weakest.0 {
                continue;
            }
            // The likeliest ones, and what the cell looks like, when the digits say something else.
            let mut likely: Vec<usize> = order.into_iter().filter(|s| chances[*s] > 0.01).take(4).collect();
            if !likely.contains(&by_cell) {
                likely.truncate(3);
                likely.push(by_cell);
            }
            let likely = likely.into_iter().map(|sign| char::from(SIGNS[sign])).collect();
            if sure {
                reading.weakest = (chances[sign], place, likely);
            } else {
                reading.doubt(place, likely);
            }
        }
        Some(reading)
    }

    /// Asks for the least sure sign, when no other is asked for.
    pub(super) fn asks(&mut self) {
        if self.unsure.is_empty() {
            let (_, place, likely) = core::mem::take(&mut self.weakest);
            self.doubt(place, likely);
        }
    }

    fn doubt(&mut self, place: usize, likely: Vec<char>) {
        self.signs[place] = '?';
        let (line, column) = (place / self.columns + 1, place % self.columns + 1);
        self.unsure.push(UnsurePlace { line, column, likely });
    }

    pub(super) fn is_sure(&self) -> bool {
        self.unsure.is_empty() && self.wrong < WRONG && self.strain < STRAIN
    }
}

/// What the cell says of a sign. Of what cannot stand there only a round O counts, as a zero.
fn clear(cell: &Cell, sign: usize, may: impl Fn(&usize) -> bool) -> f32 {
    let own = cell.chances[sign];
    let zero = SIGNS[sign] == b'0' && !may(&ROUND);
    if zero {
        own + cell.chances[ROUND]
    } else {
        // Where no digit can stand, an O is no 0.
        let digits: f32 = (0..LETTERS).filter(|digit| !may(digit)).map(|digit| cell.chances[digit]).sum();
        own / (1.0 - digits).max(1e-6)
    }
}

/// The O among the signs.
const ROUND: usize = 24;
/// Where the layout leaves no other sign, less is enough.
const CERTAIN: f64 = 0.9999;
const FAIR: f32 = 0.5;
/// The sum of all doubts with which a text is given. Of 300 pictures of seed 2 the first wrong one has 0.18, and is
/// unsure in its own cell as well.
const WRONG: f64 = 0.2;
/// Right readings of seed 2 have less than 3.
const STRAIN: f32 = 4.0;
