//! Where the portrait stands.

use crate::chip::lds;

/// The portrait within DG2: the border hands out the bytes without copying them twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PortraitPlace {
    /// Format and size.
    pub picture: lds::Picture,
    /// First byte within DG2.
    pub offset: usize,
    /// Bytes.
    pub length: usize,
}
