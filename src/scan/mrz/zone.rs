use serde::{Serialize, Serializer};

use crate::Finding;

/// What was read in a picture.
#[derive(Clone, Debug, Default)]
pub struct MrzScan {
    /// The zone, when one was found; one at the most.
    pub zones: Vec<ScannedZone>,
    /// What hindered, and what is to be looked at.
    pub findings: Vec<Finding>,
    /// Units of work that were done (see [`Effort::Work`](crate::scan::Effort::Work)).
    pub work: u64,
}

/// A machine-readable zone that was found. `Debug` does not show what it says.
#[derive(Clone, PartialEq, Serialize)]
pub struct ScannedZone {
    /// The lines with line breaks, as [`mrz::read`](crate::mrz::read) takes them; only when each sign is sure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The lines, with `?` where a sign is not sure.
    pub lines: Vec<String>,
    /// The places that are not sure.
    pub unsure: Vec<UnsurePlace>,
    /// How many lines of how many signs.
    pub format: Format,
    /// Upper left, upper right, lower right, lower left of the zone, in pixels of the picture.
    #[serde(serialize_with = "in_hundredths")]
    pub corners: [(f32, f32); 4],
}

/// A place of a zone, counted from 1, and the signs that may stand there, the likeliest first.
#[derive(Clone, PartialEq, Serialize)]
pub struct UnsurePlace {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
    /// At most four signs.
    pub likely: Vec<char>,
}

/// The size of a zone (ICAO Doc 9303).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// A card's back: three lines of thirty signs.
    Td1,
    /// A passport: two lines of forty-four.
    Td3,
}

impl Format {
    /// Rows and columns.
    pub(super) fn size(self) -> (usize, usize) {
        match self {
            Self::Td1 => (3, 30),
            Self::Td3 => (2, 44),
        }
    }
}

/// Hundredths of a pixel are as far as a corner is known.
fn in_hundredths<S: Serializer>(corners: &[(f32, f32); 4], serializer: S) -> Result<S::Ok, S::Error> {
    let round = |pixels: f32| (f64::from(pixels) * 100.0).round() / 100.0;
    serializer.collect_seq(corners.iter().map(|(x, y)| [round(*x), round(*y)]))
}

impl core::fmt::Debug for ScannedZone {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "ScannedZone({:?}, {} unsure, at {:?})", self.format, self.unsure.len(), self.corners)
    }
}

impl core::fmt::Debug for UnsurePlace {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "UnsurePlace({}, {})", self.line, self.column)
    }
}
