use crate::{
    reading::{Document, Field, check_person, day_of_document},
    text::clean,
};

use super::{
    card::is_digits,
    findings,
    reader::{Reader, slashed},
};

/// The driver licence that the police issue since 2025:
///
/// ```text
/// number (12);NAME;ddmmyyyy;class;issued ddmmyyyy;expiry ddmmyyyy or "Không thời hạn";province
/// address of the traffic police's site, on a second line or glued on
/// ```
pub(super) struct Parts<'a> {
    pub(super) fields: Vec<&'a str>,
    glued: bool,
}

/// `None` when the text is no licence.
pub(super) fn parts(text: &str) -> Option<Parts<'_>> {
    let lower = text.to_ascii_lowercase();
    let address = ["http://", "https://", "www."].iter().filter_map(|start| lower.find(start)).min();
    let (data, glued) = match address.and_then(|at| text.split_at_checked(at)) {
        Some((data, _)) => (data, true),
        None => (text, false),
    };
    let fields: Vec<&str> = data.trim_end().split(';').map(str::trim).collect();
    let at = |index: usize| fields.get(index).copied().unwrap_or_default();
    let fits = fields.len() == 7 && is_digits(at(2), 8) && at(0).bytes().any(|byte| byte.is_ascii_digit());
    fits.then_some(Parts { fields, glued })
}

/// Name and birth go into the person, the licence number into `documentNumber`: it is never a PIN. The document has all
/// that the licence says of itself.
pub(super) fn read(parts: &Parts<'_>, reader: &mut Reader<'_>) {
    let field = |index: usize| parts.fields.get(index).copied().unwrap_or_default();
    reader.put(Field::DocumentNumber, field(0));
    if !is_digits(field(0), 12) {
        reader.find_at(findings::LICENCE_NUMBER, Field::DocumentNumber);
    }
    if !reader.put(Field::FullName, field(1)) {
        reader.find_at(findings::NAME_MISSING, Field::FullName);
    }
    match day_of_document(field(2)) {
        Some(birth) => reader.person.set(Field::BirthDate, birth.to_string()),
        None => reader.find_at(findings::DATE_FORMAT, Field::BirthDate),
    }
    let issued = day_of_document(field(4));
    if issued.is_none() {
        reader.find(findings::DATE_FORMAT, "fields[4]");
    }
    let expiry = day_of_document(field(5));
    let dated = field(5).bytes().any(|byte| byte.is_ascii_digit());
    match expiry {
        Some(expiry) if expiry < reader.on => {
            reader.find_with(findings::LICENCE_EXPIRED, "fields[5]", "day", slashed(expiry));
        }
        None if dated => reader.find(findings::DATE_FORMAT, "fields[5]"),
        _ => {}
    }
    let word = |index: usize| Some(clean(field(index))).filter(|word| !word.is_empty());
    reader.document = Document {
        number: word(0),
        class: word(3),
        issue_date: issued.map(|day| day.to_string()),
        // Words instead of a day: Không thời hạn.
        expiry_date: expiry
            .map(|day| day.to_string())
            .or_else(|| word(5).filter(|_| !dated).map(|_| "none".to_owned())),
        place: word(6),
    };
    if parts.glued {
        reader.find(findings::LICENCE_ADDRESS_LINE, "payload");
    }
    reader.findings.extend(check_person(&reader.person, reader.on));
}
