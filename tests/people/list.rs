//! A list while somebody works on it: decisions, their way back, what comes out.

use cancuoc::{
    Locale,
    identity::Field,
    list::{Decision, PeopleList, Query, Role, compare},
    people::{Cell, ListOptions, PersonColumn, Status},
};

use crate::{options, table, units};

fn open(rows: &[&[&str]]) -> PeopleList {
    let mut heard = Vec::new();
    let mut tell = |done, all| heard.push((done, all));
    let rows = table(rows);
    let all = rows.len();
    let list = PeopleList::check(rows, &ListOptions::default(), None, &options(), &mut tell).unwrap();
    assert_eq!(heard, [(all, all)]);
    list
}

const HEADING: [&str; 4] = ["Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD"];

/// Three people whose numbers have no zeros, and nothing else is known that would confirm them.
fn without_zeros() -> PeopleList {
    open(&[
        &["Họ và tên", "Số CCCD", "Ghi chú"],
        &["Nguyễn Văn Mẫu", "1099012345", "a"],
        &["Trần Thị Mẫu", "1199012346", "b"],
        &["Lê Văn Mẫu", "036099012347", "c"],
    ])
}

fn pins(list: &PeopleList) -> Vec<Option<&str>> {
    list.report().rows.iter().map(|row| row.person.get(Field::Pin)).collect()
}

#[test]
fn one_touch_settles_a_question_and_undo_takes_it_back() {
    let mut list = without_zeros();
    assert_eq!(pins(&list), [None, None, Some("036099012347")]);
    let row = list.view(0).unwrap();
    assert_eq!(row.questions.len(), 1);
    let question = &row.questions[0];
    assert_eq!((question.code, question.alike, question.field), ("people.zero_unsure", 2, PersonColumn::Pin));
    let shown: Vec<&str> = question.options.iter().map(|option| option.shown.as_str()).collect();
    assert_eq!(shown, ["001099012345"]);

    let decision = Decision::Option { option: 0, alike: false };
    assert_eq!(list.decide(0, PersonColumn::Pin, &decision), Ok(1));
    assert_eq!(pins(&list), [Some("001099012345"), None, Some("036099012347")]);
    let row = list.view(0).unwrap();
    assert!(row.questions.is_empty() && row.findings.iter().all(|own| own.path != "person.pin"));
    let change = row.changes.last().unwrap();
    assert_eq!((change.from.as_str(), change.to.as_str()), ("1099012345", "001099012345"));
    assert_eq!(list.report().rows[0].changes.last().unwrap().code, "people.decided");
    assert_eq!(list.overview().decisions, 1);

    assert_eq!(list.undo(), 1);
    assert_eq!(pins(&list), [None, None, Some("036099012347")]);
    assert_eq!((list.view(0).unwrap().questions.len(), list.undo()), (1, 0));
}

#[test]
fn all_that_are_alike_are_settled_together_and_taken_back_together() {
    let mut list = without_zeros();
    let open = Query { open: true, ..Query::default() };
    assert_eq!(list.select(&open), [0, 1]);
    let decision = Decision::Option { option: 0, alike: true };
    assert_eq!(list.decide(1, PersonColumn::Pin, &decision), Ok(2));
    assert_eq!(pins(&list), [Some("001099012345"), Some("001199012346"), Some("036099012347")]);
    assert_eq!((list.select(&open).len(), list.overview().summary.questions), (0, 0));
    assert_eq!(list.undo(), 2);
    assert_eq!(list.select(&open), [0, 1]);
}

#[test]
fn what_is_typed_is_checked_before_it_is_put() {
    let mut list = open(&[&HEADING, &["Nguyễn Văn Mẫu", "31/02/1999", "Nam", "036099012345"]]);
    assert_eq!(list.report().rows[0].status, Status::Wrong);
    let typed = |value: &str| Decision::Value { value: value.to_owned() };
    let refused = list.decide(0, PersonColumn::BirthDate, &typed("30/02/1999")).unwrap_err();
    assert_eq!((refused.code.as_ref(), list.overview().decisions), ("identity.not_a_date", 0));
    assert_eq!(list.decide(0, PersonColumn::BirthDate, &typed("28/02/1999")), Ok(1));
    let row = &list.report().rows[0];
    assert_eq!((row.person.get(Field::BirthDate), row.status), (Some("1999-02-28"), Status::Changed));
    assert!(row.quality.complete && row.quality.correct && row.findings.is_empty());
    // Another year than the number says: what the values say of each other is said anew.
    assert_eq!(list.decide(0, PersonColumn::BirthDate, &typed("28/02/1998")), Ok(1));
    let codes: Vec<&str> = list.report().rows[0].findings.iter().map(|own| own.code.as_ref()).collect();
    assert_eq!((codes, list.report().rows[0].status), (vec!["pin.birth_year_differs"], Status::Ask));
    assert_eq!(list.decide(0, PersonColumn::Pin, &typed("036098012345")), Ok(1));
    assert_eq!(list.report().rows[0].status, Status::Changed);
}

#[test]
fn a_number_that_was_typed_can_make_two_rows_one_person() {
    let mut list = open(&[
        &HEADING,
        &["Nguyễn Văn Mẫu", "05/03/1999", "Nam", "036099012345"],
        &["Nguyễn Văn Mẫu", "05/03/1999", "Nam", ""],
    ]);
    let before: Vec<_> = list.report().duplicates.iter().map(|group| group.sure).collect();
    assert_eq!(before, [false]);
    let value = Decision::Value { value: "036 099 012 345".to_owned() };
    assert_eq!(list.decide(1, PersonColumn::Pin, &value), Ok(1));
    assert!(list.overview().stale);
    list.refresh();
    let after: Vec<_> =
        list.report().duplicates.iter().map(|group| (group.sure, group.rows.clone())).collect();
    assert_eq!(after, [(true, vec![1, 2])]);
    assert_eq!((list.overview().summary.duplicates, list.overview().stale), (1, false));
}

#[test]
fn kinds_are_counted_in_rows_and_lead_to_them() {
    let list = without_zeros();
    let kinds = list.overview().kinds;
    let question = kinds.iter().find(|kind| kind.role == Role::Question).unwrap();
    assert_eq!((question.code.as_str(), question.rows), ("people.zero_unsure", 2));
    assert!(question.message.vi.starts_with("Số định danh có … chữ số;"), "{}", question.message.vi);
    let two = open(&[&HEADING, &["Nguyễn Văn Mẫu", "", "", "036099012345"]]).overview().kinds;
    let words: Vec<&str> = two.iter().map(|kind| kind.message.vi.as_str()).collect();
    assert_eq!(words, ["Thiếu ngày sinh. Hãy bổ sung.", "Thiếu giới tính. Hãy bổ sung."]);
    let query = Query {
        code: Some(question.code.clone()),
        role: Some(Role::Question),
        field: question.field,
        ..Query::default()
    };
    assert_eq!(list.select(&query), [0, 1]);
    let named = |text: &str| list.select(&Query { text: Some(text.to_owned()), ..Query::default() });
    assert_eq!((named("tran thi"), named("036099"), named("")), (vec![1], vec![2], vec![0, 1, 2]));
}

#[test]
fn the_result_keeps_the_table_and_puts_what_is_known_beside_it() {
    let mut list = open(&[
        &["DANH SÁCH"],
        &HEADING,
        &[],
        &["NGUYỄN VĂN MẪU", "5/3/1999", "nam", "36099012345"],
        &["Trần Thị Mẫu", "1950", "Nữ", ""],
    ]);
    let tables = list.tables("Trang 1", Locale::Vi);
    let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    assert_eq!(names, ["Trang 1", "Thay đổi", "Cần làm", "Trùng"]);
    let shown = |row: &[Cell]| row.iter().map(|cell| cell.shown().into_owned()).collect::<Vec<_>>();
    let rows = &tables[0].rows;
    assert_eq!((shown(&rows[0]), rows[2].len()), (vec!["DANH SÁCH".to_owned()], 0));
    assert_eq!(
        shown(&rows[1])[4..],
        [
            "Họ tên (đã làm sạch)",
            "Ngày sinh (đã làm sạch)",
            "Giới tính (đã làm sạch)",
            "Số định danh cá nhân (đã làm sạch)",
            "Tình trạng",
            "Việc cần làm"
        ]
    );
    assert_eq!(
        shown(&rows[3]),
        [
            "NGUYỄN VĂN MẪU",
            "5/3/1999",
            "nam",
            "36099012345",
            "Nguyễn Văn Mẫu",
            "05/03/1999",
            "Nam",
            "036099012345",
            "Đã sửa",
            ""
        ]
    );
    assert!(matches!(rows[3][5], Cell::Date(_)) && rows[4][5] == Cell::text("1950"));
    assert_eq!(shown(&rows[4])[8..], ["Cần hỏi", "Thiếu số định danh cá nhân. Hãy bổ sung."]);
    let change = shown(&tables[1].rows[1]);
    assert_eq!(change[..4], ["4", "Họ tên", "NGUYỄN VĂN MẪU", "Nguyễn Văn Mẫu"]);
    assert_eq!(
        shown(&tables[2].rows[1]),
        ["5", "Cần xem", "Số định danh cá nhân", "", "Thiếu số định danh cá nhân. Hãy bổ sung.", ""]
    );
}

#[test]
fn a_table_of_the_result_is_handed_out_row_by_row() {
    let mut list = open(&[&HEADING, &["NGUYỄN VĂN MẪU", "5/3/1999", "nam", "36099012345"]]);
    let whole = list.tables("A", Locale::En);
    assert_eq!(list.table_names("A", Locale::En), ["A", "Changes", "To do", "Duplicates"]);
    for (at, table) in whole.iter().enumerate() {
        let mut rows = Vec::new();
        list.table(at, Locale::En, &mut |row| rows.push(row));
        assert_eq!(rows, table.rows);
    }
}

#[test]
fn cells_that_repeat_a_merged_one_are_empty_in_the_result() {
    let rows = table(&[&["Họ và tên", "Nơi ở"], &["Nguyễn Văn Mẫu", "Thôn 3"], &["Trần Thị Mẫu", "Thôn 3"]]);
    let list = PeopleList::check(rows, &ListOptions::default(), None, &options(), &mut |_, _| {}).unwrap();
    let tables = list.repeating(vec![(9, 9), (2, 1)]).tables("A", Locale::En);
    assert_eq!(
        (tables[0].rows[1][1].clone(), tables[0].rows[2][1].clone()),
        (Cell::text("Thôn 3"), Cell::Empty)
    );
    assert_eq!(tables[0].rows[2][3], Cell::text("Thôn 3"));
}

#[test]
fn a_divided_commune_is_chosen_and_the_row_is_of_today() {
    let rows = table(&[
        &["Họ và tên", "Nơi thường trú"],
        &["Nguyễn Văn Mẫu", "Xã Văn Khê, Huyện Mê Linh, Hà Nội"],
        &["Trần Thị Mẫu", "Xã Văn Khê, Huyện Mê Linh, Hà Nội"],
    ]);
    let mut list =
        PeopleList::check(rows, &ListOptions::default(), Some(units()), &options(), &mut |_, _| {}).unwrap();
    let question = list.view(0).unwrap().questions.remove(0);
    assert_eq!((question.code, question.options.len(), question.alike), ("people.address_unsure", 4, 2));
    assert!(!list.report().rows[0].quality.current);
    let decision = Decision::Option { option: 1, alike: true };
    assert_eq!(list.decide(0, PersonColumn::Residence, &decision), Ok(2));
    for row in &list.report().rows {
        assert_eq!(row.person.get(Field::Residence), Some(question.options[1].value.as_str()));
        assert!(row.quality.current);
    }
}

#[test]
fn two_lists_are_compared_as_they_are_now() {
    let left = open(&[
        &HEADING,
        &["Nguyễn Văn Mẫu", "05/03/1999", "Nam", "036099012345"],
        &["Lê Thị Mẫu", "01/01/1980", "Nữ", "036180012399"],
    ]);
    let right = open(&[&HEADING, &["Nguyễn Văn Mầu", "05/03/1999", "Nam", "036099012345"]]);
    let compared = compare(&left, &right, Locale::Vi);
    assert_eq!(
        (compared.matches, compared.different, compared.only_left, compared.only_right, compared.ask),
        (1, 1, 1, 0, 0)
    );
    let names: Vec<&str> = compared.tables.iter().map(|table| table.name.as_str()).collect();
    assert_eq!(names, ["Khác nhau", "Chỉ có ở danh sách 1", "Chỉ có ở danh sách 2", "Cần hỏi"]);
    let shown = |row: &[Cell]| row.iter().map(|cell| cell.shown().into_owned()).collect::<Vec<_>>();
    assert_eq!(
        shown(&compared.tables[0].rows[1])[..6],
        ["2", "2", "Nguyễn Văn Mẫu", "Họ tên", "Nguyễn Văn Mẫu", "Nguyễn Văn Mầu"]
    );
    assert_eq!(shown(&compared.tables[1].rows[1]), ["3", "Lê Thị Mẫu", "01/01/1980", "036180012399"]);
}

#[test]
fn debug_output_shows_nobodys_data() {
    let list = without_zeros();
    let text = format!(
        "{list:?} {:?} {:?} {:?}",
        list.view(0).unwrap(),
        list.overview(),
        Decision::Value { value: "036099012345".into() }
    );
    assert!(!text.contains("Mẫu") && !text.contains("012345"), "{text}");
}
