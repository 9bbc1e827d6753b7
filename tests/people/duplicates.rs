//! Who is in a list twice: all of them found, nobody joined who is two.

use std::collections::{HashMap, HashSet};

use cancuoc::people::Match;

use crate::{
    check,
    generate::{self, Style},
    table,
};

#[test]
fn repeated_people_are_found_and_different_ones_are_not_joined() {
    let style = Style { people: 5000, month_first: false, from_1904: false, repeated: 5 };
    let list = generate::list(11, style);
    let report = check(&list.rows);
    // Rows of the list are those of the truth, one below the heading.
    let who = |row: usize| list.who[row - 1];
    for group in report.duplicates.iter().filter(|group| group.sure) {
        let people: HashSet<usize> = group.rows.iter().map(|row| who(*row)).collect();
        assert_eq!(people.len(), 1, "{group:?}");
    }
    let mut rows_of: HashMap<usize, Vec<usize>> = HashMap::new();
    for (at, person) in list.who.iter().enumerate() {
        rows_of.entry(*person).or_default().push(at + 1);
    }
    let pairs: Vec<&Vec<usize>> = rows_of.values().filter(|rows| rows.len() > 1).collect();
    let found = |sure: bool| {
        let joined = |rows: &&&Vec<usize>| {
            report
                .duplicates
                .iter()
                .any(|group| group.sure >= sure && rows.iter().all(|row| group.rows.contains(row)))
        };
        pairs.iter().filter(joined).count()
    };
    let (sure, any) = (found(true), found(false));
    let asked_wrongly = report
        .duplicates
        .iter()
        .filter(|group| {
            !group.sure && group.rows.iter().map(|row| who(*row)).collect::<HashSet<_>>().len() > 1
        })
        .count();
    println!("{} pairs: {sure} sure, {any} found; {asked_wrongly} asked of different people", pairs.len());
    assert!(any * 100 >= pairs.len() * 95, "{any} of {}", pairs.len());
    assert!(sure * 100 >= pairs.len() * 85, "{sure} of {}", pairs.len());
    assert!(asked_wrongly * 100 <= list.who.len(), "{asked_wrongly}");
}

fn groups(rows: &[&[&str]]) -> Vec<(Vec<usize>, Match, bool)> {
    let mut all = vec![&["Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Địa chỉ"][..]];
    all.extend(rows);
    check(&table(&all)).duplicates.into_iter().map(|group| (group.rows, group.by, group.sure)).collect()
}

#[test]
fn one_number_and_one_name_are_one_person() {
    let twice = groups(&[
        &["Nguyễn Văn Mẫu", "05/03/1999", "Nam", "036099012345", "Thôn 3"],
        &["NGUYEN VAN MAU", "1999", "Nam", "036099012345", ""],
    ]);
    assert_eq!(twice, [(vec![1, 2], Match::Pin, true)]);
}

#[test]
fn one_number_of_two_people_is_an_error_of_both() {
    let rows = table(&[
        &["Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD"],
        &["Nguyễn Văn Mẫu", "05/03/1999", "Nam", "036099012345"],
        &["Trần Quốc Sơn", "05/03/1999", "Nam", "036099012345"],
    ]);
    let report = check(&rows);
    assert_eq!(report.summary.wrong, 2);
    assert!(
        report
            .rows
            .iter()
            .all(|row| row.findings.iter().any(|finding| finding.code == "people.number_shared"))
    );
    assert!(!report.duplicates[0].sure);
}

#[test]
fn one_name_and_birth_are_asked_unless_something_else_agrees() {
    let with = |home: [&str; 2], pins: [&str; 2]| {
        groups(&[
            &["Nguyễn Văn Mẫu", "05/03/1999", "Nam", pins[0], home[0]],
            &["Nguyễn Văn Mẫu", "05/03/1999", "Nam", pins[1], home[1]],
        ])
    };
    let one = ["036099012345", ""];
    assert_eq!(with(["Thôn 3", "Thôn 3"], one), [(vec![1, 2], Match::NameAndBirth, true)]);
    assert_eq!(with(["Thôn 3", "Thôn 4"], one), [(vec![1, 2], Match::NameAndBirth, false)]);
    assert_eq!(with(["Thôn 3", "Thôn 3"], ["036099012345", "038099054321"]), []);
}

#[test]
fn people_who_are_near_are_asked() {
    for (other, why) in [
        (["Nguyen Van Mau", "05/03/1999", "Nam", "", ""], "accents"),
        (["Mẫu Nguyễn Văn", "05/03/1999", "Nam", "", ""], "order"),
        (["Nguyễn Văn Mẫu", "05/03/1999", "Nam", "036099012346", ""], "one digit of the number"),
        (["Nguyễn Văn Mẫu", "06/03/1999", "Nam", "036099012354", ""], "two neighbours and the day"),
        (["Nguyễn Văn Mẫu", "03/05/1999", "Nam", "", "Thôn 3"], "day and month"),
        (["Nguyễn Văn Mậu", "05/03/1999", "Nam", "036098012345", ""], "one letter and one digit"),
    ] {
        let found = groups(&[&["Nguyễn Văn Mẫu", "05/03/1999", "Nam", "036099012345", "Thôn 3"], &other]);
        assert_eq!(found, [(vec![1, 2], Match::Likeness, false)], "{why}");
    }
    let far = groups(&[
        &["Nguyễn Văn Mẫu", "05/03/1999", "Nam", "036099012345", "Thôn 3"],
        &["Nguyễn Văn Mẫu", "17/08/1960", "Nam", "036060054321", "Thôn 4"],
    ]);
    assert_eq!(far, []);
}

#[test]
fn a_crowd_of_one_name_takes_no_time() {
    let mut rows = vec![vec!["Họ và tên".into(), "Ngày sinh".into(), "Số CCCD".into(), "Địa chỉ".into()]];
    for number in 0..20_000 {
        rows.push(vec![
            "Nguyễn Văn Mẫu".to_owned(),
            "05/03/1999".to_owned(),
            format!("036099{number:06}"),
            "Thôn 3".to_owned(),
        ]);
    }
    let rows: Vec<Vec<cancuoc::people::Cell>> = rows
        .iter()
        .map(|row| row.iter().map(|text| cancuoc::people::Cell::text(text.as_str())).collect())
        .collect();
    let start = std::time::Instant::now();
    let report = check(&rows);
    assert_eq!(report.rows.len(), 20_000);
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}
