use crate::{
    Date, Finding,
    date::PartialDate,
    finding::Notes,
    pin::{self, Pin, Sex},
};

use super::{Field, Person, expiry, findings};
use crate::text;

/// What the values of one document say about each other and about the day: the same for every source.
///
/// The paths are `person.<field>`.
pub(crate) fn check_person(person: &Person, on: Date) -> Vec<Finding> {
    let mut found = Vec::new();
    check_pin(person, on, &mut found);
    check_name(person, &mut found);
    check_days(person, on, &mut found);
    check_expiry(person, on, &mut found);
    found
}

/// The path of a field.
pub(crate) fn path(field: Field) -> String {
    format!("person.{}", field.name())
}

/// Puts the computed expiry into a reading that has none, and says so.
pub(crate) fn put_computed_expiry(person: &mut Person, found: &mut Vec<Finding>) {
    let day = |field| person.get(field).and_then(Date::from_iso);
    let (Some(birth), Some(issued), None) =
        (day(Field::BirthDate), day(Field::IssueDate), person.get(Field::ExpiryDate))
    else {
        return;
    };
    if let Some(computed) = expiry::card_expiry(birth, issued) {
        person.set(Field::ExpiryDate, computed.to_word());
        found.push(
            Finding::new(findings::EXPIRY_COMPUTED, path(Field::ExpiryDate)).based_on(expiry::law(issued)),
        );
    }
}

fn check_pin(person: &Person, on: Date, found: &mut Vec<Finding>) {
    // 9 digits, or 12 on the CMND of 2012–2016.
    let old = person.get(Field::OldId);
    if old.is_some_and(|old| !matches!(old.len(), 9 | 12) || !old.bytes().all(|byte| byte.is_ascii_digit())) {
        found.note(findings::OLD_ID_DOUBTFUL, &path(Field::OldId));
    }
    let Some(text) = person.get(Field::Pin) else { return };
    found.extend(pin::check_at(text, &path(Field::Pin), on).findings);
    let Some(pin) = Pin::parse(text) else { return };
    if let Some(sex) = person.get(Field::Sex).and_then(Sex::from_word)
        && sex != pin.sex()
    {
        found.note(pin::findings::SEX_DIFFERS, &path(Field::Sex));
    }
    if let Some(birth) = person.get(Field::BirthDate).and_then(PartialDate::from_iso)
        && birth.year() != pin.birth_year()
    {
        let year = pin.birth_year().to_string();
        found
            .push(Finding::new(pin::findings::BIRTH_YEAR_DIFFERS, path(Field::BirthDate)).with("year", year));
    }
}

/// Names of ethnic minorities carry apostrophes, hyphens and letters of their own: only what no name has
/// is doubtful: letters of other scripts, digits and signs, words without a vowel (a reader dropped its letters), and
/// cases that CAPS LOCK turned round. What looks misread is said of any text.
fn check_name(person: &Person, found: &mut Vec<Finding>) {
    for field in [Field::FullName, Field::FatherName, Field::MotherName, Field::SpouseName] {
        let Some(name) = person.get(field) else { continue };
        if text::is_garbled(name) {
            found.note(text::findings::GARBLED, &path(field));
        } else if name.contains(|c: char| !is_of_names(c))
            || lost_vowels(name)
            || has_telex_keys(name)
            || text::caps_lock_undone(name).is_some()
        {
            found.note(findings::NAME_DOUBTFUL, &path(field));
        }
    }
    for field in [Field::Residence, Field::PlaceOfOrigin, Field::PlaceOfBirthRegistration] {
        let place = person.get(field);
        if place.is_some_and(|place| text::is_garbled(place) || place.contains(is_of_no_address)) {
            found.note(text::findings::GARBLED, &path(field));
        }
    }
}

/// Latin letters and their marks, blanks, and the signs that stand in names or beside them.
fn is_of_names(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || matches!(letter, '\u{c0}'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}')
            && !matches!(letter, '×' | '÷')
        || matches!(letter, '\u{2b9}'..='\u{2cb}' | '\u{2010}'..='\u{2019}' | '\u{2032}' | '´' | '\u{a0}')
        || " '`-~.,()^\"".contains(letter)
}

/// Signs, pictures and letters of other scripts; what was lost (U+FFFD) has its own finding.
fn is_of_no_address(letter: char) -> bool {
    match letter {
        '\u{fffd}' => false,
        _ if letter.is_alphabetic() => !is_of_names(letter) && !matches!(letter, 'ª' | 'º' | 'µ'),
        _ => matches!(letter, '\u{2190}'..='\u{2bff}' | '\u{e000}'..='\u{f8ff}' | '\u{1f000}'..),
    }
}

/// `Traanf Vawn Sown`: the keys of Telex, without an input method. Several words of ASCII, at least one with a doubled
/// vowel, a `w` behind a vowel or `dd`, that ends in the key of a tone.
fn has_telex_keys(name: &str) -> bool {
    let small = name.to_ascii_lowercase();
    let shaped =
        |word: &str| ["aa", "ee", "oo", "aw", "ow", "uw", "dd"].iter().any(|keys| word.contains(keys));
    let toned = |word: &str| word.ends_with(['s', 'f', 'r', 'x', 'j']);
    small.is_ascii() && small.contains(' ') && small.split(' ').any(|word| shaped(word) && toned(word))
}

/// `L Anh Sn`: a word of several letters of ASCII has a vowel, but for the Chinese surname Ng.
fn lost_vowels(name: &str) -> bool {
    name.split(|c: char| !c.is_alphabetic()).any(|word| {
        word.len() > 1
            && word.bytes().all(|byte| byte.is_ascii_alphabetic() && !b"aeiouyAEIOUY".contains(&byte))
            && !word.eq_ignore_ascii_case("ng")
    })
}

fn check_days(person: &Person, on: Date, found: &mut Vec<Finding>) {
    let birth = person.get(Field::BirthDate).and_then(PartialDate::from_iso).and_then(PartialDate::earliest);
    let issued = person.get(Field::IssueDate).and_then(Date::from_iso);
    for (field, day) in [(Field::BirthDate, birth), (Field::IssueDate, issued)] {
        if day.is_some_and(|day| day.year() < FIRST_YEAR) {
            found.note(findings::NOT_A_DATE, &path(field));
        }
    }
    if birth.is_some_and(|birth| birth > on) {
        found.note(findings::BIRTH_IN_FUTURE, &path(Field::BirthDate));
    }
    if let Some(issued) = issued {
        if birth.is_some_and(|birth| issued < birth) {
            found.note(findings::ISSUED_BEFORE_BIRTH, &path(Field::IssueDate));
        }
        if issued > on {
            found.note(findings::ISSUED_IN_FUTURE, &path(Field::IssueDate));
        }
        // Counted from the first day that the birth can be: a year alone accuses nobody.
        let age = birth.filter(|birth| *birth <= issued).map(|birth| birth.full_years_to(issued));
        if age.is_some_and(|age| age < 14)
            && Some(issued) >= Date::new(2016, 1, 1)
            && Some(issued) < Date::new(2024, 7, 1)
        {
            found.push(
                Finding::new(findings::ISSUED_UNDER_14, path(Field::IssueDate))
                    .based_on(expiry::law_of_holders()),
            );
        }
    }
}

fn check_expiry(person: &Person, on: Date, found: &mut Vec<Finding>) {
    let Some(expiry) = person.get(Field::ExpiryDate).and_then(Date::from_iso) else { return };
    let slashed = format!("{:02}/{:02}/{:04}", expiry.day(), expiry.month(), expiry.year());
    if expiry < on {
        found.push(Finding::new(findings::EXPIRED, path(Field::ExpiryDate)).with("day", slashed));
    } else if on.days_to(expiry) <= SOON {
        found.push(Finding::new(findings::EXPIRES_SOON, path(Field::ExpiryDate)).with("day", slashed));
    }
}

/// Days before the expiry at which it is mentioned: time enough for a new card.
const SOON: i32 = 90;

/// The first year that a personal number can hold ([`Pin::birth_year`]); nobody alive was born before it.
pub(super) const FIRST_YEAR: u16 = 1900;
