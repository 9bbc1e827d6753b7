//! Files of every format there and back, and files that are not what they say.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "what goes wrong in a test ends it"
)]

use std::io::{Cursor, Read, Write};

use cancuoc::sheet::{self, Format, LIMITS, Merge, Output, Sheet, Writer, read, write};
use cancuoc::{
    Date,
    people::{Cell, DateTime, ListOptions, PersonColumn, check_people, pack, unpacked},
};
use proptest::prelude::*;
use zip::{ZipWriter, write::SimpleFileOptions};

fn sheet(rows: Vec<Vec<Cell>>) -> Sheet {
    Sheet { name: "Danh sách".to_owned(), rows, ..Sheet::default() }
}

fn day(iso: &str) -> Cell {
    Cell::Date(DateTime::from_iso(iso).unwrap())
}

/// A workbook of these parts, with what every workbook has.
fn xlsx(sheet: &str, workbook_properties: &str) -> Vec<u8> {
    let workbook = format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{workbook_properties}<sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#
    );
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{sheet}</worksheet>"#
    );
    let styles = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
    let relations = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
    let root = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    archive(&[
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_comes_back_as_it_was_written() {
    let rows = vec![
        vec![Cell::text("STT"), Cell::text("Họ và tên"), Cell::text("Số CCCD"), Cell::text("Ngày sinh")],
        vec![],
        vec![Cell::Number(1.0), Cell::text("Nguyễn Văn Mẫu"), Cell::text("036099012345"), day("1999-03-05")],
        vec![Cell::Bool(true), Cell::Empty, Cell::Number(36_099_012_345.0), day("2002-05-15T08:30:00")],
        vec![Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty, Cell::text("=1+1")],
    ];
    let hidden = Sheet { hidden: true, name: "A/B:*?".to_owned(), ..sheet(vec![vec![Cell::text("x")]]) };
    let file = write(&[sheet(rows.clone()), hidden], Output::Xlsx).unwrap();
    let book = read(&file).unwrap();
    assert_eq!((book.format, book.sheets.len(), book.date1904), (Format::Xlsx, 2, false));
    assert_eq!((book.sheets[0].name.as_str(), &book.sheets[0].rows), ("Danh sách", &rows));
    assert_eq!((book.sheets[1].name.as_str(), book.sheets[1].hidden), ("A B", true));
    assert_eq!(file, write(&book.sheets, Output::Xlsx).map(|_| file.clone()).unwrap());
}

#[test]
fn the_same_tables_give_the_same_bytes() {
    let tables = [sheet(vec![vec![Cell::text("Mẫu"), day("1999-03-05")]])];
    assert_eq!(write(&tables, Output::Xlsx).unwrap(), write(&tables, Output::Xlsx).unwrap());
}

#[test]
fn tables_that_are_packed_give_the_same_file() {
    let first =
        vec![vec![Cell::text("Họ tên"), Cell::Empty, day("1999-03-05")], vec![], vec![Cell::Number(0.1)]];
    let tables = [sheet(first), Sheet { name: "B".to_owned(), ..sheet(vec![]) }];
    for (output, tables) in [(Output::Xlsx, &tables[..]), (Output::Csv, &tables[..1])] {
        let names = tables.iter().map(|table| (table.name.as_str(), false));
        let mut writer = Writer::new(names, output).unwrap();
        for table in tables {
            writer.table(unpacked(&pack(&table.rows).unwrap())).unwrap();
        }
        assert_eq!(writer.finish().unwrap(), write(tables, output).unwrap());
    }
    let mut writer = Writer::new([("A", false)], Output::Xlsx).unwrap();
    assert_eq!(writer.table(unpacked(&[9, 9])).unwrap_err().code, "input.type");
    let mut writer = Writer::new([("A", false)], Output::Xlsx).unwrap();
    writer.table(unpacked(&[])).unwrap();
    assert_eq!(writer.table(unpacked(&[])).unwrap_err().code, "sheet.not_written");
}

#[test]
fn sheets_that_did_not_come_are_empty_and_the_parts_stand_in_the_usual_order() {
    let file = Writer::new([("A", false), ("B", true)], Output::Xlsx).unwrap().finish().unwrap();
    let book = read(&file).unwrap();
    assert_eq!(book.sheets.iter().map(|sheet| sheet.rows.len()).collect::<Vec<_>>(), [0, 0]);
    let archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let parts: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(parts[0], "[Content_Types].xml");
    assert!(parts.contains(&"docProps/core.xml".to_owned()));
    let sheets: Vec<&String> = parts.iter().filter(|name| name.starts_with("xl/worksheets/")).collect();
    assert_eq!(sheets, ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]);
}

#[test]
fn a_sheet_says_how_far_it_goes_and_has_its_formats() {
    let rows = vec![
        vec![Cell::text("a<b & c"), Cell::Empty, day("1999-03-05")],
        vec![],
        vec![Cell::Empty, Cell::text("=1"), Cell::Empty],
    ];
    let xml = part(&write(&[sheet(rows)], Output::Xlsx).unwrap(), "xl/worksheets/sheet1.xml");
    assert!(xml.contains(r#"<dimension ref="A1:C3"/>"#), "{xml}");
    let cells = [
        r#"<c r="A1" s="3" t="inlineStr"><is><t xml:space="preserve">a&lt;b &amp; c</t></is></c>"#,
        r#"<c r="C1" s="1"><v>36224</v></c></row><row r="3">"#,
        r#"<c r="B3" s="4" t="inlineStr"><is><t xml:space="preserve">=1</t></is></c></row></sheetData>"#,
    ];
    for cell in cells {
        assert!(xml.contains(cell), "{cell} in {xml}");
    }
    let styles = part(&write(&[sheet(vec![])], Output::Xlsx).unwrap(), "xl/styles.xml");
    let formats: Vec<&str> =
        styles.split("<xf ").skip(2).map(|rest| rest.split('>').next().unwrap()).collect();
    assert!(
        formats[1].contains(r#"numFmtId="164""#) && formats[2].contains(r#"numFmtId="165""#),
        "{formats:?}"
    );
    assert!(
        formats[3].contains(r#"numFmtId="166""#) && formats[4].contains(r#"quotePrefix="1""#),
        "{formats:?}"
    );
    assert!(styles.contains(r#"numFmtId="164" formatCode="dd/mm/yyyy""#));
    assert!(styles.contains(r#"numFmtId="166" formatCode="@""#));
}

fn part(file: &[u8], name: &str) -> String {
    let mut text = String::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_csv_comes_back_and_runs_nothing() {
    let rows = vec![
        vec![Cell::text("Họ tên"), Cell::text("Ghi chú")],
        vec![],
        vec![Cell::text("Mẫu, \"A\""), Cell::text("=HYPERLINK(\"x\")")],
        vec![Cell::text("+84901234567"), Cell::text("@SUM(A1)")],
        vec![Cell::text("-5"), Cell::text("-2+3+cmd|' /C calc'!A0")],
    ];
    let file = write(&[sheet(rows)], Output::Csv).unwrap();
    assert!(file.starts_with(b"\xEF\xBB\xBF"));
    let book = read(&file).unwrap();
    assert_eq!((book.format, book.encoding, book.separator), (Format::Csv, Some("utf-8"), Some(',')));
    let rows = &book.sheets[0].rows;
    assert_eq!((rows.len(), rows[1].len()), (5, 0));
    assert_eq!(rows[2], [Cell::text("Mẫu, \"A\""), Cell::text("'=HYPERLINK(\"x\")")]);
    assert_eq!(rows[3], [Cell::text("+84901234567"), Cell::text("'@SUM(A1)")]);
    assert_eq!(rows[4], [Cell::text("-5"), Cell::text("'-2+3+cmd|' /C calc'!A0")]);
}

#[test]
fn a_formula_comes_as_its_value_and_merged_cells_are_known() {
    let data = r#"<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Tổ 1</t></is></c></row><row r="3"><c r="B3"><f>1+1</f><v>2</v></c><c r="C3" t="e"><v>#REF!</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:A3"/></mergeCells>"#;
    let book = read(&xlsx(data, "")).unwrap();
    let sheet = &book.sheets[0];
    assert_eq!(sheet.rows[2][1..], [Cell::Number(2.0), Cell::text("#REF!")]);
    assert_eq!(sheet.merged, [Merge { top: 0, left: 0, bottom: 2, right: 0 }]);
    assert_eq!(sheet.filled()[2][0], Cell::text("Tổ 1"));
}

#[test]
fn days_from_1904_are_those_that_the_sheet_shows() {
    let data = r#"<sheetData><row r="1"><c r="A1" s="1"><v>34762</v></c><c r="B1"><v>34762</v></c></row></sheetData>"#;
    let book = read(&xlsx(data, r#"<workbookPr date1904="1"/>"#)).unwrap();
    assert!(book.date1904);
    assert_eq!(book.sheets[0].rows[0], [day("1999-03-05"), Cell::Number(34_762.0)]);
    let book = read(&xlsx(data, "")).unwrap();
    assert_eq!(book.sheets[0].rows[0][0], day("1995-03-04"));
    let people = check_people(
        &[vec![Cell::text("Ngày sinh")], vec![Cell::Number(34_762.0)]],
        &ListOptions { date1904: Some(true), ..ListOptions::default() },
        None,
        &cancuoc::Options::on(Date::new(2026, 11, 22).unwrap()),
    );
    let row = &people.unwrap().rows[0];
    assert_eq!(row.person.get(cancuoc::identity::Field::BirthDate), Some("1999-03-05"));
    assert_eq!(row.changes[0].field, PersonColumn::BirthDate);
}

#[test]
fn a_sheet_with_cells_in_far_corners_is_read_or_refused_but_never_unfolded() {
    let data = r#"<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>"#;
    let rows = read(&xlsx(data, "")).unwrap().sheets.remove(0).rows;
    assert_eq!((rows.len(), rows[1].len(), rows[1_048_575].len()), (1_048_576, 0, 16_384));
    let wide: String =
        (1..=1300).map(|row| format!(r#"<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>"#)).collect();
    let code = read(&xlsx(&format!("<sheetData>{wide}</sheetData>"), "")).unwrap_err().code;
    assert_eq!(code, "sheet.too_many_cells");
}

#[test]
fn a_file_above_the_limit_is_refused() {
    let file = vec![b'a'; LIMITS.file + 1];
    assert_eq!(read(&file).unwrap_err().code, "sheet.too_large");
}

#[test]
fn files_that_are_not_what_they_say_end_in_words() {
    let whole = write(&[sheet(vec![vec![Cell::text("Mẫu")]])], Output::Xlsx).unwrap();
    let cut = &whole[..whole.len() / 2];
    for (file, code) in [
        (cut, "sheet.damaged"),
        (&archive(&[("xl/workbook.xml", b"<workbook")]), "sheet.damaged"),
        (&archive(&[("word/document.xml", b"<w/>")]), "sheet.not_a_sheet"),
        (&archive(&[("a.txt", b"a")]), "sheet.not_a_sheet"),
        (b"<html><body><table><tr><td>Mau</td></tr></table>", "sheet.web_page"),
    ] {
        let error = read(file).unwrap_err();
        assert_eq!(error.code, code);
        assert!(sheet::words(error.code).is_some());
    }
    let long = [sheet(vec![vec![Cell::text("a".repeat(40_000))]])];
    assert_eq!(write(&long, Output::Xlsx).unwrap_err().code, "sheet.cell_too_long");
    assert_eq!(
        write(&[Sheet::default(), Sheet::default()], Output::Csv).unwrap_err().code,
        "sheet.one_sheet"
    );
}

#[test]
fn an_open_document_is_read() {
    let content = r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="A"><table:table-row><table:table-cell office:value-type="string"><text:p>Họ tên</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row><table:table-row><table:table-cell office:value-type="string"><text:p>Mẫu</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="1999-03-05"><text:p>05/03/1999</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;
    let file = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            b"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
        ),
        ("content.xml", content.as_bytes()),
    ]);
    let book = read(&file).unwrap();
    assert_eq!(book.format, Format::Ods);
    let rows = &book.sheets[0].rows;
    assert_eq!((rows.len(), rows[1].len()), (4, 0));
    assert_eq!(rows[3], [Cell::text("Mẫu"), day("1999-03-05")]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400), head in 0_usize..6) {
        let heads: [&[u8]; 6] = [b"", b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"\xFF\xFE", b"sep=;\n", b"\xEF\xBB\xBF"];
        let file = [heads[head], &bytes].concat();
        if let Err(error) = read(&file) {
            prop_assert!(sheet::words(error.code).is_some());
        }
    }

    #[test]
    fn a_damaged_workbook_is_read_or_refused(at in 0_usize..4000, byte in any::<u8>()) {
        let rows = vec![vec![Cell::text("Nguyễn Văn Mẫu"), day("1999-03-05"), Cell::Number(1.0)]; 5];
        let mut file = write(&[sheet(rows)], Output::Xlsx).unwrap();
        let at = at % file.len();
        file[at] = byte;
        if let Err(error) = read(&file) {
            prop_assert!(sheet::words(error.code).is_some());
        }
    }

    #[test]
    fn any_text_of_a_workbook_comes_back(texts in proptest::collection::vec("[ \\t\\n_xA-F0-9<>&\"'ế\\u{0}-\\u{1f}]{1,12}|.{1,8}|_x[0-9A-Fa-f]{4}_", 1..8)) {
        let row: Vec<Cell> = texts.iter().map(|text| Cell::text(text.as_str())).collect();
        let book = read(&write(&[sheet(vec![row.clone()])], Output::Xlsx).unwrap()).unwrap();
        prop_assert_eq!(&book.sheets[0].rows, &[row]);
    }

    #[test]
    fn texts_of_a_csv_come_back(rows in proptest::collection::vec(proptest::collection::vec("[a-zA-Z0-9][a-zA-Zầễ ,;\"\n0-9]{0,12}", 2..4), 1..8)) {
        let cells: Vec<Vec<Cell>> = rows.iter().map(|row| row.iter().map(|text| Cell::text(text.as_str())).collect()).collect();
        let file = write(&[sheet(cells.clone())], Output::Csv).unwrap();
        let back = read(&file).unwrap();
        if back.separator == Some(',') {
            prop_assert_eq!(&back.sheets[0].rows, &cells);
        }
    }
}

/// `tests/sheet/fixtures/make.py`.
#[test]
fn a_workbook_of_excel_97_is_read_and_checked() {
    let book = read(include_bytes!("fixtures/people.xls")).unwrap();
    assert_eq!((book.format, book.sheets.len(), book.sheets[1].hidden), (Format::Xls, 2, true));
    let sheet = &book.sheets[0];
    assert_eq!((sheet.name.as_str(), sheet.rows[1].len()), ("Hội viên", 0));
    assert_eq!(sheet.rows[3][1..3], [day("1999-03-05"), Cell::Number(36_099_012_345.0)]);
    assert!(sheet.merged.contains(&Merge { top: 3, left: 3, bottom: 4, right: 3 }));
    let options = cancuoc::Options::on(Date::new(2026, 11, 22).unwrap());
    let report = check_people(&sheet.filled(), &ListOptions::default(), None, &options).unwrap();
    use cancuoc::identity::Field;
    let pins: Vec<_> = report.rows.iter().take(2).map(|row| row.person.get(Field::Pin)).collect();
    assert_eq!(pins, [Some("036099012345"), Some("036301012346")]);
    let homes: Vec<_> = report.rows.iter().take(2).map(|row| row.person.get(Field::Residence)).collect();
    assert_eq!(homes, [Some("Thôn 3, xã Mẫu"); 2]);
    assert_eq!(report.rows[0].person.get(Field::FullName), Some("Nguyễn Văn Mẫu"));
}

/// `cargo test --release --test sheet -- --ignored --nocapture`.
#[test]
#[ignore = "takes the time that it measures"]
#[allow(clippy::print_stdout, reason = "what is measured is printed")]
fn a_hundred_thousand_rows() {
    let row = |number: u32| {
        let mut row = vec![Cell::Number(f64::from(number)), day("1999-03-05")];
        row.extend((0..7).map(|column| Cell::text(format!("Nguyễn Văn Mẫu {number} {column}"))));
        row
    };
    let tables = [sheet((0..100_000).map(row).collect())];
    for output in [Output::Xlsx, Output::Csv] {
        let start = std::time::Instant::now();
        let file = write(&tables, output).unwrap();
        println!("{output:?}: written in {:?}, {} bytes", start.elapsed(), file.len());
        let start = std::time::Instant::now();
        assert_eq!(read(&file).unwrap().sheets[0].rows.len(), 100_000);
        println!("{output:?}: read in {:?}", start.elapsed());
    }
}
