//! A picture in, the bytes of its QR codes out (ISO/IEC 18004:2015).
//!
//! The black and white picture only serves to find the finder patterns. Everything after that works on grey
//! levels: a template of all modules that the version fixes is laid over the picture, each module gets one
//! soft value, an equaliser undoes the blur, and Reed–Solomon decoding takes the least reliable codewords
//! as erasures. `docs/scan.md` has the measurements behind each step.
//!
//! There is no clock here: [`Effort`] is a budget of work.

mod bits;
mod budget;
mod candidate;
mod codewords;
mod equaliser;
mod finder;
pub mod findings;
mod format;
mod galois;
mod geometry;
mod grey;
mod hints;
mod homography;
mod image;
mod linear;
mod mesh;
mod order;
mod point;
mod reader;
mod reed_solomon;
mod region;
mod ring;
mod sampling;
mod search;
mod segments;
mod symbol;
mod template;
mod texture;
mod version;

pub use image::{IMAGE_LIMITS, Image, ImageLimits};
pub use segments::Sequence;
pub use symbol::{Scan, Symbol};
pub use version::Level;

use budget::Budget;
use search::Search;

/// How much work a picture is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// A frame of a video: about 30 ms.
    Frame,
    /// A photo: up to about 300 ms.
    Photo,
    /// So many units of work, each about a nanosecond of the machine of `docs/scan.md`.
    Work(u64),
}

impl Effort {
    /// About so many milliseconds of the calibrating machine; out of range or no number: the nearest that is.
    #[allow(
        clippy::as_conversions,
        clippy::arithmetic_side_effects,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 1 to 60,000; what is no number becomes 0"
    )]
    pub fn milliseconds(milliseconds: f64) -> Self {
        Self::Work((milliseconds.clamp(1.0, 60_000.0) * 1e6) as u64)
    }

    fn budget(self) -> Budget {
        Budget::new(match self {
            Self::Frame => 30_000_000,
            Self::Photo => 300_000_000,
            Self::Work(units) => units,
        })
    }
}

/// Finds and reads the QR codes of a picture.
///
/// The same picture and effort give the same result. Nothing found is a [`Scan`] without symbols and with
/// findings that say what hindered.
pub fn scan(image: &Image<'_>, effort: Effort) -> Scan {
    let Some(grey) = image.grey() else { return hints::nothing() };
    let mut search = Search::new(&grey, effort.budget());
    search.run();
    hints::conclude(&grey, search)
}
