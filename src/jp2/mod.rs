//! JPEG 2000 portraits, which no browser shows but Safari: decoded to RGBA by `hayro-jpeg2000`, within bounds.
//!
//! A module of its own (`jp2.wasm`), loaded only when a chip holds such a picture.

mod header;
mod limits;

use hayro_jpeg2000::{ColorSpace, DecodeSettings, DecodedImage, DecoderContext, Image};

use serde::Serialize;

use crate::Error;

use header::{Unfit, check, codestreams};
pub use limits::{LIMITS, Limits};

/// A picture as a canvas takes it.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Pixels {
    /// Pixels, at least 1.
    pub width: u32,
    /// Pixels, at least 1.
    pub height: u32,
    /// 4·width·height bytes, rows from the top, alpha last and not multiplied in.
    #[serde(rename = "data", with = "serde_bytes")]
    pub rgba: Vec<u8>,
}

/// Decodes a JP2 file or a bare codestream (ISO/IEC 15444-1).
///
/// # Errors
/// `jp2.too_large` beyond [`LIMITS`]; `jp2.broken` for what is no such picture, or ends early;
/// `jp2.colours` for colours that are neither grey nor RGB.
pub fn decode(bytes: &[u8]) -> Result<Pixels, Error> {
    if bytes.len() > LIMITS.bytes {
        return Err(too_large());
    }
    for codestream in codestreams(bytes) {
        check(codestream, &LIMITS).map_err(|unfit| match unfit {
            Unfit::Broken => broken(),
            Unfit::TooLarge => too_large(),
        })?;
    }
    let image = Image::new(bytes, &DecodeSettings::default()).map_err(|_| broken())?;
    let (width, height) = (image.width(), image.height());
    if width == 0 || height == 0 {
        return Err(broken());
    }
    if u64::from(width).saturating_mul(u64::from(height)) > LIMITS.pixels {
        return Err(too_large());
    }
    let colours = usize::from(match image.color_space() {
        ColorSpace::Gray | ColorSpace::Icc { num_channels: 1, .. } => 1_u8,
        ColorSpace::RGB | ColorSpace::Icc { num_channels: 3, .. } => 3,
        _ => return Err(Error::new("jp2.colours", "neither grey nor RGB")),
    });
    let channels = if image.has_alpha() { colours.saturating_add(1) } else { colours };
    let mut context = DecoderContext::default();
    let decoded = image.decode(&mut context).map_err(|_| broken())?;
    let rgba = rgba(&decoded, colours, channels).ok_or_else(broken)?;
    let expected = u64::from(width).saturating_mul(u64::from(height)).saturating_mul(4);
    if u64::try_from(rgba.len()) != Ok(expected) {
        return Err(broken());
    }
    Ok(Pixels { width, height, rgba })
}

/// Interleaved samples to RGBA; `None` when the channels are not those that the header promised.
fn rgba(decoded: &DecodedImage<'_>, colours: usize, channels: usize) -> Option<Vec<u8>> {
    if decoded.components().len() != channels {
        return None;
    }
    let samples = decoded.data_u8();
    let mut rgba = Vec::with_capacity(samples.len().checked_div(channels)?.checked_mul(4)?);
    for pixel in samples.chunks_exact(channels) {
        let alpha = pixel.get(colours).copied().unwrap_or(0xFF);
        match pixel {
            [red, green, blue, ..] => rgba.extend_from_slice(&[*red, *green, *blue, alpha]),
            [grey, ..] => rgba.extend_from_slice(&[*grey, *grey, *grey, alpha]),
            [] => return None,
        }
    }
    Some(rgba)
}

fn broken() -> Error {
    Error::new("jp2.broken", "no JPEG 2000 picture, or a damaged one")
}

fn too_large() -> Error {
    Error::new("jp2.too_large", "a larger picture than any portrait")
}
