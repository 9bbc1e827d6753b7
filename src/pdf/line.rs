use super::block::Entry;
use super::face::{Face, Faces};
use super::paper::{ACROSS, Align, Column, LEFT, Paper};
use super::spelling::spelled;
use super::structure::{Node, Role};
use super::wrap::{Run, end_of, wrap};

/// Items side by side, as many on a line as fit.
pub(super) fn entries(paper: &mut Paper<'_>, entries: &[Entry], size: f32) {
    let mut rest = entries;
    while !rest.is_empty() {
        let (fitting, after) = rest.split_at(fitting(paper.faces, rest, size));
        match fitting {
            [alone] => one(paper, alone, Column::whole(size)),
            several => row(paper, several, size),
        }
        rest = after;
    }
}

/// How many of the items fit on a line; one at least.
fn fitting(faces: &Faces, entries: &[Entry], size: f32) -> usize {
    let mut used = -GAP;
    let fit = entries.iter().take_while(|entry| {
        used += GAP + natural(faces, entry, size);
        used <= ACROSS
    });
    fit.count().max(1)
}

fn row(paper: &mut Paper<'_>, entries: &[Entry], size: f32) {
    let widths: Vec<f32> = entries.iter().map(|entry| natural(paper.faces, entry, size)).collect();
    let count = entries.iter().map(|_| 1.0).sum::<f32>();
    let share = (ACROSS - GAP * (count - 1.0) - widths.iter().sum::<f32>()) / count;
    let mut column = Column { x: LEFT, width: 0.0, size };
    paper.need(column.leading());
    for (entry, width) in entries.iter().zip(widths) {
        column.width = width + share;
        side_by_side(paper, entry, column);
        column.x += column.width + GAP;
    }
    paper.y += column.leading();
}

/// An item over the whole column, with dots to its end.
pub(super) fn one(paper: &mut Paper<'_>, entry: &Entry, column: Column) {
    let end = plain(paper, entry, column);
    let baseline = Paper::baseline(paper.y - column.leading(), column.size);
    paper.dots(column.x + end + 2.0, column.x + column.width, baseline);
}

/// The same without dots; where its last line ends.
pub(super) fn plain(paper: &mut Paper<'_>, entry: &Entry, column: Column) -> f32 {
    let lines = wrap(paper.faces, &runs(entry), column.size, column.width);
    let (mut leaves, mut end) = (Vec::new(), 0.0);
    for line in &lines {
        paper.need(column.leading());
        end = end_of(line);
        leaves.extend(paper.line(line, column, Align::Left, paper.y));
        paper.y += column.leading();
    }
    paper.nodes.push(Node::of_leaves(Role::Paragraph, leaves));
    end
}

fn side_by_side(paper: &mut Paper<'_>, entry: &Entry, column: Column) {
    // A little wider, since a sum of widths may differ from itself in the last digit.
    for line in wrap(paper.faces, &runs(entry), column.size, column.width + 1.0) {
        let leaves = paper.line(&line, column, Align::Left, paper.y);
        let from = column.x + end_of(&line) + 2.0;
        paper.dots(from, column.x + column.width, Paper::baseline(paper.y, column.size));
        paper.nodes.push(Node::of_leaves(Role::Paragraph, leaves));
    }
}

/// Label and value; the value stands out.
pub(super) fn runs(entry: &Entry) -> [Run; 2] {
    [Run::new(Face::Regular, format!("{}: ", entry.label)), Run::new(Face::Bold, entry.value.as_str())]
}

/// The width of an item on one line; one with line breaks is never on one.
fn natural(faces: &Faces, entry: &Entry, size: f32) -> f32 {
    if entry.value.contains('\n') {
        return f32::INFINITY;
    }
    let width = |run: &Run| faces.width(run.face, &spelled(faces, &run.text), size);
    let [label, value] = runs(entry);
    width(&label) + width(&value).max(SHORTEST)
}

/// Between items on a line.
const GAP: f32 = 10.0;
/// Dots of an item that was not answered.
const SHORTEST: f32 = 45.0;
