use crate::{
    Date, Finding,
    date::PartialDate,
    finding::Notes,
    pin::{self, Pin, Sex},
};

use super::{Field, Person, expiry, findings};

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
/// is doubtful.
fn check_name(person: &Person, found: &mut Vec<Finding>) {
    for field in [Field::FullName, Field::FatherName, Field::MotherName, Field::SpouseName] {
        let strange = |c: char| {
            c.is_ascii_digit() || c == '\u{fffd}' || (c.is_ascii_punctuation() && !"'`-~.,()^\"".contains(c))
        };
        if person.get(field).is_some_and(|name| name.contains(strange)) {
            found.note(findings::NAME_DOUBTFUL, &path(field));
        }
    }
}

fn check_days(person: &Person, on: Date, found: &mut Vec<Finding>) {
    let birth = person.get(Field::BirthDate).and_then(PartialDate::from_iso).and_then(PartialDate::earliest);
    let issued = person.get(Field::IssueDate).and_then(Date::from_iso);
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
