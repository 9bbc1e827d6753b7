//! A grey picture and the other sizes and sharpnesses at which it is looked at.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "rows and columns below height and width of buffers made with that area; weighted means of bytes \
              fit a byte"
)]

use super::lanes::{self, BYTES, ONES};
use super::point::Point;

/// Grey levels, row by row; neither side is 0.
pub(super) struct Grey {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) data: Vec<u8>,
}

impl Grey {
    pub(super) fn area(&self) -> usize {
        self.data.len()
    }

    /// The level at a position, between pixels by bilinear interpolation, outside as at the nearest edge.
    #[inline]
    pub(super) fn at(&self, p: Point) -> f32 {
        let x = (p.x - 0.5).clamp(0.0, self.width as f32 - 1.0);
        let y = (p.y - 0.5).clamp(0.0, self.height as f32 - 1.0);
        let (x0, y0) = (x as usize, y as usize);
        let (x1, y1) = ((x0 + 1).min(self.width - 1), (y0 + 1).min(self.height - 1));
        let level = |x: usize, y: usize| f32::from(self.data[y * self.width + x]);
        let (fx, fy) = (x - x0 as f32, y - y0 as f32);
        let upper = level(x0, y0) + (level(x1, y0) - level(x0, y0)) * fx;
        let lower = level(x0, y1) + (level(x1, y1) - level(x0, y1)) * fx;
        upper + (lower - upper) * fy
    }

    /// Smoothed by the binomial 1-4-6-4-1 in both directions (standard deviation 1 pixel).
    pub(super) fn smoothed(&self) -> Self {
        let mut data = vec![0; self.data.len()];
        let across = |row: &[u8], out: &mut [u8]| lanes::map(taps(row, out.len()), out, binomial);
        self.by_five_rows(self.width, across, |y, rows| {
            lanes::map(rows, &mut data[y * self.width..][..self.width], binomial);
        });
        Self { width: self.width, height: self.height, data }
    }

    /// Each row made into one of `width` by `across`, which is given it with its first and last level twice more at either
    /// end; then `down` gets for each row the two above, itself and the two below. Where there is none, the last one stands
    /// again.
    fn by_five_rows(
        &self,
        width: usize,
        across: impl Fn(&[u8], &mut [u8]),
        mut down: impl FnMut(usize, [&[u8]; 5]),
    ) {
        // Five rows are kept at a time: they stay in the processor's cache.
        let mut kept = vec![0; 5 * width];
        let mut padded = vec![0; self.width + 4];
        let mut made = 0;
        for y in 0..self.height {
            while made < (y + 3).min(self.height) {
                pad(&self.data[made * self.width..][..self.width], &mut padded);
                across(&padded, &mut kept[made % 5 * width..][..width]);
                made += 1;
            }
            let row = |d: usize| &kept[(y + d).saturating_sub(2).min(self.height - 1) % 5 * width..][..width];
            down(y, [row(0), row(1), row(2), row(3), row(4)]);
        }
    }

    /// Half as wide and high: means of two by two.
    pub(super) fn halved(&self) -> Self {
        let (width, height) = ((self.width / 2).max(1), (self.height / 2).max(1));
        let mut data = vec![0; width * height];
        for (y, out) in data.chunks_exact_mut(width).enumerate() {
            let row = |y: usize| &self.data[y.min(self.height - 1) * self.width..][..self.width];
            let (upper, lower) = (row(2 * y), row(2 * y + 1));
            if let ([upper], [lower]) = (upper, lower) {
                // One column is its own neighbour.
                lanes::halve(&[*upper; 2], &[*lower; 2], out);
            } else {
                lanes::halve(upper, lower, out);
            }
        }
        Self { width, height, data }
    }

    /// The box of this size from (left, top).
    pub(super) fn cropped(&self, left: usize, top: usize, width: usize, height: usize) -> Self {
        let (left, top) = (left.min(self.width - 1), top.min(self.height - 1));
        let (width, height) = (width.clamp(1, self.width - left), height.clamp(1, self.height - top));
        let mut data = Vec::with_capacity(width * height);
        for row in self.data.chunks_exact(self.width).skip(top).take(height) {
            data.extend_from_slice(&row[left..left + width]);
        }
        Self { width, height, data }
    }

    /// With so many pixels of `level` around it.
    pub(super) fn framed(&self, margin: usize, level: u8) -> Self {
        let (width, height) = (self.width + 2 * margin, self.height + 2 * margin);
        let mut data = vec![level; width * height];
        for (row, out) in self.data.chunks_exact(self.width).zip(data.chunks_exact_mut(width).skip(margin)) {
            out[margin..margin + self.width].copy_from_slice(row);
        }
        Self { width, height, data }
    }

    /// Twice as wide and high, by Keys' cubic convolution (*IEEE Trans. ASSP* 29, 1981, a = −½), sharpened
    /// by an unsharp mask.
    pub(super) fn doubled(&self) -> Self {
        let (width, height) = (self.width * 2, self.height * 2);
        let mut data = vec![0; width * height];
        let across = |row: &[u8], out: &mut [u8]| {
            let twice = |[a, b, c, d, e]: [u64; 5]| (blend(d, c, b, a), blend(b, c, d, e));
            lanes::map_twice(taps(row, out.len() / 2), out, twice);
        };
        self.by_five_rows(width, across, |y, [a, b, c, d, e]| {
            let (upper, lower) = data[2 * y * width..][..2 * width].split_at_mut(width);
            lanes::map([d, c, b, a], upper, |[a, b, c, d]| blend(a, b, c, d));
            lanes::map([b, c, d, e], lower, |[a, b, c, d]| blend(a, b, c, d));
        });
        Self { width, height, data }.sharpened()
    }

    /// What the binomial takes away is added one and a half times.
    fn sharpened(&self) -> Self {
        let mut data = vec![0; self.data.len()];
        let across = |row: &[u8], out: &mut [u8]| lanes::map(taps(row, out.len()), out, binomial);
        self.by_five_rows(self.width, across, |y, [a, b, c, d, e]| {
            let here = y * self.width..(y + 1) * self.width;
            lanes::map(
                [a, b, c, d, e, &self.data[here.clone()]],
                &mut data[here],
                |[a, b, c, d, e, level]| {
                    // 768 is added, and half of it taken away again: 3 · 255 is the most that is subtracted.
                    let sharp = (5 * level + 768 * ONES - 3 * binomial([a, b, c, d, e])) >> 1;
                    lanes::byte_above(sharp & (0x7FFF * ONES), 384)
                },
            );
        });
        Self { width: self.width, height: self.height, data }
    }
}

/// A row with its first and last level twice more at either end.
fn pad(row: &[u8], padded: &mut [u8]) {
    let (first, last) = (row[0], row[row.len() - 1]);
    padded[..2].fill(first);
    padded[2..row.len() + 2].copy_from_slice(row);
    padded[row.len() + 2..].fill(last);
}

/// Five rows of `width`, each one level further into a padded row.
fn taps(padded: &[u8], width: usize) -> [&[u8]; 5] {
    core::array::from_fn(|d| &padded[d..d + width])
}

/// 1-4-6-4-1, in 16ths.
#[inline]
fn binomial([a, b, c, d, e]: [u64; 5]) -> u64 {
    (a + e + 4 * (b + d) + 6 * c + 8 * ONES) >> 4 & BYTES
}

/// Keys' kernel at the distances 1¼, ¼, ¾, 1¾, in 128ths.
#[inline]
fn blend(a: u64, b: u64, c: u64, d: u64) -> u64 {
    // 24 is added and taken away again: 12 · 255 / 128 is the most that is subtracted.
    let sum = 111 * b + 29 * c + (24 * 128 + 64) * ONES - 9 * a - 3 * d;
    lanes::byte_above(sum >> 7 & (0x01FF * ONES), 24)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flat_pictures_stay_flat_at_every_size() {
        let flat = |width, height| Grey { width, height, data: vec![93; width * height] };
        for (width, height) in [(1, 1), (1, 7), (5, 2), (33, 17)] {
            let all =
                [flat(width, height).smoothed(), flat(width, height).halved(), flat(width, height).doubled()];
            for picture in all {
                assert_eq!(picture.data.len(), picture.width * picture.height);
                assert!(picture.data.iter().all(|v| *v == 93));
            }
        }
    }

    #[test]
    fn what_words_of_levels_give_is_what_the_formulas_say() {
        let mut state = 7_u32;
        let mut level = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            // Much of it black and white, where sums go beyond a byte.
            (i32::from((state >> 24) as u8) * 3 - 255).clamp(0, 255) as u8
        };
        for (width, height) in [(1, 1), (1, 9), (2, 3), (8, 8), (23, 14)] {
            let grey = Grey { width, height, data: (0..width * height).map(|_| level()).collect() };
            let at = |g: &Grey, x: isize, y: isize| {
                let inside = |t: isize, side: usize| t.clamp(0, side as isize - 1) as usize;
                i32::from(g.data[inside(y, g.height) * g.width + inside(x, g.width)])
            };
            let byte = |level: i32| level.clamp(0, 255) as u8;
            let binomial =
                |t: [i32; 5]| ((t[0] + t[4] + 4 * (t[1] + t[3]) + 6 * t[2] + 8) >> 4).clamp(0, 255);
            let smooth = |g: &Grey, x: isize, y: isize| {
                let row = |dy: isize| {
                    binomial(
                        [-2, -1, 0, 1, 2].map(|dx| at(g, x + dx, (y + dy).clamp(0, g.height as isize - 1))),
                    )
                };
                binomial([-2, -1, 0, 1, 2].map(row))
            };
            let every = |g: &Grey, what: &dyn Fn(isize, isize) -> u8| {
                (0..g.data.len())
                    .map(|i| what((i % g.width) as isize, (i / g.width) as isize))
                    .collect::<Vec<_>>()
            };
            assert_eq!(grey.smoothed().data, every(&grey, &|x, y| byte(smooth(&grey, x, y))));
            let keys = |t: [i32; 5], odd: bool| {
                let [a, b, c, d, e] = t;
                let (far, near, next, last) = if odd { (b, c, d, e) } else { (d, c, b, a) };
                ((-9 * far + 111 * near + 29 * next - 3 * last + 64) >> 7).clamp(0, 255)
            };
            let mut double = Grey { width: 2 * width, height: 2 * height, data: vec![0; 4 * width * height] };
            let twice = |x: isize, y: isize| {
                let row = |dy: isize| {
                    let y = (y / 2 + dy).clamp(0, height as isize - 1);
                    keys([-2, -1, 0, 1, 2].map(|dx| at(&grey, x / 2 + dx, y)), x % 2 == 1)
                };
                byte(keys([-2, -1, 0, 1, 2].map(row), y % 2 == 1))
            };
            double.data = every(&double, &twice);
            let sharp =
                every(&double, &|x, y| byte((5 * at(&double, x, y) - 3 * smooth(&double, x, y)) >> 1));
            assert_eq!(grey.doubled().data, sharp);
            let half = grey.halved();
            let mean = |x: isize, y: isize| {
                let two = |y: isize| at(&grey, 2 * x, y) + at(&grey, 2 * x + 1, y);
                byte((two(2 * y) + two(2 * y + 1) + 2) >> 2)
            };
            assert_eq!(half.data, every(&half, &mean));
        }
    }
}
