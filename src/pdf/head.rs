use super::block::Sheet;
use super::face::Face;
use super::paper::{ACROSS, Align, Column, LEFT, Paper};
use super::structure::Role;

/// The number of the form, the national heading and the title.
pub(super) fn head(paper: &mut Paper<'_>, sheet: &Sheet) {
    let top = paper.y;
    let half = Column { x: LEFT + ACROSS / 2.0, width: ACROSS / 2.0, size: 10.0 };
    for (index, line) in sheet.prescribed.iter().enumerate() {
        let face = if index == 0 { Face::Bold } else { Face::Italic };
        paper.text(Role::Paragraph, face, line, half, Align::Right);
    }
    // A photograph stands at the left of heading and title.
    let beside = sheet.photo.as_ref().map_or(0.0, |_| PHOTO.0 + 12.0);
    let column = |size: f32| Column { x: LEFT + beside, width: ACROSS - beside, size };
    let whole = column(13.0);
    if sheet.heading {
        paper.y += 4.0;
        let first = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
        paper.text(Role::Paragraph, Face::Bold, first, column(12.0), Align::Middle);
        let motto = "Độc lập - Tự do - Hạnh phúc";
        paper.text(Role::Paragraph, Face::Bold, motto, whole, Align::Middle);
        // A rule as long as the motto (decree 30/2020, annex I, part II, 2).
        let width = paper.faces.width(Face::Bold, motto, whole.size);
        let (left, y) = (whole.x + (whole.width - width) / 2.0, paper.y + 0.5);
        paper.rule((left, y), (left + width, y), 0.8);
    }
    paper.y += 14.0;
    let role = Role::Title(sheet.title.clone());
    paper.text(role, Face::Bold, &sheet.title, column(14.0), Align::Middle);
    if let Some(subtitle) = &sheet.subtitle {
        paper.text(Role::Paragraph, Face::Italic, subtitle, column(12.0), Align::Middle);
    }
    if let Some(words) = &sheet.photo {
        photo(paper, words, top);
    }
    paper.y += 8.0;
}

/// The box for a photograph, from `top` on; what comes after it begins below.
fn photo(paper: &mut Paper<'_>, words: &str, top: f32) {
    let (width, height) = PHOTO;
    let (right, bottom) = (LEFT + width, top + height);
    for (from, to) in [
        ((LEFT, top), (right, top)),
        ((LEFT, bottom), (right, bottom)),
        ((LEFT, top), (LEFT, bottom)),
        ((right, top), (right, bottom)),
    ] {
        paper.rule(from, to, 0.6);
    }
    let after = paper.y;
    paper.y = top + height / 2.0 - 8.0;
    let column = Column { x: LEFT + 6.0, width: width - 12.0, size: 11.0 };
    paper.text(Role::Paragraph, Face::Regular, words, column, Align::Middle);
    paper.y = after.max(bottom);
}

/// 4 × 6 cm, in points.
const PHOTO: (f32, f32) = (113.39, 170.08);
