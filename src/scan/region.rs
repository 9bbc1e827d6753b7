//! A symbol's surroundings, with the light evened out: what all later steps sample from.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "coordinates are clamped to the buffer before they index it; sums of a window of squares stay \
              below 2³², so wrapping summed-area tables give them exactly"
)]

use super::grey::Grey;
use super::point::Point;
use super::tables;

/// A part of the picture: local mean 0, local standard deviation about 1, positive for light
/// (for a reversed symbol: for dark).
pub(super) struct Region {
    left: f32,
    top: f32,
    /// Samples per picture pixel: 1, ½ or ¼.
    scale: f32,
    width: usize,
    height: usize,
    values: Vec<f32>,
    clipped: Vec<bool>,
    pub(super) reversed: bool,
}

impl Region {
    /// The box from `low` to `high` of a picture whose modules measure `module` pixels.
    pub(super) fn new(grey: &Grey, low: Point, high: Point, module: f32, reversed: bool) -> Self {
        let step = if module > 14.0 {
            4
        } else if module > 6.5 {
            2
        } else {
            1
        };
        let left = (low.x.max(0.0) as usize).min(grey.width - 1);
        let top = (low.y.max(0.0) as usize).min(grey.height - 1);
        let right = (high.x.max(0.0) as usize).min(grey.width);
        let bottom = (high.y.max(0.0) as usize).min(grey.height);
        let width = (right.saturating_sub(left) / step).max(2);
        let height = (bottom.saturating_sub(top) / step).max(2);
        let mut light = vec![0; width * height];
        let mut clipped = vec![false; width * height];
        for y in 0..height {
            if step == 1 && left + width <= grey.width {
                // Most often; all at once.
                let row = &grey.data[(top + y).min(grey.height - 1) * grey.width + left..][..width];
                light[y * width..][..width].copy_from_slice(row);
                let clipped = clipped[y * width..][..width].iter_mut().zip(row);
                clipped.for_each(|(clipped, level)| *clipped = *level >= CLIPPED);
                continue;
            }
            for x in 0..width {
                let (mut sum, mut most) = (0_u32, 0);
                for dy in 0..step {
                    let row = (top + y * step + dy).min(grey.height - 1) * grey.width;
                    for dx in 0..step {
                        let value = grey.data[row + (left + x * step + dx).min(grey.width - 1)];
                        sum += u32::from(value);
                        most = value.max(most);
                    }
                }
                light[y * width + x] = (sum / (step * step) as u32) as u8;
                clipped[y * width + x] = most >= CLIPPED;
            }
        }
        let radius = ((WINDOW * module / step as f32).round() as usize).clamp(3, 40);
        let values = normalise(&light, width, height, radius, if reversed { -1.0 } else { 1.0 });
        let scale = 1.0 / step as f32;
        Self { left: left as f32, top: top as f32, scale, width, height, values, clipped, reversed }
    }

    /// The value at a picture position, between samples by bilinear interpolation.
    #[inline]
    pub(super) fn at(&self, p: Point) -> f32 {
        let x = ((p.x - self.left) * self.scale - 0.5).clamp(0.0, self.width as f32 - 1.001);
        let y = ((p.y - self.top) * self.scale - 0.5).clamp(0.0, self.height as f32 - 1.001);
        let (column, row) = (x as usize, y as usize);
        let (fx, fy) = (x - column as f32, y - row as f32);
        let above = &self.values[row * self.width + column..][..2];
        let below = &self.values[(row + 1) * self.width + column..][..2];
        let upper = above[0] + (above[1] - above[0]) * fx;
        let lower = below[0] + (below[1] - below[0]) * fx;
        upper + (lower - upper) * fy
    }

    /// Whether the picture is clipped white there, so that anything may be under it.
    pub(super) fn is_clipped(&self, p: Point) -> bool {
        let x = ((p.x - self.left) * self.scale).clamp(0.0, self.width as f32 - 1.0) as usize;
        let y = ((p.y - self.top) * self.scale).clamp(0.0, self.height as f32 - 1.0) as usize;
        self.clipped[y * self.width + x]
    }

    /// Samples that were made, for the budget.
    pub(super) fn area(&self) -> usize {
        self.values.len()
    }
}

/// From here on a pixel counts as clipped.
const CLIPPED: u8 = 252;
/// Half the side of the window of the local statistics, in modules: a little wider than a finder.
const WINDOW: f32 = 4.5;
/// Added to the deviation, in grey levels, so that noise on flat ground stays small.
const FLOOR: f32 = 2.5;

fn normalise(light: &[u8], width: usize, height: usize, radius: usize, sign: f32) -> Vec<f32> {
    let stride = width + 1;
    let summed = tables::summed(light, width);
    // The statistics change slowly: one for each cell of some pixels.
    let cell = (radius / 5).max(1);
    let mut values = vec![0.0; width * height];
    let mut statistics = vec![(0.0_f32, 0.0_f32); width];
    for y in 0..height {
        if y % cell == 0 {
            let middle = y + cell / 2;
            let (y0, y1) = (middle.saturating_sub(radius), (middle + radius + 1).min(height));
            for (column, statistics) in statistics.chunks_mut(cell).enumerate() {
                let x = column * cell + cell / 2;
                let (x0, x1) = (x.saturating_sub(radius), (x + radius + 1).min(width));
                let (mean, deviation) = tables::spread(&summed, stride, (x0, y0), (x1, y1));
                statistics.fill((mean, sign / (deviation + FLOOR)));
            }
        }
        let row = light[y * width..][..width].iter().zip(&statistics);
        for (value, (&level, &(mean, scale))) in values[y * width..][..width].iter_mut().zip(row) {
            *value = ((f32::from(level) - mean) * scale).clamp(-2.5, 2.5);
        }
    }
    values
}
