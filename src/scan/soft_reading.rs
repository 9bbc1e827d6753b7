//! From the values of a grid's modules to its message: as sampled, then equalised ever harder.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "a template's modules index its own list; few codewords are counted"
)]

use super::budget::Budget;
use super::codewords::{self, Message, Outcome};
use super::equaliser;
use super::feedback;
use super::sampling::Grid;
use super::template::Template;

/// How hard to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Depth {
    /// What was sampled, as it is.
    Plain,
    /// The small equaliser too.
    Light,
    /// All means.
    Full,
}

/// Sampling, then the equaliser, small and large, then once more on the modules of the blocks that decoded.
pub(super) fn read(
    grid: &Grid,
    soft: Vec<f32>,
    template: &Template,
    depth: Depth,
    last: &mut Vec<f32>,
    budget: &mut Budget,
) -> Option<Message> {
    let attempt = |soft: &[f32], erasable: f32, budget: &mut Budget| {
        budget.spend(template.codewords() * 1_400);
        codewords::decode(soft, template, erasable)
    };
    let mut part = Vec::new();
    let mut keep = |outcome| match outcome {
        Outcome::Read(message) => Some(*message),
        Outcome::Part(known) => {
            if known.len() > part.len() {
                part = known;
            }
            None
        }
        Outcome::Nothing => None,
    };
    if let Some(message) = keep(attempt(&soft, 0.35, budget)) {
        return Some(message);
    }
    *last = soft;
    if depth == Depth::Plain {
        return None;
    }
    let mut soft = equaliser::equalise(grid, &template.known, 1, 1, budget)?;
    if let Some(message) = keep(attempt(&soft, 0.7, budget)) {
        return Some(message);
    }
    if depth == Depth::Light {
        *last = soft;
        return None;
    }
    for rounds in [2, 2] {
        soft = feedback::equalise(grid, &soft, &template.known, rounds, budget)?;
        if let Some(message) = keep(attempt(&soft, 0.7, budget)) {
            return Some(message);
        }
        if budget.is_spent() {
            break;
        }
    }
    // Turbo equalisation: what decoded trains the filter for the rest, and is certain beside it.
    let mut solved = 0;
    while part.len() > solved && !budget.is_spent() {
        solved = part.len();
        let mut known = template.known.clone();
        part.iter().for_each(|&(module, sign)| known[module as usize] = sign);
        soft = feedback::equalise(grid, &soft, &known, 2, budget)?;
        match attempt(&soft, 0.7, budget) {
            Outcome::Read(message) => return Some(*message),
            Outcome::Part(more) if more.len() > solved => part = more,
            _ => {}
        }
    }
    *last = soft;
    None
}
