//! Strings and dates as the files write them.

use crate::{
    chip::tlv::{Element, tag},
    date::PartialDate,
    text,
};

/// ASCII digits, letters and signs; anything else is no such text.
pub(super) fn ascii(bytes: &[u8]) -> Option<String> {
    bytes.is_ascii().then(|| bytes.iter().map(|byte| char::from(*byte)).collect())
}

/// A character string of ASN.1 as it should be stored; `None` when its bytes are not of its type.
pub(super) fn string(element: &Element<'_>) -> Option<String> {
    let raw = match element.tag {
        // Writers are seen to put UTF-8 into every string type.
        tag::UTF8_STRING | tag::PRINTABLE_STRING | tag::IA5_STRING | tag::TELETEX_STRING | NUMERIC_STRING => {
            std::str::from_utf8(element.content).ok()?.to_owned()
        }
        tag::BMP_STRING => {
            let units = element.content.chunks_exact(2);
            if !units.remainder().is_empty() {
                return None;
            }
            let units = units.filter_map(|unit| Some(u16::from_be_bytes(unit.try_into().ok()?)));
            char::decode_utf16(units).collect::<Result<String, _>>().ok()?
        }
        _ => return None,
    };
    Some(text::clean(&raw))
}

/// Whether the element is a character string that [`string`] reads.
pub(super) fn is_string(element: &Element<'_>) -> bool {
    matches!(
        element.tag,
        tag::UTF8_STRING
            | tag::PRINTABLE_STRING
            | tag::IA5_STRING
            | tag::TELETEX_STRING
            | tag::BMP_STRING
            | NUMERIC_STRING
    )
}

/// `dd/mm/yyyy`; where day, or day and month, are not known: `00/mm/yyyy`, `mm/yyyy`, `00/00/yyyy`, `yyyy`.
pub(super) fn slashed(text: &str) -> Option<PartialDate> {
    let mut parts: Vec<&str> = text.split('/').map(str::trim).collect();
    while parts.len() > 1 && parts.first().is_some_and(|part| *part == "00") {
        parts.remove(0);
    }
    parts.reverse();
    PartialDate::from_iso(&parts.join("-"))
}

/// The date of DG11 and DG12: four octets of BCD or eight digits, `CCYYMMDD`; zeros stand for what is not known.
pub(super) fn compact(bytes: &[u8]) -> Option<PartialDate> {
    let digits: String = match bytes.len() {
        4 => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
        8 => ascii(bytes)?,
        _ => return None,
    };
    let (year, rest) = digits.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    match (month, day) {
        ("00", "00") => PartialDate::from_iso(year),
        (_, "00") => PartialDate::from_iso(&format!("{year}-{month}")),
        _ => PartialDate::from_iso(&format!("{year}-{month}-{day}")),
    }
}

const NUMERIC_STRING: u32 = 0x12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_what_is_known_of_them() {
        let iso = |text| slashed(text).map(|date| date.to_string());
        assert_eq!(iso("01/02/1999").as_deref(), Some("1999-02-01"));
        assert_eq!(iso("00/02/1999").as_deref(), Some("1999-02"));
        assert_eq!(iso("00/00/1960").as_deref(), Some("1960"));
        assert_eq!(iso("1960").as_deref(), Some("1960"));
        assert_eq!((iso("31/02/1999"), iso("1/2/1999"), iso(""), iso("00")), (None, None, None, None));
        assert_eq!(compact(b"19990201").map(|date| date.to_string()).as_deref(), Some("1999-02-01"));
        assert_eq!(compact(&[0x19, 0x60, 0, 0]).map(|date| date.to_string()).as_deref(), Some("1960"));
        assert_eq!(compact(&[0x19, 0x6A, 1, 1]), None);
    }
}
