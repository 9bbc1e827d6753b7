//! Finder patterns: dark-light-dark squares whose lines through the centre run 1:1:3:1:1 in every direction
//! (ISO/IEC 18004:2015, 6.3.3 and 12 b).
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "positions are checked against width and height before they index; runs sum to at most the width"
)]

use super::bits::Bits;
use super::budget::Budget;
use super::grey::Grey;
use super::homography::Homography;
use super::order;
use super::point::Point;

/// Something that looks like a finder pattern.
#[derive(Clone, Copy, Debug)]
pub(super) struct Finder {
    pub(super) centre: Point,
    /// Side in pixels, of the seven modules.
    pub(super) size: f32,
    /// The outer corners, clockwise from any of them, when the outline could be followed.
    pub(super) outline: Option<[Point; 4]>,
    /// Light on dark.
    pub(super) reversed: bool,
    /// How sure, 0 to 1: the correlation of the grey levels with the pattern.
    pub(super) quality: f32,
}

impl Finder {
    /// The same in other coordinates.
    pub(super) fn mapped(mut self, place: impl Fn(Point) -> Point, scale: f32) -> Self {
        self.centre = place(self.centre);
        self.size *= scale;
        self.outline = self.outline.map(|corners| corners.map(&place));
        self
    }

    /// Whether both are the same pattern, seen twice.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.reversed == other.reversed
            && self.centre.distance(other.centre) < 0.4 * self.size.max(other.size)
    }
}

/// Looks through every `step`-th row. The results are in the coordinates of a picture of which `bits` is
/// the part at `shift`, seen at 1 / `scale` of its size.
pub(super) fn find(
    bits: &Bits,
    grey: &Grey,
    step: usize,
    scale: f32,
    shift: Point,
    budget: &mut Budget,
) -> Vec<Finder> {
    let mut found: Vec<Finder> = Vec::new();
    let mut edges: Vec<usize> = Vec::with_capacity(bits.width / 2);
    for y in (step / 2..bits.height).step_by(step.max(1)) {
        edges.clear();
        edges.push(0);
        bits.edges(y, &mut edges);
        edges.push(bits.width);
        for window in edges.windows(6) {
            let runs: [f32; 5] = core::array::from_fn(|i| (window[i + 1] - window[i]) as f32);
            if !is_finder_line(&runs) {
                continue;
            }
            let centre = Point::new((window[2] + window[3]) as f32 / 2.0, y as f32 + 0.5);
            let width: f32 = runs.iter().sum();
            let near = |f: &Finder| {
                (f.centre.x - centre.x).abs() < 0.2 * f.size && (f.centre.y - centre.y).abs() < 0.4 * f.size
            };
            if found.iter().any(near) {
                continue;
            }
            if found.len() >= MOST_FOUND {
                return ranked(found, scale, shift);
            }
            budget.spend(CONFIRMATION);
            if let Some(finder) = confirmed(bits, centre, width) {
                let quality = correlation(grey, &finder);
                if quality >= LEAST {
                    found.push(Finder { quality, ..finder });
                }
            }
        }
        if budget.is_spent() {
            break;
        }
    }
    ranked(found, scale, shift)
}

/// Enough for any picture with symbols; a picture full of finder patterns stops here.
const MOST_FOUND: usize = 300;
/// Correlation below which it is something else.
const LEAST: f32 = 0.45;
/// What following one candidate costs, in units of the budget.
const CONFIRMATION: usize = 820;

fn ranked(found: Vec<Finder>, scale: f32, shift: Point) -> Vec<Finder> {
    let mut finders: Vec<Finder> = Vec::new();
    for finder in order::sorted(found, |f| -f.quality) {
        if !finders.iter().any(|f| f.is_same(&finder)) {
            finders.push(finder);
        }
    }
    finders.into_iter().map(|f| f.mapped(|p| p.scaled(scale) + shift, scale)).collect()
}

/// Pearson's correlation of grey levels with the pattern and its separator: over the modules inside the
/// outline or, without one, over circles around the centre.
fn correlation(grey: &Grey, finder: &Finder) -> f32 {
    let frame = finder.outline.and_then(|corners| Homography::from_corners(7.0, &corners));
    let mut sums = Sums::default();
    if let Some(frame) = frame {
        for row in 0..9_i16 {
            for column in 0..9_i16 {
                let ring = (row - 4).abs().max((column - 4).abs());
                let place = frame.map(f32::from(column) - 0.5, f32::from(row) - 0.5);
                sums.add(level(grey, place), ring);
            }
        }
    } else {
        let module = finder.size / 7.0;
        for (ring, radius) in [(0, 0.0_f32), (1, 1.0), (2, 2.1), (3, 3.1), (4, 4.2)] {
            let count = (8.0 * radius).max(1.0) as usize;
            for i in 0..count {
                let angle = i as f32 / count as f32 * core::f32::consts::TAU;
                let arm = Point::new(angle.cos(), angle.sin()).scaled(radius * module);
                sums.add(level(grey, finder.centre + arm), ring);
            }
        }
    }
    let correlation = sums.correlation();
    if finder.reversed { -correlation } else { correlation }
}

/// The grey level of the pixel there.
fn level(grey: &Grey, p: Point) -> f32 {
    let x = (p.x.max(0.0) as usize).min(grey.width - 1);
    let y = (p.y.max(0.0) as usize).min(grey.height - 1);
    f32::from(grey.data[y * grey.width + x])
}

/// Sums for the correlation of levels with "light ring or dark".
#[derive(Default)]
pub(super) struct Sums {
    count: f32,
    level: f32,
    square: f32,
    light: f32,
    light_level: f32,
}

impl Sums {
    pub(super) fn add(&mut self, level: f32, ring: i16) {
        let light = f32::from(u8::from(ring == 2 || ring == 4));
        self.count += 1.0;
        self.level += level;
        self.square += level * level;
        self.light += light;
        self.light_level += light * level;
    }

    pub(super) fn correlation(&self) -> f32 {
        let n = self.count.max(1.0);
        let covariance = self.light_level / n - self.light / n * (self.level / n);
        let of_levels = self.square / n - (self.level / n).powi(2);
        let of_rings = self.light / n - (self.light / n).powi(2);
        // A few grey levels of variance are added: flat noise is no pattern.
        covariance / ((of_levels + 6.0) * of_rings).max(1e-6).sqrt()
    }
}

/// Whether five runs stand 1:1:3:1:1. Sums of neighbouring runs are judged first, because too much or too
/// little ink moves both edges of a run and leaves the sums.
fn is_finder_line(runs: &[f32; 5]) -> bool {
    let [a, b, c, d, e] = *runs;
    let module = (a + b + c + d + e) / 7.0;
    if module < 0.95 {
        return false;
    }
    let slack = (0.75 * module).max(1.1);
    let near = |sum: f32, modules: f32| (sum - modules * module).abs() <= slack;
    near(a + b, 2.0)
        && near(d + e, 2.0)
        && near(b + c, 4.0)
        && near(c + d, 4.0)
        && c >= 1.5 * module
        && c <= 4.6 * module
        && [a, b, d, e].iter().all(|run| *run >= 0.25 * module && *run <= 2.2 * module)
}

/// Crosses the candidate from top to bottom and again from left to right, then follows its outline.
fn confirmed(bits: &Bits, centre: Point, width: f32) -> Option<Finder> {
    let colour = pixel(bits, centre.x as isize, centre.y as isize)?;
    let (y, height) = crossing(bits, centre, Point::new(0.0, 1.0), width)?;
    let centre = Point::new(centre.x, y);
    let (x, width) = crossing(bits, centre, Point::new(1.0, 0.0), height.max(width))?;
    let centre = Point::new(x, y);
    let ratio = width / height;
    if !(0.3..=3.3).contains(&ratio) {
        return None;
    }
    let mut finder =
        Finder { centre, size: (width * height).sqrt(), outline: None, reversed: colour == 0, quality: 0.0 };
    if let Some(outline) = Outline::follow(bits, centre, width.max(height))
        && let Some(corners) = outline.corners()
    {
        finder.outline = Some(corners);
        finder.size = area(&corners).sqrt();
        let mean = corners.iter().fold(Point::default(), |sum, c| sum + *c).scaled(0.25);
        if mean.distance(centre) < 0.12 * finder.size {
            finder.centre = mean;
        }
    }
    Some(finder)
}

/// The middle and length of the finder line through `centre` along an axis.
fn crossing(bits: &Bits, centre: Point, axis: Point, about: f32) -> Option<(f32, f32)> {
    let (dx, dy) = (axis.x as isize, axis.y as isize);
    let (x, y) = (centre.x as isize, centre.y as isize);
    let longest = (about * 2.2) as isize + 3;
    let own = pixel(bits, x, y)?;
    let side = |sign: isize| {
        let mut runs = [0.0_f32; 3];
        let mut run = 0;
        let mut colour = own;
        for i in 1..=longest {
            let Some(next) = pixel(bits, x + sign * i * dx, y + sign * i * dy) else { break };
            if next != colour {
                colour = next;
                run += 1;
                if run == 3 {
                    return Some(runs);
                }
            }
            runs[run] += 1.0;
        }
        // The picture's edge may end the outer run, nothing else may.
        (run == 2).then_some(runs)
    };
    let (back, ahead) = (side(-1)?, side(1)?);
    let runs = [back[2], back[1], back[0] + 1.0 + ahead[0], ahead[1], ahead[2]];
    if !is_finder_line(&runs) {
        return None;
    }
    let position = if dx == 1 { x } else { y } as f32;
    let low = position - back[0];
    let high = position + 1.0 + ahead[0];
    Some(((low + high) / 2.0, runs.iter().sum()))
}

fn pixel(bits: &Bits, x: isize, y: isize) -> Option<u8> {
    let (x, y) = (usize::try_from(x).ok()?, usize::try_from(y).ok()?);
    (x < bits.width && y < bits.height).then(|| bits.at(x, y))
}

/// The outer edge of a finder pattern as seen from its centre, one point a ray.
struct Outline {
    points: Vec<Point>,
    /// Rays that met dark, light, dark, light in the right proportions.
    share: f32,
}

const RAYS: usize = 40;

impl Outline {
    fn follow(bits: &Bits, centre: Point, size: f32) -> Option<Self> {
        let own = pixel(bits, centre.x as isize, centre.y as isize)?;
        let step = (size / 60.0).clamp(0.35, 3.0);
        let reach = size * 1.5 + 2.0;
        let mut points = Vec::with_capacity(RAYS);
        for ray in 0..RAYS {
            let angle = ray as f32 / RAYS as f32 * core::f32::consts::TAU;
            let direction = Point::new(angle.cos(), angle.sin());
            let mut colour = own;
            let mut changes = [0.0_f32; 3];
            let mut count = 0;
            let mut radius = step;
            while radius < reach && count < 3 {
                let p = centre + direction.scaled(radius);
                if p.x < 0.0 || p.y < 0.0 {
                    break;
                }
                let Some(next) = pixel(bits, p.x as isize, p.y as isize) else { break };
                if next != colour {
                    colour = next;
                    changes[count] = radius - step / 2.0;
                    count += 1;
                }
                radius += step;
            }
            // Radii of 1½, 2½ and 3½ modules.
            let ratio = changes[2] / changes[1].max(0.1);
            if count == 3 && (1.12..1.95).contains(&ratio) && changes[1] > changes[0] * 1.1 {
                points.push(centre + direction.scaled(changes[2]));
            }
        }
        let share = points.len() as f32 / RAYS as f32;
        (share >= 0.4).then_some(Self { points, share })
    }

    /// The corners of the quadrilateral: farthest points first, then lines fitted to the sides between them.
    fn corners(&self) -> Option<[Point; 4]> {
        if self.share < 0.55 {
            return None;
        }
        let rough = self.rough_corners()?;
        let mut sides = Vec::with_capacity(4);
        for i in 0..4 {
            sides.push(self.side(rough[i], rough[(i + 1) % 4])?);
        }
        let mut corners = [Point::default(); 4];
        for (i, corner) in corners.iter_mut().enumerate() {
            let fitted = intersection(sides[(i + 3) % 4], sides[i])?;
            let size = rough[i].distance(rough[(i + 1) % 4]);
            *corner = if fitted.distance(rough[i]) < 0.35 * size { fitted } else { rough[i] };
        }
        let lengths: [f32; 4] = core::array::from_fn(|i| corners[i].distance(corners[(i + 1) % 4]));
        let (least, most) = lengths.iter().fold((f32::MAX, 0.0_f32), |(l, m), s| (l.min(*s), m.max(*s)));
        let convex = (0..4).all(|i| {
            let (a, b, c) = (corners[i], corners[(i + 1) % 4], corners[(i + 2) % 4]);
            (b - a).cross(c - b) > 0.15 * (b - a).length() * (c - b).length()
        });
        (convex && least > 3.0 && most < 3.5 * least).then_some(corners)
    }

    fn rough_corners(&self) -> Option<[Point; 4]> {
        let count = self.points.len() as f32;
        let middle = self.points.iter().fold(Point::default(), |sum, p| sum + *p).scaled(1.0 / count);
        let farthest = |weight: &dyn Fn(Point) -> f32| {
            self.points.iter().copied().max_by(|a, b| weight(*a).total_cmp(&weight(*b)))
        };
        let a = farthest(&|p| p.distance(middle))?;
        let c = farthest(&|p| p.distance(a))?;
        let diagonal = c - a;
        let b = farthest(&|p| (p - a).cross(diagonal))?;
        let d = farthest(&|p| -(p - a).cross(diagonal))?;
        // Clockwise on the screen.
        if (b - a).cross(c - b) > 0.0 { Some([a, b, c, d]) } else { Some([a, d, c, b]) }
    }

    /// The line (point, direction) of the points between two rough corners, by total least squares.
    fn side(&self, from: Point, to: Point) -> Option<(Point, Point)> {
        let along = to - from;
        let length = along.length();
        if length < 2.0 {
            return None;
        }
        let unit = along.scaled(1.0 / length);
        let on: Vec<Point> = self
            .points
            .iter()
            .copied()
            .filter(|p| {
                let q = *p - from;
                (0.08 * length..0.92 * length).contains(&q.dot(unit)) && q.cross(unit).abs() < 0.2 * length
            })
            .collect();
        if on.len() < 3 {
            return Some((from, unit));
        }
        let mean = on.iter().fold(Point::default(), |sum, p| sum + *p).scaled(1.0 / on.len() as f32);
        let (mut xx, mut xy, mut yy) = (0.0_f32, 0.0, 0.0);
        for p in &on {
            let q = *p - mean;
            xx += q.x * q.x;
            xy += q.x * q.y;
            yy += q.y * q.y;
        }
        let angle = 0.5 * (2.0 * xy).atan2(xx - yy);
        Some((mean, Point::new(angle.cos(), angle.sin())))
    }
}

fn intersection(a: (Point, Point), b: (Point, Point)) -> Option<Point> {
    let cross = a.1.cross(b.1);
    if cross.abs() < 0.1 {
        return None;
    }
    Some(a.0 + a.1.scaled((b.0 - a.0).cross(b.1) / cross))
}

/// The area of a quadrilateral.
fn area(corners: &[Point; 4]) -> f32 {
    ((corners[2] - corners[0]).cross(corners[3] - corners[1]) / 2.0).abs()
}
