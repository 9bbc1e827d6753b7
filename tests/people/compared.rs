//! Two lists side by side.

use cancuoc::{
    identity::Difference,
    people::{Comparison, compare_people},
};

use crate::{
    check,
    generate::{self, Style},
    table,
};

fn compared(left: &[&[&str]], right: &[&[&str]]) -> Comparison {
    let heading = &["Họ và tên", "Ngày sinh", "Số CCCD", "Địa chỉ", "Điện thoại"][..];
    let report = |rows: &[&[&str]]| {
        let mut all = vec![heading];
        all.extend(rows);
        check(&table(&all))
    };
    compare_people(&report(left), &report(right))
}

#[test]
fn people_are_matched_by_number_and_their_differences_named() {
    let both = compared(
        &[&["Nguyễn Văn Mẫu", "05/03/1999", "036099012345", "Thôn 3, xã Mẫu", "0901234567"]],
        &[&["Nguyen Van Mau", "1999", "036099012345", "xã Mẫu", "0901234568"]],
    );
    assert_eq!(
        (both.matches.len(), both.ask.len(), both.only_left.len(), both.only_right.len()),
        (1, 0, 0, 0)
    );
    let differences: Vec<(&str, Difference)> =
        both.matches[0].differences.iter().map(|own| (own.field, own.difference)).collect();
    assert_eq!(
        differences,
        [
            ("fullName", Difference::Diacritics),
            ("birthDate", Difference::Precision),
            ("residence", Difference::Truncation),
            ("phone", Difference::Content),
        ]
    );
    let json = serde_json::to_value(&both).unwrap();
    assert_eq!(json["matches"][0]["differences"][0]["difference"], "diacritics");
    assert_eq!(json["onlyLeft"], serde_json::json!([]));
}

#[test]
fn name_and_birth_match_where_a_number_is_missing() {
    let both = compared(
        &[&["Nguyễn Văn Mẫu", "05/03/1999", "", "", ""], &["Trần Thị Mẫu", "06/03/1999", "", "", ""]],
        &[
            &["NGUYỄN VĂN MẪU", "05/03/1999", "036099012345", "", ""],
            &["Lê Thị Mẫu", "07/03/1999", "", "", ""],
        ],
    );
    assert_eq!((both.matches[0].left, both.matches[0].right), (1, 1));
    assert_eq!((both.only_left, both.only_right), (vec![2], vec![2]));
}

#[test]
fn what_is_not_certain_is_asked() {
    let name = "Nguyễn Văn Mẫu";
    let one = &[name, "05/03/1999", "036099012345", "", ""][..];
    // The same name and birth twice on the other side.
    let both = compared(
        &[&[name, "05/03/1999", "", "", ""]],
        &[&[name, "05/03/1999", "", "A", ""], &[name, "05/03/1999", "", "B", ""]],
    );
    assert_eq!((both.matches.len(), both.ask[0].left, both.ask[0].right.as_slice()), (0, 1, &[1, 2][..]));
    // One number, somebody else.
    let both = compared(&[one], &[&["Trần Quốc Sơn", "17/08/1960", "036099012345", "", ""]]);
    assert_eq!((both.matches.len(), both.ask.len()), (0, 1));
    // Two numbers that differ by a digit.
    let both = compared(&[one], &[&[name, "05/03/1999", "036099012346", "", ""]]);
    assert_eq!((both.matches.len(), both.ask.len()), (0, 1));
    // Two numbers that are two people.
    let both = compared(&[one], &[&["Nguyễn Văn Mẫu", "08/11/1999", "038099054321", "", ""]]);
    assert_eq!((both.ask.len(), both.only_left, both.only_right), (0, vec![1], vec![1]));
}

#[test]
fn a_list_compared_with_itself_is_all_matches() {
    let style = Style { people: 500, month_first: false, from_1904: false, repeated: 0 };
    let report = check(&generate::list(21, style).rows);
    let both = compare_people(&report, &report);
    assert!(both.matches.iter().all(|pair| pair.left == pair.right && pair.differences.is_empty()));
    let settled = both.matches.len() + both.ask.len();
    assert!(settled >= 495 && both.matches.len() >= 470, "{} {}", both.matches.len(), both.ask.len());
}
