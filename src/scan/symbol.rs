use serde::{Serialize, Serializer};

use super::codewords::Message;
use super::point::Point;
use super::segments::Sequence;
use super::template::Template;
use super::version::Level;
use crate::Finding;

/// What was read in a picture.
#[derive(Clone, Debug, Default)]
pub struct Scan {
    /// The symbols in reading order: by rows from the top, from left to right.
    pub symbols: Vec<Symbol>,
    /// What hindered the reading, when nothing was read or something was seen and not read.
    pub findings: Vec<Finding>,
    /// Units of work that were done (see [`Effort::Work`](super::Effort::Work)).
    pub work: u64,
}

impl Scan {
    /// The corners in the picture without this margin.
    pub(super) fn moved(mut self, margin: usize) -> Self {
        let margin = u16::try_from(margin).map_or(0.0, f32::from);
        for (x, y) in self.symbols.iter_mut().flat_map(|s| &mut s.corners) {
            *x -= margin;
            *y -= margin;
        }
        self
    }

    /// The corners in a picture so many times as wide and high.
    pub(super) fn times(mut self, step: usize) -> Self {
        let factor = u16::try_from(step).map_or(1.0, f32::from);
        for (x, y) in self.symbols.iter_mut().flat_map(|s| &mut s.corners) {
            *x *= factor;
            *y *= factor;
        }
        self
    }
}

/// A QR code that was read. `Debug` does not show what it says.
#[derive(Clone, PartialEq, Serialize)]
pub struct Symbol {
    /// The data of all segments as they stand in the symbol, not converted: bytes as they are, digits and
    /// letters as ASCII, kanji as Shift JIS.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
    /// Upper left, upper right, lower right, lower left of the symbol itself, in pixels of the picture.
    #[serde(serialize_with = "in_hundredths")]
    pub corners: [(f32, f32); 4],
    /// 1 to 40.
    pub version: u8,
    /// The level of error correction.
    pub level: Level,
    /// The mask, 0 to 7.
    pub mask: u8,
    /// Seen in a mirror.
    pub mirrored: bool,
    /// Light on dark.
    pub reversed: bool,
    /// ECI assignment numbers in the symbol, in order; the bytes are not converted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub eci: Vec<u32>,
    /// Its place in a structured append.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sequence: Option<Sequence>,
    /// Codewords that were not as sampled.
    #[serde(skip)]
    pub corrected: usize,
}

impl Symbol {
    /// The symbol of a message; `corners` as the grid was read, from the one between the two other finders.
    pub(super) fn of_message(
        message: Message,
        template: &Template,
        corners: [Point; 4],
        mirrored: bool,
        reversed: bool,
    ) -> Self {
        let [a, b, c, d] = corners.map(|p| (p.x, p.y));
        Self {
            bytes: message.payload.bytes,
            corners: if mirrored { [a, d, c, b] } else { [a, b, c, d] },
            version: template.version.number(),
            level: message.level,
            mask: message.mask,
            mirrored,
            reversed,
            eci: message.payload.eci,
            sequence: message.payload.sequence,
            corrected: message.corrected,
        }
    }
}

/// Hundredths of a pixel are as far as a corner is known.
fn in_hundredths<S: Serializer>(corners: &[(f32, f32); 4], serializer: S) -> Result<S::Ok, S::Error> {
    let round = |pixels: f32| (f64::from(pixels) * 100.0).round() / 100.0;
    serializer.collect_seq(corners.iter().map(|(x, y)| [round(*x), round(*y)]))
}

impl core::fmt::Debug for Symbol {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let (version, level) = (self.version, self.level.name());
        write!(f, "Symbol({version}-{level}, {} bytes, at {:?})", self.bytes.len(), self.corners)
    }
}
