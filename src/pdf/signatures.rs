use super::block::Signature;
use super::face::Face;
use super::paper::{ACROSS, Align, Column, LEFT, Paper};
use super::structure::{Child, Node, Role};
use super::wrap::{Line, Run, wrap};

/// Those who sign, side by side; they stay together on a page.
pub(super) fn signatures(paper: &mut Paper<'_>, signatures: &[Signature], size: f32) {
    if signatures.is_empty() {
        return;
    }
    let count = signatures.iter().map(|_| 1.0).sum::<f32>();
    let many = count > 2.0;
    let size = if many { size - 2.5 } else { size };
    // One alone stands in the right half; beside many, the last has room for its day on one line.
    let last = if many { LAST } else { 1.0 };
    let width = ACROSS / (count - 1.0 + last).max(2.0);
    let first = LEFT + ACROSS - width * (count - 1.0 + last);
    let mut columns = Vec::new();
    let mut x = first;
    for index in 1..=signatures.len() {
        let width = if index == signatures.len() { width * last } else { width };
        columns.push(Column { x: x + GAP / 2.0, width: width - GAP, size });
        x += width;
    }
    let column = Column { x: first, width, size };
    let parts: Vec<Parts> =
        signatures.iter().zip(&columns).map(|(own, column)| Parts::of(paper, own, *column)).collect();
    let tallest =
        |of: fn(&Parts) -> &Vec<Line>| parts.iter().map(|parts| tall(of(parts), column)).fold(0.0, f32::max);
    let (days, titles, below) = (tallest(|of| &of.day), tallest(|of| &of.title), tallest(|of| &of.below));
    paper.need(8.0 + days + titles + SPACE + below);
    let top = paper.y + 8.0;
    for (part, column) in parts.iter().zip(columns) {
        let mut node = Node::new(Role::Paragraph);
        // The days stand on one line, however many lines each has.
        for (lines, mut y) in [
            (&part.day, top + days - tall(&part.day, column)),
            (&part.title, top + days),
            (&part.below, top + days + titles + SPACE),
        ] {
            for line in lines {
                let leaves = paper.line(line, column, Align::Middle, y);
                node.children.extend(leaves.into_iter().map(Child::Leaf));
                y += column.leading();
            }
        }
        paper.nodes.push(node);
    }
    paper.y = top + days + titles + SPACE + below;
}

struct Parts {
    day: Vec<Line>,
    /// Title and what to do.
    title: Vec<Line>,
    /// Name and what was answered here.
    below: Vec<Line>,
}

impl Parts {
    fn of(paper: &Paper<'_>, signature: &Signature, column: Column) -> Self {
        let lines =
            |face: Face, text: &str| wrap(paper.faces, &[Run::new(face, text)], column.size, column.width);
        let mut title = lines(Face::Bold, &signature.title);
        title.extend(signature.note.iter().flat_map(|note| lines(Face::Italic, note)));
        let mut below: Vec<Line> = signature.name.iter().flat_map(|name| lines(Face::Bold, name)).collect();
        below.extend(signature.lines.iter().flat_map(|line| lines(Face::Regular, line)));
        let day = signature.day.iter().flat_map(|day| lines(Face::Italic, day)).collect();
        Self { day, title, below }
    }
}

fn tall(lines: &[Line], column: Column) -> f32 {
    lines.iter().map(|_| column.leading()).sum()
}

/// To sign in: 14 mm.
const SPACE: f32 = 40.0;
/// The width of the last of many columns, by that of the others.
const LAST: f32 = 1.3;
/// Between columns.
const GAP: f32 = 8.0;
