use crate::{
    Date,
    date::PartialDate,
    pin::Pin,
    pin::Sex,
    reading::{Field, birth_date, check_person, day_of_document, put_computed_expiry, well_formed},
    text::clean,
};

use super::{findings, reader::Reader};

/// `cccd2021` for 7 fields, `canCuoc2024` for 11, when at least two of them look like a card's:
///
/// ```text
/// 0 PIN | 1 old CMND or empty | 2 name | 3 birth ddmmyyyy | 4 Nam/Nữ | 5 address | 6 issued ddmmyyyy [| 4 extras]
/// ```
pub(super) fn kind(fields: &[&str]) -> Option<&'static str> {
    let kind = match fields.len() {
        7 => "cccd2021",
        11 => "canCuoc2024",
        _ => return None,
    };
    (signs(fields) >= 2).then_some(kind)
}

/// Whether the fields look like a card's in another number: torn, or an empty field lost. Nothing is
/// shifted into place.
pub(super) fn resembles(fields: &[&str]) -> bool {
    fields.len() > 2
        && fields.first().is_some_and(|first| is_digits(first, 12))
        && fields.iter().any(|field| is_digits(field, 8) || Sex::from_word(field).is_some())
}

/// Reads the 7 or 11 fields.
pub(super) fn read(fields: &[&str], reader: &mut Reader<'_>) {
    let field = |index: usize| fields.get(index).map_or("", |text| text.trim());
    match Pin::parse(field(0)) {
        Some(pin) => reader.person.set(Field::Pin, pin.to_string()),
        None => reader.find_at(findings::PIN_FORMAT, Field::Pin),
    }
    read_old_id(field(1), reader);
    if !reader.put(Field::FullName, field(2)) {
        reader.find_at(findings::NAME_MISSING, Field::FullName);
    }
    read_birth(field(3), reader);
    match Sex::from_word(field(4)) {
        Some(sex) => reader.person.set(Field::Sex, sex.name()),
        None => reader.find_at(findings::SEX_FORMAT, Field::Sex),
    }
    if !reader.put(Field::Residence, field(5)) {
        reader.find_at(findings::ADDRESS_MISSING, Field::Residence);
    }
    match day_of_document(field(6)) {
        Some(issued) => reader.person.set(Field::IssueDate, issued.to_string()),
        None => reader.find_at(findings::DATE_FORMAT, Field::IssueDate),
    }
    if fields.len() == 11 {
        read_extras(fields.get(7..).unwrap_or_default(), reader);
    }
    compare_grammar_and_day(fields, reader);
    if diacritics_dropped(fields) {
        reader.find(findings::DIACRITICS_DROPPED, "person.fullName");
    }
    put_computed_expiry(&mut reader.person, &mut reader.findings);
    reader.findings.extend(check_person(&reader.person, reader.on));
}

/// `ddmmyyyy`, or what is known of it: older people may have only a year, or month and year.
fn read_birth(text: &str, reader: &mut Reader<'_>) {
    match birth_date(text) {
        Some(birth) => {
            reader.person.set(Field::BirthDate, birth.to_string());
            if !matches!(birth, PartialDate::Day(_)) {
                reader.find_at(findings::BIRTH_YEAR_ONLY, Field::BirthDate);
            }
        }
        None => reader.find_at(findings::DATE_FORMAT, Field::BirthDate),
    }
}

/// A CMND of 9 or 12 digits, empty, or a word for nothing.
fn read_old_id(text: &str, reader: &mut Reader<'_>) {
    match well_formed(Field::OldId, &clean(text)) {
        Ok(number) => reader.person.set(Field::OldId, number),
        Err(finding) => reader.findings.push(*finding),
    }
}

/// Their order is not public: only the shape speaks, and the finding says that it does.
fn read_extras(extras: &[&str], reader: &mut Reader<'_>) {
    for (index, extra) in extras.iter().enumerate() {
        let (text, path) = (extra.trim(), format!("extra[{index}]"));
        if text.is_empty() {
            continue;
        }
        if let Some(pin) = Pin::parse(text) {
            reader.find(findings::EXTRA_BY_SHAPE_PIN, &path);
            if reader.person.get(Field::CancelledPin).is_none() {
                reader.person.set(Field::CancelledPin, pin.to_string());
                reader.find_at(findings::EXTRA_BY_SHAPE_PIN, Field::CancelledPin);
            }
        } else if text.chars().any(char::is_alphabetic) && !text.contains(|c: char| c.is_ascii_digit()) {
            reader.find(findings::EXTRA_BY_SHAPE_NAME, &path);
        } else {
            reader.find(findings::EXTRA_UNKNOWN, &path);
        }
    }
}

/// The card of 2024 has 11 fields and is issued since 01/7/2024; the one before has 7.
fn compare_grammar_and_day(fields: &[&str], reader: &mut Reader<'_>) {
    let issued = reader.person.get(Field::IssueDate).and_then(Date::from_iso);
    if issued.is_some_and(|issued| (Some(issued) >= Date::new(2024, 7, 1)) != (fields.len() == 11)) {
        reader.find_at(findings::GRAMMAR_AND_DAY, Field::IssueDate);
    }
}

/// How many fields have the shape that a card gives them.
fn signs(fields: &[&str]) -> usize {
    let at = |index: usize| fields.get(index).map_or("", |text| text.trim());
    [is_digits(at(0), 12), is_digits(at(3), 8), Sex::from_word(at(4)).is_some(), is_digits(at(6), 8)]
        .into_iter()
        .filter(|sign| *sign)
        .count()
}

/// Sure signs only: `Nu`, or a unit's designation without its accents. A name may well have none.
fn diacritics_dropped(fields: &[&str]) -> bool {
    let at = |index: usize| fields.get(index).map_or("", |text| text.trim());
    let bare_units = ["phuong", "quan", "huyen", "thi tran", "thi xa", "thanh pho", "tinh", "duong"];
    let surname = at(2).split(' ').next().unwrap_or_default().to_ascii_lowercase();
    at(4).eq_ignore_ascii_case("nu")
        // In the name alone, beside an address that has its accents.
        || (at(2).is_ascii() && !at(5).is_ascii() && ACCENTED.contains(&surname.as_str()))
        || (at(5).is_ascii()
            && at(2).is_ascii()
            && at(5).to_ascii_lowercase().split(',').any(|part| {
                let part = part.trim();
                bare_units
                    .iter()
                    .any(|unit| part.strip_prefix(unit).is_some_and(|rest| rest.starts_with(' ')))
            }))
}

/// Surnames that are written with an accent, and that no people of Vietnam writes without.
const ACCENTED: [&str; 10] =
    ["nguyen", "tran", "pham", "huynh", "hoang", "dang", "duong", "truong", "doan", "trinh"];

pub(super) fn is_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}
