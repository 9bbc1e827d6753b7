//! What a heading says of its column: Vietnamese and English, with and without accents.

use super::{
    Cell,
    PersonColumn::{self, *},
    fonts::NAMES,
    vocabulary::{EXACT, LIKELY, OTHER_WORDS, OTHERS, PARTS, PLACES_OF_PAST, RELATIVES},
};
use crate::text;

/// How a heading was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The heading is exactly one that is in use for this.
    Known(PersonColumn),
    /// It has the words of one among others.
    Likely(PersonColumn),
    /// It is about somebody or something else.
    Other,
    /// It says nothing that is known here.
    Unknown,
}

/// The headings of each column: of the group it is in, and its own. Folded, and as they are written.
#[derive(Clone, Default)]
pub(super) struct Heading {
    pub(super) group: String,
    pub(super) own: String,
    pub(super) written: String,
}

impl Heading {
    pub(super) fn is_empty(&self) -> bool {
        self.group.is_empty() && self.own.is_empty()
    }

    pub(super) fn meaning(&self) -> Meaning {
        meaning(&self.group, &self.own)
    }
}

/// The texts of a row of headings. Fonts of before Unicode are brought back from all of them together: one
/// heading alone is too short to be certain.
pub(super) fn texts(row: &[Cell]) -> Vec<Option<String>> {
    let plain: Vec<Option<String>> = row
        .iter()
        .map(|cell| {
            matches!(cell, Cell::Text(_)).then(|| text::clean(&cell.shown())).filter(|text| !text.is_empty())
        })
        .collect();
    let joined: Vec<&str> = plain.iter().flatten().map(String::as_str).collect();
    if joined.iter().all(|text| text.is_ascii()) {
        return plain;
    }
    // Only one encoding makes sense of the headings and of these names.
    let repaired = NAMES.iter().find_map(|names| {
        let decoded = text::repair(&[joined.join("|").as_str(), names].join("|"));
        let parts: Vec<String> = decoded.text.split('|').map(str::to_owned).collect();
        (decoded.repaired && parts.len() == joined.len().saturating_add(1)).then_some(parts)
    });
    let Some(repaired) = repaired else { return plain };
    let mut parts = repaired.into_iter();
    plain.into_iter().map(|text| text.and_then(|_| parts.next())).collect()
}

/// The words of a heading as they are compared: small ASCII letters and digits, what stands in brackets gone.
pub(super) fn folded(heading: &str) -> String {
    let small = text::ascii(&text::lower(&text::clean(heading)));
    let outside = without_brackets(&small);
    let words: Vec<&str> =
        outside.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The meaning of a folded heading under another one (empty when there is none).
pub(super) fn meaning(group: &str, own: &str) -> Meaning {
    if own.is_empty() {
        return if group.is_empty() { Meaning::Unknown } else { meaning("", group) };
    }
    if !group.is_empty() {
        if is_of_others(group) {
            return Meaning::Other;
        }
        if let Some(column) = in_group(group, own) {
            return Meaning::Known(column);
        }
        if has_any(group, PLACES_OF_PAST) {
            return Meaning::Other;
        }
    }
    alone(own)
}

/// Whether this heading makes sense only under another one.
pub(super) fn is_part(own: &str) -> bool {
    PARTS.contains(&own)
}

fn alone(own: &str) -> Meaning {
    if let Some((_, column)) = EXACT.iter().find(|(words, _)| words.split('|').any(|words| words == own)) {
        return Meaning::Known(*column);
    }
    let is_other = OTHERS.split('|').any(|words| words == own) || has_any(own, OTHER_WORDS);
    if is_other || is_of_others(own) {
        return Meaning::Other;
    }
    match LIKELY.iter().find(|(words, _)| words.split('|').any(|words| has_words(own, words))) {
        Some((_, column)) => Meaning::Likely(*column),
        None => Meaning::Unknown,
    }
}

fn in_group(group: &str, own: &str) -> Option<PersonColumn> {
    let groups = [
        (
            &["sinh"][..],
            [("ngay", BirthDay), ("thang", BirthMonth), ("nam", BirthOfMale), ("nu", BirthOfFemale)],
        ),
        (
            &["gioi tinh", "gioi", "phai"][..],
            [("nam", MaleMark), ("nu", FemaleMark), ("male", MaleMark), ("female", FemaleMark)],
        ),
        (
            &["ho va ten", "ho ten"][..],
            [("ho", Surname), ("ten", GivenName), ("dem", MiddleName), ("ho dem", Surname)],
        ),
    ];
    for (words, parts) in groups {
        if has_any(group, words) && !has_any(group, PLACES_OF_PAST) {
            return parts.iter().find(|(part, _)| *part == own).map(|(_, column)| *column);
        }
    }
    let papers = ["cccd", "can cuoc", "cmnd", "dinh danh", "giay to", "cmt"];
    if has_any(group, &papers) && matches!(own, "so" | "so giay to" | "ma so" | "so the" | "so hieu") {
        return Some(Pin);
    }
    None
}

/// Whose heading it is: somebody else's than the person of the row.
fn is_of_others(own: &str) -> bool {
    has_any(own, RELATIVES)
}

fn has_any(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| has_words(text, phrase))
}

/// Whether the words stand in the text, whole.
fn has_words(text: &str, words: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(words) {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let behind = from.strip_prefix(words).unwrap_or("");
        if (before.is_empty() || before.ends_with(' ')) && (behind.is_empty() || behind.starts_with(' ')) {
            return true;
        }
        rest = behind;
    }
    false
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '(' | '[' => depth = depth.saturating_add(1),
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(letter),
            _ => {}
        }
    }
    // `(Họ và tên)`: all of it stands in brackets.
    if out.trim().is_empty() { text.replace(['(', ')', '[', ']'], " ") } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(group: &str, own: &str) -> Meaning {
        meaning(&folded(group), &folded(own))
    }

    #[test]
    fn headings_are_known_in_both_languages_with_and_without_accents() {
        for (heading, column) in [
            ("Họ và tên", FullName),
            ("HO VA TEN", FullName),
            ("Họ, chữ đệm\nvà tên", FullName),
            ("Số CCCD (12 số)", Pin),
            ("CMND/CCCD", Pin),
            ("Số ĐDCN", Pin),
            ("Số CMND", OldId),
            ("Ngày, tháng, năm sinh", BirthDate),
            ("Date of birth", BirthDate),
            ("Giới tính (Nam/Nữ)", Sex),
            ("Nơi thường trú", Residence),
            ("SĐT", Phone),
            ("E-mail", Email),
            ("Mã thẻ BHYT", HealthInsurance),
            ("Số TT", Ordinal),
            ("(Họ và tên)", FullName),
        ] {
            assert_eq!(of("", heading), Meaning::Known(column), "{heading}");
        }
        assert_eq!(of("", "Số điện thoại của hội viên"), Meaning::Likely(Phone));
    }

    #[test]
    fn what_belongs_to_somebody_else_is_not_taken_for_the_person() {
        for heading in ["Họ tên chủ hộ", "CCCD của cha", "Ngày sinh của con", "Quan hệ với chủ hộ"]
        {
            assert_eq!(of("", heading), Meaning::Other, "{heading}");
        }
        assert_eq!(of("", "Họ tên cha"), Meaning::Known(FatherName));
        assert_eq!(of("Chủ hộ", "Họ và tên"), Meaning::Other);
        for heading in ["Nơi cấp", "Ngày vào Đoàn", "Ghi chú"] {
            assert!(!matches!(of("", heading), Meaning::Known(IssueDate | BirthDate)), "{heading}");
        }
        assert_eq!(of("", "Ghi chú"), Meaning::Other);
        assert_eq!(of("", "Chiều cao"), Meaning::Unknown);
    }

    #[test]
    fn a_part_means_what_its_group_says() {
        assert_eq!(of("Năm sinh", "Nam"), Meaning::Known(BirthOfMale));
        assert_eq!(of("Giới tính", "Nam"), Meaning::Known(MaleMark));
        assert_eq!(of("Ngày tháng năm sinh", "Tháng"), Meaning::Known(BirthMonth));
        assert_eq!(of("Căn cước công dân", "Số"), Meaning::Known(Pin));
        assert_eq!(of("Căn cước công dân", "Ngày cấp"), Meaning::Known(IssueDate));
        assert_eq!(of("Nơi thường trú", "Xã/Phường"), Meaning::Known(Commune));
        assert_eq!(of("Quê quán", "Xã"), Meaning::Other);
        assert_eq!(of("Họ và tên", "Tên"), Meaning::Known(GivenName));
        assert_eq!(of("Số CCCD", ""), Meaning::Known(Pin));
    }
}
