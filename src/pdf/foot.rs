use super::block::Sheet;
use super::face::Face;
use super::mark::{Mark, Meaning};
use super::paper::{ACROSS, Align, BOTTOM, Column, LEFT, Paper};
use super::qr::modules;
use super::structure::{Node, Role};
use super::wrap::{Run, wrap};

/// The check code: what recognises the sealed file that this page was made from.
pub(super) fn check_code(paper: &mut Paper<'_>, sheet: &Sheet) {
    paper.need(SIDE + 14.0);
    paper.y += 8.0;
    paper.rule((LEFT, paper.y), (LEFT + ACROSS, paper.y), 0.4);
    paper.y += 6.0;
    let top = paper.y;
    let mut x = LEFT;
    if let Some(dark) = modules(&sheet.digest) {
        let leaf = paper.leaf(Mark::Squares { x: LEFT, y: top, side: SIDE, dark });
        let says = format!("Mã QR chứa mã kiểm tra SHA-256 của tờ khai {}", sheet.number);
        paper.nodes.push(Node::of_leaves(Role::Picture(says), [leaf]));
        x += SIDE + 10.0;
    }
    let column = Column { x, width: LEFT + ACROSS - x, size: 8.5 };
    let mut digest = String::new();
    for (index, digit) in sheet.digest.chars().enumerate() {
        if index > 0 && index.is_multiple_of(8) {
            digest.push(' ');
        }
        digest.push(digit);
    }
    for (face, text) in [
        (Face::Bold, format!("Mã đối chiếu: {}", sheet.number)),
        (Face::Regular, format!("Mã kiểm tra (SHA-256): {digest}")),
        (Face::Italic, EXPLAINED.to_owned()),
        (Face::Italic, format!("Điền bằng cancuoc. {}", sheet.notice)),
    ] {
        paper.text(Role::Paragraph, face, &text, column, Align::Left);
    }
    paper.y = paper.y.max(top + SIDE);
}

/// On every page: which form it is, and the number of the page if there are several.
pub(super) fn page_feet(paper: &mut Paper<'_>, sheet: &Sheet) {
    let count = paper.pages.len();
    if count < 2 {
        return;
    }
    let column = Column { size: 9.0, ..Column::whole(9.0) };
    for index in 0..count {
        let number = format!("{} – Trang {}/{count}", sheet.number, index.saturating_add(1));
        let lines = wrap(paper.faces, &[Run::new(Face::Regular, number)], column.size, column.width);
        let marks: Vec<Mark> =
            lines.iter().flat_map(|line| paper.marks(line, column, Align::Middle, BOTTOM + 16.0)).collect();
        if let Some(page) = paper.pages.get_mut(index) {
            page.extend(marks.into_iter().map(|mark| (mark, Meaning::PageNumber)));
        }
    }
}

const EXPLAINED: &str =
    "Mã này nhận ra tệp tờ khai đã hoàn tất: sửa nội dung tệp thì mã khác đi. Mã không phải là chữ ký.";

/// Of the QR code: 21 mm.
const SIDE: f32 = 60.0;
