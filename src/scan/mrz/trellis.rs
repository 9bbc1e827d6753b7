//! The chance of every sign under all check digits at once: the sum-product algorithm over their residues
//! (Kschischang, Frey, Loeliger, *IEEE Trans. IT* 47, 2001), and over the states of a name.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "residues below 10 index a thousand states, signs 37, places the zone; floating point"
)]

use super::layout::{Layout, Prior, Step};

/// How well each sign explains what was seen at a place.
pub(super) type Likelihood = [f32; 37];

/// The chances of a layout's signs.
pub(super) struct Posterior {
    /// The logarithm of what the layout explains, with its share.
    pub(super) evidence: f64,
    pub(super) chances: Vec<[f64; 37]>,
    pub(super) checked: bool,
}

pub(super) fn posterior(layout: &Layout, seen: &[Likelihood]) -> Posterior {
    let mut chances = vec![[0.0; 37]; seen.len()];
    let mut evidence = layout.share.ln();
    let covered: Vec<usize> = layout.steps.iter().flat_map(|s| [Some(s.place), s.twin]).flatten().collect();
    for (place, chance) in chances.iter_mut().enumerate() {
        if covered.contains(&place) || layout.name.contains(&place) {
            continue;
        }
        *chance = weighted(&layout.places[place], &seen[place]);
        evidence += normalise(chance);
    }
    evidence += residues(layout, seen, &mut chances);
    evidence += name(&seen[layout.name.clone()], &mut chances[layout.name.clone()]);
    Posterior { evidence, chances, checked: layout.checked }
}

fn weighted(prior: &Prior, seen: &Likelihood) -> [f64; 37] {
    core::array::from_fn(|sign| f64::from(prior[sign]) * f64::from(seen[sign]))
}

/// The logarithm of what the chances summed up to.
fn normalise(chances: &mut [f64; 37]) -> f64 {
    let sum = chances.iter().sum::<f64>().max(1e-200);
    chances.iter_mut().for_each(|c| *c /= sum);
    sum.ln()
}

const STATES: usize = 1000;

/// The state after a sign of this value (A is 10 … Z is 35, the filler 0).
fn after(state: usize, step: &Step, sign: usize) -> usize {
    let value = if sign == 36 { 0 } else { sign };
    let [a, b, c] = [state / 100, state / 10 % 10, state % 10];
    let add = |residue: usize, at: usize| (residue + value * step.weights[at] as usize) % 10;
    add(a, 0) * 100 + add(b, 1) * 10 + add(c, 2)
}

fn open(step: &Step, state: usize) -> bool {
    match step.closes {
        Some(0) => state / 100 == 0,
        Some(1) => (state / 10).is_multiple_of(10),
        Some(_) => state.is_multiple_of(10),
        None => true,
    }
}

fn residues(layout: &Layout, seen: &[Likelihood], chances: &mut [[f64; 37]]) -> f64 {
    let steps = &layout.steps;
    let shown: Vec<[f64; 37]> = steps
        .iter()
        .map(|step| {
            let mut shown = weighted(&layout.places[step.place], &seen[step.place]);
            if let Some(twin) = step.twin {
                shown.iter_mut().zip(&seen[twin]).for_each(|(s, t)| *s *= f64::from(*t));
            }
            // A check digit is not free: what stands before it says which one it is.
            if step.closes.is_some() {
                shown.iter_mut().for_each(|s| *s *= 10.0);
            }
            shown
        })
        .collect();
    let mut forward = vec![vec![0.0_f64; STATES]];
    forward[0][0] = 1.0;
    let mut evidence = 0.0;
    for (step, shown) in steps.iter().zip(&shown) {
        let mut next = vec![0.0; STATES];
        let last = &forward[forward.len() - 1];
        for (state, chance) in last.iter().enumerate().filter(|(_, c)| **c > 0.0) {
            for (sign, likely) in shown.iter().enumerate().filter(|(_, l)| **l > 0.0) {
                let to = after(state, step, sign);
                if open(step, to) {
                    next[to] += chance * likely;
                }
            }
        }
        let sum = next.iter().sum::<f64>().max(1e-200);
        next.iter_mut().for_each(|c| *c /= sum);
        evidence += sum.ln();
        forward.push(next);
    }
    let mut backward = vec![1.0_f64; STATES];
    for (at, step) in steps.iter().enumerate().rev() {
        let mut before = vec![0.0; STATES];
        let mut signs = [0.0; 37];
        for (state, ahead) in before.iter_mut().enumerate() {
            let behind = forward[at][state];
            if behind <= 0.0 {
                continue;
            }
            for (sign, likely) in shown[at].iter().enumerate().filter(|(_, l)| **l > 0.0) {
                let to = after(state, step, sign);
                if open(step, to) {
                    *ahead += likely * backward[to];
                    signs[sign] += behind * likely * backward[to];
                }
            }
        }
        let most = before.iter().copied().fold(1e-200, f64::max);
        before.iter_mut().for_each(|c| *c /= most);
        backward = before;
        normalise(&mut signs);
        chances[step.place] = signs;
        if let Some(twin) = step.twin {
            chances[twin] = signs;
        }
    }
    evidence
}

/// Surnames, two fillers, given names, fillers: for each state what a letter leads to, how likely a filler is, and
/// where it leads (Doc 9303-3 §4.6). A name that was cut off may end anywhere.
const NAME: [(usize, f64, usize); 7] = [
    // At the start.
    (1, 0.0, 1),
    // In a surname; behind a filler; behind two.
    (1, 0.15, 2),
    (1, 0.6, 3),
    (4, 0.05, 5),
    // In a given name; the rest of the line; behind a filler.
    (4, 0.2, 6),
    (5, 1.0, 5),
    (4, 0.4, 5),
];

fn name(seen: &[Likelihood], chances: &mut [[f64; 37]]) -> f64 {
    let letters: Vec<f64> =
        seen.iter().map(|s| s[10..36].iter().map(|l| f64::from(*l)).sum::<f64>() / 26.0).collect();
    let filler = |at: usize| f64::from(seen[at][36]);
    let mut forward = vec![[0.0_f64; 7]];
    forward[0][0] = 1.0;
    let mut evidence = 0.0;
    for at in 0..seen.len() {
        let mut next = [0.0; 7];
        for (state, (letter, share, fill)) in NAME.iter().enumerate() {
            let chance = forward[at][state];
            next[*letter] += chance * (1.0 - share) * letters[at];
            next[*fill] += chance * share * filler(at);
        }
        let sum = next.iter().sum::<f64>().max(1e-200);
        evidence += sum.ln();
        forward.push(next.map(|c| c / sum));
    }
    let mut backward = [1.0_f64; 7];
    for at in (0..seen.len()).rev() {
        let (mut letter_chance, mut filler_chance) = (0.0, 0.0);
        let mut before = [0.0; 7];
        for (state, (letter, share, fill)) in NAME.iter().enumerate() {
            let by_letter = (1.0 - share) * letters[at] * backward[*letter];
            let by_filler = share * filler(at) * backward[*fill];
            before[state] = by_letter + by_filler;
            letter_chance += forward[at][state] * by_letter;
            filler_chance += forward[at][state] * by_filler;
        }
        let most = before.iter().copied().fold(1e-200, f64::max);
        backward = before.map(|c| c / most);
        let shown: f64 = letters[at] * 26.0;
        let chance = &mut chances[at];
        *chance = [0.0; 37];
        for sign in 10..36 {
            chance[sign] = letter_chance * f64::from(seen[at][sign]) / shown.max(1e-200);
        }
        chance[36] = filler_chance;
        normalise(chance);
    }
    evidence
}
