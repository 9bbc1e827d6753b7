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
        let (width, height) = (self.width, self.height);
        let mut across = vec![0; self.data.len()];
        let mut padded = vec![0; width + 4];
        for (row, out) in self.data.chunks_exact(width).zip(across.chunks_exact_mut(width)) {
            pad(row, &mut padded);
            for (taps, out) in padded.windows(5).zip(out) {
                let at = |d: usize| u32::from(taps[d]);
                *out = ((at(0) + at(4) + 4 * (at(1) + at(3)) + 6 * at(2) + 8) >> 4) as u8;
            }
        }
        let mut data = vec![0; self.data.len()];
        for (y, out) in data.chunks_exact_mut(width).enumerate() {
            let row = |d: usize| &across[(y + d).saturating_sub(2).min(height - 1) * width..][..width];
            let (a, b, c, d, e) = (row(0), row(1), row(2), row(3), row(4));
            let rows = a.iter().zip(b).zip(c).zip(d).zip(e);
            for (out, ((((a, b), c), d), e)) in out.iter_mut().zip(rows) {
                let (outer, inner) = (u32::from(*a) + u32::from(*e), u32::from(*b) + u32::from(*d));
                *out = ((outer + 4 * inner + 6 * u32::from(*c) + 8) >> 4) as u8;
            }
        }
        Self { width, height, data }
    }

    /// Half as wide and high: means of two by two.
    pub(super) fn halved(&self) -> Self {
        let (width, height) = ((self.width / 2).max(1), (self.height / 2).max(1));
        let mut data = Vec::with_capacity(width * height);
        for y in 0..height {
            let upper = &self.data[2 * y * self.width..][..self.width];
            let lower = &self.data[(2 * y + 1).min(self.height - 1) * self.width..][..self.width];
            for x in 0..width {
                let (l, r) = (2 * x, (2 * x + 1).min(self.width - 1));
                let sum =
                    u32::from(upper[l]) + u32::from(upper[r]) + u32::from(lower[l]) + u32::from(lower[r]);
                data.push(((sum + 2) >> 2) as u8);
            }
        }
        Self { width, height, data }
    }

    /// The box of this size from (left, top).
    pub(super) fn cropped(&self, left: usize, top: usize, width: usize, height: usize) -> Self {
        let (left, top) = (left.min(self.width - 1), top.min(self.height - 1));
        let (width, height) = (width.clamp(1, self.width - left), height.clamp(1, self.height - top));
        let rows = (top..top + height).flat_map(|y| &self.data[y * self.width + left..][..width]);
        Self { width, height, data: rows.copied().collect() }
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
        let mut across = vec![0; width * self.height];
        let mut padded = vec![0; self.width + 4];
        for (row, out) in self.data.chunks_exact(self.width).zip(across.chunks_exact_mut(width)) {
            pad(row, &mut padded);
            for (taps, out) in padded.windows(5).zip(out.chunks_exact_mut(2)) {
                let at = |d: usize| i32::from(taps[d]);
                out[0] = blend(at(3), at(2), at(1), at(0));
                out[1] = blend(at(1), at(2), at(3), at(4));
            }
        }
        let mut data = vec![0; width * height];
        for (y, pair) in data.chunks_exact_mut(width * 2).enumerate() {
            let row = |d: usize| &across[(y + d).saturating_sub(2).min(self.height - 1) * width..][..width];
            let (a, b, c, d, e) = (row(0), row(1), row(2), row(3), row(4));
            let (upper, lower) = pair.split_at_mut(width);
            for (x, (upper, lower)) in upper.iter_mut().zip(lower).enumerate() {
                let (b, c, d) = (i32::from(b[x]), i32::from(c[x]), i32::from(d[x]));
                *upper = blend(d, c, b, i32::from(a[x]));
                *lower = blend(b, c, d, i32::from(e[x]));
            }
        }
        let mut picture = Self { width, height, data };
        let soft = picture.smoothed();
        for (value, mean) in picture.data.iter_mut().zip(soft.data) {
            // One and a half times the difference is added.
            let sharp = (5 * i32::from(*value) - 3 * i32::from(mean)) >> 1;
            *value = sharp.clamp(0, 255) as u8;
        }
        picture
    }
}

/// A row with its first and last level twice more at either end.
fn pad(row: &[u8], padded: &mut [u8]) {
    let (first, last) = (row[0], row[row.len() - 1]);
    padded[..2].fill(first);
    padded[2..row.len() + 2].copy_from_slice(row);
    padded[row.len() + 2..].fill(last);
}

/// Keys' kernel at the distances 1¼, ¼, ¾, 1¾, in 128ths.
#[inline]
fn blend(a: i32, b: i32, c: i32, d: i32) -> u8 {
    ((-9 * a + 111 * b + 29 * c - 3 * d + 64) >> 7).clamp(0, 255) as u8
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
}
