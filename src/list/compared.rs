use serde::Serialize;

use super::{
    people_list::PeopleList,
    result::{Table, head, number},
    view, words,
};
use crate::{
    Locale,
    identity::Difference,
    people::{Cell, Comparison, PersonColumn, compare_people},
};

/// Two lists side by side: counts, and tables for a spreadsheet.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Compared {
    /// Who is in both.
    pub matches: usize,
    /// Of them those whose fields differ.
    pub different: usize,
    /// Who is only in the left list.
    pub only_left: usize,
    /// Who is only in the right list.
    pub only_right: usize,
    /// Who of the left list may be one of several.
    pub ask: usize,
    /// Differences, who is only in one, who is to be asked.
    #[serde(skip)]
    pub tables: Vec<Table>,
}

/// Compares two lists as they are now.
pub fn compare(left: &PeopleList, right: &PeopleList, locale: Locale) -> Compared {
    let found = compare_people(left.report(), right.report());
    let say = |vi: &str, en: &str| if locale == Locale::En { en.to_owned() } else { vi.to_owned() };
    let only = |list: &PeopleList, rows: &[usize]| {
        let mut out = vec![head(locale, &WHO)];
        out.extend(rows.iter().map(|row| who(list, *row)));
        out
    };
    Compared {
        matches: found.matches.len(),
        different: found.matches.iter().filter(|pair| !pair.differences.is_empty()).count(),
        only_left: found.only_left.len(),
        only_right: found.only_right.len(),
        ask: found.ask.len(),
        tables: vec![
            Table { name: say("Khác nhau", "Differences"), rows: differences(left, &found, locale) },
            Table {
                name: say("Chỉ có ở danh sách 1", "Only in list 1"), rows: only(left, &found.only_left)
            },
            Table {
                name: say("Chỉ có ở danh sách 2", "Only in list 2"),
                rows: only(right, &found.only_right),
            },
            Table { name: say("Cần hỏi", "To be asked"), rows: asked(left, right, &found, locale) },
        ],
    }
}

const WHO: [[&str; 2]; 4] = [
    ["Dòng", "Row"],
    ["Họ tên", "Full name"],
    ["Ngày sinh", "Date of birth"],
    ["Số định danh cá nhân", "Personal number"],
];

fn who(list: &PeopleList, row: usize) -> Vec<Cell> {
    let person = list.place(row).and_then(|at| list.report().rows.get(at));
    let value = |field: PersonColumn| {
        let value = person.and_then(|person| view::known(person, field));
        value.map_or(Cell::Empty, |value| words::cell(field, value))
    };
    vec![number(row), value(PersonColumn::FullName), value(PersonColumn::BirthDate), value(PersonColumn::Pin)]
}

fn differences(left: &PeopleList, found: &Comparison, locale: Locale) -> Vec<Vec<Cell>> {
    let mut out = vec![head(
        locale,
        &[
            ["Dòng ở danh sách 1", "Row of list 1"],
            ["Dòng ở danh sách 2", "Row of list 2"],
            ["Họ tên", "Full name"],
            ["Mục", "Field"],
            ["Danh sách 1", "List 1"],
            ["Danh sách 2", "List 2"],
            ["Khác ở chỗ", "In what way"],
        ],
    )];
    for pair in &found.matches {
        for own in &pair.differences {
            let Some(field) = PersonColumn::from_name(own.field) else { continue };
            let name = who(left, pair.left).into_iter().nth(1).unwrap_or_default();
            let way = way(own.difference);
            out.push(vec![
                number(pair.left),
                number(pair.right),
                name,
                Cell::text(words::label(field).get(locale)),
                words::cell(field, &own.left),
                words::cell(field, &own.right),
                Cell::text(if locale == Locale::En { way[1] } else { way[0] }),
            ]);
        }
    }
    out
}

fn way(difference: Difference) -> [&'static str; 2] {
    match difference {
        Difference::Precision => ["Một bên ghi đầy đủ hơn", "One says more"],
        Difference::Diacritics => ["Dấu", "Accents"],
        Difference::Abbreviation => ["Viết tắt", "Abbreviated"],
        Difference::Truncation => ["Bị cắt bớt", "Cut off"],
        Difference::Content => ["Nội dung", "Content"],
    }
}

fn asked(left: &PeopleList, right: &PeopleList, found: &Comparison, locale: Locale) -> Vec<Vec<Cell>> {
    let first = [
        ["Dòng ở danh sách 1", "Row of list 1"],
        ["Họ tên", "Full name"],
        ["Ngày sinh", "Date of birth"],
        ["Số định danh cá nhân", "Personal number"],
        ["Có thể là dòng ở danh sách 2", "May be row of list 2"],
    ];
    let mut headings = head(locale, &first);
    headings.extend(head(locale, WHO.get(1..).unwrap_or_default()));
    let mut out = vec![headings];
    for doubt in &found.ask {
        for other in &doubt.right {
            let mut row = who(left, doubt.left);
            row.extend(who(right, *other));
            out.push(row);
        }
    }
    out
}
