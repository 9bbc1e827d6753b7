//! The grid of a zone: which cells of the lines are its thirty by three, or forty-four by two.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "rows and columns of a grid; floating point"
)]

use super::cells::{Cell, Eye, Frame};
use super::lines::Line;
use super::median::median;
use super::zone::Format;
use crate::scan::homography::{Homography, Pair};
use crate::scan::point::Point;

/// A zone's cells, row by row.
pub(super) struct Grid {
    pub(super) format: Format,
    pub(super) cells: Vec<Cell>,
    pub(super) corners: [Point; 4],
    /// Pixels a pitch, in the middle.
    pub(super) pitch: f32,
    /// How far glyphs lie from their cells, in pitches.
    pub(super) error: f32,
    /// The mean chance that there is a glyph.
    pub(super) filled: f32,
}

/// The best grid of each format that the lines allow.
pub(super) fn grids(eye: &mut Eye, lines: &[Line]) -> Vec<Grid> {
    let best = |format: Format| {
        let (rows, columns) = format.size();
        let windows = lines.windows(rows).filter_map(|lines| {
            let (score, starts) = starts(lines, columns);
            let score = score / (rows * columns) as f32;
            (score > GLYPHS).then_some((score, lines, starts))
        });
        windows
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(score, lines, starts)| (format, score, lines, starts))
    };
    let found: Vec<_> = [Format::Td1, Format::Td3].into_iter().filter_map(best).collect();
    let most = found.iter().map(|(_, score, ..)| *score).fold(0.0, f32::max);
    let near = found.into_iter().filter(|(_, score, ..)| *score >= RIVAL * most);
    near.filter_map(|(format, _, lines, starts)| fitted(eye, format, lines, &starts)).collect()
}

/// How many glyphs are within, less those outside, and the number of the first cell of each line: the same for all,
/// but for cameras that look so much from the side that the numbers of a line moved on.
fn starts(lines: &[Line], columns: usize) -> (f32, Vec<f32>) {
    let low = lines.iter().map(|line| line.first).fold(f32::MAX, f32::min) as i32 - columns as i32 + 1;
    let high = lines.iter().map(|line| line.first as i32 + line.cells.len() as i32).max().unwrap_or(low);
    let scores = |from: i32| lines.iter().map(move |line| score(line, from, columns));
    let all = (low..high).map(|from| (scores(from).sum::<f32>(), from));
    let (_, common) = all.max_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((0.0, low));
    let mut sum = 0.0;
    let starts = lines.iter().map(|line| {
        // Another number must show two glyphs more for each step.
        let near = (-2..=2).map(|by: i32| {
            let from = common + by;
            (score(line, from, columns) - 2.0 * by.abs() as f32, from)
        });
        let (own, from) = near.max_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((0.0, common));
        sum += own;
        from as f32
    });
    let starts = starts.collect();
    (sum, starts)
}

/// Glyphs from this number on, less places without one, less glyphs elsewhere in the line.
fn score(line: &Line, from: i32, columns: usize) -> f32 {
    let last = from + columns as i32;
    let cells = line.numbered().map(|(k, cell)| {
        let chance = 2.0 * cell.glyph() - 1.0;
        if (from..last).contains(&(k as i32)) { chance } else { -chance.max(0.0) }
    });
    cells.sum()
}

/// Fitted to where the glyphs lie, and looked at closely.
fn fitted(eye: &mut Eye, format: Format, lines: &[Line], starts: &[f32]) -> Option<Grid> {
    let (rows, columns) = format.size();
    let mut pairs = Vec::new();
    for (row, (line, first)) in lines.iter().zip(starts).enumerate() {
        for (k, cell) in line.numbered() {
            let column = k - first;
            if (-0.5..columns as f32 - 0.5).contains(&column) && cell.glyph() > 0.5 {
                pairs.push(Pair::new((column, row as f32), cell.place, cell.glyph()));
            }
        }
    }
    let mut map = robust(&pairs)?;
    let mut cells = Vec::new();
    for round in 0..3 {
        cells = all(rows, columns).map(|(r, c)| eye.look(&frame(&map, c, r))).collect();
        let seen = all(rows, columns).zip(&cells).filter(|(_, cell)| cell.glyph() > 0.5);
        let pairs: Vec<Pair> =
            seen.map(|((r, c), cell)| Pair::new((c, r), cell.place, cell.glyph())).collect();
        let next = robust(&pairs)?;
        let pitch = frame(&map, columns as f32 / 2.0, 0.0).along.length();
        let ends = [(0.0, 0.0), (columns as f32 - 1.0, rows as f32 - 1.0)];
        let moved = ends.map(|(c, r)| map.map(c, r).distance(next.map(c, r)));
        map = next;
        if moved.iter().all(|m| *m < if round == 0 { 0.03 } else { 0.05 } * pitch) {
            break;
        }
    }
    // A card may be bent: each cell goes where its neighbours in the line lie.
    let middles = bent(&map, rows, columns, &cells);
    let close: Vec<Cell> = all(rows, columns)
        .zip(&middles)
        .map(|((r, c), middle)| eye.look_closely(&Frame { middle: *middle, ..frame(&map, c, r) }))
        .collect();
    let centre = frame(&map, columns as f32 / 2.0, (rows as f32 - 1.0) / 2.0);
    let pitch = centre.along.length();
    let error = close.iter().zip(&middles).filter(|(c, _)| c.glyph() > 0.5);
    let error = mean(error.map(|(cell, middle)| cell.place.distance(*middle) / pitch));
    let filled = mean(close.iter().map(Cell::glyph));
    let (right, low) = (columns as f32 - 0.5, rows as f32 - 0.5);
    let edge = 0.2;
    let corners = [(-0.5, -edge), (right, -edge), (right, low - 0.5 + edge), (-0.5, low - 0.5 + edge)];
    let corners = corners.map(|(c, r)| map.map(c, r));
    Some(Grid { format, cells: close, corners, pitch, error, filled })
}

/// Row and column of all cells.
fn all(rows: usize, columns: usize) -> impl Iterator<Item = (f32, f32)> {
    (0..rows).flat_map(move |r| (0..columns).map(move |c| (c as f32, r as f32))).map(|(c, r)| (r, c))
}

fn mean(values: impl Iterator<Item = f32>) -> f32 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), v| (sum + v, count + 1.0));
    sum / f32::max(count, 1.0)
}

/// Without what lies elsewhere, three times.
fn robust(pairs: &[Pair]) -> Option<Homography> {
    let mut map = Homography::fit(pairs)?;
    for _ in 0..3 {
        let step = |p: &Pair| {
            let pitch = map.map(p.module.x + 1.0, p.module.y).distance(map.map(p.module.x, p.module.y));
            map.map(p.module.x, p.module.y).distance(p.pixel) < NEAR * pitch
        };
        let near: Vec<Pair> = pairs.iter().filter(|p| step(p)).copied().collect();
        if near.len() < pairs.len() / 3 {
            return None;
        }
        map = Homography::fit(&near)?;
    }
    Some(map)
}

/// The window of a cell: as high as it is wide, since line pitches differ.
fn frame(map: &Homography, column: f32, row: f32) -> Frame {
    let along = map.map(column + 0.5, row) - map.map(column - 0.5, row);
    let across = map.map(column, row + 0.25) - map.map(column, row - 0.25);
    let pitch = along.length();
    Frame { middle: map.map(column, row), along, across: across.scaled(pitch / across.length().max(1e-6)) }
}

/// The grid's places, moved as the neighbours in the line are displaced (the median of seven).
fn bent(map: &Homography, rows: usize, columns: usize, cells: &[Cell]) -> Vec<Point> {
    let mut middles = Vec::with_capacity(rows * columns);
    for row in 0..rows {
        for column in 0..columns {
            let expected = map.map(column as f32, row as f32);
            let (mut xs, mut ys) = (Vec::new(), Vec::new());
            for near in column.saturating_sub(3)..=(column + 3).min(columns - 1) {
                let cell = &cells[row * columns + near];
                if cell.glyph() > 0.5 {
                    let off = cell.place - map.map(near as f32, row as f32);
                    xs.push(off.x);
                    ys.push(off.y);
                }
            }
            middles.push(expected + Point::new(median(xs), median(ys)));
        }
    }
    middles
}

/// The mean surplus of glyphs inside over those outside, a cell, from which it is a zone.
const GLYPHS: f32 = 0.3;
/// A format that shows less than this share of the other's is not tried.
const RIVAL: f32 = 0.75;
/// Pitches that a glyph may lie beside its cell.
const NEAR: f32 = 0.3;
