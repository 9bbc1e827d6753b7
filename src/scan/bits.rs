//! Black and white pictures: good only for finding finder patterns.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "rows and columns below height and width of buffers made with that area; window sums below 2³²"
)]

use super::grey::Grey;
use super::lanes;

/// Dark or light, a pixel at a time: most of a picture is never asked for, so nothing is kept that can be
/// compared when it is.
pub(super) struct Bits<'a> {
    pub(super) width: usize,
    pub(super) height: usize,
    source: Source<'a>,
}

enum Source<'a> {
    /// Grey levels against the threshold of their block.
    Blocks { grey: &'a Grey, thresholds: Vec<u8>, columns: usize },
    /// One byte a pixel: 1 dark, 0 light.
    Pixels(Vec<u8>),
}

impl<'a> Bits<'a> {
    /// 1 for dark, 0 for light. `x` and `y` are below width and height.
    #[inline]
    pub(super) fn at(&self, x: usize, y: usize) -> u8 {
        match &self.source {
            Source::Blocks { grey, thresholds, columns } => {
                u8::from(grey.data[y * self.width + x] <= thresholds[y / BLOCK * columns + x / BLOCK])
            }
            Source::Pixels(data) => data[y * self.width + x],
        }
    }

    /// The same; none outside of the picture.
    #[inline]
    pub(super) fn pixel(&self, x: usize, y: usize) -> Option<u8> {
        (x < self.width && y < self.height).then(|| self.at(x, y))
    }

    /// The columns at which row `y` changes its colour, rising.
    pub(super) fn edges(&self, y: usize, edges: &mut Vec<usize>) {
        let mut colour = self.at(0, y);
        match &self.source {
            Source::Blocks { grey, thresholds, columns } => {
                let row = &grey.data[y * self.width..][..self.width];
                let thresholds = &thresholds[y / BLOCK * columns..][..*columns];
                let mut before = u32::from(colour);
                for (block, (levels, &threshold)) in row.chunks(BLOCK).zip(thresholds).enumerate() {
                    let dark = darker(levels, threshold);
                    // What differs from the level before it; of a block beyond the edge only what is there.
                    let mut changes = (dark ^ (dark << 1 | before)) & ((1 << levels.len()) - 1);
                    before = dark >> (BLOCK - 1);
                    while changes != 0 {
                        edges.push(block * BLOCK + changes.trailing_zeros() as usize);
                        changes &= changes - 1;
                    }
                }
            }
            Source::Pixels(data) => {
                let row = &data[y * self.width..][..self.width];
                for (chunk, eight) in row.chunks(8).enumerate() {
                    if <[u8; 8]>::try_from(eight).is_ok_and(|e| e == [colour; 8]) {
                        continue;
                    }
                    for (x, &next) in eight.iter().enumerate() {
                        if next != colour {
                            colour = next;
                            edges.push(chunk * 8 + x);
                        }
                    }
                }
            }
        }
    }

    /// Against thresholds of 8 × 8 blocks, smoothed over 5 × 5 blocks. Blocks without contrast take their
    /// neighbours' threshold, so that flat light ground stays light.
    pub(super) fn by_blocks(grey: &'a Grey) -> Self {
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
                let (mut sum, mut count, mut least, mut most) = (0_u32, 0, u8::MAX, 0);
                // Every second row: the mean over 25 blocks is none the worse for it.
                for y in (top..bottom).step_by(2) {
                    let levels = &grey.data[y * width + left..y * width + right];
                    count += levels.len() as u32;
                    for &value in levels {
                        sum += u32::from(value);
                        least = value.min(least);
                        most = value.max(most);
                    }
                }
                let mut level = sum / count.max(1);
                if most.saturating_sub(least) <= FLAT {
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
        let mut thresholds = Vec::with_capacity(columns * rows);
        let mut tall = vec![0_u32; columns];
        for row in 0..rows {
            let (r0, r1) = (row.saturating_sub(2), (row + 3).min(rows));
            tall.fill(0);
            for r in r0..r1 {
                tall.iter_mut().zip(&levels[r * columns..][..columns]).for_each(|(t, l)| *t += l);
            }
            for column in 0..columns {
                let (c0, c1) = (column.saturating_sub(2), (column + 3).min(columns));
                let sum: u32 = tall[c0..c1].iter().sum();
                thresholds.push((sum / ((r1 - r0) * (c1 - c0)) as u32) as u8);
            }
        }
        Self { width, height, source: Source::Blocks { grey, thresholds, columns } }
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
        Self { width, height, source: Source::Pixels(data) }
    }
}

/// Side of a block in pixels: two to four modules of a card's symbol.
const BLOCK: usize = 8;
/// A block that spans no more grey levels than this holds no edge.
const FLAT: u8 = 24;

/// A bit for each of up to eight levels, the first one lowest: set where it is not above the threshold.
fn darker(levels: &[u8], threshold: u8) -> u32 {
    let Ok(eight) = <[u8; 8]>::try_from(levels) else {
        return levels.iter().rev().fold(0, |bits, &level| bits << 1 | u32::from(level <= threshold));
    };
    // Four levels at a time, in lanes of 16 bits: 256 + threshold − level keeps the bit 256 unless it is above.
    const LANES: u64 = lanes::ONES;
    let word = u64::from_le_bytes(eight);
    let (even, odd) = (word & (LANES * 255), (word >> 8) & (LANES * 255));
    let limit = LANES * (256 + u64::from(threshold));
    let bits = ((limit - even) >> 8 & LANES) | ((limit - odd) >> 7 & (LANES << 1));
    // Lane n's two bits stand at 16 n; the product brings them to 48 + 2 n, and no two of its parts overlap.
    const GATHER: u64 = 1 << 48 | 1 << 34 | 1 << 20 | 1 << 6;
    (bits.wrapping_mul(GATHER) >> 48) as u32 & 0xFF
}

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
            let wrong = (0..width * height)
                .filter(|&i| (bits.at(i % width, i / width) == 1) != ink(i % width, i / width));
            let wrong = wrong.count();
            assert!(wrong < width * height / 20, "{wrong} of {}", width * height);
        }
    }

    #[test]
    fn the_smallest_pictures_have_their_bits_too() {
        for (width, height) in [(1, 1), (1, 9), (8, 8), (9, 1)] {
            let grey = Grey { width, height, data: vec![0; width * height] };
            for bits in [Bits::by_blocks(&grey), Bits::by_local_mean(&grey, 10, 3)] {
                let mut edges = Vec::new();
                (0..height).for_each(|y| bits.edges(y, &mut edges));
                assert_eq!((bits.width, bits.height, edges.len()), (width, height, 0));
                assert!(bits.at(width - 1, height - 1) <= 1);
            }
        }
    }

    #[test]
    fn edges_are_where_neighbours_differ() {
        let (width, height) = (83, 40);
        let mut state = 7_u32;
        let data = (0..width * height).map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        });
        let grey = Grey { width, height, data: data.collect() };
        for bits in [Bits::by_blocks(&grey), Bits::by_local_mean(&grey, 6, 0)] {
            for y in 0..height {
                let mut edges = Vec::new();
                bits.edges(y, &mut edges);
                let expected: Vec<usize> =
                    (1..width).filter(|&x| bits.at(x, y) != bits.at(x - 1, y)).collect();
                assert_eq!(edges, expected);
            }
        }
        let levels = [3, 200, 99, 100, 101, 0, 255, 100];
        assert_eq!(darker(&levels, 100), 0b1010_1101);
        assert_eq!(darker(&levels[..5], 100), 0b01101);
        assert_eq!(darker(&[255; 8], 255), 255);
        assert_eq!(darker(&[1; 8], 0), 0);
    }
}
