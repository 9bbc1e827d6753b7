use super::grey::Grey;
use super::lanes;
use crate::Error;

/// A picture as it comes in: grey or RGBA bytes, row by row, without padding.
#[derive(Clone, Copy)]
pub struct Image<'a> {
    data: &'a [u8],
    width: usize,
    height: usize,
    /// Bytes a pixel: 1 or 4.
    depth: usize,
}

/// What a picture may measure.
#[derive(Clone, Copy, Debug)]
pub struct ImageLimits {
    /// Pixels in all: a phone's 48 million and some more.
    pub pixels: usize,
    /// Pixels a side.
    pub side: usize,
}

/// The limits of [`Image::new`].
pub const IMAGE_LIMITS: ImageLimits = ImageLimits { pixels: 64_000_000, side: 16_384 };

impl<'a> Image<'a> {
    /// A picture of `width` × `height` pixels; one byte a pixel is grey, four are RGBA.
    ///
    /// # Errors
    /// `scan.size` when the data do not fit the size, `limit.input` beyond [`IMAGE_LIMITS`].
    pub fn new(data: &'a [u8], width: usize, height: usize) -> Result<Self, Error> {
        let limits = IMAGE_LIMITS;
        if width > limits.side || height > limits.side {
            return Err(Error::limit("a picture's side in pixels", limits.side));
        }
        let pixels = width.saturating_mul(height);
        if pixels > limits.pixels {
            return Err(Error::limit("a picture's pixels", limits.pixels));
        }
        let depth = [1, 4].into_iter().find(|depth| pixels.saturating_mul(*depth) == data.len());
        let depth = depth.ok_or_else(|| {
            let detail =
                format!("{width} x {height} pixels need {pixels} (grey) or four times as many bytes");
            Error::new("scan.size", detail)
        })?;
        Ok(Self { data, width, height, depth })
    }

    /// Pixels from left to right.
    pub fn width(&self) -> usize {
        self.width
    }

    pub(super) fn bytes(&self) -> usize {
        self.data.len()
    }

    /// Pixels from top to bottom.
    pub fn height(&self) -> usize {
        self.height
    }

    /// The grey levels; of RGBA the luma of ITU-R BT.601, over white where it is transparent;
    /// of every `step`-th pixel of every `step`-th row.
    pub(super) fn grey(&self, step: usize) -> Option<Grey> {
        let (width, height) = (self.width.checked_div(step)?, self.height.checked_div(step)?);
        if width == 0 || height == 0 {
            return None;
        }
        if (self.depth, step) == (1, 1) {
            return Some(Grey { width, height, data: self.data.to_vec() });
        }
        let mut data = vec![0; width.checked_mul(height)?];
        let rows = self.data.chunks_exact(self.width.checked_mul(self.depth)?).step_by(step);
        for (row, out) in rows.zip(data.chunks_exact_mut(width)) {
            if self.depth == 1 {
                out.iter_mut().zip(row.iter().step_by(step)).for_each(|(out, level)| *out = *level);
            } else {
                lighten(row, step, out);
            }
        }
        Some(Grey { width, height, data })
    }
}

impl core::fmt::Debug for Image<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Image({} x {}, {} bytes a pixel)", self.width, self.height, self.depth)
    }
}

/// The grey levels of every `step`-th of these RGBA pixels, as [`Image`] makes them: for those who have more of them than
/// they want to hand over at once.
pub fn levels(rgba: &[u8], step: usize) -> Vec<u8> {
    let step = step.max(1);
    let mut levels = vec![0; rgba.chunks_exact(4).len().div_ceil(step)];
    lighten(rgba, step, &mut levels);
    levels
}

/// Makes every `step`-th pixel grey.
fn lighten(rgba: &[u8], step: usize, out: &mut [u8]) {
    let single = |(out, pixel): (&mut u8, &[u8])| *out = luma(pixel);
    if step > 1 {
        return out.iter_mut().zip(rgba.chunks_exact(4).step_by(step)).for_each(single);
    }
    for (out, pixels) in out.chunks_mut(4).zip(rgba.chunks(16)) {
        // Two pixels a word; at the end there may be fewer, which makes a word of 0.
        let (first, second) = pixels.split_at(pixels.len().min(8));
        let (first, second) = (lanes::word(first), lanes::word(second));
        if first & second & OPAQUE == OPAQUE {
            let (first, second) = (opaque_lumas(first), opaque_lumas(second));
            out.copy_from_slice(&[first[0], first[4], second[0], second[4]]);
        } else {
            out.iter_mut().zip(pixels.chunks_exact(4)).for_each(single);
        }
    }
}

/// The alpha of two pixels.
const OPAQUE: u64 = 0xFF00_0000_FF00_0000;

/// The luma of two opaque pixels, in the first and the fifth byte.
#[allow(clippy::arithmetic_side_effects, reason = "the weights sum to 256: no sum leaves its 32 bits")]
fn opaque_lumas(two: u64) -> [u8; 8] {
    const LEVEL: u64 = 0x0000_00FF_0000_00FF;
    let (red, green, blue) = (two & LEVEL, two >> 8 & LEVEL, two >> 16 & LEVEL);
    ((77 * red + 150 * green + 29 * blue) >> 8).to_le_bytes()
}

#[allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "the weights sum to 256, so sums of weighted bytes stay below 2¹⁶ and their 256th is a byte"
)]
fn luma(pixel: &[u8]) -> u8 {
    let &[r, g, b, a] = pixel else { return 0 };
    let grey = (77 * u32::from(r) + 150 * u32::from(g) + 29 * u32::from(b)) >> 8;
    if a == 255 { grey as u8 } else { ((grey * u32::from(a) + 255 * (255 - u32::from(a))) / 255) as u8 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_that_do_not_fit_the_data_are_refused_with_a_code() {
        assert_eq!(Image::new(&[0; 12], 4, 2).unwrap_err().code, "scan.size");
        assert_eq!(Image::new(&[0; 400], 20_000, 20_000).unwrap_err().code, "limit.input");
        assert_eq!(Image::new(&[], 16_000, 16_000).unwrap_err().code, "limit.input");
        assert_eq!(Image::new(&[], usize::MAX, usize::MAX).unwrap_err().code, "limit.input");
    }

    #[test]
    fn grey_and_rgba_are_told_apart_by_their_length() {
        assert_eq!(Image::new(&[7], 1, 1).unwrap().grey(1).unwrap().data, [7]);
        let pixels = [255, 255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 0];
        assert_eq!(Image::new(&pixels, 3, 1).unwrap().grey(1).unwrap().data, [255, 0, 255]);
        assert!(Image::new(&[], 0, 0).unwrap().grey(1).is_none());
    }

    #[test]
    fn a_thinned_picture_has_every_second_pixel_of_every_second_row() {
        let levels: Vec<u8> = (0..15).collect();
        let grey = Image::new(&levels, 5, 3).unwrap().grey(2).unwrap();
        assert_eq!((grey.width, grey.height, grey.data), (2, 1, vec![0, 2]));
        let coloured: Vec<u8> = levels.iter().flat_map(|v| [*v, *v, *v, 255]).collect();
        assert_eq!(Image::new(&coloured, 5, 3).unwrap().grey(2).unwrap().data, [0, 2]);
        assert!(Image::new(&levels, 5, 3).unwrap().grey(4).is_none());
    }

    #[test]
    fn many_pixels_at_once_are_as_grey_as_one_by_one() {
        let opaque: Vec<u8> = (0..76_u8).map(|i| if i % 4 == 3 { 255 } else { i.wrapping_mul(83) }).collect();
        let mut clear = opaque.clone();
        clear[43] = 254;
        for rgba in [opaque, clear] {
            for pixels in 0..=rgba.len() / 4 {
                let rgba = &rgba[..4 * pixels];
                let each: Vec<u8> = rgba.chunks_exact(4).map(luma).collect();
                assert_eq!(levels(rgba, 1), each);
                assert_eq!(levels(rgba, 2), each.iter().step_by(2).copied().collect::<Vec<_>>());
            }
        }
    }
}
