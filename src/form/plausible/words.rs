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
    if is_row_of_keys(text) {
        return true;
    }
    // A word of another script may be one sign twice; in Latin letters that is `xx` and `aaaa`.
    let same = |sign: char| sign.is_ascii_lowercase() && sign == first;
    same(second) && signs.all(same)
}

/// `asdfgh`: five keys or more that lie side by side.
fn is_row_of_keys(text: &str) -> bool {
    let key = text.trim().to_ascii_lowercase();
    key.len() > 4 && ["qwertyuiop", "asdfghjkl", "zxcvbnm"].iter().any(|row| row.contains(key.as_str()))
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

/// "Nhà tôi", "theo cha", "theo hóa đơn cũ": a place that only who writes it knows.
pub(super) fn names_no_place(address: &str) -> bool {
    let key = text::lower(address);
    let key = key.trim_end_matches('.');
    let key = ["ở ", "tại ", "về "].iter().find_map(|start| key.strip_prefix(start)).unwrap_or(key);
    PLACELESS.contains(&key)
        || PLACELESS_STARTS.iter().any(|start| key.starts_with(start)) && !key.contains(',')
        || key.ends_with(" gần nhà") && !key.contains(',')
}

const PLACELESS: &[&str] = &[
    "nhà",
    "nhà tôi",
    "nhà riêng",
    "nhà mình",
    "nhà trọ",
    "nhà nội",
    "nhà ngoại",
    "nhà bà con",
    "nhà người quen",
    "nhà người thân",
    "nhà họ hàng",
    "nhà bạn",
    "quê",
    "quê nhà",
    "quê nội",
    "quê ngoại",
    "gần nhà",
];

const PLACELESS_STARTS: &[&str] = &[
    "theo cha",
    "theo bố",
    "theo mẹ",
    "theo hóa đơn",
    "theo hoá đơn",
    "theo hộ khẩu",
    "theo sổ hộ khẩu",
    "theo giấy",
    "theo căn cước",
    "theo cccd",
    "theo hợp đồng",
];

/// "Không" where a word is asked for that everybody has.
pub(super) fn is_none(text: &str) -> bool {
    matches!(
        text::lower(text).trim_end_matches('.'),
        "không" | "không có" | "không rõ" | "không biết" | "chưa có"
    )
}

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
            ("asdfgh", false, true, true),
            ("II", false, false, false),
            ("Bà", false, false, false),
            ("con", false, false, false),
        ] {
            let found = [Asked::Short, Asked::Text, Asked::Address].map(|how| says_nothing(text, how));
            assert_eq!(found, [short, plain, address], "{text}");
        }
    }

    #[test]
    fn a_place_is_named_for_who_does_not_know_it() {
        for text in ["nhà tôi", "Tại nhà bà con", "theo cha", "Theo hóa đơn cũ", "bệnh viện gần nhà"]
        {
            assert!(names_no_place(text), "{text}");
        }
        for text in [
            "Nhà số 5, Phường Mẫu",
            "Theo cha, Xã Mẫu, tỉnh Ví Dụ",
            "Nhà văn hóa thôn 1, Xã Mẫu",
            "Xã Quê Mẫu",
        ] {
            assert!(!names_no_place(text), "{text}");
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
