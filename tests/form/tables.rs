//! The tables of the packs: what is written, and that nothing in a pack can break out of it.

use std::{fs, path::Path};

use super::packs::linter::say::{Labels, say};
use super::packs::linter::{shelf, table::Table};

fn table(cells: &[&str]) -> Table {
    Table {
        title: "Bảng <thử>".to_owned(),
        notes: vec!["a & b".to_owned()],
        head: cells.iter().map(|_| "Cột".to_owned()).collect(),
        rows: vec![cells.iter().map(|&cell| cell.to_owned()).collect()],
    }
}

#[test]
fn a_csv_begins_with_the_mark_that_excel_needs_and_ends_its_lines_with_crlf() {
    assert_eq!(
        table(&["Số định danh", "3 tháng"]).csv(),
        "\u{feff}\"Cột\",\"Cột\"\r\n\"Số định danh\",\"3 tháng\"\r\n"
    );
}

#[test]
fn a_cell_that_a_spreadsheet_would_compute_stays_text() {
    for cell in ["=1+1", "+84", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"] {
        let csv = table(&[cell]).csv();
        assert_eq!(csv, format!("\u{feff}\"Cột\"\r\n\"'{cell}\"\r\n"));
    }
    assert_eq!(table(&["a=b"]).csv(), "\u{feff}\"Cột\"\r\n\"a=b\"\r\n");
}

#[test]
fn quotes_commas_and_lines_stay_in_their_cell() {
    let csv = table(&["a\"b", "c,d", "e\nf"]).csv();
    assert_eq!(csv, "\u{feff}\"Cột\",\"Cột\",\"Cột\"\r\n\"a\"\"b\",\"c,d\",\"e\nf\"\r\n");
}

#[test]
fn what_stands_in_a_pack_is_no_markup_of_the_page() {
    let html = table(&["<script>alert('1')</script>", "\"&\""]).html();
    assert!(html.contains("<title>Bảng &lt;thử&gt;</title>"));
    assert!(html.contains("<p>a &amp; b</p>"));
    assert!(
        html.contains("<td>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;</td><td>&quot;&amp;&quot;</td>")
    );
    assert!(!html.contains("<script"));
}

#[test]
fn a_condition_is_said_with_the_labels_of_the_form() {
    let words = |list: &[(&str, &str)]| {
        list.iter().map(|(id, label)| ((*id).to_owned(), (*label).to_owned())).collect()
    };
    let labels = Labels {
        fields: words(&[
            ("kind", "Việc"),
            ("birthDate", "Ngày sinh"),
            ("headName", "Chủ hộ"),
            ("members", "Thành viên"),
        ]),
        rows: words(&[("pin", "Số định danh")]),
        choices: [(("kind".to_owned(), "split".to_owned()), "Tách hộ".to_owned())].into(),
    };
    for (expression, expected) in [
        (
            r#"kind in ["split", "other"] && !has(headName)"#,
            "“Việc” thuộc (“Tách hộ”; “other”) và chưa ghi (“Chủ hộ”)",
        ),
        (
            "age(birthDate, on) >= 18 || kind == null",
            "tuổi tròn (“Ngày sinh”; ngày nộp) ≥ 18 hoặc “Việc” = bỏ trống",
        ),
        (
            "members.exists_one(m, m.pin == row.pin)",
            "“Thành viên”: có đúng một dòng (“Số định danh” của dòng = “Số định danh” của chính dòng)",
        ),
        (
            r#"birthDate < date("2025-01-01") ? true : kind != "split""#,
            "“Ngày sinh” < ngày (01/01/2025) thì: đúng; nếu không: “Việc” ≠ “Tách hộ”",
        ),
        ("headName == true", "“Chủ hộ”: có"),
        ("headName != true", "“Chủ hộ”: không"),
    ] {
        assert_eq!(say(expression, &labels), expected);
    }
}

#[test]
fn every_pack_has_its_page_and_the_dates_that_have_passed_are_told() {
    let target = std::env::temp_dir().join(format!("cancuoc-tables-{}", std::process::id()));
    let written = shelf::write(Path::new("packs"), &target, "2026-11-30").unwrap();
    let read = |name: &str| fs::read_to_string(target.join(name)).unwrap();
    let index = read("index.html");
    assert_eq!(index.matches("CSV</a></td>").count(), written.packs);
    assert!(written.ended > 0 && written.ending > 0 && written.open > 0, "{written:?}");
    assert!(index.contains(&format!("Còn chưa xác nhận: {} chỗ", written.open)));

    let residence = read("ct01-2026-07-01.csv");
    // A condition is words, not an expression.
    assert!(residence.contains("“Việc cần làm” = “Đăng ký tạm trú”"), "{residence}");
    assert!(residence.contains("\"Chặn\",\"Luật Cư trú 68/2020/QH14"));
    assert!(!residence.contains("&&") && !residence.contains("has("));

    let dates = read("dates.csv");
    let line = |words: &str| dates.lines().find(|line| line.contains(words)).unwrap_or_default();
    // A pack that ended, with the one that came after it, and one without.
    assert!(
        line("\"gplx 2025-03-01.")
            .starts_with("\"Đã hết\",\"Thông tư 12/2025/TT-BCA Phụ lục XII\",\"30/06/2026\",\"2026-07-01.")
    );
    assert!(line("\"mai-tang 2021-07-01.").contains("\"chưa có mẫu mới\""));
    // A document that ends soon, and everything that rests on it.
    let civil = line("Luật Hộ tịch 60/2014/QH13\"");
    assert!(civil.starts_with("\"Sắp hết\"") && civil.contains("khai-sinh.within_sixty_days"));
    // Nobody rests on what was replaced without saying so.
    assert!(!dates.contains("dkx10.tax_code_checks"));

    let open = read("open.csv");
    assert!(
        open.lines()
            .any(|line| line.starts_with("\"gplx 2026-07-01.") && line.contains("\"Mẫu\",\"citation\""))
    );
    assert!(!open.contains("\"ct01.two_heads\""), "what was read is not open");
    fs::remove_dir_all(&target).unwrap();
}
