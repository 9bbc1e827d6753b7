//! How a picture is made black and white.

use crate::scan::bits::Bits;
use crate::scan::grey::Grey;

/// A threshold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// Of blocks, smoothed over their neighbours.
    Blocks,
    /// The mean around each pixel.
    Mean,
}

impl Look {
    pub(super) fn bits(self, grey: &Grey) -> Bits<'_> {
        match self {
            Self::Blocks => Bits::by_blocks(grey),
            Self::Mean => Bits::by_local_mean(grey, (grey.width.min(grey.height) / 40).max(10), 3),
        }
    }

    /// Units of the budget, a pixel.
    pub(super) fn cost(self) -> usize {
        match self {
            Self::Blocks => 1,
            Self::Mean => 5,
        }
    }
}
