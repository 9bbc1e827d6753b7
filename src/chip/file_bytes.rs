use std::fmt;

use base64ct::{Base64, Encoding};
use serde::de::{Deserialize, Deserializer, Error, Visitor};

/// A file as it is handed over: bytes, or in JSON, which has none, base64 (RFC 4648 §4, with its padding).
#[derive(Clone, Default, PartialEq, Eq)]
pub struct FileBytes(Vec<u8>);

impl FileBytes {
    /// The file.
    pub fn as_slice(&self) -> &[u8] {
        &self.0
    }

    /// The file of a text.
    pub fn from_base64(text: &str) -> Option<Self> {
        Base64::decode_vec(text).ok().map(Self)
    }
}

/// How many there are: what is in them may be a person's.
impl fmt::Debug for FileBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FileBytes({})", self.0.len())
    }
}

impl<'de> Deserialize<'de> for FileBytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_byte_buf(OfBytes)
    }
}

struct OfBytes;

impl Visitor<'_> for OfBytes {
    type Value = FileBytes;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes, or a text of base64")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<FileBytes, E> {
        Ok(FileBytes(bytes.to_vec()))
    }

    fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<FileBytes, E> {
        Ok(FileBytes(bytes))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<FileBytes, E> {
        FileBytes::from_base64(text).ok_or_else(|| E::custom("base64 is needed"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Value;

    #[test]
    fn a_text_is_base64_with_its_padding() {
        let read = |text: &str| FileBytes::deserialize(Value::from(text));
        assert_eq!(read("AAH/").unwrap().as_slice(), [0, 1, 255]);
        assert_eq!(read("AA==").unwrap().as_slice(), [0]);
        for text in ["AA", "A A==", "AA=", "-_-_", "é"] {
            assert!(read(text).is_err(), "{text}");
        }
        assert!(FileBytes::deserialize(Value::Null).is_err());
    }
}
