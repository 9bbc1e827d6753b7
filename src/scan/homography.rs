//! The plane projective map from modules to pixels.
//!
//! Hartley and Zisserman, *Multiple View Geometry*, 4.1 (direct linear transformation) and 4.4 (normalised
//! coordinates); here with weights, and the last coefficient fixed at 1.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "matrices of fixed size; floating point"
)]

use super::linear;
use super::point::Point;

/// Maps (column, row) in modules to a pixel position.
#[derive(Clone, Copy, Debug)]
pub(super) struct Homography([f32; 8]);

/// A module position, where it is seen, and how much that weighs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) module: Point,
    pub(super) pixel: Point,
    pub(super) weight: f32,
}

impl Pair {
    pub(super) fn new(module: (f32, f32), pixel: Point, weight: f32) -> Self {
        Self { module: Point::new(module.0, module.1), pixel, weight }
    }
}

impl Homography {
    /// The least-squares map of at least four pairs.
    pub(super) fn fit(pairs: &[Pair]) -> Option<Self> {
        if pairs.len() < 4 {
            return None;
        }
        let modules = Frame::new(pairs.iter().map(|p| p.module))?;
        let pixels = Frame::new(pairs.iter().map(|p| p.pixel))?;
        let mut matrix = vec![0.0; 64];
        let mut right = vec![0.0; 8];
        for pair in pairs {
            let (u, v) = modules.normal(pair.module);
            let (x, y) = pixels.normal(pair.pixel);
            let rows = [
                ([u, v, 1.0, 0.0, 0.0, 0.0, -u * x, -v * x], x),
                ([0.0, 0.0, 0.0, u, v, 1.0, -u * y, -v * y], y),
            ];
            for (row, target) in rows {
                for i in 0..8 {
                    let weighted = f64::from(pair.weight) * row[i];
                    (0..8).for_each(|j| matrix[i * 8 + j] += weighted * row[j]);
                    right[i] += weighted * target;
                }
            }
        }
        let h = linear::solve(matrix, right)?;
        let normal = [[h[0], h[1], h[2]], [h[3], h[4], h[5]], [h[6], h[7], 1.0]];
        let whole = product(pixels.denormaliser(), product(normal, modules.normaliser()));
        let scale = whole[2][2];
        if scale.is_nan() || scale.abs() < 1e-9 {
            return None;
        }
        let flat: [f32; 9] = core::array::from_fn(|i| (whole[i / 3][i % 3] / scale) as f32);
        flat.iter().all(|c| c.is_finite()).then(|| Self(core::array::from_fn(|i| flat[i])))
    }

    /// The map that takes the corners of a symbol (from the upper left, clockwise) to these pixels.
    pub(super) fn from_corners(size: f32, corners: &[Point; 4]) -> Option<Self> {
        // Heckbert, *Fundamentals of Texture Mapping* (1989), 2.2.3: the unit square to a quadrilateral.
        let [a, b, c, d] = *corners;
        let (sum_x, sum_y) = (a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y);
        let (dx1, dy1, dx2, dy2) = (b.x - c.x, b.y - c.y, d.x - c.x, d.y - c.y);
        let determinant = dx1 * dy2 - dx2 * dy1;
        if determinant.is_nan() || determinant.abs() < 1e-6 {
            return None;
        }
        let g = (sum_x * dy2 - dx2 * sum_y) / determinant;
        let h = (dx1 * sum_y - sum_x * dy1) / determinant;
        let unit = 1.0 / size;
        Some(Self([
            (b.x - a.x + g * b.x) * unit,
            (d.x - a.x + h * d.x) * unit,
            a.x,
            (b.y - a.y + g * b.y) * unit,
            (d.y - a.y + h * d.y) * unit,
            a.y,
            g * unit,
            h * unit,
        ]))
    }

    #[inline]
    pub(super) fn map(&self, u: f32, v: f32) -> Point {
        let h = &self.0;
        let scale = 1.0 / (h[6] * u + h[7] * v + 1.0);
        Point { x: (h[0] * u + h[1] * v + h[2]) * scale, y: (h[3] * u + h[4] * v + h[5]) * scale }
    }

    /// Where the corners of a symbol lie, from the upper left, clockwise.
    pub(super) fn corners(&self, size: f32) -> [Point; 4] {
        [self.map(0.0, 0.0), self.map(size, 0.0), self.map(size, size), self.map(0.0, size)]
    }
}

/// Centre and mean distance from it: coordinates in which the equations are well conditioned.
struct Frame {
    x: f64,
    y: f64,
    scale: f64,
}

impl Frame {
    fn new(points: impl Iterator<Item = Point> + Clone) -> Option<Self> {
        let count = points.clone().count() as f64;
        let (x, y) = points.clone().fold((0.0, 0.0), |(x, y), p| (x + f64::from(p.x), y + f64::from(p.y)));
        let (x, y) = (x / count, y / count);
        let spread: f64 = points.map(|p| (f64::from(p.x) - x).hypot(f64::from(p.y) - y)).sum();
        let scale = spread / count;
        (scale > 1e-9).then_some(Self { x, y, scale })
    }

    fn normal(&self, p: Point) -> (f64, f64) {
        ((f64::from(p.x) - self.x) / self.scale, (f64::from(p.y) - self.y) / self.scale)
    }

    fn normaliser(&self) -> [[f64; 3]; 3] {
        let s = 1.0 / self.scale;
        [[s, 0.0, -self.x * s], [0.0, s, -self.y * s], [0.0, 0.0, 1.0]]
    }

    fn denormaliser(&self) -> [[f64; 3]; 3] {
        [[self.scale, 0.0, self.x], [0.0, self.scale, self.y], [0.0, 0.0, 1.0]]
    }
}

fn product(a: [[f64; 3]; 3], b: [[f64; 3]; 3]) -> [[f64; 3]; 3] {
    core::array::from_fn(|i| core::array::from_fn(|j| (0..3).map(|k| a[i][k] * b[k][j]).sum()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_to_four_corners_agree() {
        let corners = [(10.0, 12.0), (90.0, 20.0), (80.0, 110.0), (5.0, 95.0)].map(|(x, y)| Point::new(x, y));
        let direct = Homography::from_corners(25.0, &corners).unwrap();
        let modules = [(0.0, 0.0), (25.0, 0.0), (25.0, 25.0), (0.0, 25.0)];
        let pairs: Vec<Pair> = modules.iter().zip(corners).map(|(m, c)| Pair::new(*m, c, 1.0)).collect();
        let fitted = Homography::fit(&pairs).unwrap();
        for (u, v) in [(0.0, 0.0), (12.0, 3.0), (25.0, 25.0), (7.5, 19.0)] {
            assert!(direct.map(u, v).distance(fitted.map(u, v)) < 0.01);
        }
        assert!(Homography::from_corners(25.0, &[Point::new(1.0, 1.0); 4]).is_none());
    }
}
