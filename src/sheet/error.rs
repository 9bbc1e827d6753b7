//! What can go wrong with a file, and what to say about it.

use crate::Error;

pub(crate) fn too_large(what: &str, limit: usize) -> Error {
    Error::new("sheet.too_large", format!("{what}: at most {limit}"))
}

pub(crate) fn too_many_cells(limit: usize) -> Error {
    Error::new("sheet.too_many_cells", format!("cells: at most {limit}"))
}

pub(crate) fn encrypted() -> Error {
    Error::new("sheet.encrypted", "the file is encrypted with a password")
}

/// The reason comes from a parser and names parts of the format; it may quote a cell, so it is left out.
pub(crate) fn damaged(part: &str) -> Error {
    Error::new("sheet.damaged", format!("{part} cannot be read"))
}

pub(crate) fn not_a_sheet(what: &str) -> Error {
    Error::new("sheet.not_a_sheet", format!("the file is {what}"))
}

pub(crate) fn web_page() -> Error {
    Error::new("sheet.web_page", "the file is HTML or XML under the name of a spreadsheet")
}

pub(crate) fn empty() -> Error {
    Error::new("sheet.empty", "the file has no bytes")
}

/// What to say about an error of this crate, in Vietnamese and in English; `None` for other codes.
pub fn words(code: &str) -> Option<(&'static str, &'static str)> {
    WORDS.iter().find(|(own, ..)| *own == code).map(|(_, vi, en)| (*vi, *en))
}

const WORDS: [(&str, &str, &str); 10] = [
    (
        "sheet.too_large",
        "Tệp quá lớn. Hãy tách danh sách thành nhiều tệp, hoặc xóa hình ảnh trong tệp rồi lưu lại.",
        "The file is too large. Split the list into several files, or remove the pictures and save it again.",
    ),
    (
        "sheet.too_many_cells",
        "Tệp có quá nhiều ô. Hãy xóa các cột, dòng trống ở cuối bảng rồi lưu lại.",
        "The file has too many cells. Delete the empty columns and rows behind the table and save it again.",
    ),
    (
        "sheet.encrypted",
        "Tệp có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ) rồi lưu lại.",
        "The file has a password. Open it in Excel, remove the password (File › Info › Protect) and save it again.",
    ),
    (
        "sheet.damaged",
        "Tệp bị hỏng nên không đọc được. Hãy mở bằng Excel để sửa, lưu thành .xlsx, hoặc xin lại tệp gốc.",
        "The file is damaged and cannot be read. Open it in Excel to repair it and save it as .xlsx, or ask for the original.",
    ),
    (
        "sheet.not_a_sheet",
        "Đây không phải bảng tính. Hãy chọn tệp .xlsx, .xls, .ods, .csv hoặc .tsv.",
        "This is no spreadsheet. Choose a file .xlsx, .xls, .ods, .csv or .tsv.",
    ),
    (
        "sheet.web_page",
        "Tệp này là trang web mang tên bảng tính. Hãy mở bằng Excel rồi lưu thành .xlsx.",
        "This file is a web page under the name of a spreadsheet. Open it in Excel and save it as .xlsx.",
    ),
    ("sheet.empty", "Tệp trống. Hãy chọn tệp khác.", "The file is empty. Choose another one."),
    (
        "sheet.cell_too_long",
        "Một ô dài quá 32.767 ký tự nên bảng tính không chứa được. Hãy rút gọn ô đó.",
        "A cell is longer than the 32,767 characters that a spreadsheet holds. Shorten it.",
    ),
    (
        "sheet.one_sheet",
        "Tệp .csv chỉ chứa một bảng. Hãy lưu thành .xlsx.",
        "A .csv file holds one table only. Save it as .xlsx.",
    ),
    (
        "sheet.not_written",
        "Không ghi được tệp. Hãy thử lại với ít dòng hơn.",
        "The file could not be written. Try again with fewer rows.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_words_in_both_languages() {
        for error in [
            too_large("a file, bytes", 1),
            too_many_cells(1),
            encrypted(),
            damaged("the workbook"),
            not_a_sheet("a picture"),
            web_page(),
            empty(),
        ] {
            let (vi, en) = words(error.code).unwrap();
            assert!(vi.ends_with('.') && en.ends_with('.'));
        }
        assert_eq!(words("form.unknown"), None);
    }
}
