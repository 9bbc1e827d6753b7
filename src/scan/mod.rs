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

pub use accumulator::Evidence;
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

/// The same for a frame of a video: looks first where the last frame showed a symbol, and adds this frame's
/// evidence to that of the frames before. Nothing is kept but what is returned.
pub fn scan_frame(evidence: &Evidence, image: &Image<'_>, effort: Effort) -> (Evidence, Scan) {
    let Some(grey) = image.grey() else { return (evidence.clone(), hints::nothing()) };
    let mut search = Search::new(&grey, effort.budget());
    if let Some(corners) = evidence.corners() {
        search.near(&corners);
    }
    search.run();
    let mut evidence = evidence.clone();
    if search.symbols.is_empty() {
        let symbol = search.seen().and_then(|seen| evidence.add(seen));
        search.symbols.extend(symbol);
    } else {
        evidence = Evidence::default();
    }
    (evidence, hints::conclude(&grey, search))
}

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
