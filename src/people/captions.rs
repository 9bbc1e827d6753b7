//! Rows of a list that are no people: groups, totals, signatures, headings of a printed page.

use super::{Cell, Column, PersonColumn, digits, heading, layout};
use crate::text;

/// Whether a row is no person. `headings` are those of the columns, folded.
pub(super) fn is_no_person(row: &[Cell], columns: &[Column], headings: &[Option<String>]) -> bool {
    let filled: Vec<(usize, &Cell)> = row.iter().enumerate().filter(|(_, cell)| !cell.is_blank()).collect();
    let texts = filled.iter().all(|(_, cell)| matches!(cell, Cell::Text(_)));
    let repeats = |(at, cell): &(usize, &Cell)| {
        headings.get(*at).is_some_and(|own| own.as_deref() == Some(heading::folded(&cell.shown()).as_str()))
    };
    if filled.len() >= 2 && texts && (filled.iter().all(repeats) || layout::is_numbering(Some(row))) {
        return true;
    }
    // Captions stand in few cells; rows of people are mostly longer.
    if filled.len() > CELLS {
        return false;
    }
    let is_caption = |cell: &Cell| matches!(cell, Cell::Text(text) if is_caption(text));
    let field = |at: usize| columns.get(at).and_then(|column| column.field);
    // What is written in columns that are known, captions left aside.
    let telling = filled.iter().filter(|(at, cell)| {
        field(*at).is_some_and(|field| field != PersonColumn::Ordinal) && !is_caption(cell)
    });
    let named =
        filled.iter().any(|(at, cell)| field(*at) == Some(PersonColumn::FullName) && is_caption(cell));
    let telling = telling.count();
    telling == 0 || named && telling < 2
}

/// Whether the row says who signs: `Người lập biểu`, `TM. BAN CHẤP HÀNH`, `Chủ tịch`, a place and a day.
pub(super) fn begins_signatures(row: &[Cell]) -> bool {
    row.iter().any(|cell| matches!(cell, Cell::Text(text) if is_signature(&words(text))))
}

/// Whether a row below may be the names of those who sign: few cells, and no digits.
pub(super) fn may_be_signature(row: &[Cell]) -> bool {
    let mut filled = row.iter().filter(|cell| !cell.is_blank());
    filled.clone().count() <= 3
        && filled.all(|cell| matches!(cell, Cell::Text(text) if digits::count(text) == 0))
}

/// `Tổ 1`, `II. Thôn Đông`, `Tổng cộng: 120`, `Người lập biểu`, `Ngày 5 tháng 3 năm 2026`.
fn is_caption(text: &str) -> bool {
    if text.len() > 200 {
        return false;
    }
    let all = words(text);
    let words: Vec<&str> = all.iter().map(String::as_str).collect();
    let words = match words.split_first() {
        // A number in Roman letters.
        Some((first, rest)) if !rest.is_empty() && first.bytes().all(|byte| b"ivx".contains(&byte)) => rest,
        _ => words.as_slice(),
    };
    if is_signature(&all) {
        return true;
    }
    match words {
        ["tong", "cong" | "so", ..] | ["cong"] | ["cong", "trang" | "tong", ..] => true,
        ["to" | "thon" | "ap" | "khu" | "xom" | "ban" | "doi" | "chi" | "khom" | "buon", second, ..] => {
            let numbered = second.len() <= 3 && digits::count(second) > 0;
            let named = ["dan", "pho", "hoi", "doan", "dong", "tay", "nam", "bac", "trung"].contains(second);
            words.len() <= 4 && (numbered || named)
        }
        ["danh", "sach", ..] | ["ghi", "chu", ..] => true,
        _ => false,
    }
}

fn is_signature(words: &[String]) -> bool {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let dated = || {
        let at = words.iter().position(|word| *word == "ngay").unwrap_or(words.len());
        matches!(words.get(at..), Some(["ngay", _, "thang", _, "nam", ..] | ["ngay", "thang", "nam"]))
    };
    match words.as_slice() {
        ["nguoi", "lap" | "ky", ..] | ["truong", "thon" | "khu"] | ["chu", "tich"] | ["tm", ..] => true,
        ["ky", "ten" | "ghi", ..] | ["xac", "nhan", ..] | ["thu", "truong", ..] | ["ke", "toan", ..] => true,
        _ => dated(),
    }
}

/// Small words without accents.
fn words(text: &str) -> Vec<String> {
    let folded = text::ascii(&text.to_lowercase());
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.take(12).map(str::to_owned).collect()
}

/// Cells of a caption with its total, and of two signatures side by side.
const CELLS: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[&str]]) -> Vec<Vec<Cell>> {
        rows.iter().map(|row| row.iter().map(|text| Cell::text(*text)).collect()).collect()
    }

    #[test]
    fn totals_groups_and_signatures_are_no_people() {
        let rows = table(&[&["STT", "Họ và tên", "CCCD"], &["1", "Nguyễn Văn Mẫu", "036085012345"]]);
        let layout = layout::of(&rows, None, None);
        let headings = [Some("stt".to_owned()), Some("ho va ten".to_owned()), Some("cccd".to_owned())];
        for row in [
            &["", "Tổ 1", ""][..],
            &["II", "Thôn Đông", ""],
            &["Tổng cộng: 120", "", ""],
            &["", "", "Người lập biểu"],
            &["STT", "Họ và tên", "CCCD"],
            &["", "Ngày 5 tháng 3 năm 2026", ""],
            &["3", "", ""],
        ] {
            let row: Vec<Cell> = row.iter().map(|text| Cell::text(*text)).collect();
            assert!(is_no_person(&row, &layout.columns, &headings));
        }
        for row in
            [&["1", "Nguyễn Văn Mẫu", "036085012345"][..], &["", "Bàn Văn Tổ", ""], &["", "", "036085012345"]]
        {
            let row: Vec<Cell> = row.iter().map(|text| Cell::text(*text)).collect();
            assert!(!is_no_person(&row, &layout.columns, &headings));
        }
    }
}
