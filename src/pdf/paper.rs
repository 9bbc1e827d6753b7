use super::face::{Face, Faces};
use super::mark::{Mark, Meaning};
use super::structure::{Node, Role};
use super::wrap::{Line, Run, Segment, wrap};

/// A4 in points, and its margins: as decree 30/2020 has them for documents, narrower at the right and the foot.
pub(super) const WIDTH: f32 = 595.28;
pub(super) const HEIGHT: f32 = 841.89;
pub(super) const LEFT: f32 = 71.0;
pub(super) const RIGHT: f32 = WIDTH - 43.0;
pub(super) const TOP: f32 = 43.0;
pub(super) const BOTTOM: f32 = HEIGHT - 48.0;
pub(super) const ACROSS: f32 = RIGHT - LEFT;

/// From one baseline to the next, by the size of the letters.
pub(super) const LEADING: f32 = 1.32;
/// From the top of a line to its baseline, by the size of the letters.
const ASCENT: f32 = 1.0;

/// Pages while they are filled from the top down.
#[derive(Debug)]
pub(super) struct Paper<'a> {
    pub faces: &'a Faces,
    pub pages: Vec<Vec<(Mark, Meaning)>>,
    pub nodes: Vec<Node>,
    /// Where the next line begins.
    pub y: f32,
    leaves: usize,
}

/// Where a text stands on its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Middle,
    Right,
}

/// A column of a page, and the size of the letters in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub x: f32,
    pub width: f32,
    pub size: f32,
}

impl Column {
    pub(super) fn whole(size: f32) -> Self {
        Self { x: LEFT, width: ACROSS, size }
    }

    pub(super) fn leading(self) -> f32 {
        self.size * LEADING
    }
}

impl<'a> Paper<'a> {
    pub(super) fn new(faces: &'a Faces) -> Self {
        Self { faces, pages: vec![vec![]], nodes: vec![], y: TOP, leaves: 0 }
    }

    /// How many leaves there are.
    pub(super) fn leaves(&self) -> usize {
        self.leaves
    }

    /// What is left of the page.
    pub(super) fn room(&self) -> f32 {
        BOTTOM - self.y
    }

    /// A new page, unless there is so much room.
    pub(super) fn need(&mut self, height: f32) {
        if self.room() < height && self.y > TOP {
            self.turn();
        }
    }

    pub(super) fn turn(&mut self) {
        self.pages.push(vec![]);
        self.y = TOP;
    }

    pub(super) fn mark(&mut self, mark: Mark, meaning: Meaning) {
        if let Some(page) = self.pages.last_mut() {
            page.push((mark, meaning));
        }
    }

    pub(super) fn leaf(&mut self, mark: Mark) -> usize {
        let leaf = self.leaves;
        self.leaves = self.leaves.saturating_add(1);
        self.mark(mark, Meaning::Leaf(leaf));
        leaf
    }

    pub(super) fn rule(&mut self, from: (f32, f32), to: (f32, f32), weight: f32) {
        self.mark(Mark::Rule { from, to, weight, dotted: false }, Meaning::Decoration);
    }

    /// Dots to write on, as printed forms have them.
    pub(super) fn dots(&mut self, from: f32, to: f32, baseline: f32) {
        if to - from > 4.0 {
            let rule = Mark::Rule { from: (from, baseline), to: (to, baseline), weight: 0.8, dotted: true };
            self.mark(rule, Meaning::Decoration);
        }
    }

    /// The baseline of a line that begins at `y`.
    pub(super) fn baseline(y: f32, size: f32) -> f32 {
        y + size * ASCENT
    }

    /// A line of a text at `y`, as marks.
    pub(super) fn marks(&self, line: &Line, column: Column, align: Align, y: f32) -> Vec<Mark> {
        let end = line.last().map_or(0.0, |last| {
            last.x + self.faces.width(last.face, last.text.trim_end_matches(' '), column.size)
        });
        let shift = match align {
            Align::Left => 0.0,
            Align::Middle => (column.width - end) / 2.0,
            Align::Right => column.width - end,
        };
        let y = Self::baseline(y, column.size);
        let drawn = line.iter().filter(|segment| !segment.text.is_empty());
        let mark = |segment: &Segment| Mark::Text {
            x: column.x + shift + segment.x,
            y,
            face: segment.face,
            size: column.size,
            text: segment.text.clone(),
            cell: None,
        };
        drawn.map(mark).collect()
    }

    /// The same, drawn; its leaves.
    pub(super) fn line(&mut self, line: &Line, column: Column, align: Align, y: f32) -> Vec<usize> {
        self.marks(line, column, align, y).into_iter().map(|mark| self.leaf(mark)).collect()
    }

    /// A text of its own in the flow, over as many pages as it needs.
    pub(super) fn paragraph(&mut self, role: Role, runs: &[Run], column: Column, align: Align) {
        let mut leaves = Vec::new();
        for line in wrap(self.faces, runs, column.size, column.width) {
            self.need(column.leading());
            leaves.extend(self.line(&line, column, align, self.y));
            self.y += column.leading();
        }
        self.nodes.push(Node::of_leaves(role, leaves));
    }

    /// The same in one face.
    pub(super) fn text(&mut self, role: Role, face: Face, text: &str, column: Column, align: Align) {
        self.paragraph(role, &[Run { face, text: text.to_owned() }], column, align);
    }
}
