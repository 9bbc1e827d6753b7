use super::block::Sheet;
use super::face::Face;
use super::paper::{ACROSS, Align, Column, LEFT, Paper};
use super::structure::Role;

/// The number of the form, the national heading and the title.
pub(super) fn head(paper: &mut Paper<'_>, sheet: &Sheet) {
    let half = Column { x: LEFT + ACROSS / 2.0, width: ACROSS / 2.0, size: 10.0 };
    for (index, line) in sheet.prescribed.iter().enumerate() {
        let face = if index == 0 { Face::Bold } else { Face::Italic };
        paper.text(Role::Paragraph, face, line, half, Align::Right);
    }
    let whole = Column::whole(13.0);
    if sheet.heading {
        paper.y += 4.0;
        let first = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
        paper.text(Role::Paragraph, Face::Bold, first, Column::whole(12.0), Align::Middle);
        let motto = "Độc lập - Tự do - Hạnh phúc";
        paper.text(Role::Paragraph, Face::Bold, motto, whole, Align::Middle);
        // A rule as long as the motto (decree 30/2020, annex I, part II, 2).
        let width = paper.faces.width(Face::Bold, motto, whole.size);
        let (left, y) = (LEFT + (ACROSS - width) / 2.0, paper.y + 0.5);
        paper.rule((left, y), (left + width, y), 0.8);
    }
    paper.y += 14.0;
    let role = Role::Title(sheet.title.clone());
    paper.text(role, Face::Bold, &sheet.title, Column::whole(14.0), Align::Middle);
    if let Some(subtitle) = &sheet.subtitle {
        paper.text(Role::Paragraph, Face::Italic, subtitle, Column::whole(12.0), Align::Middle);
    }
    paper.y += 8.0;
}
