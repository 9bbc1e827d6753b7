//! What finder patterns say about a symbol's version and place, before anything is fitted.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "floating point; versions are clamped to 1 to 40; three outlines and their corners are indexed"
)]

use super::candidate::{Triple, axes, ordered};
use super::finder::Finder;
use super::geometry::ring_score;
use super::homography::{Homography, Pair};
use super::point::Point;
use super::region::Region;

/// What three finders say about version and place.
pub(super) struct TripleGuess {
    corner: Point,
    right: Point,
    below: Point,
    /// Outer corners of all three, ordered; when all outlines were followed.
    outlines: Option<[[Point; 4]; 3]>,
    pub(super) version: u8,
    /// Pixels a module.
    pub(super) module: f32,
}

impl TripleGuess {
    pub(super) fn new(triple: &Triple) -> Option<Self> {
        let (corner, right, below) = (triple.corner.centre, triple.right.centre, triple.below.centre);
        let (across, down) = (right - corner, below - corner);
        let outline = |f: &Finder| f.outline.map(|o| ordered(&o, across, down));
        let outlines = [outline(&triple.corner), outline(&triple.right), outline(&triple.below)];
        let pitch = |i: usize, horizontal: bool, finder: &Finder| {
            outlines[i].map_or(finder.size / 7.0, |[a, b, c, d]| {
                let sides =
                    if horizontal { a.distance(b) + d.distance(c) } else { a.distance(d) + b.distance(c) };
                sides / 14.0
            })
        };
        let wide = (pitch(0, true, &triple.corner) * pitch(1, true, &triple.right)).sqrt();
        let high = (pitch(0, false, &triple.corner) * pitch(2, false, &triple.below)).sqrt();
        if wide < 0.3 || high < 0.3 {
            return None;
        }
        let modules = (across.length() / wide + down.length() / high) / 2.0 + 7.0;
        let version = version_from_modules(modules);
        let module = (across.length() + down.length()) / 2.0 / (f32::from(version) * 4.0 + 10.0);
        let outlines = match outlines {
            [Some(a), Some(b), Some(c)] => Some([a, b, c]),
            _ => None,
        };
        (module >= 0.9).then_some(Self { corner, right, below, outlines, version, module })
    }

    fn fourth(&self) -> Point {
        self.right + self.below - self.corner
    }

    pub(super) fn points(&self) -> [Point; 4] {
        [self.corner, self.right, self.below, self.fourth()]
    }

    pub(super) fn extent(&self) -> f32 {
        self.corner.distance(self.right).max(self.corner.distance(self.below))
    }

    pub(super) fn base(&self, size: f32) -> Vec<Pair> {
        let far = size - 3.5;
        vec![
            Pair::new((3.5, 3.5), self.corner, 4.0),
            Pair::new((far, 3.5), self.right, 4.0),
            Pair::new((3.5, far), self.below, 4.0),
        ]
    }

    /// Whether the finders are there on even light too, seen in the frame of the three.
    pub(super) fn holds(&self, region: &Region) -> bool {
        let size = f32::from(self.version) * 4.0 + 17.0;
        let base = self.base(size);
        let far = size - 3.5;
        self.starts(size, &base).iter().any(|start| {
            let score: f32 = [(3.5, 3.5), (far, 3.5), (3.5, far)]
                .iter()
                .map(|(u, v)| ring_score(region, start, *u, *v, 3))
                .sum();
            score > 3.0 * LEAST
        })
    }

    /// A parallelogram, and the perspective that the outlines show.
    pub(super) fn starts(&self, size: f32, base: &[Pair]) -> Vec<Homography> {
        let far = size - 3.5;
        let mut flat = base.to_vec();
        flat.push(Pair::new((far, far), self.fourth(), 4.0));
        let mut starts: Vec<Homography> = Homography::fit(&flat).into_iter().collect();
        if let Some(outlines) = &self.outlines {
            let mut pairs = base.to_vec();
            for (outline, (left, top)) in
                outlines.iter().zip([(0.0, 0.0), (size - 7.0, 0.0), (0.0, size - 7.0)])
            {
                pairs.extend(outline_pairs(outline, left, top));
            }
            starts.extend(Homography::fit(&pairs));
        }
        starts
    }
}

fn outline_pairs(outline: &[Point; 4], left: f32, top: f32) -> [Pair; 4] {
    let modules = [(0.0, 0.0), (7.0, 0.0), (7.0, 7.0), (0.0, 7.0)];
    core::array::from_fn(|i| Pair::new((left + modules[i].0, top + modules[i].1), outline[i], 1.0))
}

/// What two finders with outlines say.
pub(super) struct PairGuess {
    a: Finder,
    b: Finder,
    outlines: [[Point; 4]; 2],
    direction: Point,
    diagonal: bool,
    pub(super) version: u8,
    /// Pixels a module.
    pub(super) module: f32,
}

/// The places of two finders in units of "size − 7 modules".
pub(super) type Roles = [(f32, f32); 2];

impl PairGuess {
    pub(super) fn new(a: &Finder, b: &Finder) -> Option<Self> {
        let outlines = [a.outline?, b.outline?];
        let apart = b.centre - a.centre;
        let distance = apart.length();
        let direction = apart.scaled(1.0 / distance.max(1e-3));
        let (e, f) = axes(&outlines[0]);
        let determinant = e.cross(f);
        if determinant.abs() < 1.0 {
            return None;
        }
        let (u, v) = (direction.cross(f) / determinant, e.cross(direction) / determinant);
        let angle = v.abs().atan2(u.abs()).to_degrees();
        let diagonal = (25.0..65.0).contains(&angle);
        let (first, second) = (a.size / 7.0, b.size / 7.0);
        let module = (first * second).sqrt();
        if module < 0.9 || first > 2.0 * second || second > 2.0 * first {
            return None;
        }
        let span = if diagonal { core::f32::consts::SQRT_2 } else { 1.0 };
        let version = version_from_modules(distance / module / span + 7.0);
        Some(Self { a: *a, b: *b, outlines, direction, diagonal, version, module })
    }

    pub(super) fn extent(&self) -> f32 {
        let side = (17.0 + 4.0 * f32::from(self.version)) * self.module;
        if self.diagonal { 0.6 * side } else { 4.0 * side }
    }

    pub(super) fn roles(&self) -> &'static [Roles] {
        if self.diagonal {
            &[[(1.0, 0.0), (0.0, 1.0)], [(0.0, 1.0), (1.0, 0.0)]]
        } else {
            &[
                [(0.0, 0.0), (1.0, 0.0)],
                [(1.0, 0.0), (0.0, 0.0)],
                [(0.0, 0.0), (0.0, 1.0)],
                [(0.0, 1.0), (0.0, 0.0)],
            ]
        }
    }

    /// Both outlines, and weakly the square that a camera straight above would see.
    pub(super) fn base(&self, size: f32, roles: &Roles) -> Vec<Pair> {
        let far = size - 7.0;
        let [first, second] = *roles;
        let (wu, wv) = (second.0 - first.0, second.1 - first.1);
        let length = wu.hypot(wv);
        let (cosine, sine) = (wu / length, wv / length);
        let d = self.direction;
        let across = Point::new(d.x * cosine + d.y * sine, d.y * cosine - d.x * sine);
        let down = Point::new(-across.y, across.x);
        let mut pairs = Vec::new();
        for (outline, finder, role) in [(0, &self.a, first), (1, &self.b, second)] {
            let (left, top) = (role.0 * far, role.1 * far);
            pairs.push(Pair::new((left + 3.5, top + 3.5), finder.centre, 4.0));
            pairs.extend(outline_pairs(&ordered(&self.outlines[outline], across, down), left, top));
        }
        let scale = self.a.centre.distance(self.b.centre) / (length * far);
        for (u, v) in [(3.5, 3.5), (size - 3.5, 3.5), (3.5, size - 3.5), (size - 3.5, size - 3.5)] {
            let (du, dv) = (u - first.0 * far - 3.5, v - first.1 * far - 3.5);
            let place = self.a.centre + across.scaled(scale * du) + down.scaled(scale * dv);
            pairs.push(Pair::new((u, v), place, 0.05));
        }
        pairs
    }
}

fn version_from_modules(modules: f32) -> u8 {
    ((modules - 17.0) / 4.0).round().clamp(1.0, 40.0) as u8
}

/// Agreement of three finders, on average, below which they are none.
const LEAST: f32 = 0.22;
