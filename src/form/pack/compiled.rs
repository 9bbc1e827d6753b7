//! A compiled pack: what the package carries, and all that the engine reads.
//!
//! ```text
//! "cancuoc-pack" 3     the format: its number is raised whenever an older engine would misread a pack
//! Compiled             by postcard, with a CRC-32 behind it
//! ```

use serde::{Deserialize, Serialize};

use super::{Pack, decode};
use crate::Error;
use crate::form::rule::Expression;
use crate::json;

/// The head of every compiled pack of this format.
const FORMAT: &[u8] = b"cancuoc-pack\x03";

/// What stands behind the head.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Compiled {
    /// The pack's JSON, without `$schema`.
    pub(super) source: String,
    /// In the order of decoding.
    pub(super) expressions: Vec<Expression>,
    /// The form's fields in an order in which each comes after those that it needs.
    pub(super) order: Vec<usize>,
    /// The same of each group's fields.
    pub(super) rows: Vec<Vec<usize>>,
}

impl Compiled {
    #[cfg(feature = "author")]
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let body = postcard::to_stdvec_crc32(self, CRC.digest()).unwrap_or_default();
        [FORMAT, &body].concat()
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let body = checked(bytes)?;
        postcard::from_bytes_crc32(body, CRC.digest()).map_err(|_| damaged())
    }

    fn into_pack(self) -> Option<Pack> {
        let source = json::parse(&self.source, json::LIMITS).ok()?;
        let mut expressions = self.expressions.into_iter();
        let mut pack = decode::decode(source, &mut |_, _| expressions.next())?;
        if expressions.next().is_some() {
            return None;
        }
        pack.order = self.order;
        for (group, order) in pack.groups.iter_mut().zip(self.rows) {
            group.order = order;
        }
        Some(pack)
    }
}

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
        Compiled::from_bytes(bytes)?.into_pack().ok_or_else(damaged)
    }
}

fn damaged() -> Error {
    Error::new("pack.damaged", "the pack is not as it was compiled")
}
