//! What may be signs: connected pixels that are darker than what is around them.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "rows and columns below height and width"
)]

use crate::scan::grey::Grey;
use crate::scan::point::Point;
use crate::scan::tables;

/// A spot of ink.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub(super) middle: Point,
    /// The longer side of its box.
    pub(super) size: f32,
}

/// Spots of the size of signs.
pub(super) fn spots(grey: &Grey) -> Vec<Spot> {
    let (width, height) = (grey.width, grey.height);
    let dark = dark(grey);
    let mut labels = vec![0_u32; width * height];
    let mut parents: Vec<u32> = vec![0];
    for y in 0..height {
        for x in 0..width {
            let here = y * width + x;
            if !dark[here] {
                continue;
            }
            let mut label = if x > 0 { labels[here - 1] } else { 0 };
            if y > 0 {
                let above = here - width;
                for near in
                    [x.checked_sub(1).map(|_| above - 1), Some(above), (x + 1 < width).then_some(above + 1)]
                {
                    let other = near.map_or(0, |near| labels[near]);
                    if other != 0 && other != label {
                        label = if label == 0 { other } else { join(&mut parents, label, other) };
                    }
                }
            }
            if label == 0 {
                label = parents.len() as u32;
                parents.push(label);
            }
            labels[here] = label;
        }
    }
    let mut boxes = vec![Box::default(); parents.len()];
    for y in 0..height {
        for x in 0..width {
            let label = labels[y * width + x];
            if label != 0 {
                boxes[root(&mut parents, label) as usize].add(x, y);
            }
        }
    }
    boxes.iter().filter_map(Box::spot).collect()
}

#[derive(Clone, Default)]
struct Box {
    count: usize,
    sum: (usize, usize),
    low: (usize, usize),
    high: (usize, usize),
}

impl Box {
    fn add(&mut self, x: usize, y: usize) {
        if self.count == 0 {
            (self.low, self.high) = ((x, y), (x, y));
        }
        self.count += 1;
        self.sum = (self.sum.0 + x, self.sum.1 + y);
        self.low = (self.low.0.min(x), self.low.1.min(y));
        self.high = (self.high.0.max(x), self.high.1.max(y));
    }

    fn spot(&self) -> Option<Spot> {
        let (wide, high) = (self.high.0 - self.low.0 + 1, self.high.1 - self.low.1 + 1);
        let size = wide.max(high);
        if self.count < 5 || !(4..=MOST).contains(&size) {
            return None;
        }
        let middle = |low: usize, high: usize, sum: usize| {
            // Between the box's middle and that of the ink.
            ((low + high) as f32 / 2.0 + sum as f32 / self.count as f32) / 2.0 + 0.5
        };
        let x = middle(self.low.0, self.high.0, self.sum.0);
        let y = middle(self.low.1, self.high.1, self.sum.1);
        Some(Spot { middle: Point::new(x, y), size: size as f32 })
    }
}

fn root(parents: &mut [u32], mut label: u32) -> u32 {
    while parents[label as usize] != label {
        let above = parents[parents[label as usize] as usize];
        parents[label as usize] = above;
        label = above;
    }
    label
}

fn join(parents: &mut [u32], a: u32, b: u32) -> u32 {
    let (a, b) = (root(parents, a), root(parents, b));
    parents[a.max(b) as usize] = a.min(b);
    a.min(b)
}

/// Darker than the mean of its surroundings by a share of their spread.
fn dark(grey: &Grey) -> Vec<bool> {
    let (width, height) = (grey.width, grey.height);
    let stride = width + 1;
    let summed = tables::summed(&grey.data, width);
    let mut dark = vec![false; width * height];
    for y in 0..height {
        let (y0, y1) = (y.saturating_sub(RADIUS), (y + RADIUS + 1).min(height));
        for x in 0..width {
            let (x0, x1) = (x.saturating_sub(RADIUS), (x + RADIUS + 1).min(width));
            let (mean, spread) = tables::spread(&summed, stride, (x0, y0), (x1, y1));
            dark[y * width + x] = f32::from(grey.data[y * width + x]) + LEAST < mean - SHARE * spread;
        }
    }
    dark
}

/// Nanoseconds a pixel.
pub(super) const WORK: usize = 14;
/// Half the side of the surroundings, in pixels.
const RADIUS: usize = 14;
const LEAST: f32 = 3.0;
const SHARE: f32 = 0.4;
/// The largest sign in pixels of the size that is looked at.
const MOST: usize = 60;
