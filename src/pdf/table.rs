use super::block::Table;
use super::face::{Face, Faces};
use super::mark::Meaning;
use super::paper::{ACROSS, Align, Column, LEFT, Paper, TOP};
use super::spelling::spelled;
use super::structure::{Node, Role};
use super::wrap::{Line, Run, wrap};

/// A table with rules; its heads stand again on each page. One with more columns than the page is wide becomes a list.
pub(super) fn table(paper: &mut Paper<'_>, table: &Table, size: f32) {
    paper.need(size * 6.0);
    if let Some(caption) = &table.caption {
        let caption = format!("{caption}:");
        paper.text(Role::Paragraph, Face::Regular, &caption, Column::whole(size), Align::Left);
    }
    match widths(paper.faces, table) {
        Some(widths) => grid(paper, table, widths, Align::Middle),
        None => list(paper, table, size),
    }
}

/// Items of several people: their names at the left, a column as wide as the other for each person.
pub(super) fn beside(paper: &mut Paper<'_>, table: &Table, size: f32) {
    paper.need(size * 6.0);
    let others = table.heads.iter().skip(1).map(|_| 1.0).sum::<f32>();
    let width = ACROSS * (1.0 - NAMES) / others.max(1.0);
    let widths = [ACROSS * NAMES].into_iter().chain(table.heads.iter().skip(1).map(|_| width));
    grid(paper, table, widths.collect(), Align::Left);
}

/// With `first` as the place of the words in the first column.
fn grid(paper: &mut Paper<'_>, table: &Table, widths: Vec<f32>, first: Align) {
    paper.y += 2.0;
    let heads = cells(paper.faces, &table.heads, Face::Bold, &widths);
    let mut grid = Grid { widths, first, top: paper.y, heads };
    let mut node = Node::new(Role::Table);
    let (head, rows) = (height(&grid.heads), table.rows.iter());
    let rows: Vec<Vec<Vec<Line>>> =
        rows.map(|row| cells(paper.faces, row, Face::Regular, &grid.widths)).collect();
    paper.need(head + rows.first().map_or(0.0, |row| height(row)).min(200.0));
    grid.top = paper.y;
    node.push(grid.row(paper, &grid.heads, Role::HeadCell, Align::Middle));
    for row in &rows {
        if paper.room() < height(row) && paper.y > TOP + head {
            grid.turn(paper);
        }
        let mut rest = row.clone();
        // A row taller than a page goes on overleaf.
        while height(&rest) > paper.room() {
            let fitting = lines_in(paper.room());
            let upper: Vec<Vec<Line>> =
                rest.iter_mut().map(|cell| cell.drain(..fitting.min(cell.len())).collect()).collect();
            node.push(grid.row(paper, &upper, Role::Cell, Align::Left));
            grid.turn(paper);
        }
        node.push(grid.row(paper, &rest, Role::Cell, Align::Left));
    }
    grid.close(paper);
    paper.y += 4.0;
    paper.nodes.push(node);
}

struct Grid {
    widths: Vec<f32>,
    /// Numbers of rows stand in the middle, as heads do.
    first: Align,
    /// Where it begins on this page.
    top: f32,
    heads: Vec<Vec<Line>>,
}

impl Grid {
    fn row(&self, paper: &mut Paper<'_>, cells: &[Vec<Line>], role: Role, align: Align) -> Node {
        let (mut node, mut x) = (Node::new(Role::Row), LEFT);
        paper.rule((LEFT, paper.y), (LEFT + ACROSS, paper.y), WEIGHT);
        for (index, (cell, width)) in cells.iter().zip(&self.widths).enumerate() {
            let column = Column { x: x + PADDING, width: width - PADDING * 2.0, size: SIZE };
            let mut leaves = Vec::new();
            let mut y = paper.y + PADDING;
            let align = if index == 0 && role == Role::Cell { self.first } else { align };
            for line in cell {
                leaves.extend(paper.line(line, column, align, y));
                y += column.leading();
            }
            node.push(Node::of_leaves(role.clone(), leaves));
            x += width;
        }
        paper.y += height(cells);
        node
    }

    /// Ends the table on this page and begins it on the next; the heads are read once.
    fn turn(&mut self, paper: &mut Paper<'_>) {
        self.close(paper);
        paper.turn();
        self.top = paper.y;
        let mut x = LEFT;
        paper.rule((LEFT, paper.y), (LEFT + ACROSS, paper.y), WEIGHT);
        for (cell, width) in self.heads.iter().zip(&self.widths) {
            let column = Column { x: x + PADDING, width: width - PADDING * 2.0, size: SIZE };
            let mut y = paper.y + PADDING;
            for line in cell {
                for mark in paper.marks(line, column, Align::Middle, y) {
                    paper.mark(mark, Meaning::Decoration);
                }
                y += column.leading();
            }
            x += width;
        }
        paper.y += height(&self.heads);
    }

    fn close(&self, paper: &mut Paper<'_>) {
        let mut x = LEFT;
        paper.rule((x, paper.y), (LEFT + ACROSS, paper.y), WEIGHT);
        for width in [0.0].iter().chain(&self.widths) {
            x += width;
            paper.rule((x, self.top), (x, paper.y), WEIGHT);
        }
    }
}

fn cells(faces: &Faces, texts: &[String], face: Face, widths: &[f32]) -> Vec<Vec<Line>> {
    let cell = |(text, width): (&String, &f32)| {
        wrap(faces, &[Run::new(face, text.as_str())], SIZE, width - PADDING * 2.0)
    };
    texts.iter().zip(widths).map(cell).collect()
}

fn height(cells: &[Vec<Line>]) -> f32 {
    let lines = |cell: &Vec<Line>| cell.iter().map(|_| leading()).sum::<f32>();
    cells.iter().map(lines).fold(leading(), f32::max) + PADDING * 2.0
}

/// Lines of a cell that fit into so much room; one at least, so that there is an end.
fn lines_in(room: f32) -> usize {
    let mut lines = 1_usize;
    let mut used = leading() * 2.0 + PADDING * 2.0;
    while used <= room {
        lines = lines.saturating_add(1);
        used += leading();
    }
    lines
}

fn leading() -> f32 {
    Column::whole(SIZE).leading()
}

/// Each column gets its longest word, then its share of what is left; nothing where not even the words fit.
fn widths(faces: &Faces, table: &Table) -> Option<Vec<f32>> {
    let mut least = Vec::new();
    let mut wanted = Vec::new();
    for (index, head) in table.heads.iter().enumerate() {
        let body = table.rows.iter().filter_map(|row| row.get(index)).map(|text| (Face::Regular, text));
        let texts: Vec<(Face, String)> = [(Face::Bold, head)]
            .into_iter()
            .chain(body)
            .map(|(face, text)| (face, spelled(faces, text)))
            .collect();
        let wide = |face: Face, text: &str| faces.width(face, text, SIZE);
        let words =
            texts.iter().flat_map(|(face, text)| text.split_whitespace().map(move |word| wide(*face, word)));
        let word = words.fold(0.0, f32::max).min(LONGEST_WORD);
        // A head may stand on two lines; what people wrote has the room first.
        let share = |face: Face| if face == Face::Bold { 0.5 } else { 1.0 };
        let whole = texts.iter().map(|(face, text)| wide(*face, text) * share(*face)).fold(0.0, f32::max);
        least.push(word + PADDING * 2.0 + 1.0);
        wanted.push((whole.min(LONGEST) - word).max(0.0));
    }
    let spare = ACROSS - least.iter().sum::<f32>();
    if spare < 0.0 {
        return None;
    }
    let sum = wanted.iter().sum::<f32>();
    let last = least.len().saturating_sub(1);
    let share = |(index, (least, wanted)): (usize, (f32, f32))| {
        // Where all have what they want, the last column takes the rest.
        let rest = if index == last { (spare - sum).max(0.0) } else { 0.0 };
        least + rest + if sum > spare { wanted * spare / sum } else { wanted }
    };
    Some(least.into_iter().zip(wanted).enumerate().map(share).collect())
}

fn list(paper: &mut Paper<'_>, table: &Table, size: f32) {
    for row in &table.rows {
        let mut runs = Vec::new();
        for (index, (head, value)) in table.heads.iter().zip(row).enumerate() {
            if index == 0 {
                runs.push(Run::new(Face::Regular, format!("{value}) ")));
            } else if !value.is_empty() {
                runs.push(Run::new(Face::Regular, format!("{head}: ")));
                runs.push(Run::new(Face::Bold, format!("{value}; ")));
            }
        }
        paper.paragraph(Role::Paragraph, &runs, Column::whole(size), Align::Left);
    }
}

/// Of the letters in a table.
const SIZE: f32 = 10.5;
const PADDING: f32 = 3.0;
const WEIGHT: f32 = 0.6;
/// A word is broken beyond this.
const LONGEST_WORD: f32 = 90.0;
/// The share of the names of items beside the columns of the people.
const NAMES: f32 = 0.28;
/// No column asks for more.
const LONGEST: f32 = 200.0;
