//! From a guess where a symbol may be to its bytes.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "floating point; versions 1 to 40 index a cache of 41"
)]

use std::rc::Rc;

use super::budget::Budget;
use super::candidate::Triple;
use super::codewords::{self, Message, Outcome};
use super::finder::Finder;
use super::format;
use super::geometry::Fit;
use super::grey::Grey;
use super::guess::{PairGuess, TripleGuess};
use super::homography::Homography;
use super::mesh::Mesh;
use super::order;
use super::point::Point;
use super::region::Region;
use super::sampling::Grid;
use super::seen::Seen;
use super::soft_reading::{self, Depth};
use super::symbol::Symbol;
use super::template::Template;
use super::version::Version;

/// Reads symbols of one picture, from guesses.
pub(super) struct Reader<'a> {
    grey: &'a Grey,
    templates: Vec<Option<Rc<Template>>>,
    /// The best fit that was seen and could not be read.
    pub(super) seen: Option<Seen>,
}

/// A template laid over a region.
struct Located {
    template: Rc<Template>,
    fit: Fit,
}

impl<'a> Reader<'a> {
    pub(super) fn new(grey: &'a Grey) -> Self {
        Self { grey, templates: vec![None; 41], seen: None }
    }

    /// Three finders.
    pub(super) fn read_triple(&mut self, triple: &Triple, budget: &mut Budget) -> Option<Symbol> {
        let guess = TripleGuess::new(triple)?;
        let region =
            self.region(&guess.points(), guess.module, guess.extent(), triple.corner.reversed, budget);
        if !guess.holds(&region) {
            return None;
        }
        let mut located = Vec::new();
        for step in [0, 1, -1, 2, -2] {
            let Some(version) = nearby(guess.version, step) else { continue };
            let template = self.template(version);
            let size = template.size as f32;
            let base = guess.base(size);
            let starts = guess.starts(size, &base);
            let Some(mut fit) = Fit::best(&region, &template, &base, &starts, budget) else { continue };
            if fit.score > LIKELY {
                // Good pictures end here.
                if let Some(symbol) = self.read_plain(&region, &template, &fit, budget) {
                    return Some(symbol);
                }
                fit = fit.refined(&region, &template, guess.module, &[1.0, 0.5, 0.25], budget);
                if fit.score > CERTAIN {
                    located = vec![Located { template, fit }];
                    break;
                }
            }
            located.push(Located { template, fit });
            if budget.is_spent() {
                break;
            }
        }
        let mut located = best_first(located);
        located.truncate(REFINED);
        for found in &mut located {
            found.fit = found.fit.refined(&region, &found.template, guess.module, &[1.0, 0.5, 0.25], budget);
        }
        self.read_located(&region, located, guess.module, budget)
    }

    /// Two finders, the third hidden: every role that the two can have.
    pub(super) fn read_pair(&mut self, a: &Finder, b: &Finder, budget: &mut Budget) -> Option<Symbol> {
        let guess = PairGuess::new(a, b)?;
        let region = self.region(&[a.centre, b.centre], guess.module, guess.extent(), a.reversed, budget);
        let mut located = Vec::new();
        for step in [0, 1, -1] {
            let Some(version) = nearby(guess.version, step) else { continue };
            let template = self.template(version);
            for roles in guess.roles() {
                let base = guess.base(template.size as f32, roles);
                let Some(start) = Homography::fit(&base) else { continue };
                let Some(fit) = Fit::best(&region, &template, &base, &[start], budget) else { continue };
                let fit = fit.refined(&region, &template, guess.module, &[1.0, 0.5, 0.25], budget);
                located.push(Located { template: Rc::clone(&template), fit });
                if budget.is_spent() {
                    break;
                }
            }
        }
        self.read_located(&region, located, guess.module, budget)
    }

    /// The grid as it lies, without any of the means that cost more than finding it.
    fn read_plain(
        &self,
        region: &Region,
        template: &Template,
        fit: &Fit,
        budget: &mut Budget,
    ) -> Option<Symbol> {
        let grid = Grid::sample(region, template.size, &fit.homography, None, budget);
        let (message, mirrored) =
            self.read_grid(&grid, template, Depth::Plain, &mut (Vec::new(), false), budget)?;
        let corners = fit.homography.corners(template.size as f32);
        Some(Symbol::of_message(message, template, corners, mirrored, region.reversed))
    }

    fn read_located(
        &mut self,
        region: &Region,
        located: Vec<Located>,
        module: f32,
        budget: &mut Budget,
    ) -> Option<Symbol> {
        let located = best_first(located);
        for found in located.iter().take(2).filter(|l| l.fit.score >= LEAST) {
            let (template, fit) = (&found.template, found.fit);
            let fit = fit.refined(region, template, module, &[0.5, 0.25, 0.12, 0.06], budget);
            let corners = fit.homography.corners(template.size as f32);
            let grid = Grid::sample(region, template.size, &fit.homography, None, budget);
            let mut last = (Vec::new(), false);
            let mut read = self.read_grid(&grid, template, Depth::Light, &mut last, budget);
            if read.is_none() && !budget.is_spent() {
                let mesh = Mesh::measure(region, template.size, &template.known, &fit.homography, budget);
                let bent = Grid::sample(region, template.size, &fit.homography, Some(&mesh), budget);
                // Where the card is flat, a mesh only follows the noise.
                let gain = bent.agreement(&template.known) - grid.agreement(&template.known);
                let (first, second) = if gain > BENT { (&bent, &grid) } else { (&grid, &bent) };
                read = self.read_grid(first, template, Depth::Full, &mut last, budget);
                if read.is_none() && gain.abs() < UNDECIDED && !budget.is_spent() {
                    read = self.read_grid(second, template, Depth::Full, &mut last, budget);
                }
            }
            if read.is_none() && !last.1 && !budget.is_spent() {
                // What was read so far, right or wrong, says more of where the grid lies than the template alone.
                let decided = decided(&last.0, &template.known);
                let mesh = Mesh::measure(region, template.size, &decided, &fit.homography, budget);
                let bent = Grid::sample(region, template.size, &fit.homography, Some(&mesh), budget);
                read = self.read_grid(&bent, template, Depth::Full, &mut last, budget);
            }
            if let Some((message, mirrored)) = read {
                return Some(Symbol::of_message(message, template, corners, mirrored, region.reversed));
            }
            if self.seen.as_ref().is_none_or(|s| fit.score > s.score) {
                let side = corners[0].distance(corners[2]).max(corners[1].distance(corners[3]));
                self.seen = Some(Seen {
                    score: fit.score,
                    corners,
                    module: side / core::f32::consts::SQRT_2 / template.size as f32,
                    version: template.version,
                    reversed: region.reversed,
                    mirrored: last.1,
                    soft: last.0,
                });
            }
            if budget.is_spent() {
                break;
            }
        }
        None
    }

    /// The grid as it is and, if its format information says so, mirrored.
    fn read_grid(
        &self,
        grid: &Grid,
        template: &Template,
        depth: Depth,
        last: &mut (Vec<f32>, bool),
        budget: &mut Budget,
    ) -> Option<(Message, bool)> {
        let mirror = grid.transposed();
        let (plain, turned) = (grid.soft(), mirror.soft());
        let straight = format::read(&plain, template.size).1;
        let mirrored = format::read(&turned, template.size).1;
        let mut ways = vec![(grid, plain, false, straight), (&mirror, turned, true, mirrored)];
        if mirrored > straight + 0.1 {
            ways.reverse();
        }
        // The less likely way is only tried when it is nearly as likely.
        let likeliest = straight.max(mirrored);
        for (way, soft, mirrored, likelihood) in ways {
            if likelihood < likeliest - 0.25 {
                continue;
            }
            // Where no format can be made out, the grid does not lie on a symbol.
            let depth = if likelihood < FORMAT { depth.min(Depth::Plain) } else { depth };
            let mut kept = Vec::new();
            if let Some(message) = soft_reading::read(way, soft, template, depth, &mut kept, budget) {
                return Some((message, mirrored));
            }
            if likelihood >= likeliest {
                *last = (kept, mirrored);
            }
        }
        None
    }

    /// A symbol that was read from what several frames showed.
    pub(super) fn symbol(message: Message, template: &Template, seen: &Seen) -> Symbol {
        Symbol::of_message(message, template, seen.corners, seen.mirrored, seen.reversed)
    }

    fn region(
        &self,
        points: &[Point],
        module: f32,
        extent: f32,
        reversed: bool,
        budget: &mut Budget,
    ) -> Region {
        let margin = module * 6.0 + 0.2 * extent;
        let (mut low, mut high) = (Point::new(f32::MAX, f32::MAX), Point::new(f32::MIN, f32::MIN));
        for p in points {
            low = Point::new(low.x.min(p.x), low.y.min(p.y));
            high = Point::new(high.x.max(p.x), high.y.max(p.y));
        }
        let margin = Point::new(margin, margin);
        let region = Region::new(self.grey, low - margin, high + margin, module, reversed);
        budget.spend(region.area() * 6);
        region
    }

    fn template(&mut self, version: Version) -> Rc<Template> {
        let slot = &mut self.templates[usize::from(version.number())];
        Rc::clone(slot.get_or_insert_with(|| Rc::new(Template::new(version))))
    }
}

/// The colours that are known, and those that are nearly.
fn decided(soft: &[f32], known: &[i8]) -> Vec<i8> {
    let colour = |(soft, known): (&f32, &i8)| match *known {
        0 if soft.abs() < DECIDED => 0,
        0 if *soft > 0.0 => 1,
        0 => -1,
        known => known,
    };
    soft.iter().zip(known).map(colour).collect()
}

#[inline(never)]
fn best_first(located: Vec<Located>) -> Vec<Located> {
    order::sorted(located, |l| -l.fit.score)
}

/// Reads soft values that were never sampled: they lie on a plane of one pixel a module.
pub(super) fn read_soft(soft: &[f32], version: Version) -> Option<Symbol> {
    let template = Template::new(version);
    let side = template.size as f32;
    let corners = [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side)].map(|(x, y)| Point::new(x, y));
    match codewords::decode(soft, &template, 0.0) {
        Outcome::Read(message) => Some(Symbol::of_message(*message, &template, corners, false, false)),
        _ => None,
    }
}

/// A fit as good as this is sampled at once.
const LIKELY: f32 = 0.62;
/// Refined to this, it ends the search for the version.
const CERTAIN: f32 = 0.72;
/// A soft value as strong as this is a colour.
const DECIDED: f32 = 0.5;
/// Versions whose fit is refined.
const REFINED: usize = 3;
/// Likelihood of the format from which on more than sampling is tried: nothing of the tuning pictures was read below 0.86.
const FORMAT: f32 = 0.7;
/// Agreement gained by bending the grid from which on the card is bent.
const BENT: f32 = 0.002;
/// Agreement that does not tell a flat card from a bent one for certain.
const UNDECIDED: f32 = 0.02;
/// Below this nothing is sampled.
const LEAST: f32 = 0.22;

fn nearby(version: u8, step: i8) -> Option<Version> {
    Version::new(version.checked_add_signed(step)?)
}
