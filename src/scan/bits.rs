//! Black and white pictures: good only for finding finder patterns.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "rows and columns below height and width of buffers made with that area; window sums below 2³²"
)]

use super::grey::Grey;

/// One byte a pixel: 1 dark, 0 light.
pub(super) struct Bits {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) data: Vec<u8>,
}

impl Bits {
    /// Against thresholds of 8 × 8 blocks, smoothed over 5 × 5 blocks. Blocks without contrast take their
    /// neighbours' threshold, so that flat light ground stays light.
    pub(super) fn by_blocks(grey: &Grey) -> Self {
        let (width, height) = (grey.width, grey.height);
        let (columns, rows) = (width.div_ceil(BLOCK), height.div_ceil(BLOCK));
        let mut levels = vec![0_u32; columns * rows];
        for row in 0..rows {
            // Blocks at the far edges reach back, so that all are whole.
            let top = (row * BLOCK).min(height.saturating_sub(BLOCK));
            let bottom = (top + BLOCK).min(height);
            for column in 0..columns {
                let left = (column * BLOCK).min(width.saturating_sub(BLOCK));
                let right = (left + BLOCK).min(width);
                let (mut sum, mut least, mut most) = (0_u32, u8::MAX, 0);
                for y in top..bottom {
                    for &value in &grey.data[y * width + left..y * width + right] {
                        sum += u32::from(value);
                        least = value.min(least);
                        most = value.max(most);
                    }
                }
                let mut level = sum / ((bottom - top) * (right - left)) as u32;
                if most - least <= FLAT {
                    // Nothing printed here: below everything, unless the neighbours say it is ink.
                    level = u32::from(least) / 2;
                    if row > 0 && column > 0 {
                        let here = row * columns + column;
                        let (above, before, corner) =
                            (levels[here - columns], levels[here - 1], levels[here - columns - 1]);
                        let around = (above + 2 * before + corner) / 4;
                        if u32::from(least) < around {
                            level = around;
                        }
                    }
                }
                levels[row * columns + column] = level;
            }
        }
        let mut data = vec![0; width * height];
        for row in 0..rows {
            let (r0, r1) = (row.saturating_sub(2), (row + 3).min(rows));
            for column in 0..columns {
                let (c0, c1) = (column.saturating_sub(2), (column + 3).min(columns));
                let sum: u32 =
                    (r0..r1).map(|r| levels[r * columns + c0..r * columns + c1].iter().sum::<u32>()).sum();
                let threshold = (sum / ((r1 - r0) * (c1 - c0)) as u32) as u8;
                for y in row * BLOCK..((row + 1) * BLOCK).min(height) {
                    let span = y * width + column * BLOCK..y * width + ((column + 1) * BLOCK).min(width);
                    for (bit, &value) in data[span.clone()].iter_mut().zip(&grey.data[span]) {
                        *bit = u8::from(value <= threshold);
                    }
                }
            }
        }
        Self { width, height, data }
    }

    /// Against the mean of the window of ± `radius` pixels, less `bias` grey levels.
    pub(super) fn by_local_mean(grey: &Grey, radius: usize, bias: u32) -> Self {
        let (width, height) = (grey.width, grey.height);
        let mut columns = vec![0_u32; width];
        let mut sums = vec![0_u32; width + 1];
        let mut data = vec![0; width * height];
        let row = |y: usize| &grey.data[y * width..][..width];
        for y in 0..radius.min(height) {
            columns.iter_mut().zip(row(y)).for_each(|(c, v)| *c += u32::from(*v));
        }
        for y in 0..height {
            if y + radius < height {
                columns.iter_mut().zip(row(y + radius)).for_each(|(c, v)| *c += u32::from(*v));
            }
            if y > radius {
                columns.iter_mut().zip(row(y - radius - 1)).for_each(|(c, v)| *c -= u32::from(*v));
            }
            let tall = (y + radius + 1).min(height) - y.saturating_sub(radius);
            let mut sum = 0;
            for (total, column) in sums[1..].iter_mut().zip(&columns) {
                sum += column;
                *total = sum;
            }
            for (x, (bit, &value)) in data[y * width..][..width].iter_mut().zip(row(y)).enumerate() {
                let (x0, x1) = (x.saturating_sub(radius), (x + radius + 1).min(width));
                let area = (tall * (x1 - x0)) as u32;
                *bit = u8::from((u32::from(value) + bias) * area < sums[x1] - sums[x0]);
            }
        }
        Self { width, height, data }
    }
}

/// Side of a block in pixels: two to four modules of a card's symbol.
const BLOCK: usize = 8;
/// A block that spans no more grey levels than this holds no edge.
const FLAT: u8 = 24;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ink_on_an_uneven_ground_is_told_from_the_ground() {
        let (width, height) = (64, 48);
        let ink = |x: usize, y: usize| (x / 3).is_multiple_of(2) && (y / 3).is_multiple_of(2);
        let data = (0..width * height).map(|i| {
            let (x, y) = (i % width, i / width);
            (90 + x - if ink(x, y) { 70 } else { 0 }) as u8
        });
        let grey = Grey { width, height, data: data.collect() };
        for bits in [Bits::by_blocks(&grey), Bits::by_local_mean(&grey, 6, 0)] {
            let wrong = (0..width * height).filter(|&i| (bits.data[i] == 1) != ink(i % width, i / width));
            let wrong = wrong.count();
            assert!(wrong < width * height / 20, "{wrong} of {}", width * height);
        }
    }

    #[test]
    fn the_smallest_pictures_have_their_bits_too() {
        for (width, height) in [(1, 1), (1, 9), (8, 8), (9, 1)] {
            let grey = Grey { width, height, data: vec![0; width * height] };
            assert_eq!(Bits::by_blocks(&grey).data.len(), width * height);
            assert_eq!(Bits::by_local_mean(&grey, 10, 3).data.len(), width * height);
        }
    }
}
