//! The looks at a picture, from the cheapest to the dearest, until something is read or the budget is spent.
#![allow(clippy::arithmetic_side_effects, reason = "floating point; units of work far below 2^64")]

mod hypotheses;
mod look;
mod part;

use super::budget::Budget;
use super::finder::Finder;
use super::finders;
use super::grey::Grey;
use super::point::Point;
use super::ring;
use super::texture;
use super::view::View;
use hypotheses::Hypotheses;
use look::Look;

/// What a search came to.
pub(super) struct Search<'a> {
    grey: &'a Grey,
    /// The finders of the picture, and what was read of them.
    pub(super) hypotheses: Hypotheses<'a>,
    /// Finders whose surroundings were looked at.
    surveyed: Vec<Finder>,
    /// Upper left corners of the busiest places, once they were asked for.
    busy: Vec<(usize, usize)>,
    budget: Budget,
}

impl<'a> Search<'a> {
    pub(super) fn new(grey: &'a Grey, budget: Budget) -> Self {
        let hypotheses = Hypotheses::new(grey);
        Self { grey, hypotheses, surveyed: Vec::new(), busy: Vec::new(), budget }
    }

    pub(super) fn run(&mut self) {
        if self.done() {
            return;
        }
        let area = self.grey.area();
        self.budget.spend(area);
        if area > HALF_FIRST {
            // So many pixels show a symbol at half the size as well, for a quarter of the work.
            let half = self.grey.halved();
            self.budget.spend(area / 4);
            self.look(&half, Look::Blocks, View::whole(2.0));
            self.survey(STRONG);
            if self.done() {
                return self.smaller();
            }
            self.squares();
            if self.done() {
                return;
            }
        }
        self.look(self.grey, Look::Blocks, View::whole(1.0));
        self.survey(STRONG);
        if self.done() {
            return;
        }
        // Whichever is cheaper first: all of a small picture, or parts of a large one.
        let small = area < SMALL;
        if small {
            self.rings(self.grey, View::whole(1.0));
            self.survey(STRONG);
            if self.done() {
                return;
            }
        } else {
            if area <= HALF_FIRST {
                self.squares();
                if self.done() {
                    return;
                }
            }
            self.closer();
            if self.done() {
                return;
            }
        }
        if !self.budget.allows(area * 4) {
            return;
        }
        let smooth = self.grey.smoothed();
        self.budget.spend(area * 2);
        for look in [Look::Blocks, Look::Mean] {
            self.look(&smooth, look, View::whole(1.0));
            if self.done() {
                return;
            }
        }
        if small {
            self.closer();
            if self.done() {
                return;
            }
        }
        let half = smooth.halved();
        self.look(&half, Look::Blocks, View::whole(2.0));
        if self.done() {
            return;
        }
        if area > LARGE / 2 {
            let quarter = half.halved();
            self.look(&quarter, Look::Blocks, View::whole(4.0));
            if self.done() {
                return;
            }
        }
        if area > CLOSE * CLOSE * 4 && self.budget.allows(area * (DOUBLING + 8)) {
            let double = self.grey.doubled();
            self.budget.spend(area * DOUBLING);
            self.look(&double, Look::Blocks, View::whole(0.5));
            if self.done() {
                return;
            }
        }
        self.hypotheses.pairs(&mut self.budget);
        if self.done() {
            return;
        }
        self.grey_looks();
    }

    /// Beside a symbol that was read at half the size: those too small for that. Where there is time all of the picture is looked
    /// at, otherwise around finder patterns that were seen and are in no symbol that was read.
    fn smaller(&mut self) {
        if self.budget.allows(self.grey.area() * WHOLE) {
            return self.look(self.grey, Look::Blocks, View::whole(1.0));
        }
        let lonely = |f: &&Finder| f.quality >= SEEN && !self.hypotheses.is_inside_symbol(f.centre);
        let lonely: Vec<Finder> =
            self.hypotheses.finders.iter().filter(lonely).take(LONELY).copied().collect();
        for finder in lonely {
            if self.budget.is_spent() {
                return;
            }
            if self.hypotheses.is_inside_symbol(finder.centre) {
                continue;
            }
            let (part, shift) = part::around(self.grey, &finder);
            self.look(&part, Look::Blocks, View::part(1.0, shift));
        }
    }

    /// Small symbols: the busiest places, doubled and sharpened.
    fn closer(&mut self) {
        if self.grey.area() <= CLOSE * CLOSE * 4 {
            let double = self.grey.doubled();
            self.budget.spend(self.grey.area() * DOUBLING);
            self.look(&double, Look::Blocks, View::whole(0.5));
            return;
        }
        for (part, shift) in self.busiest() {
            self.budget.spend(part.area() * DOUBLING);
            self.look(&part.doubled(), Look::Blocks, View::part(0.5, shift));
            if self.done() {
                return;
            }
        }
    }

    /// The busiest places of a large picture: by threshold and by correlation.
    fn squares(&mut self) {
        for (part, shift) in self.busiest() {
            self.look(&part, Look::Blocks, View::part(1.0, shift));
            self.survey(STRONG);
            if self.done() {
                return;
            }
            self.rings(&part, View::part(1.0, shift));
            self.survey(STRONG);
            if self.done() {
                return;
            }
        }
    }

    fn busiest(&mut self) -> Vec<(Grey, Point)> {
        if self.busy.is_empty() {
            self.budget.spend(self.grey.area());
            self.busy = texture::busiest(self.grey, CLOSE, 3);
        }
        self.busy.iter().map(|corner| part::square(self.grey, *corner, CLOSE)).collect()
    }

    /// Finder patterns by correlation: at all sizes, then around the best ones, rectified.
    fn grey_looks(&mut self) {
        let mut level =
            Grey { width: self.grey.width, height: self.grey.height, data: self.grey.data.clone() };
        let mut scale = 1.0;
        while level.area() > LARGE / 2 || !self.budget.allows(level.area() * 14) {
            if level.area() < SMALL / 8 {
                return;
            }
            level = level.halved();
            scale *= 2.0;
        }
        while level.width.min(level.height) >= 120 && !self.done() {
            // A small picture was looked at so already.
            if scale > 1.0 || self.grey.area() >= SMALL {
                self.rings(&level, View::whole(scale));
            }
            if self.done() {
                return;
            }
            level = level.halved();
            scale *= 2.0;
        }
        self.survey(0.0);
        self.hypotheses.pairs(&mut self.budget);
    }

    pub(super) fn work(&self) -> u64 {
        self.budget.spent()
    }

    fn done(&self) -> bool {
        !self.hypotheses.symbols.is_empty() || self.budget.is_spent()
    }

    /// Looks for the others around the surest finders: as they are, then as if seen from straight above.
    fn survey(&mut self, least: f32) {
        let fresh = |f: &&Finder| {
            f.quality >= least && f.outline.is_some() && !self.surveyed.iter().any(|other| other.is_same(f))
        };
        let strong: Vec<Finder> =
            self.hypotheses.finders.iter().filter(fresh).take(SURVEYED).copied().collect();
        for finder in strong {
            if self.done()
                || (least > 0.0 && self.hypotheses.seen().is_some_and(|seen| seen.score >= LOCATED))
            {
                return;
            }
            self.surveyed.push(finder);
            let (part, shift) = part::around(self.grey, &finder);
            if part.area() * 4 < self.grey.area() {
                self.look(&part, Look::Blocks, View::part(1.0, shift));
                if self.done() {
                    return;
                }
            }
            let Some((level, map)) = finder.outline.and_then(|o| ring::rectified(self.grey, &o)) else {
                continue;
            };
            self.budget.spend(level.area() * 8);
            let found = ring::search(&level, &[2.6, 3.0, 3.4], 30, &mut self.budget);
            let scale = finder.size / (7.0 * ring::RECTIFIED);
            let found = found.into_iter().map(|f| f.mapped(|p| map.map(p.x, p.y), scale)).collect();
            self.hypotheses.consider(found, &mut self.budget);
        }
    }

    /// Finder patterns that no threshold brings out.
    fn rings(&mut self, grey: &Grey, view: View) {
        let found = ring::search(grey, &[2.0, 2.5, 3.15], 40, &mut self.budget);
        self.hypotheses.consider(view.placed(found), &mut self.budget);
    }

    fn look(&mut self, grey: &Grey, look: Look, view: View) {
        let bits = look.bits(grey);
        self.budget.spend(grey.area() * look.cost());
        let step = (grey.height / 240).clamp(1, 3);
        let is_known = |p: Point| self.hypotheses.is_inside_symbol(view.place(p));
        let mut budget = self.budget;
        let found = finders::find(&bits, grey, step, is_known, &mut budget);
        self.budget = budget;
        self.hypotheses.consider(view.placed(found), &mut self.budget);
    }
}

/// Quality from which a finder is one, whatever is around it.
const STRONG: f32 = 0.8;
/// Units a pixel that must be left for a look at all of a picture in which a symbol was read.
const WHOLE: usize = 20;
/// Quality of a pattern that is surely there, small as it may be.
const SEEN: f32 = 0.6;
/// Finders that are surveyed at a time.
const SURVEYED: usize = 2;
/// Finders around which another symbol is looked for.
const LONELY: usize = 4;
/// A fit as good as this needs no more finders.
const LOCATED: f32 = 0.3;

/// Fewer pixels than this are cheap to look at as a whole.
const SMALL: usize = 500_000;
/// Side of the squares that are doubled: a symbol of version 10 at four pixels a module.
const CLOSE: usize = 256;
/// What doubling costs, a pixel of the original.
const DOUBLING: usize = 14;
/// More pixels than this are first looked at in half the size.
const HALF_FIRST: usize = 1_500_000;
/// The dear looks take twice as many pixels as a whole, more in half the size.
const LARGE: usize = 4_000_000;
