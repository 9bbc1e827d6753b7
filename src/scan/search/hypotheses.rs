//! What may be a symbol: three finders, or two, tried in the order of their likelihood.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "floating point; indices below the length of the list of finders"
)]

use crate::scan::budget::Budget;
use crate::scan::candidate::{self, MOST_FINDERS, Triple};
use crate::scan::finder::Finder;
use crate::scan::grey::Grey;
use crate::scan::order;
use crate::scan::point::Point;
use crate::scan::reader::Reader;
use crate::scan::seen::Seen;
use crate::scan::symbol::Symbol;

/// The finders of a picture, and what was read of them.
pub(in crate::scan) struct Hypotheses<'a> {
    reader: Reader<'a>,
    pub(in crate::scan) finders: Vec<Finder>,
    pub(in crate::scan) symbols: Vec<Symbol>,
    /// Where the finders of triples were, and of pairs, the second one twice.
    tried: Vec<[(i32, i32); 3]>,
}

impl<'a> Hypotheses<'a> {
    pub(super) fn new(grey: &'a Grey) -> Self {
        Self { reader: Reader::new(grey), finders: Vec::new(), symbols: Vec::new(), tried: Vec::new() }
    }

    /// The best fit of a symbol that could not be read.
    pub(in crate::scan) fn seen(&self) -> Option<&Seen> {
        self.reader.seen.as_ref()
    }

    /// Tries what can be made of these finders, and of these and all before.
    pub(super) fn consider(&mut self, found: Vec<Finder>, budget: &mut Budget) {
        let mut fresh: Vec<Finder> = found.clone();
        fresh.retain(|f| !self.is_inside_symbol(f.centre));
        self.read_triples(&fresh, 4, budget);
        for finder in found {
            match self.finders.iter_mut().find(|f| f.is_same(&finder)) {
                Some(same) if same.outline.is_none() || same.quality < finder.quality => *same = finder,
                Some(_) => {}
                None => self.finders.push(finder),
            }
        }
        if self.symbols.is_empty() {
            self.finders = order::sorted(core::mem::take(&mut self.finders), |f| -f.quality);
            let all = self.finders.clone();
            self.read_triples(&all, 4, budget);
        }
    }

    /// Tries the likeliest triples, `most` failures at the most.
    fn read_triples(&mut self, finders: &[Finder], most: usize, budget: &mut Budget) {
        let mut failures = 0;
        for triple in candidate::triples(finders) {
            if failures >= most || budget.is_spent() {
                break;
            }
            let three = [triple.corner, triple.right, triple.below];
            if three.iter().any(|f| self.is_inside_symbol(f.centre)) {
                continue;
            }
            // Beside a symbol that was read only what is as clear is worth the work.
            if !self.symbols.is_empty() && triple.doubt() > CLEAR {
                continue;
            }
            let key = key(&triple);
            if self.tried.contains(&key) {
                continue;
            }
            self.tried.push(key);
            match self.reader.read_triple(&triple, budget) {
                Some(symbol) => self.symbols.push(symbol),
                None => failures += 1,
            }
        }
    }

    /// Tries two finders whose third cannot be seen.
    pub(super) fn pairs(&mut self, budget: &mut Budget) {
        let mut finders = self.finders.clone();
        finders.retain(|f| f.outline.is_some());
        finders.truncate(MOST_FINDERS);
        let mut pairs = Vec::new();
        for i in 0..finders.len() {
            for j in i + 1..finders.len() {
                let (a, b) = (&finders[i], &finders[j]);
                let ratio = (a.size / b.size).ln().abs();
                if ratio < 0.5
                    && a.reversed == b.reversed
                    && (12.0..150.0).contains(&candidate::modules(a, b))
                {
                    pairs.push((ratio - 0.3 * (a.quality + b.quality), i, j));
                }
            }
        }
        for (_, i, j) in order::sorted(pairs, |p| p.0).into_iter().take(6) {
            if budget.is_spent() {
                break;
            }
            let key = [cell(&finders[i]), cell(&finders[j]), cell(&finders[j])];
            if self.tried.contains(&key) {
                continue;
            }
            self.tried.push(key);
            if let Some(symbol) = self.reader.read_pair(&finders[i], &finders[j], budget) {
                self.symbols.push(symbol);
                return;
            }
        }
    }

    pub(super) fn is_inside_symbol(&self, p: Point) -> bool {
        self.symbols.iter().any(|symbol| {
            let corners = symbol.corners.map(|(x, y)| Point::new(x, y));
            let sides = (0..4).map(|i| (corners[(i + 1) % 4] - corners[i]).cross(p - corners[i]));
            let signs: Vec<bool> = sides.map(|s| s > 0.0).collect();
            signs.iter().all(|s| *s == signs[0])
        })
    }
}

/// Of three finders whose patterns are all well to be seen.
const CLEAR: f32 = 0.6;

fn key(triple: &Triple) -> [(i32, i32); 3] {
    [cell(&triple.corner), cell(&triple.right), cell(&triple.below)]
}

fn cell(f: &Finder) -> (i32, i32) {
    ((f.centre.x / 6.0).round() as i32, (f.centre.y / 6.0).round() as i32)
}
