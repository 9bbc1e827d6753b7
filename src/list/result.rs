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

/// Of a list: the table as it came with new columns beside it, its changes, what is open, who is there twice.
pub(super) fn tables(
    rows: &[Vec<Cell>],
    repeated: &[(usize, usize)],
    report: &PeopleReport,
    name: &str,
    locale: Locale,
) -> Vec<Table> {
    let say = |vi: &str, en: &str| if locale == Locale::En { en.to_owned() } else { vi.to_owned() };
    vec![
        Table { name: name.to_owned(), rows: beside(rows, repeated, report, locale) },
        Table { name: say("Thay đổi", "Changes"), rows: changes(report, locale) },
        Table { name: say("Cần làm", "To do"), rows: open(rows, report, locale) },
        Table { name: say("Trùng", "Duplicates"), rows: duplicates(report, locale) },
    ]
}

/// The rows as they came, with what is known now to the right of their last column.
fn beside(
    rows: &[Vec<Cell>],
    repeated: &[(usize, usize)],
    report: &PeopleReport,
    locale: Locale,
) -> Vec<Vec<Cell>> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let fields = view::fields(&report.columns);
    let mut out: Vec<Vec<Cell>> = rows.to_vec();
    for (row, column) in repeated {
        if let Some(cell) = out.get_mut(*row).and_then(|row| row.get_mut(*column)) {
            *cell = Cell::Empty;
        }
    }
    let mut add = |at: usize, cells: Vec<Cell>| {
        if let Some(row) = out.get_mut(at) {
            row.resize(width, Cell::Empty);
            row.extend(cells);
        }
    };
    if let Some(at) = report.headings {
        let own = fields.iter().map(|field| {
            let label = words::label(*field);
            let suffix = if locale == Locale::En { "(cleaned)" } else { "(đã làm sạch)" };
            Cell::text([label.get(locale), suffix].join(" "))
        });
        let more = [["Tình trạng", "Status"], ["Việc cần làm", "What to do"]];
        let more = more.iter().map(|[vi, en]| Cell::text(if locale == Locale::En { *en } else { *vi }));
        add(at, own.chain(more).collect());
    }
    for row in &report.rows {
        let own = fields
            .iter()
            .map(|field| view::known(row, *field).map_or(Cell::Empty, |value| words::cell(*field, value)));
        let more = [text(&words::status(row.status), locale), Cell::text(to_do(row, locale))];
        add(row.row, own.chain(more).collect());
    }
    out
}

/// Everything above a hint, one after the other.
fn to_do(row: &PersonRow, locale: Locale) -> String {
    let open = row.findings.iter().filter(|finding| finding.severity > Severity::Info);
    let messages: Vec<String> = open.map(|finding| finding.message(locale)).collect();
    messages.join(" ").chars().take(LONGEST).collect()
}

/// Each change with its reason.
fn changes(report: &PeopleReport, locale: Locale) -> Vec<Vec<Cell>> {
    let mut out = vec![head(
        locale,
        &[["Dòng", "Row"], ["Mục", "Field"], ["Trước", "Before"], ["Sau", "After"], ["Lý do", "Reason"]],
    )];
    for row in &report.rows {
        for change in &row.changes {
            let field = change.field.whole();
            let reason = words::of_code(change.code).unwrap_or_default();
            out.push(vec![
                number(row.row),
                text(&words::label(field), locale),
                Cell::text(words::shown(field, &change.from)),
                words::cell(field, &change.to),
                text(&reason, locale),
            ]);
        }
    }
    out
}

/// What somebody still has to decide or look at.
fn open(rows: &[Vec<Cell>], report: &PeopleReport, locale: Locale) -> Vec<Vec<Cell>> {
    let mut out = vec![head(
        locale,
        &[
            ["Dòng", "Row"],
            ["Mức", "Kind"],
            ["Mục", "Field"],
            ["Đang ghi", "In the table"],
            ["Việc cần làm", "What to do"],
            ["Có thể chọn", "May be"],
        ],
    )];
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
            out.push(vec![
                number(row.row),
                Cell::text(if locale == Locale::En { kind[1] } else { kind[0] }),
                field.map_or(Cell::Empty, |field| text(&words::label(field.whole()), locale)),
                Cell::text(shown),
                Cell::text(finding.message(locale)),
                Cell::text(options.unwrap_or_default()),
            ]);
        }
    }
    out
}

/// Rows of one person, a group after the other.
fn duplicates(report: &PeopleReport, locale: Locale) -> Vec<Vec<Cell>> {
    let mut out = vec![head(
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
    )];
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
            out.push(vec![
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
    out
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
