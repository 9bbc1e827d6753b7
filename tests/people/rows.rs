//! Single rows as communes have them: what is repaired, asked, said.

use cancuoc::{
    Date,
    identity::Field,
    people::{Cell, ListOptions, PersonRow, Status, check_people},
};

use crate::{check, options, table, units};

fn row(heading: &[&str], cells: &[&str]) -> PersonRow {
    let mut report = check(&table(&[heading, cells]));
    assert_eq!(report.rows.len(), 1, "{:?}", report.columns);
    report.rows.remove(0)
}

fn codes(row: &PersonRow) -> Vec<&str> {
    row.findings.iter().map(|finding| finding.code.as_ref()).collect()
}

const HEADING: [&str; 4] = ["Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD"];

#[test]
fn a_clean_row_has_nothing_to_say() {
    let row = row(&HEADING, &["Nguyễn Văn Mẫu", "05/03/1999", "Nam", "036099012345"]);
    assert_eq!((row.status, row.changes.len(), codes(&row)), (Status::Clean, 0, vec![]));
    assert!(row.quality.correct && row.quality.complete && row.quality.clean && row.quality.current);
    assert_eq!(row.person.get(Field::BirthDate), Some("1999-03-05"));
}

#[test]
fn a_number_against_birth_and_sex_is_asked_and_kept() {
    let row = row(&HEADING, &["Nguyễn Văn Mẫu", "05/03/1998", "Nữ", "036099012345"]);
    assert_eq!(row.status, Status::Ask);
    assert_eq!(codes(&row), ["pin.sex_differs", "pin.birth_year_differs"]);
    assert_eq!(row.person.get(Field::Pin), Some("036099012345"));
}

#[test]
fn what_cannot_be_is_wrong() {
    for (cells, code) in [
        (["Nguyễn Văn Mẫu", "31/02/1999", "Nam", "036099012345"], "identity.not_a_date"),
        (["Nguyễn Văn Mẫu", "05/03/2030", "Nam", "036099012345"], "identity.birth_in_future"),
        (["Nguyễn Văn Mẫu", "05/03/1999", "Nam", "0360990123"], "pin.not_twelve_digits"),
        (["Nguyễn Văn Mẫu", "05/03/1999", "?a", "036099012345"], "identity.sex_unknown"),
    ] {
        let row = row(&HEADING, &cells);
        assert_eq!(row.status, Status::Wrong, "{code}");
        assert!(codes(&row).contains(&code), "{code}: {:?}", codes(&row));
    }
}

#[test]
fn what_is_missing_is_named_once() {
    let row = row(&HEADING, &["Nguyễn Văn Mẫu", "", "Nam", ""]);
    assert_eq!(codes(&row), ["people.missing", "people.missing"]);
    let words: Vec<String> =
        row.findings.iter().map(|finding| finding.message(cancuoc::Locale::Vi)).collect();
    assert_eq!(words, ["Thiếu số định danh cá nhân. Hãy bổ sung.", "Thiếu ngày sinh. Hãy bổ sung."]);
    assert!(!row.quality.complete && row.quality.correct);
    // What is asked is not missing as well.
    let row = self::row(&HEADING, &["Nguyễn Văn Mẫu", "05/03/1999", "Nam", "1.09901E+11"]);
    assert_eq!(codes(&row), ["people.number_rounded"]);
}

#[test]
fn an_old_number_in_the_column_of_cards_is_put_where_it_belongs() {
    let row = row(
        &["Họ tên", "Ngày sinh", "Giới tính", "CMND/CCCD"],
        &["Nguyễn Văn Mẫu", "05/03/1950", "Nam", "012345678"],
    );
    assert_eq!(row.person.get(Field::OldId), Some("012345678"));
    assert_eq!(codes(&row), ["identity.old_id_void", "people.missing"]);
    assert!(!row.quality.current);
}

#[test]
fn a_year_behind_a_name_is_split_off_when_the_row_confirms_it() {
    let heading = ["Họ và tên", "Số CCCD"];
    let sure = row(&heading, &["Nguyễn Văn Mẫu (1999)", "036099012345"]);
    assert_eq!(
        (sure.person.get(Field::FullName), sure.person.get(Field::BirthDate)),
        (Some("Nguyễn Văn Mẫu"), Some("1999"))
    );
    let asked = row(&heading, &["Nguyễn Văn Mẫu (1985)", "036099012345"]);
    assert_eq!((asked.status, asked.person.get(Field::BirthDate)), (Status::Ask, None));
    assert_eq!(asked.questions[0].options, ["Nguyễn Văn Mẫu"]);
}

#[test]
fn births_in_a_column_for_each_sex_tell_the_sex() {
    let rows = table(&[
        &["STT", "Họ và tên", "Năm sinh", "", "Số CCCD"],
        &["", "", "Nam", "Nữ", ""],
        &["1", "Nguyễn Văn Mẫu", "1985", "", "036085012345"],
        &["2", "Trần Thị Mẫu", "", "1990", "036190012345"],
    ]);
    let report = check(&rows);
    let sexes: Vec<_> = report.rows.iter().map(|row| row.person.get(Field::Sex)).collect();
    assert_eq!(sexes, [Some("male"), Some("female")]);
    assert_eq!(report.summary.clean, 2);
}

#[test]
fn parts_of_names_days_and_addresses_are_joined() {
    let rows = table(&[
        &["Họ và tên đệm", "Tên", "Ngày sinh", "", "", "Tổ", "Xã/Phường", "Quận/Huyện", "Tỉnh/TP"],
        &["", "", "Ngày", "Tháng", "Năm", "", "", "", ""],
        &["NGUYỄN VĂN", "MẪU", "5", "3", "1999", "7", "Phường Bến Nghé", "Quận 1", "TP Hồ Chí Minh"],
        &["Trần Thị", "Mẫu", "", "", "1950", "", "Phường Bến Thành", "Quận 1", "TP Hồ Chí Minh"],
    ]);
    let report = check_people(&rows, &ListOptions::default(), Some(units()), &options()).unwrap();
    let [first, second] = report.rows.as_slice() else { panic!("{:?}", report.columns) };
    assert_eq!(first.person.get(Field::FullName), Some("Nguyễn Văn Mẫu"));
    assert_eq!(first.person.get(Field::BirthDate), Some("1999-03-05"));
    assert_eq!(first.person.get(Field::Residence), Some("Tổ 7, Phường Sài Gòn, Thành phố Hồ Chí Minh"));
    let change = first.changes.iter().find(|change| change.code == "address.converted").unwrap();
    assert_eq!(change.from, "Tổ 7, Phường Bến Nghé, Quận 1, TP Hồ Chí Minh");
    assert_eq!(second.person.get(Field::BirthDate), Some("1950"));
}

#[test]
fn a_divided_commune_is_asked_with_its_parts() {
    let rows = table(&[
        &["Họ và tên", "Địa chỉ"],
        &["Nguyễn Văn Mẫu", "Phường Long Bình, Quận 9, TP.HCM"],
        &["Nguyễn Văn Mẫu", "Xã không có, huyện không có"],
    ]);
    let report = check_people(&rows, &ListOptions::default(), Some(units()), &options()).unwrap();
    let (asked, unknown) = (&report.rows[0], &report.rows[1]);
    if let Some(question) = asked.questions.first() {
        assert!(!question.options.is_empty());
        assert_eq!(asked.status, Status::Ask);
    }
    assert!(codes(unknown).iter().any(|code| code.starts_with("address.")), "{:?}", codes(unknown));
}

#[test]
fn a_birth_place_of_another_province_is_said() {
    let heading = ["Họ và tên", "Số CCCD", "Nơi đăng ký khai sinh"];
    let place = |place: &str| {
        let rows = table(&[&heading, &["Nguyễn Văn Mẫu", "001099012345", place]]);
        let report = check_people(&rows, &ListOptions::default(), Some(units()), &options()).unwrap();
        codes(&report.rows[0]).contains(&"people.province_differs")
    };
    assert!(!place("Phường Ba Đình, Hà Nội"));
    assert!(!place("nơi nào đó"));
    assert!(place("Phường Lái Thiêu, TX. Thuận An, Bình Dương"));
}

#[test]
fn codes_of_the_sex_are_read_by_the_numbers_of_the_column() {
    let mut rows = vec![HEADING.iter().map(|text| Cell::text(*text)).collect::<Vec<_>>()];
    for number in 0..30_u32 {
        let female = number % 2;
        rows.push(vec![
            Cell::text("Nguyễn Văn Mẫu"),
            Cell::day(Date::new(1999, 3, 5).unwrap()),
            Cell::Number(f64::from(female)),
            Cell::text(format!("036{female}990{number:05}")),
        ]);
    }
    let report = check(&rows);
    assert_eq!(report.rows[0].person.get(Field::Sex), Some("male"));
    assert_eq!(report.rows[1].person.get(Field::Sex), Some("female"));
    assert_eq!(report.rows[1].changes[0].code, "people.sex_form");
}

#[test]
fn a_short_text_in_a_list_of_old_fonts_is_asked() {
    let report = check(&table(&[
        &["Hä vµ tªn", "§Þa chØ"],
        &["NguyÔn V¨n MÉu", "Th«n §«ng"],
        &["TrÇn ThÞ MÉu", "Xãm 3"],
    ]));
    assert_eq!(report.rows[0].person.get(Field::Residence), Some("Thôn Đông"));
    assert_eq!(report.rows[1].questions[0].options, ["Xóm 3", "Xãm 3"]);
}

#[test]
fn an_empty_list_and_a_list_of_one_row_are_lists() {
    assert_eq!(check(&[]).rows.len(), 0);
    assert_eq!(check(&table(&[&[]])).rows.len(), 0);
    let one = check(&table(&[&["Nguyễn Văn Mẫu", "036099012345"]]));
    assert_eq!(one.rows.len(), 1);
    assert!(one.findings.iter().any(|finding| finding.code == "people.no_heading"));
    let wide = vec![vec![Cell::text("x"); 20_000]];
    let error = check_people(&wide, &ListOptions::default(), None, &options()).unwrap_err();
    assert_eq!(error.code, "limit.input");
}

#[test]
fn rows_keep_their_number_around_what_is_no_person() {
    let report = check(&table(&[
        &["DANH SÁCH"],
        &[],
        &["STT", "Họ và tên", "Số CCCD"],
        &["", "Tổ 1", ""],
        &["1", "Nguyễn Văn Mẫu", "036099012345"],
        &[],
        &["2", "Trần Thị Mẫu", "036199012346"],
        &["Tổng cộng: 2"],
        &["", "", "Xã Mẫu, ngày 12 tháng 3 năm 2026"],
        &["", "Người lập", "TM. BAN CHẤP HÀNH"],
        &["", "Phạm Văn Mẫu", "Vũ Thị Mẫu"],
    ]));
    let rows: Vec<usize> = report.rows.iter().map(|row| row.row).collect();
    assert_eq!((rows, report.skipped, report.summary.blank), (vec![4, 6], vec![0, 2, 3, 7, 8, 9, 10], 1));
}
