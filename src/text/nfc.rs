use unicode_normalization::char::decompose_canonical;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Normalization Form C (UAX #15), whatever the order of the marks: `e` + `̣` + `̂` and `e` + `̂` + `̣` both
/// become `ệ`.
///
/// ```
/// assert_eq!(cancuoc::text::nfc("Nguye\u{302}\u{303}n"), "Nguyễn");
/// assert_eq!(cancuoc::text::nfc("Vie\u{323}\u{302}t"), "Việt");
/// ```
pub fn nfc(text: &str) -> String {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.to_owned(),
        _ => text.nfc().collect(),
    }
}

/// A letter's base and the marks on it, in canonical order.
pub(super) fn taken_apart(letter: char) -> (char, Vec<char>) {
    let (mut base, mut marks) = (None, Vec::new());
    decompose_canonical(letter, |part| match base {
        None => base = Some(part),
        Some(_) => marks.push(part),
    });
    (base.unwrap_or(letter), marks)
}
