//! The letters of a text file that does not say its encoding.

use crate::text;

/// A text file as UTF-8, or as bytes of an encoding of before Unicode.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// In UTF-8, and what it was before.
    Utf8(Vec<u8>, &'static str),
    /// One byte a letter; which letters is found out from the values.
    Bytes(Vec<u8>),
}

pub(crate) fn of(file: &[u8]) -> Content {
    if let Some(rest) = file.strip_prefix(b"\xEF\xBB\xBF") {
        return Content::Utf8(String::from_utf8_lossy(rest).into_owned().into_bytes(), "utf-8");
    }
    if let Some(rest) = file.strip_prefix(b"\xFF\xFE") {
        return Content::Utf8(utf_16(rest, u16::from_le_bytes), "utf-16le");
    }
    if let Some(rest) = file.strip_prefix(b"\xFE\xFF") {
        return Content::Utf8(utf_16(rest, u16::from_be_bytes), "utf-16be");
    }
    // Without a mark: separators and digits have their zero byte always on the same side.
    let (even, odd) = zeros(file);
    if even.max(odd) > 0 {
        let little = odd >= even;
        return if little {
            Content::Utf8(utf_16(file, u16::from_le_bytes), "utf-16le")
        } else {
            Content::Utf8(utf_16(file, u16::from_be_bytes), "utf-16be")
        };
    }
    match str::from_utf8(file) {
        Ok(_) => Content::Utf8(file.to_vec(), "utf-8"),
        Err(_) if is_mostly_utf_8(file) => {
            Content::Utf8(String::from_utf8_lossy(file).into_owned().into_bytes(), "utf-8")
        }
        Err(_) => Content::Bytes(file.to_vec()),
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Vec<u8> {
    let (pairs, _) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16_lossy(&units).into_bytes()
}

/// Zero bytes at even and at odd places of the beginning.
fn zeros(file: &[u8]) -> (usize, usize) {
    let head = file.get(..file.len().min(2048)).unwrap_or(file);
    let (pairs, _) = head.as_chunks::<2>();
    let even = pairs.iter().filter(|[first, _]| *first == 0).count();
    let odd = pairs.iter().filter(|[_, second]| *second == 0).count();
    (even, odd)
}

/// Whether only a few letters are broken: more sequences are whole than not.
fn is_mostly_utf_8(file: &[u8]) -> bool {
    let lossy = String::from_utf8_lossy(file);
    let broken = lossy.chars().filter(|letter| *letter == char::REPLACEMENT_CHARACTER).count();
    let whole = lossy.chars().filter(|letter| !letter.is_ascii()).count().saturating_sub(broken);
    whole > broken.saturating_mul(4)
}

/// Values in one encoding of before Unicode.
pub(crate) struct Values {
    /// The values in the same order.
    pub(crate) texts: Vec<String>,
    /// The encoding, by its name in [`text::Decoded`].
    pub(crate) from: &'static str,
    /// How many of them could not be brought back.
    pub(crate) doubtful: usize,
}

/// Finds the encoding of all values together, then brings each back.
///
/// Values are decoded in bundles: one alone is often too short to be certain, and the text layer looks into
/// 16 KiB at most. A bundle that is not certain stays as windows-1252 shows it, for the check of its cells.
pub(crate) fn values(raw: &[Vec<u8>]) -> Values {
    let mut texts = Vec::with_capacity(raw.len());
    let mut votes: Vec<(&'static str, usize)> = Vec::new();
    let mut doubtful = 0_usize;
    let mut start = 0;
    while start < raw.len() {
        let end = bundle(raw, start);
        let values = raw.get(start..end).unwrap_or_default();
        start = end;
        if values.iter().all(|value| value.is_ascii()) {
            texts.extend(values.iter().map(|value| shown(value)));
            continue;
        }
        match decoded(values) {
            Some((parts, from)) => {
                texts.extend(parts);
                match votes.iter_mut().find(|(name, _)| *name == from) {
                    Some((_, count)) => *count = count.saturating_add(1),
                    None => votes.push((from, 1)),
                }
            }
            None => {
                doubtful = doubtful.saturating_add(values.iter().filter(|value| !value.is_ascii()).count());
                texts.extend(values.iter().map(|value| shown(value)));
            }
        }
    }
    let from = votes.into_iter().max_by_key(|(_, count)| *count).map_or("windows-1252", |(name, _)| name);
    Values { texts, from, doubtful }
}

/// The end of the bundle that begins at `start`: at least one value, at most [`BUNDLE`] bytes.
fn bundle(raw: &[Vec<u8>], start: usize) -> usize {
    let mut bytes = 0_usize;
    let mut end = start;
    for value in raw.iter().skip(start) {
        bytes = bytes.saturating_add(value.len()).saturating_add(1);
        if bytes > BUNDLE && end > start {
            break;
        }
        end = end.saturating_add(1);
    }
    end
}

/// The values of a bundle, when all of them come back.
fn decoded(values: &[Vec<u8>]) -> Option<(Vec<String>, &'static str)> {
    let joined = values.join(&BAR);
    let decoded = text::decode(&joined);
    let legacy = matches!(decoded.from, "tcvn3" | "vni" | "viscii" | "windows-1258" | "windows-1252");
    let parts: Vec<String> = decoded.text.split(char::from(BAR)).map(str::to_owned).collect();
    (legacy && !decoded.lossy && parts.len() == values.len()).then_some((parts, decoded.from))
}

/// As windows-1252 shows the bytes.
fn shown(bytes: &[u8]) -> String {
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
}

/// Bytes of a bundle: below the 16 KiB that the text layer looks into.
const BUNDLE: usize = 12 * 1024;

/// Parts the values of a bundle; the text layer takes it for a border between fields.
const BAR: u8 = b'|';

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_zeros_tell_the_wide_encodings() {
        let text = "STT;Họ tên\n1;Mẫu";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let utf8 = |from| Content::Utf8(text.as_bytes().to_vec(), from);
        assert_eq!(of(&[b"\xFF\xFE", little.as_slice()].concat()), utf8("utf-16le"));
        assert_eq!(of(&[b"\xFE\xFF", big.as_slice()].concat()), utf8("utf-16be"));
        assert_eq!(of(&little), utf8("utf-16le"));
        assert_eq!(of(&big), utf8("utf-16be"));
        assert_eq!(of(&[b"\xEF\xBB\xBF", text.as_bytes()].concat()), utf8("utf-8"));
        assert_eq!(of(text.as_bytes()), utf8("utf-8"));
        assert_eq!(of(b"Nguy\xd4n"), Content::Bytes(b"Nguy\xd4n".to_vec()));
    }

    #[test]
    fn values_come_back_from_the_encodings_of_before_unicode() {
        let raw = |values: &[&[u8]]| values.iter().map(|value| value.to_vec()).collect::<Vec<_>>();
        let tcvn3 = values(&raw(&[b"Nguy\xd4n V\xa8n M\xc9u", b"Tr\xc7n Th\xde M\xc9u", b"036099012345"]));
        assert_eq!(tcvn3.texts, ["Nguyễn Văn Mẫu", "Trần Thị Mẫu", "036099012345"]);
        assert_eq!((tcvn3.from, tcvn3.doubtful), ("tcvn3", 0));
        let vni = values(&raw(&[b"Nguye\xe3n Va\xean Ma\xe3u", b"Tra\xe0n Th\xf2 Ma\xe3u"]));
        assert_eq!((vni.texts, vni.from), (vec!["Nguyễn Văn Mẫu".to_owned(), "Trần Thị Mẫu".into()], "vni"));
        let windows = values(&raw(&[b"Nguy\xea\xden V\xe3n M\xe2\xdeu", b"Tr\xe2\xccn Thi\xf2 M\xe2\xdeu"]));
        assert_eq!((windows.texts[0].as_str(), windows.from), ("Nguyễn Văn Mẫu", "windows-1258"));
    }
}
