use crate::{
    Date,
    date::PartialDate,
    pin::Sex,
    reading::{Field, birth_date, check_person, day_of_document},
    text,
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
/// old, 15: 0 code (15) | 1 … 8 the same | 9 management code, or a parent's name in clear | 10 - | 11 area
///          | 12 five-year date | 13 check string | 14 $
/// ```
///
/// The `$` may be lost; test strings end after fewer fields.
pub(super) fn kind(fields: &[&str]) -> Option<&'static str> {
    let first = fields.first()?.trim();
    let last = fields.last()?.trim();
    match fields.len() {
        17 if last.starts_with('$') || is_digits(first, 10) || is_old_code(first) => Some("bhyt"),
        16 if is_digits(first, 10) => Some("bhyt"),
        10..=16 if is_old_code(first) => Some("bhytOld"),
        _ => None,
    }
}

/// Name, birth, sex and address go into the person, the insurance number into `documentNumber` and, with the days of the
/// card, into the document.
pub(super) fn read(kind: &str, fields: &[&str], reader: &mut Reader<'_>) {
    let field = |index: usize| fields.get(index).map_or("", |text| text.trim());
    let number = field(0);
    reader.put(Field::DocumentNumber, number);
    // The new card has the number of social insurance; codes of the old form are still met on it.
    if !is_digits(number, 10) && !is_old_code(number) {
        reader.find_at(findings::BHYT_NUMBER, Field::DocumentNumber);
    }
    put_hex(field(1), Field::FullName, reader);
    if reader.person.get(Field::FullName).is_none() {
        reader.find_at(findings::NAME_MISSING, Field::FullName);
    }
    match birth_date(field(2)) {
        Some(birth) => {
            reader.person.set(Field::BirthDate, birth.to_string());
            if !matches!(birth, PartialDate::Day(_)) {
                reader.find_at(findings::BIRTH_YEAR_ONLY, Field::BirthDate);
            }
        }
        None => reader.find_at(findings::DATE_FORMAT, Field::BirthDate),
    }
    match field(3) {
        "1" => reader.person.set(Field::Sex, Sex::Male.name()),
        "2" => reader.person.set(Field::Sex, Sex::Female.name()),
        _ => reader.find_at(findings::SEX_FORMAT, Field::Sex),
    }
    put_hex(field(4), Field::Residence, reader);
    check_days(field(6), field(7), reader);
    let day = |index| day_of_document(field(index)).map(|day: Date| day.to_string());
    reader.document.number = (!number.is_empty()).then(|| number.to_owned());
    reader.document.issue_date = day(8);
    reader.document.expiry_date = day(7);
    if kind == "bhyt" {
        reader.document.place =
            hex(field(15)).map(|bytes| text::clean(&text::decode_with(&bytes, reader.tables).text));
        reader.find(findings::BHYT_NOT_CHECKED, "fields[13]");
    }
    reader.findings.extend(check_person(&reader.person, reader.on));
}

/// Valid from, valid to; `-` is empty.
fn check_days(from: &str, to: &str, reader: &mut Reader<'_>) {
    for (index, text) in [(6, from), (7, to)] {
        if !matches!(text, "" | "-") && day_of_document(text).is_none() {
            reader.find(findings::DATE_FORMAT, &format!("fields[{index}]"));
        }
    }
    if let Some(to) = day_of_document(to).filter(|to| *to < reader.on) {
        reader.find_with(findings::BHYT_ENDED, "fields[7]", "day", slashed(to));
    }
    if let Some(from) = day_of_document(from).filter(|from| *from > reader.on) {
        reader.find_with(findings::BHYT_NOT_YET, "fields[6]", "day", slashed(from));
    }
}

/// Hexadecimal digits of UTF-8, or of a text that was misread before it was written so; `-` is empty.
fn put_hex(text: &str, field: Field, reader: &mut Reader<'_>) {
    if matches!(text, "" | "-") {
        return;
    }
    let Some(bytes) = hex(text) else {
        reader.find_at(findings::BHYT_HEX, field);
        return;
    };
    let decoded = text::decode_with(&bytes, reader.tables);
    let said = |code: &str| code != text::findings::DECOMPOSED.id;
    for mut finding in decoded.findings.into_iter().filter(|finding| said(&finding.code)) {
        finding.path = format!("person.{}", field.name());
        reader.findings.push(finding);
    }
    reader.put(field, &decoded.text);
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

/// Two letters for the group, a digit for the benefit, two for the province, ten that are mostly digits.
fn is_old_code(text: &str) -> bool {
    text.len() == 15
        && text.bytes().take(2).all(|byte| byte.is_ascii_alphabetic())
        && text.bytes().skip(2).all(|byte| byte.is_ascii_alphanumeric())
        && text.bytes().filter(u8::is_ascii_digit).count() > 8
}
