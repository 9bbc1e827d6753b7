use super::block::{Block, Sheet};
use super::boxes::boxes;
use super::face::{Face, Faces};
use super::foot::{check_code, page_feet};
use super::head::head;
use super::line::{entries, plain, runs};
use super::paper::{Align, Column, Paper};
use super::signatures::signatures;
use super::structure::Role;
use super::table::{beside, table};

/// Puts a sheet on pages.
pub(super) fn layout<'a>(faces: &'a Faces, sheet: &Sheet) -> Paper<'a> {
    let mut paper = Paper::new(faces);
    head(&mut paper, sheet);
    for own in &sheet.blocks {
        block(&mut paper, own, SIZE);
    }
    signatures(&mut paper, &sheet.signatures, SIZE);
    if !sheet.notes.is_empty() {
        paper.y += 8.0;
        notes(&mut paper, &sheet.notes);
    }
    if !sheet.extra.is_empty() {
        paper.y += 8.0;
        let column = Column::whole(SMALL);
        paper.need(column.leading() * 3.0);
        paper.text(Role::Heading(EXTRA.to_owned()), Face::Bold, EXTRA, column, Align::Left);
        for own in &sheet.extra {
            match own {
                Block::Line(entries) => entries.iter().for_each(|entry| {
                    plain(&mut paper, entry, column);
                }),
                other => block(&mut paper, other, SMALL),
            }
        }
    }
    check_code(&mut paper, sheet);
    page_feet(&mut paper, sheet);
    paper
}

fn block(paper: &mut Paper<'_>, block: &Block, size: f32) {
    let column = Column::whole(size);
    match block {
        Block::Head(text) => {
            paper.y += 3.0;
            paper.need(column.leading() * 2.0);
            paper.text(Role::Heading(text.clone()), Face::Bold, text, column, Align::Left);
        }
        Block::Words(text) => paper.text(Role::Paragraph, Face::Regular, text, column, Align::Left),
        Block::Line(own) => entries(paper, own, size),
        Block::Middle(entry) => {
            let mut entry = entry.clone();
            if entry.value.is_empty() {
                "……………………………………………".clone_into(&mut entry.value);
            }
            paper.paragraph(Role::Paragraph, &runs(&entry), column, Align::Middle);
            paper.y += 6.0;
        }
        Block::Boxes(entry) => boxes(paper, entry, size),
        Block::Table(own) => table(paper, own, size),
        Block::Beside(own) => beside(paper, own, size),
    }
}

fn notes(paper: &mut Paper<'_>, notes: &[String]) {
    let column = Column::whole(SMALL);
    paper.need(column.leading() * 2.0);
    paper.text(Role::Heading(NOTES.to_owned()), Face::Bold, NOTES, column, Align::Left);
    for note in notes {
        let text = format!("- {note}");
        paper.text(Role::Paragraph, Face::Italic, &text, column, Align::Left);
    }
}

/// Of the letters of the form, in points.
const SIZE: f32 = 12.0;
/// Of notes and of what the printed form has no item for.
const SMALL: f32 = 9.5;
const NOTES: &str = "Chú thích:";
const EXTRA: &str = "Nội dung đã khai không có mục riêng trên mẫu in:";
