//! The middles of a line's cells: a parabola through what was seen.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "arrays of fixed size; floating point"
)]

use super::cells::Frame;
use crate::scan::linear;
use crate::scan::point::Point;

/// Position by number of the cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Curve {
    start: Point,
    step: Point,
    bend: Point,
}

impl Curve {
    /// The least squares of numbered places with weights; straight when they are few.
    pub(super) fn fit(places: impl Iterator<Item = (f32, Point, f32)> + Clone) -> Option<Self> {
        let (mut low, mut high, mut count) = (f32::MAX, f32::MIN, 0_u32);
        for (k, _, weight) in places.clone() {
            if weight > 0.2 {
                (low, high, count) = (low.min(k), high.max(k), count + 1);
            }
        }
        let terms = if count >= 8 && high - low >= 9.0 { 3 } else { 2 };
        if count < 3 {
            return None;
        }
        // Numbers around 0 and of the size of 1, for the equations' sake.
        let (centre, half) = ((low + high) / 2.0, (high - low).max(1.0) / 2.0);
        let mut matrix = vec![0.0; terms * terms];
        let (mut right_x, mut right_y) = (vec![0.0; terms], vec![0.0; terms]);
        for (k, place, weight) in places {
            let t = f64::from((k - centre) / half);
            let powers = [1.0, t, t * t];
            for i in 0..terms {
                for j in 0..terms {
                    matrix[i * terms + j] += f64::from(weight) * powers[i] * powers[j];
                }
                right_x[i] += f64::from(weight) * powers[i] * f64::from(place.x);
                right_y[i] += f64::from(weight) * powers[i] * f64::from(place.y);
            }
        }
        let x = linear::solve(matrix.clone(), right_x)?;
        let y = linear::solve(matrix, right_y)?;
        let term =
            |i: usize| Point::new(narrow(*x.get(i).unwrap_or(&0.0)), narrow(*y.get(i).unwrap_or(&0.0)));
        let (a, b, c) = (term(0), term(1).scaled(1.0 / half), term(2).scaled(1.0 / (half * half)));
        // Back to numbers from 0.
        Some(Self {
            start: a - b.scaled(centre) + c.scaled(centre * centre),
            step: b - c.scaled(2.0 * centre),
            bend: c,
        })
    }

    pub(super) fn at(&self, k: f32) -> Point {
        self.start + self.step.scaled(k) + self.bend.scaled(k * k)
    }

    /// A pitch along the line at cell `k`.
    pub(super) fn along(&self, k: f32) -> Point {
        self.step + self.bend.scaled(2.0 * k)
    }

    /// Seen from the other end, with the first cell's number kept.
    pub(super) fn turned(&self, last: f32) -> Self {
        // k becomes last − k.
        Self { start: self.at(last), step: self.along(last).scaled(-1.0), bend: self.bend }
    }

    /// The window of cell `k`, upright.
    pub(super) fn frame(&self, k: f32) -> Frame {
        let along = self.along(k);
        Frame { middle: self.at(k), along, across: Point::new(-along.y, along.x) }
    }
}

#[allow(clippy::as_conversions, clippy::cast_possible_truncation, reason = "a position in a picture")]
fn narrow(value: f64) -> f32 {
    value as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parabola_is_found_again_and_turned() {
        let place = |k: f32| Point::new(10.0 + 12.0 * k - 0.05 * k * k, 40.0 + 3.0 * k + 0.02 * k * k);
        let curve = Curve::fit((0..20_u8).map(|k| (f32::from(k), place(f32::from(k)), 1.0))).unwrap();
        for k in [0.0, 7.0, 25.0] {
            assert!(curve.at(k).distance(place(k)) < 0.01);
            assert!(curve.turned(19.0).at(k).distance(place(19.0 - k)) < 0.01);
        }
        assert!(Curve::fit([(0.0, place(0.0), 1.0)].into_iter()).is_none());
    }
}
