use crate::{
    Finding,
    chip::{
        findings,
        tlv::{Element, Reader, Rules, Tag, TlvError},
    },
};

use super::picture::{Picture, PictureFault, picture};

/// The portrait of DG2: the first face of the first template, its picture as it stands in the file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Portrait<'a> {
    /// Format and size by the picture's own header.
    pub picture: Picture,
    /// The picture.
    pub bytes: &'a [u8],
}

/// Why there is no portrait. It never stops the verdict on the chip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PortraitFault {
    /// The wrapping cannot be read.
    Encoding(TlvError),
    /// Neither a record of ISO/IEC 19794-5 nor one of 39794-5.
    UnknownRecord,
    /// The record holds no picture that can be shown.
    Picture(PictureFault),
}

/// Takes the portrait out of DG2 (Doc 9303-10, 4.7.2; ISO/IEC 7816-11).
///
/// ```text
/// 75 { 7F61 { 02 count, 7F60 { A1 header, 5F2E record of ISO/IEC 19794-5
///                                       | 7F2E record of ISO/IEC 39794-5 } … } }
/// ```
///
/// # Errors
/// [`PortraitFault`]
pub fn portrait(file: &[u8]) -> Result<Portrait<'_>, PortraitFault> {
    let group = Element::first(file, Rules::Ber)?.expect(0x75)?;
    let template = first(group.children(), &[0x7F61])?;
    let template = first(template.children(), &[0x7F60])?;
    let record = first(template.children(), &[0x5F2E, 0x7F2E])?;
    let bytes = match record.tag {
        0x5F2E if record.content.starts_with(FACIAL_RECORD) => Some(
            record_19794(record.content)
                .filter(|bytes| super::Format::of(bytes).is_some())
                .or_else(|| search_picture(record.content))
                .unwrap_or_default(),
        ),
        // Some writers put the newer record into the older tag.
        0x5F2E => find_picture(record.inner(), 0),
        _ => find_picture(record.children(), 0),
    };
    let bytes = bytes.ok_or(PortraitFault::UnknownRecord)?;
    let picture = picture(bytes).map_err(PortraitFault::Picture)?;
    Ok(Portrait { picture, bytes })
}

impl PortraitFault {
    /// In words, for DG2.
    pub fn finding(self) -> Finding {
        let detail = match self {
            Self::Encoding(_) => "TLV",
            Self::UnknownRecord => "ISO/IEC 19794-5, 39794-5",
            Self::Picture(PictureFault::UnknownFormat) => "JPEG, JPEG 2000",
            Self::Picture(PictureFault::BrokenHeader(format)) => format.name(),
        };
        Finding::new(findings::PORTRAIT_UNREADABLE, "DG2").with("detail", detail)
    }
}

impl From<TlvError> for PortraitFault {
    fn from(error: TlvError) -> Self {
        Self::Encoding(error)
    }
}

impl std::fmt::Debug for Portrait<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Portrait").field("picture", &self.picture).finish_non_exhaustive()
    }
}

/// The first child of one of these tags; others stand before it (the count, the header).
fn first<'a>(mut within: Reader<'a>, tags: &[Tag]) -> Result<Element<'a>, TlvError> {
    loop {
        let element = within.read()?;
        if tags.contains(&element.tag) {
            return Ok(element);
        }
    }
}

/// ISO/IEC 19794-5:2005 (version `010`), clause 5; the first picture.
///
/// | header | `FAC\0`, version (4), length (4), number of pictures (2) |
/// |---|---|
/// | facial information (20) | length of this block and its picture (4), number of feature points (2), … |
/// | feature points | 8 octets each |
/// | image information (12) | type, data type, width, height, … |
/// | picture | to the end of the block |
fn record_19794(record: &[u8]) -> Option<&[u8]> {
    let block = record.get(14..)?;
    let length = u32::from_be_bytes(*block.first_chunk()?);
    let points = u16::from_be_bytes(*block.get(4..)?.first_chunk()?);
    let start = usize::from(points).checked_mul(8)?.checked_add(32)?;
    // The length field is known to be wrong in the field: the file's end stands in for it.
    let end =
        usize::try_from(length).ok().filter(|end| *end > start && *end <= block.len()).unwrap_or(block.len());
    block.get(start..end).or_else(|| block.get(start..))
}

/// Other versions of the record (`020`, `030`) have other headers: the picture begins where one begins.
fn search_picture(record: &[u8]) -> Option<&[u8]> {
    let start = (0..record.len()).find(|at| record.get(*at..).and_then(super::Format::of).is_some())?;
    record.get(start..)
}

/// ISO/IEC 39794-5:2019: the picture is an octet string (`representationData2D`) some levels down; the
/// first primitive element that begins like a picture.
fn find_picture(mut within: Reader<'_>, depth: u8) -> Option<&[u8]> {
    while !within.is_empty() {
        let element = within.read().ok()?;
        if element.is_constructed() {
            if depth < MOST_LEVELS
                && let Some(found) = find_picture(element.children(), depth.saturating_add(1))
            {
                return Some(found);
            }
        } else if super::Format::of(element.content).is_some() {
            return Some(element.content);
        }
    }
    None
}

const FACIAL_RECORD: &[u8] = b"FAC\0";
/// `representationData2D` stands at level 6 within 7F2E.
const MOST_LEVELS: u8 = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_group_has_no_portrait_and_says_so_without_stopping() {
        let fault = portrait(&[0x75, 0]).unwrap_err();
        assert!(matches!(fault, PortraitFault::Encoding(_)));
        assert_eq!(fault.finding().code, "chip.portrait_unreadable");
    }
}
