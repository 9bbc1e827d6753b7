//! A compiled pack: what the package carries, and all that the engine reads.
//!
//! ```text
//! "cancuoc-pack" 8     the format: its number is raised whenever an older engine would misread a pack
//! Pack                 by postcard, with a CRC-32 behind it
//! ```

use super::Pack;
use crate::Error;

/// The head of every compiled pack.
const HEAD: &[u8] = b"cancuoc-pack";
/// The number of this format, behind the head.
const FORMAT: u8 = 8;

/// ISO 3309, as in Ethernet: against damage on the way, not against intent.
static CRC: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);

/// Whether these are the bytes of a compiled pack of this format.
pub(super) fn checked(bytes: &[u8]) -> Result<&[u8], Error> {
    let rest =
        bytes.strip_prefix(HEAD).ok_or_else(|| Error::new("pack.foreign", "this is no compiled pack"))?;
    match rest.split_first() {
        Some((&FORMAT, body)) => Ok(body),
        Some(_) => {
            Err(Error::new("pack.version", "the pack was compiled for another version of the package"))
        }
        None => Err(damaged()),
    }
}

impl Pack {
    /// Reads a compiled pack (`docs/packs.md`, Compiled packs).
    ///
    /// # Errors
    /// `pack.foreign`: something else; `pack.version`: it was compiled for another version; `pack.damaged`: it is not as
    /// it was compiled.
    pub fn from_compiled(bytes: &[u8]) -> Result<Self, Error> {
        postcard::from_bytes_crc32(checked(bytes)?, CRC.digest()).map_err(|_| damaged())
    }

    #[cfg(feature = "author")]
    pub(super) fn to_compiled(&self) -> Vec<u8> {
        let body = postcard::to_stdvec_crc32(self, CRC.digest()).unwrap_or_default();
        [HEAD, &[FORMAT], &body].concat()
    }
}

fn damaged() -> Error {
    Error::new("pack.damaged", "the pack is not as it was compiled")
}
