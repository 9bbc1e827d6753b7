use serde::{Deserialize, Serialize};

use crate::reading::Field;
use crate::text;

/// Whether the sources of a field say the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Agreement {
    /// Only one source knows it.
    #[default]
    Single,
    /// All that know it say the same.
    Agree,
    /// At least one says something else.
    Differ,
}

/// In what way two values differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Difference {
    /// One date knows less.
    Precision,
    /// One has no accents.
    Diacritics,
    /// One shortens words.
    Abbreviation,
    /// One is a part of the other.
    Truncation,
    /// Something else.
    Content,
}

impl Agreement {
    /// The contract's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Agree => "agree",
            Self::Differ => "differ",
        }
    }
}

impl Difference {
    /// For programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Precision => "precision",
            Self::Diacritics => "diacritics",
            Self::Abbreviation => "abbreviation",
            Self::Truncation => "truncation",
            Self::Content => "content",
        }
    }
}

/// How two values of one field differ; `None` when they say the same.
pub(crate) fn difference(field: Field, a: &str, b: &str) -> Option<Difference> {
    if a == b {
        return None;
    }
    match field {
        Field::Pin | Field::OldId | Field::CancelledPin | Field::Sex => Some(Difference::Content),
        Field::DocumentNumber => (!a.eq_ignore_ascii_case(b)).then_some(Difference::Content),
        Field::BirthDate | Field::IssueDate | Field::ExpiryDate => Some(of_dates(a, b)),
        Field::Nationality if is_vietnam(a) && is_vietnam(b) => None,
        _ => of_words(a, b),
    }
}

/// How a name differs from one in MRZ letters. A zone that is full may have cut it (ICAO 9303-5 §4.2.4).
pub(super) fn difference_to_latin(name: &str, latin: &str) -> Option<Difference> {
    let (name, latin) = (text::mrz_letters(name), text::mrz_letters(latin));
    // Surname and given names are joined by two fillers in the zone and by one here.
    let cut = latin.len() >= NAME_OF_TD1 && name.starts_with(&latin);
    if name == latin || cut {
        None
    } else if name.starts_with(&latin) || latin.starts_with(&name) {
        Some(Difference::Truncation)
    } else {
        Some(Difference::Content)
    }
}

/// Letters that fit into a TD1 zone's name of 30 characters beside its double filler.
const NAME_OF_TD1: usize = 28;

fn of_dates(a: &str, b: &str) -> Difference {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if long.strip_prefix(short).is_some_and(|rest| rest.starts_with('-')) {
        Difference::Precision
    } else {
        Difference::Content
    }
}

fn of_words(a: &str, b: &str) -> Option<Difference> {
    let (a, b) = (words(a), words(b));
    if a == b {
        return None;
    }
    if same_but_accents(&a, &b) {
        return Some(Difference::Diacritics);
    }
    let (long_a, long_b) = (spelled_out(&a), spelled_out(&b));
    if same_but_accents(&long_a, &long_b) || initials(&a, &b) || initials(&b, &a) {
        return Some(Difference::Abbreviation);
    }
    let (short, long) = if long_a.len() < long_b.len() { (long_a, long_b) } else { (long_b, long_a) };
    let count = short.len();
    let head = long.get(..count).is_some_and(|head| same_but_accents(head, &short));
    let tail = long
        .len()
        .checked_sub(count)
        .and_then(|start| long.get(start..))
        .is_some_and(|tail| same_but_accents(tail, &short));
    if count > 0 && (head || tail) { Some(Difference::Truncation) } else { Some(Difference::Content) }
}

/// The comparison key in words, punctuation gone.
fn words(value: &str) -> Vec<String> {
    text::key(value)
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | '-' | '–'))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Word by word the same, or one of the two without its accents.
fn same_but_accents(a: &[String], b: &[String]) -> bool {
    a.len() == b.len()
        && a.iter().zip(b).all(|(a, b)| {
            a == b || (a.is_ascii() && *a == text::ascii(b)) || (b.is_ascii() && *b == text::ascii(a))
        })
}

/// Usual short forms of addresses written out, and designations of units left away.
fn spelled_out(words: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in words {
        // P5, Q10: the number stands behind its letter.
        let digit = word.find(|c: char| c.is_ascii_digit());
        let (letters, number) = digit.and_then(|at| word.split_at_checked(at)).unwrap_or((word, ""));
        let long = SHORT_FORMS.iter().find(|(short, _)| *short == letters).map(|(_, long)| *long);
        match long {
            Some(long) => {
                out.extend(text::key(long).split(' ').map(str::to_owned));
                out.extend((!number.is_empty()).then(|| number.to_owned()));
            }
            None => out.push(word.clone()),
        }
    }
    let designations =
        ["phường", "quận", "huyện", "xã", "thị", "trấn", "thành", "phố", "tỉnh", "đường", "số"];
    let named: Vec<String> =
        out.iter().filter(|word| !designations.contains(&word.as_str())).cloned().collect();
    if named.is_empty() { out } else { named }
}

/// `N. V. Mẫu` for `Nguyễn Văn Mẫu`: at least one word is an initial, at least one is not.
fn initials(short: &[String], long: &[String]) -> bool {
    let is_initial = |word: &String| word.chars().nth(1).is_none();
    short.len() == long.len()
        && short.iter().any(is_initial)
        && !short.iter().all(is_initial)
        && short.iter().zip(long).all(|(s, l)| s == l || (is_initial(s) && l.starts_with(s.as_str())))
}

fn is_vietnam(value: &str) -> bool {
    matches!(text::ascii(&text::key(value)).replace(' ', "").as_str(), "vnm" | "vn" | "vietnam")
}

const SHORT_FORMS: [(&str, &str); 17] = [
    ("p", "phường"),
    ("q", "quận"),
    ("h", "huyện"),
    ("x", "xã"),
    ("tt", "thị trấn"),
    ("tx", "thị xã"),
    ("tp", "thành phố"),
    ("t", "tỉnh"),
    ("đ", "đường"),
    ("kp", "khu phố"),
    ("tdp", "tổ dân phố"),
    ("hcm", "hồ chí minh"),
    ("tphcm", "thành phố hồ chí minh"),
    ("hn", "hà nội"),
    ("đn", "đà nẵng"),
    ("brvt", "bà rịa vũng tàu"),
    ("tth", "thừa thiên huế"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn words(a: &str, b: &str) -> Option<Difference> {
        let there = difference(Field::Residence, a, b);
        assert_eq!(there, difference(Field::Residence, b, a), "the same both ways");
        there
    }

    #[test]
    fn reasons_are_told_apart() {
        assert_eq!(words("Nguyễn Thị Mẫu", "NGUYỄN  THỊ MẪU"), None);
        assert_eq!(words("Nguyễn Thị Mẫu", "Nguyen Thi Mau"), Some(Difference::Diacritics));
        assert_eq!(words("Nguyễn Thị Mẫu", "Nguyễn Thị Mậu"), Some(Difference::Content));
        assert_eq!(words("Nguyễn Thị Mẫu", "N. T. Mẫu"), Some(Difference::Abbreviation));
        assert_eq!(words("Nguyễn Thị Mẫu", "Nguyễn Thị"), Some(Difference::Truncation));
        assert_eq!(
            words("Phường 5, Quận 10, Thành phố Hồ Chí Minh", "P.5, Q.10, TP. HCM"),
            Some(Difference::Abbreviation)
        );
        assert_eq!(words("P5 Q10 TP.HCM", "Phường 5, Quận 10, Hồ Chí Minh"), Some(Difference::Abbreviation));
        assert_eq!(words("Thôn A, Xã Mẫu, Thái Bình", "Xã Mẫu, Thái Bình"), Some(Difference::Truncation));
        assert_eq!(words("Hà Nội", "Huế"), Some(Difference::Content));
    }

    #[test]
    fn a_year_is_a_less_precise_date() {
        assert_eq!(difference(Field::BirthDate, "1950", "1950-03-04"), Some(Difference::Precision));
        assert_eq!(difference(Field::BirthDate, "1951", "1950-03-04"), Some(Difference::Content));
        assert_eq!(difference(Field::Nationality, "VNM", "Việt Nam"), None);
    }

    #[test]
    fn a_name_is_compared_with_the_zone_through_its_letters() {
        assert_eq!(difference_to_latin("Đặng Thị Mẫu", "DANG THI MAU"), None);
        assert_eq!(difference_to_latin("Đặng Thị Mẫu", "DANG THI MAI"), Some(Difference::Content));
        let long = "Công Tằng Tôn Nữ Hoàng Ngọc Phương Mẫu";
        assert_eq!(difference_to_latin(long, "CONG TANG TON NU HOANG NGOC P"), None);
        assert_eq!(difference_to_latin(long, "CONG TANG TON"), Some(Difference::Truncation));
    }
}
