//! Words of codes, statuses and values.

use serde::Serialize;

use crate::{
    Date, Finding, Locale, address,
    date::PartialDate,
    finding::Code,
    identity,
    locale::Bilingual,
    people::{self, Cell, PersonColumn, Status},
    pin, text,
};

/// The code of this name, among those that a list has.
pub(super) fn code(id: &str) -> Option<&'static Code> {
    let tables = [
        people::findings::TABLE,
        address::findings::TABLE,
        identity::findings::TABLE,
        pin::findings::TABLE,
        text::findings::TABLE,
    ];
    tables.into_iter().flatten().find(|code| code.id == id).copied()
}

/// What a code says of any row: what differs from row to row is `…`.
pub(super) fn of_code(id: &str) -> Option<Bilingual> {
    let finding = Finding::new(code(id)?, "");
    let words = |locale| without_arguments(&finding.message(locale));
    Some(Bilingual { vi: words(Locale::Vi), en: words(Locale::En) })
}

fn without_arguments(words: &str) -> String {
    let mut parts = words.split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push('…');
        out.push_str(part.split_once('}').map_or(part, |(_, rest)| rest));
    }
    out
}

/// A finding's own words.
pub(super) fn of_finding(finding: &Finding) -> Bilingual {
    Bilingual { vi: finding.message(Locale::Vi), en: finding.message(Locale::En) }
}

/// The name of a column.
pub(super) fn label(column: PersonColumn) -> Bilingual {
    let (vi, en) = column.label();
    Bilingual { vi: capital(vi), en: capital(en) }
}

/// A column with its name, for a choice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ColumnName {
    /// The contract's name.
    pub field: PersonColumn,
    /// For people.
    pub label: Bilingual,
}

/// A column with its name.
pub fn name(field: PersonColumn) -> ColumnName {
    ColumnName { field, label: label(field) }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The name of a status.
pub(super) fn status(status: Status) -> Bilingual {
    let (vi, en) = match status {
        Status::Clean => ("Sạch", "Clean"),
        Status::Changed => ("Đã sửa", "Changed"),
        Status::Ask => ("Cần hỏi", "To be asked"),
        Status::Wrong => ("Sai", "Wrong"),
    };
    Bilingual { vi: vi.to_owned(), en: en.to_owned() }
}

/// A value as people read it: `15/05/2002`, Nam, Không thời hạn.
pub(super) fn shown(column: PersonColumn, value: &str) -> String {
    match cell(column, value) {
        Cell::Text(text) => text,
        other => other.shown().into_owned(),
    }
}

/// A value as a cell: a full day as a day, all else as text.
pub(super) fn cell(column: PersonColumn, value: &str) -> Cell {
    match column.whole() {
        PersonColumn::BirthDate | PersonColumn::IssueDate | PersonColumn::ExpiryDate => day(value),
        PersonColumn::Sex => Cell::text(match value {
            "male" => "Nam",
            "female" => "Nữ",
            other => other,
        }),
        _ => Cell::text(value),
    }
}

fn day(value: &str) -> Cell {
    match (Date::from_iso(value), PartialDate::from_iso(value)) {
        (Some(date), _) => Cell::day(date),
        (None, Some(PartialDate::Month(year, month))) => Cell::text(format!("{month:02}/{year:04}")),
        _ if value == "none" => Cell::text("Không thời hạn"),
        _ => Cell::text(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_words_without_holes() {
        for code in people::findings::TABLE {
            let words = of_code(code.id).unwrap();
            assert!(!words.vi.contains(['{', '}']) && !words.en.is_empty(), "{}", code.id);
        }
        assert_eq!(of_code("people.age_implausible").unwrap().vi.split('.').next(), Some("Người này … tuổi"));
        assert_eq!(of_code("form.unknown"), None);
    }

    #[test]
    fn values_are_written_as_people_read_them() {
        for (column, value, text) in [
            (PersonColumn::BirthDate, "2002-05-15", "15/05/2002"),
            (PersonColumn::BirthYear, "1950-05", "05/1950"),
            (PersonColumn::BirthDate, "1950", "1950"),
            (PersonColumn::ExpiryDate, "none", "Không thời hạn"),
            (PersonColumn::Sex, "female", "Nữ"),
            (PersonColumn::Pin, "036099012345", "036099012345"),
        ] {
            assert_eq!(shown(column, value), text);
        }
        assert_eq!(label(PersonColumn::FullName).vi, "Họ tên");
    }
}
