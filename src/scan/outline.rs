//! The outline of a finder pattern, followed from its centre, and the quadrilateral that it makes.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "floating point; corners are indexed modulo 4, changes below 3"
)]

use std::sync::LazyLock;

use super::bits::Bits;
use super::point::Point;

/// The outer edge of a finder pattern as seen from its centre, one point a ray.
pub(super) struct Outline {
    points: Vec<Point>,
    /// Rays that met dark, light, dark, light in the right proportions.
    share: f32,
}

const RAYS: usize = 40;
/// Of so many rays without an outline the others cannot make one.
const LOST: usize = RAYS * 6 / 10;

/// Of the outer edge's radius to that of the light ring: 3½ to 2½ modules, and what ink and blur add.
const WIDEST: f32 = 1.95;

/// The rays, all of length 1.
static DIRECTIONS: LazyLock<[Point; RAYS]> =
    LazyLock::new(|| core::array::from_fn(|ray| Point::at_angle(ray as f32 / RAYS as f32)));

impl Outline {
    pub(super) fn follow(bits: &Bits, centre: Point, size: f32) -> Option<Self> {
        let own = bits.pixel(centre.x as usize, centre.y as usize)?;
        let step = (size / 60.0).clamp(0.35, 3.0);
        let reach = size * 1.5 + 2.0;
        let mut points = Vec::with_capacity(RAYS);
        for (ray, direction) in DIRECTIONS.iter().enumerate() {
            if ray - points.len() > LOST {
                return None;
            }
            let mut colour = own;
            let mut changes = [0.0_f32; 3];
            let mut count = 0;
            let mut radius = step;
            let mut reach = reach;
            while radius < reach && count < 3 {
                let p = centre + direction.scaled(radius);
                if p.x < 0.0 || p.y < 0.0 {
                    break;
                }
                let Some(next) = bits.pixel(p.x as usize, p.y as usize) else { break };
                if next != colour {
                    colour = next;
                    changes[count] = radius - step / 2.0;
                    count += 1;
                    if count == 2 {
                        // A third change beyond would be none of a finder pattern.
                        reach = reach.min(changes[1] * WIDEST + step / 2.0);
                    }
                }
                radius += step;
            }
            // Radii of 1½, 2½ and 3½ modules.
            let ratio = changes[2] / changes[1].max(0.1);
            if count == 3 && (1.12..WIDEST).contains(&ratio) && changes[1] > changes[0] * 1.1 {
                points.push(centre + direction.scaled(changes[2]));
            }
        }
        let share = points.len() as f32 / RAYS as f32;
        (share >= 0.4).then_some(Self { points, share })
    }

    /// The corners of the quadrilateral: farthest points first, then lines fitted to the sides between them.
    pub(super) fn corners(&self) -> Option<[Point; 4]> {
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
pub(super) fn area(corners: &[Point; 4]) -> f32 {
    ((corners[2] - corners[0]).cross(corners[3] - corners[1]) / 2.0).abs()
}
