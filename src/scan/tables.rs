//! The correlation of a window with the concentric squares of a finder pattern, by Viola and Jones' summed-area tables
//! (*Rapid Object Detection*, 2001): twenty look-ups give Pearson's.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "windows stay inside the picture by the bounds of the loops; sums of squares of a window stay below \
              2³², so wrapping tables give them exactly"
)]

use super::grey::Grey;
use super::point::Point;

/// Sums over all pixels above and to the left.
pub(super) struct Tables {
    width: usize,
    height: usize,
    sums: Vec<u32>,
    squares: Vec<u32>,
}

impl Tables {
    pub(super) fn new(grey: &Grey) -> Self {
        let (width, height) = (grey.width, grey.height);
        let (sums, squares) = summed(&grey.data, width);
        Self { width, height, sums, squares }
    }

    /// The places, every second pixel, that correlate with the pattern: (correlation, centre, module).
    pub(super) fn correlate(&self, module: f32, places: &mut Vec<(f32, Point, f32)>) {
        // Half the sides of the squares of 3, 5, 7 and 9 modules.
        let half = [1.5, 2.5, 3.5, 4.5].map(|modules: f32| (modules * module).round() as usize);
        let areas = half.map(|h| (4 * h * h) as f32);
        let outer = half[3];
        if self.width <= 2 * outer || self.height <= 2 * outer {
            return;
        }
        let total = areas[3];
        let light = (areas[1] - areas[0] + areas[3] - areas[2]) / total;
        let spread = (light * (1.0 - light)).sqrt();
        // Most places are told apart without a root and quotients; the margin is more than the rounding.
        let (share, least) = (1.0 / total, 0.99 * (WORTH_TURNING * spread).powi(2));
        let stride = self.width + 1;
        let mut row: Vec<(f32, usize)> = Vec::new();
        for y in (outer..self.height - outer).step_by(2) {
            row.clear();
            for x in (outer..self.width - outer).step_by(2) {
                let window = |table: &[u32], h: usize| {
                    let (above, below) = ((y - h) * stride + x, (y + h) * stride + x);
                    let positive = table[below + h].wrapping_add(table[above - h]);
                    positive.wrapping_sub(table[below - h].wrapping_add(table[above + h])) as f32
                };
                let [centre, inner, ring, all] = half.map(|h| window(&self.sums, h));
                let squares = window(&self.squares, outer);
                let mean = all * share;
                let covariance = (inner - centre + all - ring) * share - light * mean;
                if covariance * covariance < least * (squares * share - mean * mean + 5.9) {
                    continue;
                }
                let mean = all / total;
                let covariance = (inner - centre + all - ring) / total - light * mean;
                let variance = squares / total - mean * mean;
                let correlation = covariance / ((variance + 6.0).sqrt() * spread);
                if correlation.abs() < WORTH_TURNING {
                    continue;
                }
                // Both edges must be there, not one strong one.
                let light_ring = (inner - centre) / (areas[1] - areas[0]);
                let (dark, dark_ring) = (centre / areas[0], (ring - inner) / (areas[2] - areas[1]));
                let sign = correlation.signum();
                if (light_ring - dark) * sign > 0.0 && (light_ring - dark_ring) * sign > 0.0 {
                    row.push((correlation, x));
                }
            }
            // Only the best of each neighbourhood in a row.
            for window in 0..row.len() {
                let (correlation, x) = row[window];
                let beaten = row[window.saturating_sub(4)..(window + 5).min(row.len())]
                    .iter()
                    .any(|(c, other)| c.abs() > correlation.abs() && other.abs_diff(x) < 2 * half[0]);
                if !beaten {
                    places.push((correlation, Point::new(x as f32, y as f32), module));
                }
            }
        }
    }
}

/// The sums of levels and of their squares over all pixels above and to the left, in rows of `width` + 1 that begin with 0, below
/// one of zeros.
pub(super) fn summed(levels: &[u8], width: usize) -> (Vec<u32>, Vec<u32>) {
    let (stride, height) = (width + 1, levels.len() / width.max(1));
    let mut sums = vec![0_u32; stride * (height + 1)];
    let mut squares = sums.clone();
    for (y, levels) in levels.chunks_exact(width).enumerate() {
        let (mut sum, mut square) = (0_u32, 0_u32);
        let (sums_above, sums) = rows(&mut sums, y, stride);
        let (squares_above, squares) = rows(&mut squares, y, stride);
        let above = sums_above.iter().zip(squares_above);
        let here = sums.iter_mut().zip(squares);
        for ((&value, above), here) in levels.iter().zip(above).zip(here) {
            let value = u32::from(value);
            sum = sum.wrapping_add(value);
            square = square.wrapping_add(value * value);
            *here.0 = above.0.wrapping_add(sum);
            *here.1 = above.1.wrapping_add(square);
        }
    }
    (sums, squares)
}

/// Mean and standard deviation of the levels in a window of [`summed`] tables, from the first corner to before the second,
/// (column, row).
pub(super) fn spread(
    (sums, squares): &(Vec<u32>, Vec<u32>),
    stride: usize,
    (x0, y0): (usize, usize),
    (x1, y1): (usize, usize),
) -> (f32, f32) {
    let (above, below) = (y0 * stride, y1 * stride);
    let window = |t: &[u32]| {
        let positive = t[below + x1].wrapping_add(t[above + x0]);
        positive.wrapping_sub(t[above + x1].wrapping_add(t[below + x0])) as f32
    };
    let count = ((y1 - y0) * (x1 - x0)) as f32;
    let mean = window(sums) / count;
    (mean, (window(squares) / count - mean * mean).max(0.0).sqrt())
}

/// A row of a table and the next, both without the zero at their beginning.
fn rows(table: &mut [u32], y: usize, stride: usize) -> (&[u32], &mut [u32]) {
    let (above, here) = table[y * stride..].split_at_mut(stride);
    (&above[1..], &mut here[1..stride])
}

/// Correlation of a window from which its place is turned.
const WORTH_TURNING: f32 = 0.25;
