//! Which finder patterns may belong to one symbol, and as which of its corners.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "indices below the number of finders; floating point"
)]

use super::finder::Finder;
use super::order;
use super::point::Point;

/// Three finders of one symbol: upper left, upper right, lower left (or mirrored).
#[derive(Clone, Copy, Debug)]
pub(super) struct Triple {
    pub(super) corner: Finder,
    pub(super) right: Finder,
    pub(super) below: Finder,
    /// Lower is likelier.
    cost: f32,
}

/// The likeliest triples among the first [`MOST_FINDERS`] finders, best first.
pub(super) fn triples(finders: &[Finder]) -> Vec<Triple> {
    let finders = &finders[..finders.len().min(MOST_FINDERS)];
    let mut triples = Vec::new();
    for i in 0..finders.len() {
        for j in i + 1..finders.len() {
            for k in j + 1..finders.len() {
                let three = [&finders[i], &finders[j], &finders[k]];
                for turn in 0..3 {
                    let (corner, a, b) = (three[turn], three[(turn + 1) % 3], three[(turn + 2) % 3]);
                    triples.extend(Triple::new(corner, a, b));
                }
            }
        }
    }
    order::sorted(triples, |t| t.cost)
}

pub(super) const MOST_FINDERS: usize = 24;

impl Triple {
    /// `None` when no symbol seen from any reasonable angle has its finders so.
    fn new(corner: &Finder, a: &Finder, b: &Finder) -> Option<Self> {
        if corner.reversed != a.reversed || corner.reversed != b.reversed {
            return None;
        }
        let (to_a, to_b) = (a.centre - corner.centre, b.centre - corner.centre);
        let (far_a, far_b) = (to_a.length(), to_b.length());
        let sizes = [corner.size, a.size, b.size];
        let (least, most) = sizes.iter().fold((f32::MAX, 0.0_f32), |(l, m), s| (l.min(*s), m.max(*s)));
        if most > 3.6 * least || far_a > 3.5 * far_b || far_b > 3.5 * far_a || far_a < 8.0 || far_b < 8.0 {
            return None;
        }
        let cosine = to_a.dot(to_b) / (far_a * far_b);
        if cosine.abs() > 0.82 {
            return None;
        }
        let (modules_a, modules_b) = (modules(corner, a), modules(corner, b));
        let (few, many) = (modules_a.min(modules_b), modules_a.max(modules_b));
        if few < 9.0 || many > 230.0 || many > 2.5 * few {
            return None;
        }
        let shape = cosine.abs() + (many / few).ln() + 0.5 * (most / least).ln();
        let turned: f32 = [(corner, to_a), (corner, to_b), (a, to_a), (b, to_b)]
            .into_iter()
            .map(|(finder, direction)| misaligned(finder, direction))
            .sum();
        let (right, below) = if to_a.cross(to_b) > 0.0 { (a, b) } else { (b, a) };
        let mut triple = Self { corner: *corner, right: *right, below: *below, cost: 0.0 };
        triple.cost = shape + 0.5 * turned + 0.3 * triple.doubt();
        Some(triple)
    }

    /// What the three patterns lack to be perfect: 0 to 3.
    pub(super) fn doubt(&self) -> f32 {
        3.0 - self.corner.quality - self.right.quality - self.below.quality
    }
}

/// Modules from centre to centre, by the size of both.
pub(super) fn modules(a: &Finder, b: &Finder) -> f32 {
    7.0 * a.centre.distance(b.centre) / (a.size * b.size).sqrt().max(1e-3)
}

/// 0 when the direction runs along the sides of the finder's outline, 1 when along its diagonal.
pub(super) fn misaligned(finder: &Finder, direction: Point) -> f32 {
    let Some(outline) = finder.outline else { return 0.3 };
    let (e, f) = axes(&outline);
    let determinant = e.cross(f);
    if determinant.abs() < 1.0 {
        return 0.5;
    }
    let (u, v) = ((direction.cross(f) / determinant).abs(), (e.cross(direction) / determinant).abs());
    u.min(v) / u.max(v).max(1e-6)
}

/// The two directions of an outline's sides.
pub(super) fn axes(outline: &[Point; 4]) -> (Point, Point) {
    let [a, b, c, d] = *outline;
    ((b - a + (c - d)).scaled(0.5), (d - a + (c - b)).scaled(0.5))
}

/// The outline's corners in the order of a symbol with these axes: upper left, upper right, lower right,
/// lower left.
pub(super) fn ordered(outline: &[Point; 4], across: Point, down: Point) -> [Point; 4] {
    let mut corners = *outline;
    if across.cross(down) < 0.0 {
        corners.reverse();
    }
    let centre = corners.iter().fold(Point::default(), |sum, c| sum + *c).scaled(0.25);
    let (x, y) = (across.scaled(1.0 / across.length().max(1e-6)), down.scaled(1.0 / down.length().max(1e-6)));
    let targets =
        [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)].map(|(a, b)| x.scaled(a) + y.scaled(b));
    let agreement = |turn: &usize| -> f32 {
        (0..4)
            .map(|i| {
                let arm = corners[(i + turn) % 4] - centre;
                arm.dot(targets[i]) / (arm.length() * targets[i].length()).max(1e-6)
            })
            .sum()
    };
    let best = (0..4).max_by(|a, b| agreement(a).total_cmp(&agreement(b))).unwrap_or(0);
    core::array::from_fn(|i| corners[(i + best) % 4])
}
