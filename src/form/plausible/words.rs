//! Whether a text says anything.

use crate::text;

/// Only signs; or, where a word is asked for, a single letter, be it written once or many times.
pub(super) fn says_nothing(text: &str, how: Asked) -> bool {
    let mut signs = text.chars().filter(|sign| sign.is_alphanumeric());
    let Some(first) = signs.next() else { return true };
    if how == Asked::Short {
        return false;
    }
    let Some(second) = signs.next() else { return !first.is_numeric() || how == Asked::Address };
    // A word of another script may be one sign twice; in Latin letters that is `xx` and `aaaa`.
    let same = |sign: char| sign.is_ascii_lowercase() && sign == first;
    same(second) && signs.all(same)
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// A code, a class, a given name: one letter may be all of it.
    Short,
    /// Words, or a number.
    Text,
    /// A place, which no single sign is.
    Address,
}

/// "Như trên": what is written on paper and means nothing apart from it.
pub(super) fn refers_elsewhere(address: &str) -> bool {
    let key = text::lower(address);
    let key = key.trim_end_matches('.');
    REFERENCES.contains(&key) || STARTS.iter().any(|start| key.starts_with(start))
}

const STARTS: &[&str] = &["như mục ", "như nơi ", "như địa chỉ ", "theo mục ", "xem mục "];

const REFERENCES: &[&str] = &[
    "như trên",
    "nt",
    "n/t",
    "như cũ",
    "như thường trú",
    "như tạm trú",
    "như quê quán",
    "cùng địa chỉ",
    "cùng địa chỉ trên",
    "trùng địa chỉ trên",
    "same",
    "same as above",
    "as above",
    "ditto",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_a_single_letter_say_nothing() {
        for (text, short, plain, address) in [
            ("...........", true, true, true),
            ("-", true, true, true),
            ("— / …", true, true, true),
            ("\u{200b}", true, true, true),
            ("x", false, true, true),
            ("xxx", false, true, true),
            ("x x x", false, true, true),
            ("Y", false, true, true),
            ("3", false, false, true),
            ("33", false, false, false),
            ("II", false, false, false),
            ("Bà", false, false, false),
            ("con", false, false, false),
        ] {
            let found = [Asked::Short, Asked::Text, Asked::Address].map(|how| says_nothing(text, how));
            assert_eq!(found, [short, plain, address], "{text}");
        }
    }

    #[test]
    fn an_address_is_written_out() {
        for text in ["như trên", "Như trên.", "NT", "như mục 5"] {
            assert!(refers_elsewhere(text), "{text}");
        }
        for text in ["Xã Như Thanh, tỉnh Ví Dụ", "Xã Như Xuân", "Số 5 Lê Lợi"] {
            assert!(!refers_elsewhere(text), "{text}");
        }
    }
}
