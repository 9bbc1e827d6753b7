use crate::{
    Date,
    pin::Sex,
    reading::{Field, check_person},
};

use super::{
    card::is_digits,
    findings,
    reader::{Reader, slashed},
};

/// `bhyt` for the card since 2021, `bhytOld` for the one before:
///
/// ```text
/// new, 17: 0 number (10) | 1 name HEX | 2 birth | 3 sex 1/2 | 4 address HEX or - | 5 facility | 6 from | 7 to
///          | 8 issued | 9 … 14 | 15 issuing place HEX | 16 $
/// old, 10: 0 code (2 letters, 13 digits) | 1 name HEX | 2 birth | 3 sex | 4 address HEX | …
/// ```
pub(super) fn kind(fields: &[&str]) -> Option<&'static str> {
    let first = fields.first()?.trim();
    let last = fields.last()?.trim();
    match fields.len() {
        17 if last.starts_with('$') || is_digits(first, 10) => Some("bhyt"),
        10 if is_old_code(first) => Some("bhytOld"),
        _ => None,
    }
}

/// Name, birth, sex and address go into the person, the insurance number into `documentNumber`.
pub(super) fn read(kind: &str, fields: &[&str], reader: &mut Reader) {
    let field = |index: usize| fields.get(index).map_or("", |text| text.trim());
    let number = field(0);
    reader.put(Field::DocumentNumber, number);
    if kind == "bhyt" && !is_digits(number, 10) {
        reader.find_at(findings::BHYT_NUMBER, Field::DocumentNumber);
    }
    put_hex(field(1), Field::FullName, reader);
    if reader.person.get(Field::FullName).is_none() {
        reader.find_at(findings::NAME_MISSING, Field::FullName);
    }
    match birth(field(2)) {
        Some(birth) => reader.person.set(Field::BirthDate, birth),
        None => reader.find_at(findings::DATE_FORMAT, Field::BirthDate),
    }
    match field(3) {
        "1" => reader.person.set(Field::Sex, Sex::Male.name()),
        "2" => reader.person.set(Field::Sex, Sex::Female.name()),
        _ => reader.find_at(findings::SEX_FORMAT, Field::Sex),
    }
    put_hex(field(4), Field::Residence, reader);
    check_days(field(6), field(7), reader);
    if kind == "bhyt" {
        reader.find(findings::BHYT_NOT_CHECKED, "fields[13]");
    }
    reader.findings.extend(check_person(&reader.person, reader.on));
}

/// `dd/mm/yyyy`, or what is known of it.
fn birth(text: &str) -> Option<String> {
    match Date::from_slashed(text) {
        Some(date) => Some(date.to_string()),
        None => is_digits(text, 4).then(|| text.to_owned()),
    }
}

/// Valid from, valid to; `-` is empty.
fn check_days(from: &str, to: &str, reader: &mut Reader) {
    for (index, text) in [(6, from), (7, to)] {
        if !matches!(text, "" | "-") && Date::from_slashed(text).is_none() {
            reader.find(findings::DATE_FORMAT, &format!("fields[{index}]"));
        }
    }
    if let Some(to) = Date::from_slashed(to).filter(|to| *to < reader.on) {
        reader.find_with(findings::BHYT_ENDED, "fields[7]", "day", slashed(to));
    }
    if let Some(from) = Date::from_slashed(from).filter(|from| *from > reader.on) {
        reader.find_with(findings::BHYT_NOT_YET, "fields[6]", "day", slashed(from));
    }
}

/// Hexadecimal digits of UTF-8; `-` is empty.
fn put_hex(text: &str, field: Field, reader: &mut Reader) {
    if matches!(text, "" | "-") {
        return;
    }
    match hex(text).and_then(|bytes| String::from_utf8(bytes).ok()) {
        Some(text) => {
            reader.put(field, &text);
        }
        None => reader.find_at(findings::BHYT_HEX, field),
    }
}

fn hex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    text.as_bytes()
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect()
}

/// Two letters and thirteen digits.
fn is_old_code(text: &str) -> bool {
    text.split_at_checked(2).is_some_and(|(letters, digits)| {
        letters.bytes().all(|byte| byte.is_ascii_alphabetic()) && is_digits(digits, 13)
    })
}
