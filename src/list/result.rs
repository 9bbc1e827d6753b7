//! What comes out of a list: tables for a spreadsheet.

use super::{kind::column_of, view, words};
use crate::{
    Locale, Severity,
    locale::Bilingual,
    people::{Cell, Duplicate, Match, PeopleReport, PersonColumn, PersonRow},
};

/// A table with its name.
#[derive(Clone, PartialEq)]
pub struct Table {
    /// For the sheet.
    pub name: String,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

impl std::fmt::Debug for Table {
    /// Without the cells, which are people's data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Table({} rows)", self.rows.len())
    }
}

/// A list with what is known of it, for its tables.
pub(super) struct Source<'a> {
    pub(super) rows: &'a [Vec<Cell>],
    /// In order.
    pub(super) repeated: &'a [(usize, usize)],
    pub(super) report: &'a PeopleReport,
}

/// Takes the rows of a table as they are made.
pub(super) type Put<'a> = &'a mut dyn FnMut(Vec<Cell>);

/// The names of the tables: the list as it came with new columns beside it, its changes, what is open, who is there
/// twice.
pub(super) fn names(name: &str, locale: Locale) -> [String; 4] {
    let say = |vi: &str, en: &str| if locale == Locale::En { en.to_owned() } else { vi.to_owned() };
    [name.to_owned(), say("Thay đổi", "Changes"), say("Cần làm", "To do"), say("Trùng", "Duplicates")]
}

/// The rows of the table at a place among them.
pub(super) fn table(at: usize, list: &Source<'_>, locale: Locale, put: Put<'_>) {
    match at {
        0 => beside(list, locale, put),
        1 => changes(list.report, locale, put),
        2 => open(list.rows, list.report, locale, put),
        _ => duplicates(list.report, locale, put),
    }
}

/// The rows as they came, with what is known now to the right of their last column.
fn beside(Source { rows, repeated, report }: &Source<'_>, locale: Locale, put: Put<'_>) {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let fields = view::fields(&report.columns);
    let mut people = report.rows.iter().peekable();
    let mut repeated = repeated.iter().peekable();
    for (at, row) in rows.iter().enumerate() {
        let mut row = row.clone();
        while let Some((_, column)) = repeated.next_if(|(row, _)| *row == at) {
            if let Some(cell) = row.get_mut(*column) {
                *cell = Cell::Empty;
            }
        }
        let more = if report.headings == Some(at) {
            Some(headings(&fields, locale))
        } else {
            people.next_if(|person| person.row == at).map(|person| known(person, &fields, locale))
        };
        if let Some(more) = more {
            row.resize(width, Cell::Empty);
            row.extend(more);
        }
        put(row);
    }
}

/// Above what is known.
fn headings(fields: &[PersonColumn], locale: Locale) -> Vec<Cell> {
    let own = fields.iter().map(|field| {
        let label = words::label(*field);
        let suffix = if locale == Locale::En { "(cleaned)" } else { "(đã làm sạch)" };
        Cell::text([label.get(locale), suffix].join(" "))
    });
    own.chain(head(locale, &[["Tình trạng", "Status"], ["Việc cần làm", "What to do"]])).collect()
}

/// What is known of a person.
fn known(person: &PersonRow, fields: &[PersonColumn], locale: Locale) -> Vec<Cell> {
    let own = fields
        .iter()
        .map(|field| view::known(person, *field).map_or(Cell::Empty, |value| words::cell(*field, value)));
    let more = [text(&words::status(person.status), locale), Cell::text(to_do(person, locale))];
    own.chain(more).collect()
}

/// Everything above a hint, one after the other.
fn to_do(row: &PersonRow, locale: Locale) -> String {
    let open = row.findings.iter().filter(|finding| finding.severity > Severity::Info);
    let messages: Vec<String> = open.map(|finding| finding.message(locale)).collect();
    messages.join(" ").chars().take(LONGEST).collect()
}

/// Each change with its reason.
fn changes(report: &PeopleReport, locale: Locale, put: Put<'_>) {
    put(head(
        locale,
        &[["Dòng", "Row"], ["Mục", "Field"], ["Trước", "Before"], ["Sau", "After"], ["Lý do", "Reason"]],
    ));
    for row in &report.rows {
        for change in &row.changes {
            let field = change.field.whole();
            let reason = words::of_code(change.code).unwrap_or_default();
            put(vec![
                number(row.row),
                text(&words::label(field), locale),
                Cell::text(words::shown(field, &change.from)),
                words::cell(field, &change.to),
                text(&reason, locale),
            ]);
        }
    }
}

/// What somebody still has to decide or look at.
fn open(rows: &[Vec<Cell>], report: &PeopleReport, locale: Locale, put: Put<'_>) {
    put(head(
        locale,
        &[
            ["Dòng", "Row"],
            ["Mức", "Kind"],
            ["Mục", "Field"],
            ["Đang ghi", "In the table"],
            ["Việc cần làm", "What to do"],
            ["Có thể chọn", "May be"],
        ],
    ));
    for row in &report.rows {
        for finding in row.findings.iter().filter(|finding| finding.severity > Severity::Info) {
            let field = column_of(&finding.path);
            let question = row.questions.iter().find(|question| {
                question.code == finding.code
                    && Some(question.field.whole()) == field.map(PersonColumn::whole)
            });
            let kind = match (question, finding.severity) {
                (Some(_), _) => ["Câu hỏi", "Question"],
                (None, Severity::Error) => ["Sai", "Wrong"],
                (None, _) => ["Cần xem", "To be looked at"],
            };
            let options = question.map(|question| {
                let shown = question.options.iter().map(|value| words::shown(question.field, value));
                shown.collect::<Vec<_>>().join("; ")
            });
            let cells = rows.get(row.row).map_or(&[][..], Vec::as_slice);
            let shown = field.map(|field| view::shown(&report.columns, cells, field)).unwrap_or_default();
            put(vec![
                number(row.row),
                Cell::text(if locale == Locale::En { kind[1] } else { kind[0] }),
                field.map_or(Cell::Empty, |field| text(&words::label(field.whole()), locale)),
                Cell::text(shown),
                Cell::text(finding.message(locale)),
                Cell::text(options.unwrap_or_default()),
            ]);
        }
    }
}

/// Rows of one person, a group after the other.
fn duplicates(report: &PeopleReport, locale: Locale, put: Put<'_>) {
    put(head(
        locale,
        &[
            ["Nhóm", "Group"],
            ["Dòng", "Row"],
            ["Mức", "Kind"],
            ["Vì", "By"],
            ["Họ tên", "Full name"],
            ["Ngày sinh", "Date of birth"],
            ["Số định danh cá nhân", "Personal number"],
        ],
    ));
    for (group, Duplicate { rows, by, sure }) in report.duplicates.iter().enumerate() {
        for row in rows {
            let person = report.rows.binary_search_by_key(row, |own| own.row).ok();
            let Some(person) = person.and_then(|at| report.rows.get(at)) else { continue };
            let value = |field: PersonColumn| {
                view::known(person, field).map_or(Cell::Empty, |value| words::cell(field, value))
            };
            let kind = if *sure { ["Chắc chắn", "Certain"] } else { ["Cần hỏi", "To be asked"] };
            let by = match by {
                Match::Pin => ["Số định danh", "Personal number"],
                Match::NameAndBirth => ["Họ tên và ngày sinh", "Name and birth"],
                Match::Likeness => ["Gần giống", "Likeness"],
            };
            let word = |pair: [&str; 2]| Cell::text(if locale == Locale::En { pair[1] } else { pair[0] });
            put(vec![
                number(group),
                number(*row),
                word(kind),
                word(by),
                value(PersonColumn::FullName),
                value(PersonColumn::BirthDate),
                value(PersonColumn::Pin),
            ]);
        }
    }
}

/// The headings of a table.
pub(super) fn head(locale: Locale, words: &[[&str; 2]]) -> Vec<Cell> {
    words.iter().map(|[vi, en]| Cell::text(if locale == Locale::En { *en } else { *vi })).collect()
}

pub(super) fn text(words: &Bilingual, locale: Locale) -> Cell {
    Cell::text(words.get(locale))
}

/// As spreadsheets count: from 1.
pub(super) fn number(at: usize) -> Cell {
    let number = u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1);
    Cell::Number(f64::from(number))
}

/// Characters of a cell of a spreadsheet (Excel specifications and limits).
const LONGEST: usize = 32_000;
