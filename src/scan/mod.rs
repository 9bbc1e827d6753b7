//! A picture in, the bytes of its QR codes out (ISO/IEC 18004:2015).
//!
//! The black and white picture only serves to find the finder patterns. Everything after that works on grey
//! levels: a template of all modules that the version fixes is laid over the picture, each module gets one
//! soft value, an equaliser undoes the blur, and Reed–Solomon decoding takes the least reliable codewords
//! as erasures. `docs/scan.md` has the measurements behind each step.
//!
//! There is no clock here: [`Effort`] is a budget of work.

mod accumulator;
mod bits;
mod budget;
mod candidate;
mod codewords;
mod correlation;
mod crossing;
mod equaliser;
mod feedback;
mod finder;
mod finders;
pub mod findings;
mod follower;
mod format;
mod galois;
mod geometry;
mod grey;
mod guess;
mod hints;
mod homography;
mod image;
mod lanes;
mod linear;
mod mesh;
#[cfg(feature = "scan-mrz")]
pub mod mrz;
mod order;
mod outline;
mod point;
mod reader;
mod reed_solomon;
mod region;
mod ring;
mod sampling;
mod search;
mod seen;
mod segments;
mod soft_reading;
mod symbol;
mod tables;
mod template;
mod texture;
mod version;
mod view;

pub use accumulator::Evidence;
pub use image::{IMAGE_LIMITS, Image, ImageLimits, levels};
pub use segments::Sequence;
pub use symbol::{Scan, Symbol};
pub use version::Level;

use budget::Budget;
use grey::Grey;
use search::Search;

/// How much work a picture is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// A frame of a video: about 30 ms, with what is begun when the budget ends.
    Frame,
    /// A photo: up to about 240 ms.
    Photo,
    /// So many units of work, each about a nanosecond of the machine of `docs/scan.md`.
    Work(u64),
}

impl Effort {
    fn units(self) -> u64 {
        match self {
            Self::Frame => 28_000_000,
            Self::Photo => 240_000_000,
            Self::Work(units) => units,
        }
    }

    /// What it took to read the bytes that no photo has; something is left for whatever is in it.
    fn beyond(self, image: &Image<'_>) -> usize {
        let beyond = image.bytes().saturating_sub(BYTES_OF_A_PHOTO).saturating_mul(2);
        let most = usize::try_from(self.units()).unwrap_or(usize::MAX).saturating_div(5).saturating_mul(3);
        beyond.min(most)
    }

    /// So many pixels are one, in both directions, that looking at the picture leaves work for reading it.
    fn step(self, image: &Image<'_>) -> usize {
        let pixels = image.width().saturating_mul(image.height());
        let affords = |step: &usize| {
            let seen = pixels.checked_div(step.saturating_mul(*step)).unwrap_or(0);
            u64::try_from(seen).is_ok_and(|seen| seen.saturating_mul(UNITS_A_PIXEL) <= self.units())
        };
        [1, 2, 4].into_iter().find(affords).unwrap_or(8)
    }
}

/// 16 million grey pixels.
const BYTES_OF_A_PHOTO: usize = 16_000_000;

/// What looking at a pixel in all sizes may cost: a frame of 12 million pixels is looked at in half its size.
const UNITS_A_PIXEL: u64 = 6;

/// Finds and reads the QR codes of a picture.
///
/// The same picture and effort give the same result. Nothing found is a [`Scan`] without symbols and with
/// findings that say what hindered.
pub fn scan(image: &Image<'_>, effort: Effort) -> Scan {
    scan_frame(&Evidence::default(), image, effort).1
}

/// The same for a frame of a video: follows the symbol of the last frame, and adds this frame's
/// evidence to that of the frames before. Nothing is kept but what is returned.
pub fn scan_frame(evidence: &Evidence, image: &Image<'_>, effort: Effort) -> (Evidence, Scan) {
    let step = effort.step(image);
    let Some(grey) = image.grey(step) else { return (evidence.clone(), hints::nothing()) };
    let mut budget = Budget::new(effort.units());
    // Reading it was work as well.
    budget.spend(grey.area() / 4);
    budget.spend(effort.beyond(image));
    let finders = evidence.finders(&grey, &mut budget);
    let mut search = Search::new(&grey, budget);
    search.hypotheses.finders.extend(finders);
    search.run();
    let mut evidence = evidence.clone();
    if search.hypotheses.symbols.is_empty() {
        let symbol = search.hypotheses.seen().and_then(|seen| evidence.add(seen));
        search.hypotheses.symbols.extend(symbol);
    } else {
        evidence = Evidence::of_place(&search.hypotheses.symbols);
    }
    let mut scan = hints::conclude(&grey, search);
    if scan.symbols.is_empty()
        && let Some(again) = cut_out(&grey, Budget::new(effort.units().saturating_sub(scan.work)))
    {
        evidence = Evidence::of_place(&again.symbols);
        scan = again;
    }
    (evidence, scan.times(step))
}

/// A symbol cut out along its edge: with a quiet zone its finders can be seen.
fn cut_out(grey: &Grey, budget: Budget) -> Option<Scan> {
    if grey.area() >= CUT_OUT {
        return None;
    }
    let margin = grey.width.min(grey.height) / 8;
    let framed = grey.framed(margin, u8::MAX);
    let mut search = Search::new(&framed, budget);
    search.run();
    let scan = hints::conclude(&framed, search);
    (!scan.symbols.is_empty()).then(|| scan.moved(margin))
}

/// Pictures of fewer pixels may be all symbol.
const CUT_OUT: usize = 300_000;

/// Reads a symbol of which every module is known already: row by row, true for dark.
///
/// `None` when the number of modules is that of no version, or when they carry nothing that makes sense.
pub fn read_modules(modules: &[bool]) -> Option<Symbol> {
    let side = modules.len().isqrt();
    let version = u8::try_from(side.checked_sub(17)? / 4).ok().and_then(version::Version::new)?;
    if version.size() != side || side.checked_mul(side) != Some(modules.len()) {
        return None;
    }
    let soft: Vec<f32> = modules.iter().map(|dark| if *dark { 1.0 } else { -1.0 }).collect();
    reader::read_soft(&soft, version)
}
