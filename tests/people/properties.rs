//! What holds for any list: no panic, changes that lead back, an order that does not matter.

use cancuoc::{
    Date,
    people::{Cell, DateTime, ListOptions, PeopleReport, PersonColumn, PersonRow, check_people},
};
use proptest::prelude::*;

use crate::{
    check,
    generate::{self, Random, Style},
    options, units,
};

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        Just(Cell::Empty),
        any::<bool>().prop_map(Cell::Bool),
        any::<f64>().prop_map(Cell::Number),
        (0_u64..999_999_999_999).prop_map(|number| Cell::Number(number as f64)),
        ".{0,24}".prop_map(Cell::text),
        "[0-9OIl ./,E+-]{0,16}".prop_map(Cell::text),
        "(Nguyễn|TRẦN|lê|H’Hen|NguyÔn|Ông) (Văn|THỊ|V¨n|а) (Mẫu|MÉu)( \\(1985\\))?".prop_map(Cell::text),
        "[0-3]?[0-9][/.-][01]?[0-9][/.-](19|20)?[0-9]{2}".prop_map(Cell::text),
        (1850_u16..2100, 1_u8..13, 1_u8..29, 0_u32..86_400).prop_map(|(year, month, day, second)| {
            Cell::Date(DateTime { day: Date::new(year, month, day).unwrap(), second })
        }),
        prop::sample::select(vec![
            "Họ và tên",
            "CCCD",
            "Ngày sinh",
            "Nam",
            "Nữ",
            "Tổ 1",
            "0901234567",
            "#N/A",
            "x",
            "1"
        ])
        .prop_map(Cell::text),
    ]
}

fn rows() -> impl Strategy<Value = Vec<Vec<Cell>>> {
    prop::collection::vec(prop::collection::vec(cell(), 0..9), 0..24)
}

fn columns() -> impl Strategy<Value = Option<Vec<Option<PersonColumn>>>> {
    let column = prop::option::of(prop::sample::select(PersonColumn::ALL.to_vec()));
    prop::option::of(prop::collection::vec(column, 0..9))
}

/// The values of a field in the order of its changes: from the first `from` to the last `to`.
fn leads_back(row: &PersonRow) -> Result<(), TestCaseError> {
    // Several columns may hold parts of a street: each has steps of its own.
    for column in PersonColumn::ALL.iter().filter(|column| **column != PersonColumn::Street) {
        let steps: Vec<_> = row.changes.iter().filter(|change| change.field == *column).collect();
        for pair in steps.windows(2) {
            prop_assert_eq!(&pair[0].to, &pair[1].from, "{:?}", column);
        }
        for step in &steps {
            prop_assert!(step.from != step.to);
        }
    }
    Ok(())
}

fn check_all(report: &PeopleReport) -> Result<(), TestCaseError> {
    for row in &report.rows {
        leads_back(row)?;
        for finding in &row.findings {
            prop_assert!(!finding.message(cancuoc::Locale::Vi).contains('{'), "{}", finding.code);
            prop_assert!(!finding.message(cancuoc::Locale::En).contains('{'), "{}", finding.code);
        }
        for question in &row.questions {
            prop_assert!(row.findings.iter().any(|finding| finding.code == question.code));
        }
    }
    for group in &report.duplicates {
        prop_assert!(group.rows.len() > 1 && group.rows.is_sorted());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_cells_are_checked_without_a_panic(rows in rows(), columns in columns(), header in any::<Option<bool>>()) {
        let list = ListOptions { columns, header, date1904: None };
        let report = check_people(&rows, &list, Some(units()), &options()).unwrap();
        check_all(&report)?;
        let counted = report.rows.len() + report.skipped.len() + report.summary.blank;
        let blank_above = rows.iter().filter(|row| row.iter().all(Cell::is_blank)).count() - report.summary.blank;
        prop_assert_eq!(counted + blank_above, rows.len(), "no row is lost");
    }

    #[test]
    fn the_order_of_the_rows_does_not_matter(seed in any::<u64>(), month_first in any::<bool>()) {
        let style = Style { people: 40, month_first, from_1904: false, repeated: 30 };
        let list = generate::list(seed, style);
        let mut random = Random::new(seed);
        let mut order: Vec<usize> = (1..list.rows.len()).collect();
        for at in (1..order.len()).rev() {
            order.swap(at, random.below(at + 1));
        }
        let mut shuffled = vec![list.rows[0].clone()];
        shuffled.extend(order.iter().map(|at| list.rows[*at].clone()));
        let (one, other) = (check(&list.rows), check(&shuffled));
        prop_assert_eq!(one.summary, other.summary);
        for row in &other.rows {
            let same = &one.rows.iter().find(|own| own.row == order[row.row - 1]).unwrap();
            prop_assert_eq!(&row.person, &same.person);
            prop_assert_eq!(&row.changes, &same.changes);
            prop_assert_eq!(row.status, same.status);
        }
        let mut groups: Vec<Vec<usize>> = other
            .duplicates
            .iter()
            .map(|group| {
                let mut rows: Vec<usize> = group.rows.iter().map(|row| order[row - 1]).collect();
                rows.sort_unstable();
                rows
            })
            .collect();
        groups.sort();
        let mut expected: Vec<Vec<usize>> = one.duplicates.iter().map(|group| group.rows.clone()).collect();
        expected.sort();
        prop_assert_eq!(groups, expected);
    }
}

#[test]
fn a_change_begins_with_what_the_cell_shows_and_ends_with_the_value() {
    let style = Style { people: 1500, month_first: false, from_1904: false, repeated: 0 };
    let list = generate::list(31, style);
    let report = check(&list.rows);
    let columns = [
        (1, PersonColumn::FullName),
        (2, PersonColumn::BirthDate),
        (3, PersonColumn::Sex),
        (4, PersonColumn::Pin),
        (6, PersonColumn::Phone),
        (7, PersonColumn::Email),
        (8, PersonColumn::HealthInsurance),
    ];
    let mut seen = 0;
    for row in &report.rows {
        for (at, column) in columns {
            let steps: Vec<_> = row.changes.iter().filter(|change| change.field == column).collect();
            if let (Some(first), Some(last)) = (steps.first(), steps.last()) {
                let value = match column.field() {
                    Some(field) => row.person.get(field),
                    None => row.contact.get(column),
                };
                assert_eq!(first.from, list.rows[row.row][at].shown());
                if let Some(value) = value {
                    assert_eq!(last.to, value);
                }
                seen += 1;
            }
        }
    }
    assert!(seen > 1500, "{seen}");
}

#[test]
fn a_list_in_pieces_is_the_list() {
    let style = Style { people: 200, month_first: false, from_1904: false, repeated: 3 };
    let list = generate::list(41, style);
    let mut check_in_pieces =
        cancuoc::people::PeopleCheck::new(&list.rows, &ListOptions::default(), None, &options()).unwrap();
    let mut left = list.rows.len();
    while left > 0 {
        let now = check_in_pieces.advance(17);
        assert!(now < left);
        left = now;
    }
    assert_eq!(check_in_pieces.finish(), check(&list.rows));
}
