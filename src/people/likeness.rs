//! What is compared of two people, and how near they are.

use super::PersonRow;
use crate::{Date, date::PartialDate, identity::Field, text};

/// A person as it is compared.
pub(super) struct Traits<'a> {
    pub(super) pin: Option<&'a str>,
    pub(super) old_id: Option<&'a str>,
    /// The key of the name: case, spaces and the place of tones do not count.
    pub(super) name: String,
    /// The words of the name without accents, in alphabetical order.
    pub(super) words: String,
    pub(super) birth: Option<PartialDate>,
    /// In small letters.
    pub(super) residence: String,
    pub(super) phone: Option<&'a str>,
    pub(super) insurance: Option<&'a str>,
}

impl<'a> Traits<'a> {
    pub(super) fn of(row: &'a PersonRow) -> Self {
        let name = row.person.get(Field::FullName).map(text::key).unwrap_or_default();
        let plain = text::ascii(&name);
        let mut words: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty()).collect();
        words.sort_unstable();
        let words = words.join(" ");
        let residence = row.person.get(Field::Residence).map(str::to_lowercase).unwrap_or_default();
        Self {
            pin: row.person.get(Field::Pin),
            old_id: row.person.get(Field::OldId),
            name,
            words,
            birth: row.person.get(Field::BirthDate).and_then(PartialDate::from_iso),
            residence,
            phone: row.contact.phone.as_deref(),
            insurance: row.contact.health_insurance.as_deref(),
        }
    }

    /// The full day of birth.
    pub(super) fn birthday(&self) -> Option<Date> {
        match self.birth {
            Some(PartialDate::Day(date)) => Some(date),
            _ => None,
        }
    }

    /// Whether the numbers leave it open that both are one person: one is missing, or a digit differs.
    pub(super) fn numbers_may_be_one(&self, other: &Self) -> bool {
        match (self.pin, other.pin) {
            (Some(a), Some(b)) => a == b || is_one_slip(a, b),
            _ => true,
        }
    }

    /// Whether the births leave it open.
    pub(super) fn births_may_be_one(&self, other: &Self) -> bool {
        match (self.birth, other.birth) {
            (Some(PartialDate::Day(a)), Some(PartialDate::Day(b))) => is_near(a, b),
            (Some(a), Some(b)) => a.year() == b.year(),
            _ => true,
        }
    }

    /// Whether the births say the same, as far as both know them.
    pub(super) fn births_agree(&self, other: &Self) -> bool {
        match (self.birth, other.birth) {
            (Some(PartialDate::Day(a)), Some(PartialDate::Day(b))) => a == b,
            (Some(a), Some(b)) => a.year() == b.year(),
            _ => true,
        }
    }

    /// Whether the names are those of one person, spelled otherwise: accents, order, one letter, words left out.
    pub(super) fn names_are_alike(&self, other: &Self) -> bool {
        if self.words.is_empty() || other.words.is_empty() || self.words == other.words {
            return true;
        }
        let within = |short: &str, long: &str| {
            let long: Vec<&str> = long.split(' ').collect();
            short.split(' ').count() >= 2 && short.split(' ').all(|word| long.contains(&word))
        };
        within(&self.words, &other.words)
            || within(&other.words, &self.words)
            || is_one_edit(&text::ascii(&self.name), &text::ascii(&other.name))
    }
}

/// Whether there is something beside name and birth that all of them have.
pub(super) fn share_more(people: &[&Traits<'_>]) -> bool {
    let same = |of: &dyn Fn(&Traits<'_>) -> Option<String>| {
        let first = people.first().and_then(|first| of(first));
        first.is_some() && people.iter().all(|other| of(other) == first)
    };
    same(&|traits| traits.phone.map(str::to_owned))
        || same(&|traits| traits.old_id.map(str::to_owned))
        || same(&|traits| traits.insurance.map(str::to_owned))
        || same(&|traits| (!traits.residence.is_empty()).then(|| traits.residence.clone()))
}

/// One digit differs, or two neighbours stand the other way round.
pub(super) fn is_one_slip(a: &str, b: &str) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let wrong: Vec<(usize, u8, u8)> = a
        .bytes()
        .zip(b.bytes())
        .enumerate()
        .filter(|(_, (a, b))| a != b)
        .map(|(at, (a, b))| (at, a, b))
        .take(3)
        .collect();
    match wrong.as_slice() {
        [_] => true,
        [(at, a, b), (next, c, d)] => at.checked_add(1) == Some(*next) && a == d && b == c,
        _ => false,
    }
}

/// One letter more, less or another one.
fn is_one_edit(a: &str, b: &str) -> bool {
    let (short, long) =
        if a.len() <= b.len() { (a.as_bytes(), b.as_bytes()) } else { (b.as_bytes(), a.as_bytes()) };
    let head = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let rest =
        |bytes: &[u8], skip: usize| bytes.get(head.saturating_add(skip)..).unwrap_or_default().to_vec();
    match long.len().checked_sub(short.len()) {
        Some(0) => rest(short, 1) == rest(long, 1),
        Some(1) => rest(short, 0) == rest(long, 1),
        _ => false,
    }
}

/// The same day, or one that a slip makes of it: one digit, or day and month exchanged.
fn is_near(a: Date, b: Date) -> bool {
    let exchanged = a.year() == b.year() && a.month() == b.day() && a.day() == b.month();
    a == b || exchanged || is_one_slip(&a.to_string(), &b.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_one_digit_or_two_neighbours() {
        assert!(is_one_slip("036099012345", "036099012346"));
        assert!(is_one_slip("036099012345", "036099021345"));
        assert!(!is_one_slip("036099012345", "036099013346"));
        assert!(!is_one_slip("036099012345", "036099012345"));
        assert!(!is_one_slip("03609901234", "036099012345"));
    }

    #[test]
    fn an_edit_is_one_letter() {
        assert!(is_one_edit("nguyen van mau", "nguyen van mao"));
        assert!(is_one_edit("nguyen van mau", "nguyen van maun"));
        assert!(!is_one_edit("nguyen van mau", "nguyen van mong"));
        assert!(is_near(Date::new(1999, 3, 5).unwrap(), Date::new(1999, 5, 3).unwrap()));
    }
}
