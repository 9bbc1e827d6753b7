//! A compiled pack: what the package carries, and all that the engine reads.
//!
//! ```text
//! "cancuoc-pack" 4     the format: its number is raised whenever an older engine would misread a pack
//! Pack                 by postcard, with a CRC-32 behind it
//! ```

use super::Pack;
use crate::Error;

/// The head of every compiled pack of this format.
const FORMAT: &[u8] = b"cancuoc-pack\x04";

/// ISO 3309, as in Ethernet: against damage on the way, not against intent.
static CRC: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);

/// Whether these are the bytes of a compiled pack of this format.
pub(super) fn checked(bytes: &[u8]) -> Result<&[u8], Error> {
    let other = || Error::new("pack.version", "the pack was compiled for another version of the package");
    bytes.strip_prefix(FORMAT).ok_or_else(other)
}

impl Pack {
    /// Reads a compiled pack (`docs/packs.md`, Compiled packs).
    ///
    /// # Errors
    /// `pack.version`: it was compiled for another version; `pack.damaged`: it is not as it was compiled.
    pub fn from_compiled(bytes: &[u8]) -> Result<Self, Error> {
        postcard::from_bytes_crc32(checked(bytes)?, CRC.digest())
            .map_err(|_| Error::new("pack.damaged", "the pack is not as it was compiled"))
    }

    #[cfg(feature = "author")]
    pub(super) fn to_compiled(&self) -> Vec<u8> {
        let body = postcard::to_stdvec_crc32(self, CRC.digest()).unwrap_or_default();
        [FORMAT, &body].concat()
    }
}
