//! What all modules that take pictures have in common.

use wasm_bindgen::prelude::*;

use super::border::{named_locale, thrown};
use crate::scan::{self, Effort, Image};
use crate::{Error, Locale};

/// The grey levels of every `step`-th of these RGBA pixels.
#[wasm_bindgen(js_name = greyLevels)]
pub fn grey_levels(rgba: &[u8], step: usize) -> Vec<u8> {
    scan::levels(rgba, step)
}

/// What every reader of pictures is given.
///
/// # Errors
/// `options.locale`, `options.effort`, `scan.size`
pub(super) fn given<'a>(
    data: &'a [u8],
    (width, height): (usize, usize),
    effort: &str,
    locale: &str,
) -> Result<(Image<'a>, Effort, Locale), JsValue> {
    let locale = named_locale(locale).map_err(thrown)?;
    let effort = parse_effort(effort).map_err(thrown)?;
    Ok((Image::new(data, width, height).map_err(thrown)?, effort, locale))
}

/// # Errors
/// `options.effort`
fn parse_effort(effort: &str) -> Result<Effort, Error> {
    match (effort, effort.parse::<u32>()) {
        ("frame", _) => Ok(Effort::Frame),
        ("photo", _) => Ok(Effort::Photo),
        (_, Ok(milliseconds)) => {
            Ok(Effort::Work(u64::from(milliseconds.clamp(1, 60_000)).saturating_mul(1_000_000)))
        }
        _ => Err(Error::new("options.effort", "`frame` or `photo`")),
    }
}

/// A side of a canvas.
pub(super) fn side(pixels: u32) -> usize {
    usize::try_from(pixels).unwrap_or(usize::MAX)
}
