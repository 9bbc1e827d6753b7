//! Bent and folded cards: a displacement of the grid that may differ from place to place.
//!
//! A lattice of nodes, each with the displacement at which a tile of modules around it agrees best with the
//! picture. Modules of unknown colour only say how far they lie from the next module's middle, so that a tile
//! alone knows its place modulo one module, as a phase is known modulo a turn; what a tile is expected to be
//! is therefore carried on from its neighbours, the surest first, starting at the finders: quality-guided
//! phase unwrapping (Ghiglia and Pritt, *Two-Dimensional Phase Unwrapping*, 1998, 4.3). The lattice is then
//! smoothed by penalised second differences (Whittaker's, *Proc. Edinburgh Math. Soc.* 41, 1923), in which
//! tiles that stand out count less, and measured again from there.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "nodes are row * side + column with both below the side of the lattice; tiles lie within the size of \
              the template; floating point"
)]

use super::budget::Budget;
use super::geometry::{SAMPLE, bounded};
use super::homography::Homography;
use super::point::Point;
use super::region::Region;

/// How far each place of the grid lies from where the homography puts it, in modules.
#[derive(Clone, Debug)]
pub(super) struct Mesh {
    /// Modules from node to node.
    step: f32,
    /// Nodes a side. The first and last are the middles of the finders.
    side: usize,
    shifts: Vec<Point>,
}

/// Where a tile agrees best.
#[derive(Clone, Copy, Default)]
struct Tile {
    shift: Point,
    /// Mean agreement of its modules.
    score: f32,
}

impl Mesh {
    /// Of a symbol of `size` modules a side, of which those are `known` (1, −1 or 0).
    pub(super) fn measure(
        region: &Region,
        size: usize,
        known: &[i8],
        homography: &Homography,
        budget: &mut Budget,
    ) -> Self {
        let span = size as f32 - TILE as f32;
        let side = ((span / STRIDE).ceil() as usize + 1).min(MOST_NODES);
        let mesh = Self { step: span / (side - 1) as f32, side, shifts: vec![Point::default(); side * side] };
        let view = View { region, size, known, homography };
        let mut mesh = mesh.grown(&view, budget);
        for stiffness in STIFFNESS {
            if budget.is_spent() {
                break;
            }
            let near = [(0.2, 2), (0.1, 2)];
            let again = |node| view.locate(mesh.place(node), &|u, v| mesh.at(u, v), &near, budget);
            let tiles: Vec<Tile> = (0..side * side).map(again).collect();
            mesh.smooth(&tiles, stiffness);
        }
        mesh
    }

    /// The displacement at a place, in modules.
    pub(super) fn at(&self, u: f32, v: f32) -> Point {
        let cell = |t: f32| {
            let t = (t - TILE as f32 / 2.0) / self.step;
            let whole = (t.max(0.0) as usize).min(self.side - 2);
            (whole, (t - whole as f32).clamp(-1.5, 2.5))
        };
        let ((column, fu), (row, fv)) = (cell(u), cell(v));
        let node = row * self.side + column;
        let between = |a: Point, b: Point, t: f32| a + (b - a).scaled(t);
        let upper = between(self.shifts[node], self.shifts[node + 1], fu);
        let lower = between(self.shifts[node + self.side], self.shifts[node + self.side + 1], fu);
        between(upper, lower, fv)
    }

    fn place(&self, node: usize) -> Point {
        let at = |i: usize| i as f32 * self.step + TILE as f32 / 2.0;
        Point::new(at(node % self.side), at(node / self.side))
    }

    /// From the finders outwards, each tile from where its neighbours lead one to expect it.
    fn grown(mut self, view: &View<'_>, budget: &mut Budget) -> Self {
        let side = self.side;
        let mut tiles: Vec<Option<Tile>> = vec![None; side * side];
        for node in [0, side - 1, side * (side - 1)] {
            let steps = [(0.3, 6), (0.15, 2)];
            tiles[node] = Some(view.locate(self.place(node), &|_, _| Point::default(), &steps, budget));
        }
        // (quality of the tile that leads there, node)
        let mut border: Vec<(f32, usize)> = Vec::new();
        let reach = |border: &mut Vec<(f32, usize)>, tiles: &[Option<Tile>], node: usize| {
            let Some(tile) = tiles[node] else { return };
            for next in around(node, side, 1).filter(|next| tiles[*next].is_none()) {
                border.push((tile.score, next));
            }
        };
        for node in [0, side - 1, side * (side - 1)] {
            reach(&mut border, &tiles, node);
        }
        while let Some(best) = (0..border.len()).max_by(|a, b| border[*a].0.total_cmp(&border[*b].0)) {
            let (_, node) = border.swap_remove(best);
            if tiles[node].is_some() {
                continue;
            }
            if budget.is_spent() {
                break;
            }
            let plane = self.expected(&tiles, node);
            tiles[node] = Some(view.locate(self.place(node), &plane, &[(0.3, 3), (0.15, 1)], budget));
            reach(&mut border, &tiles, node);
        }
        let tiles: Vec<Tile> = tiles.into_iter().map(Option::unwrap_or_default).collect();
        self.smooth(&tiles, GROWN);
        self
    }

    /// The plane through what was found around a node.
    fn expected(&self, tiles: &[Option<Tile>], node: usize) -> impl Fn(f32, f32) -> Point + use<> {
        let here = self.place(node);
        // Weighted sums for value and slopes; the slopes are held by a ridge.
        let (mut weight, mut mean, mut shift) = (1e-6, Point::default(), Point::default());
        let known: Vec<(f32, Point, Point)> = around(node, self.side, 3)
            .filter_map(|n| {
                let tile = tiles[n]?;
                let apart = (self.place(n) - here).scaled(1.0 / self.step);
                let w = tile.score.max(0.05).powi(2) / (apart.dot(apart) + 0.3);
                Some((w, apart, tile.shift))
            })
            .collect();
        for (w, apart, s) in &known {
            weight += w;
            mean = mean + apart.scaled(*w);
            shift = shift + s.scaled(*w);
        }
        let (mean, shift) = (mean.scaled(1.0 / weight), shift.scaled(1.0 / weight));
        let (mut xx, mut xy, mut yy) = (SLOPE * weight, 0.0, SLOPE * weight);
        let (mut sx, mut sy) = (Point::default(), Point::default());
        for (w, apart, s) in &known {
            let (a, d) = (*apart - mean, *s - shift);
            xx += w * a.x * a.x;
            xy += w * a.x * a.y;
            yy += w * a.y * a.y;
            sx = sx + d.scaled(w * a.x);
            sy = sy + d.scaled(w * a.y);
        }
        let determinant = (xx * yy - xy * xy).max(1e-9);
        let across = (sx.scaled(yy) - sy.scaled(xy)).scaled(1.0 / determinant);
        let down = (sy.scaled(xx) - sx.scaled(xy)).scaled(1.0 / determinant);
        let step = self.step;
        move |u, v| {
            let apart = (Point::new(u, v) - here).scaled(1.0 / step) - mean;
            shift + across.scaled(apart.x) + down.scaled(apart.y)
        }
    }

    /// Weighs what was measured against second differences along rows and columns, by Gauss–Seidel sweeps.
    fn smooth(&mut self, tiles: &[Tile], stiffness: f32) {
        let side = self.side;
        self.shifts = tiles.iter().map(|tile| tile.shift).collect();
        for sweep in 0..SWEEPS {
            for (node, tile) in tiles.iter().enumerate() {
                // From the second third on, what lies far from its surroundings counts less.
                let apart = if sweep * 3 < SWEEPS { 0.0 } else { (tile.shift - self.shifts[node]).length() };
                let mut weight = tile.score.max(0.02).powi(2) / (1.0 + (apart / OUTLIER).powi(2));
                let mut sum = tile.shift.scaled(weight);
                let (row, column) = (node / side, node % side);
                for (position, stride) in [(column, 1), (row, side)] {
                    // Second differences in which the node stands first, in the middle and last.
                    let at = |steps: isize| self.shifts[(node as isize + steps * stride as isize) as usize];
                    if position > 0 && position + 1 < side {
                        weight += 4.0 * stiffness;
                        sum = sum + (at(-1) + at(1)).scaled(2.0 * stiffness);
                    }
                    if position >= 2 {
                        weight += stiffness;
                        sum = sum + (at(-1).scaled(2.0) - at(-2)).scaled(stiffness);
                    }
                    if position + 2 < side {
                        weight += stiffness;
                        sum = sum + (at(1).scaled(2.0) - at(2)).scaled(stiffness);
                    }
                }
                self.shifts[node] = sum.scaled(1.0 / weight);
            }
        }
    }
}

/// What tiles are compared with.
struct View<'a> {
    region: &'a Region,
    size: usize,
    /// Row by row: 1 dark, −1 light, 0 not known.
    known: &'a [i8],
    homography: &'a Homography,
}

impl View<'_> {
    /// The displacement of the tile around a place at which it agrees best: near what is expected, by
    /// (step in modules, most moves) in turn.
    fn locate(
        &self,
        place: Point,
        expected: &dyn Fn(f32, f32) -> Point,
        searches: &[(f32, u8)],
        budget: &mut Budget,
    ) -> Tile {
        let size = self.size;
        let first = |t: f32| ((t - TILE as f32 / 2.0).round().max(0.0) as usize).min(size - TILE);
        let (left, top) = (first(place.x), first(place.y));
        let mut modules = [(Point::default(), 0_i8); TILE * TILE];
        for (i, module) in modules.iter_mut().enumerate() {
            let (x, y) = (left + i % TILE, top + i / TILE);
            let (u, v) = (x as f32 + 0.5, y as f32 + 0.5);
            let shift = expected(u, v);
            *module = (self.homography.map(u + shift.x, v + shift.y), self.known[y * size + x]);
        }
        // On so small a part the map is affine: a shift of the tile is one of its pixels.
        let middle = expected(place.x, place.y);
        let (u, v) = (place.x + middle.x, place.y + middle.y);
        let here = self.homography.map(u, v);
        let (across, down) = (self.homography.map(u + 1.0, v) - here, self.homography.map(u, v + 1.0) - here);
        let agreement = |d: Point| {
            let shift = across.scaled(d.x) + down.scaled(d.y);
            let sum: f32 = modules
                .iter()
                .map(|(p, known)| {
                    let value = bounded(self.region.at(*p + shift));
                    if *known == 0 { value.abs() } else { -KNOWN * f32::from(*known) * value }
                })
                .sum();
            sum / (TILE * TILE) as f32 - FAR * d.dot(d)
        };
        let mut best = (agreement(Point::default()), Point::default());
        let mut compared = 1;
        for &(step, moves) in searches {
            for _ in 0..moves {
                let from = best;
                for (i, j) in [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)] {
                    let there = from.1 + Point::new(i, j).scaled(step);
                    let score = agreement(there);
                    if score > best.0 {
                        best = (score, there);
                    }
                }
                compared += 4;
                if best.0 <= from.0 {
                    break;
                }
            }
        }
        budget.spend(compared * TILE * TILE * SAMPLE + PLACING);
        Tile { shift: middle + best.1, score: best.0 }
    }
}

/// The nodes at most so many steps away.
fn around(node: usize, side: usize, reach: usize) -> impl Iterator<Item = usize> {
    let (row, column) = (node / side, node % side);
    let range = move |t: usize| t.saturating_sub(reach)..=(t + reach).min(side - 1);
    range(row).flat_map(move |r| range(column).map(move |c| r * side + c)).filter(move |n| *n != node)
}

/// Modules a side of a tile: those of a finder.
const TILE: usize = 7;
/// Modules from tile to tile, at most.
const STRIDE: f32 = 3.0;
/// Nodes a side, so that large versions cost no more than they gain.
const MOST_NODES: usize = 26;
/// What laying out a tile costs, in units of the budget.
const PLACING: usize = 4_000;
/// A module whose colour is known counts so much more than one that is only somewhere.
const KNOWN: f32 = 2.0;
/// Agreement lost a module of distance, squared: nearer is likelier.
const FAR: f32 = 0.1;
/// Ridge on slopes, in squared nodes.
const SLOPE: f32 = 0.3;
/// Weight of second differences after growing, and in the rounds after it.
const GROWN: f32 = 0.3;
const STIFFNESS: [f32; 2] = [0.2, 0.1];
/// Modules from which on a tile counts less than half.
const OUTLIER: f32 = 0.3;
const SWEEPS: usize = 24;
