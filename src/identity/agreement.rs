use serde::{Deserialize, Serialize};

use super::compared::Compared;
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
    difference_of(field, &Compared::new(a), &Compared::new(b))
}

/// The same of values that are compared with others, too.
pub(super) fn difference_of(field: Field, a: &Compared<'_>, b: &Compared<'_>) -> Option<Difference> {
    if a.value == b.value {
        return None;
    }
    match field {
        Field::Pin | Field::OldId | Field::CancelledPin | Field::Sex => Some(Difference::Content),
        Field::DocumentNumber => (!a.value.eq_ignore_ascii_case(b.value)).then_some(Difference::Content),
        Field::BirthDate | Field::IssueDate | Field::ExpiryDate => Some(of_dates(a.value, b.value)),
        Field::Nationality if is_vietnam(a.value) && is_vietnam(b.value) => None,
        _ => of_words(a, b),
    }
}

/// How a name differs from one in MRZ letters. A zone that is full may have cut it (ICAO 9303-5 §4.2.4).
pub(super) fn difference_to_latin(name: &Compared<'_>, latin: &Compared<'_>) -> Option<Difference> {
    let (name, latin) = (name.letters(), latin.letters());
    // Surname and given names are joined by two fillers in the zone and by one here.
    let cut = latin.len() >= NAME_OF_TD1 && name.starts_with(latin);
    if name == latin || cut {
        None
    } else if name.starts_with(latin) || latin.starts_with(name) {
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

fn of_words(a: &Compared<'_>, b: &Compared<'_>) -> Option<Difference> {
    if a.words() == b.words() {
        return None;
    }
    if same_but_accents(a.words(), b.words()) {
        return Some(Difference::Diacritics);
    }
    let (long_a, long_b) = (a.spelled_out(), b.spelled_out());
    if same_but_accents(long_a, long_b) || initials(a.words(), b.words()) || initials(b.words(), a.words()) {
        return Some(Difference::Abbreviation);
    }
    let (short, long) = if long_a.len() < long_b.len() { (long_a, long_b) } else { (long_b, long_a) };
    let count = short.len();
    let head = long.get(..count).is_some_and(|head| same_but_accents(head, short));
    let tail = long
        .len()
        .checked_sub(count)
        .and_then(|start| long.get(start..))
        .is_some_and(|tail| same_but_accents(tail, short));
    if count > 0 && (head || tail) { Some(Difference::Truncation) } else { Some(Difference::Content) }
}

/// Word by word the same, or one of the two without its accents.
fn same_but_accents(a: &[String], b: &[String]) -> bool {
    a.len() == b.len()
        && a.iter().zip(b).all(|(a, b)| {
            a == b || (a.is_ascii() && *a == text::ascii(b)) || (b.is_ascii() && *b == text::ascii(a))
        })
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
        let to_latin = |name, latin| difference_to_latin(&Compared::new(name), &Compared::new(latin));
        assert_eq!(to_latin("Đặng Thị Mẫu", "DANG THI MAU"), None);
        assert_eq!(to_latin("Đặng Thị Mẫu", "DANG THI MAI"), Some(Difference::Content));
        let long = "Công Tằng Tôn Nữ Hoàng Ngọc Phương Mẫu";
        assert_eq!(to_latin(long, "CONG TANG TON NU HOANG NGOC P"), None);
        assert_eq!(to_latin(long, "CONG TANG TON"), Some(Difference::Truncation));
    }
}
