use super::block::Entry;
use super::face::Face;
use super::line::one;
use super::mark::Mark;
use super::paper::{ACROSS, Align, Column, LEFT, Paper};
use super::structure::{Node, Role};
use super::wrap::{Run, end_of, wrap};

/// A personal number in twelve boxes behind its label; whatever is no such number stands on a line.
pub(super) fn boxes(paper: &mut Paper<'_>, entry: &Entry, size: f32) {
    let is_number = entry.value.len() == 12 && entry.value.bytes().all(|byte| byte.is_ascii_digit());
    let label = [Run::new(Face::Regular, format!("{}: ", entry.label))];
    let lines = wrap(paper.faces, &label, size, ACROSS);
    let end = lines.first().map_or(0.0, |line| end_of(line));
    let width = SIDE * 12.0;
    if !(is_number || entry.value.is_empty()) || lines.len() > 1 || end + 4.0 + width > ACROSS {
        return one(paper, entry, Column::whole(size));
    }
    paper.need(SIDE + 5.0);
    let (top, left) = (paper.y + 2.0, LEFT + end + 4.0);
    let baseline = top + SIDE * 0.74;
    let mut leaves = Vec::new();
    for line in &lines {
        leaves.extend(paper.line(line, Column::whole(size), Align::Left, baseline - size));
    }
    if is_number {
        leaves.push(paper.leaf(Mark::Text {
            x: left,
            y: baseline,
            face: Face::Bold,
            size,
            text: entry.value.clone(),
            cell: Some(SIDE),
        }));
    }
    let mut x = left;
    for index in 0..=12 {
        paper.rule((x, top), (x, top + SIDE), 0.6);
        x += if index < 12 { SIDE } else { 0.0 };
    }
    for y in [top, top + SIDE] {
        paper.rule((left, y), (x, y), 0.6);
    }
    paper.y += SIDE + 5.0;
    paper.nodes.push(Node::of_leaves(Role::Paragraph, leaves));
}

/// Of a box, in points: 6 mm.
const SIDE: f32 = 17.0;
