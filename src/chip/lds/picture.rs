/// What the header of a picture says. The picture itself is not decoded here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Picture {
    /// Which decoder it needs.
    pub format: Format,
    /// Pixels, at least 1.
    pub width: u32,
    /// Pixels, at least 1.
    pub height: u32,
}

/// The two formats of Doc 9303-9: JPEG, and JPEG 2000 as a file (JP2) or as a bare codestream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Format {
    /// ISO/IEC 10918-1.
    Jpeg,
    /// ISO/IEC 15444-1.
    Jp2,
}

/// Why a picture's size could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFault {
    /// Neither JPEG nor JPEG 2000.
    UnknownFormat,
    /// The header ends early, or says what cannot be.
    BrokenHeader(Format),
}

impl Format {
    /// The contract's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Jp2 => "jp2",
        }
    }

    /// By the first bytes.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(JPEG) {
            Some(Self::Jpeg)
        } else if bytes.starts_with(JP2) || bytes.starts_with(CODESTREAM) {
            Some(Self::Jp2)
        } else {
            None
        }
    }
}

/// Format and size, from the picture's own header.
///
/// # Errors
/// [`PictureFault`]
pub fn picture(bytes: &[u8]) -> Result<Picture, PictureFault> {
    let format = Format::of(bytes).ok_or(PictureFault::UnknownFormat)?;
    let size = match format {
        Format::Jpeg => jpeg_size(bytes),
        Format::Jp2 if bytes.starts_with(CODESTREAM) => codestream_size(bytes),
        Format::Jp2 => boxes_size(bytes),
    };
    match size {
        Some((width, height)) if width > 0 && height > 0 => Ok(Picture { format, width, height }),
        _ => Err(PictureFault::BrokenHeader(format)),
    }
}

/// ISO/IEC 10918-1, B.2.2: marker segments up to the first start of frame.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.get(2..)?;
    // Each turn takes at least one byte.
    loop {
        let (marker, after) = (rest.get(..2)?, rest.get(2..)?);
        match marker {
            // A fill byte before a marker (B.1.1.2).
            [0xFF, 0xFF] => rest = rest.get(1..)?,
            // Markers without a segment.
            [0xFF, 0x01 | 0xD0..=0xD8] => rest = after,
            // SOF0–SOF15 but DHT (C4), JPG (C8), DAC (CC): length, precision, lines, samples per line.
            [0xFF, 0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF] => {
                return Some((u16_at(after, 5)?, u16_at(after, 3)?));
            }
            // The frame must come before the scan and the end.
            [0xFF, 0xD9 | 0xDA | 0x00] => return None,
            [0xFF, _] => {
                let length = usize::try_from(u16_at(after, 0)?).ok()?;
                rest = after.get(length.max(2)..)?;
            }
            _ => return None,
        }
    }
}

/// ISO/IEC 15444-1, I.5.3.1: the `ihdr` box, first in the `jp2h` box.
fn boxes_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes;
    for _ in 0..MOST_BOXES {
        let (kind, content, after) = next_box(rest)?;
        if kind == b"jp2h" {
            let (kind, header, _) = next_box(content)?;
            return if kind == b"ihdr" { Some((u32_at(header, 4)?, u32_at(header, 0)?)) } else { None };
        }
        rest = after;
    }
    None
}

/// I.4: length (4), type (4), content; length 1 stands for a length of 8 octets, 0 for all that follows.
fn next_box(bytes: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let length = u32_at(bytes, 0)?;
    let kind = bytes.get(4..8)?;
    let (start, end) = match length {
        0 => (8, bytes.len()),
        1 => (16, usize::try_from(u64::from_be_bytes(bytes.get(8..16)?.try_into().ok()?)).ok()?),
        _ => (8, usize::try_from(length).ok()?),
    };
    Some((kind, bytes.get(start..end)?, bytes.get(end..)?))
}

/// A.5.1: SIZ follows SOC at once; Xsiz − XOsiz and Ysiz − YOsiz.
fn codestream_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let siz = bytes.get(8..)?;
    let width = u32_at(siz, 0)?.checked_sub(u32_at(siz, 8)?)?;
    let height = u32_at(siz, 4)?.checked_sub(u32_at(siz, 12)?)?;
    Some((width, height))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u32> {
    let pair = bytes.get(at..)?.first_chunk::<2>()?;
    Some(u32::from(u16::from_be_bytes(*pair)))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk::<4>().map(|four| u32::from_be_bytes(*four))
}

const JPEG: &[u8] = &[0xFF, 0xD8, 0xFF];
/// The signature box (I.5.1).
const JP2: &[u8] = &[0, 0, 0, 12, b'j', b'P', b' ', b' ', 0x0D, 0x0A, 0x87, 0x0A];
/// SOC and SIZ (A.4.1, A.5.1).
const CODESTREAM: &[u8] = &[0xFF, 0x4F, 0xFF, 0x51];
/// Before `jp2h` stand the signature and the file type; a few more are tolerated.
const MOST_BOXES: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jpeg_tells_its_size_behind_other_segments_and_fill_bytes() {
        let bytes = [
            0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC2, 0, 11, 8, 0, 160, 0, 120, 1, 1, 0x11, 0,
            0xFF, 0xDA,
        ];
        assert_eq!(picture(&bytes), Ok(Picture { format: Format::Jpeg, width: 120, height: 160 }));
        for cut in 3..18 {
            assert_eq!(picture(&bytes[..cut]), Err(PictureFault::BrokenHeader(Format::Jpeg)), "cut at {cut}");
        }
    }

    #[test]
    fn a_codestream_tells_its_size_without_its_offset() {
        let mut bytes = vec![0xFF, 0x4F, 0xFF, 0x51, 0, 41, 0, 0];
        for number in [130_u32, 170, 10, 10] {
            bytes.extend_from_slice(&number.to_be_bytes());
        }
        assert_eq!(picture(&bytes), Ok(Picture { format: Format::Jp2, width: 120, height: 160 }));
        assert_eq!(picture(&bytes[..20]), Err(PictureFault::BrokenHeader(Format::Jp2)));
    }

    #[test]
    fn what_is_no_picture_says_so() {
        assert_eq!(picture(b"GIF89a"), Err(PictureFault::UnknownFormat));
        assert_eq!(picture(b""), Err(PictureFault::UnknownFormat));
    }
}
