//! Spots that follow each other at one distance: what a line of a zone looks like.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "indices come from the lists themselves; floating point"
)]

use super::ink::Spot;
use crate::scan::order;
use crate::scan::point::Point;

/// Spots in a row, each with its number of pitches from the first.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    pub(super) members: Vec<(f32, Point)>,
    /// How far they lie from even distances, in pitches.
    pub(super) error: f32,
}

impl Chain {
    pub(super) fn span(&self) -> f32 {
        self.members.last().map_or(0.0, |last| last.0)
    }

    pub(super) fn middle(&self) -> Point {
        self.members.get(self.members.len() / 2).map_or_else(Point::default, |(_, place)| *place)
    }
}

/// The longest and most regular chains, best first.
pub(super) fn chains(spots: &[Spot], width: usize, height: usize) -> Vec<Chain> {
    let map = Map::new(spots, width, height);
    let mut chains: Vec<Chain> = Vec::new();
    // In how many directions a spot is in a chain already.
    let mut taken: Vec<Vec<Point>> = vec![Vec::new(); spots.len()];
    for (first, spot) in spots.iter().enumerate() {
        let reach = spot.size * 2.2;
        // The nearest first: every second spot is a row as well, of twice the pitch.
        let near = order::sorted(map.near(spot.middle, reach).collect(), |second| {
            spots[*second].middle.distance(spot.middle)
        });
        for second in near {
            let step = spots[second].middle - spot.middle;
            let (long, other) = (step.length(), spots[second].size);
            if second == first || long < 0.5 * spot.size || long > reach || !alike(spot.size, other) {
                continue;
            }
            let along = step.scaled(1.0 / long);
            if taken[first].iter().any(|direction| direction.cross(along).abs() < 0.2) {
                continue;
            }
            let Some((chain, used)) = follow(spots, &map, first, step) else { continue };
            for spot in used {
                taken[spot].push(along);
            }
            chains.push(chain);
        }
    }
    let mut chains = order::sorted(chains, |c| -(c.members.len() as f32).min(ENOUGH) * (1.0 - 6.0 * c.error));
    chains.truncate(KEPT);
    chains
}

fn alike(a: f32, b: f32) -> bool {
    a < 1.9 * b && b < 1.9 * a
}

/// Both ways from a spot, by this step at first.
fn follow(spots: &[Spot], map: &Map, first: usize, step: Point) -> Option<(Chain, Vec<usize>)> {
    let ahead = walk(spots, map, first, step);
    let behind = walk(spots, map, first, step.scaled(-1.0));
    let mut all: Vec<(i32, usize)> = behind.iter().rev().map(|(k, spot, _)| (-k, *spot)).collect();
    all.push((0, first));
    all.extend(ahead.iter().map(|(k, spot, _)| (*k, *spot)));
    if all.len() < FEWEST {
        return None;
    }
    let low = all[0].0;
    let members: Vec<(f32, Point)> =
        all.iter().map(|(k, spot)| ((k - low) as f32, spots[*spot].middle)).collect();
    let error = unevenness(&members)?;
    (error < UNEVEN).then(|| (Chain { members, error }, all.iter().map(|(_, spot)| *spot).collect()))
}

/// Pitches from the first, the spot, and the step there.
fn walk(spots: &[Spot], map: &Map, first: usize, step: Point) -> Vec<(i32, usize, Point)> {
    let mut found: Vec<(i32, usize, Point)> = Vec::new();
    let (mut at, mut k, mut step) = (first, 0, step);
    'on: while found.len() < 60 {
        for gap in 1..=3 {
            let long = step.length();
            let expected = spots[at].middle + step.scaled(gap as f32);
            let near = map
                .near(expected, long * 0.4)
                .filter(|other| *other != at && alike(spots[*other].size, spots[first].size));
            let off = |other: &usize| {
                let d = spots[*other].middle - expected;
                let (along, across) = (d.dot(step) / long, d.cross(step) / long);
                along.abs() + 1.5 * across.abs()
            };
            let Some(next) = near.min_by(|a, b| off(a).total_cmp(&off(b))) else { continue };
            if off(&next) > long * 0.4 {
                continue;
            }
            let made = (spots[next].middle - spots[at].middle).scaled(1.0 / gap as f32);
            step = step.scaled(0.75) + made.scaled(0.25);
            (k, at) = (k + gap, next);
            found.push((k, at, step));
            continue 'on;
        }
        break;
    }
    found
}

/// The mean distance from a line of even steps that may change evenly.
fn unevenness(members: &[(f32, Point)]) -> Option<f32> {
    let curve = super::curve::Curve::fit(members.iter().map(|(k, p)| (*k, *p, 1.0)))?;
    let middle = members.last()?.0 / 2.0;
    let pitch = curve.along(middle).length();
    let off: f32 = members.iter().map(|(k, p)| curve.at(*k).distance(*p)).sum();
    Some(off / members.len() as f32 / pitch.max(1.0))
}

/// Spots by squares of the picture.
struct Map {
    columns: usize,
    rows: usize,
    squares: Vec<Vec<(usize, Point)>>,
}

impl Map {
    fn new(spots: &[Spot], width: usize, height: usize) -> Self {
        let (columns, rows) = (width / SQUARE + 1, height / SQUARE + 1);
        let mut squares = vec![Vec::new(); columns * rows];
        for (index, spot) in spots.iter().enumerate() {
            let (x, y) = (spot.middle.x as usize / SQUARE, spot.middle.y as usize / SQUARE);
            squares[y.min(rows - 1) * columns + x.min(columns - 1)].push((index, spot.middle));
        }
        Self { columns, rows, squares }
    }

    fn near(&self, p: Point, reach: f32) -> impl Iterator<Item = usize> {
        let square = |v: f32, most: usize| ((v.max(0.0) as usize) / SQUARE).min(most - 1);
        let (x0, x1) = (square(p.x - reach, self.columns), square(p.x + reach, self.columns));
        let (y0, y1) = (square(p.y - reach, self.rows), square(p.y + reach, self.rows));
        let rows = (y0..=y1).flat_map(move |y| &self.squares[y * self.columns + x0..=y * self.columns + x1]);
        rows.flatten().filter(move |(_, middle)| middle.distance(p) <= reach).map(|(index, _)| *index)
    }
}

/// Nanoseconds a spot.
pub(super) const WORK: usize = 4_000;
const SQUARE: usize = 16;
/// Spots of a chain, at the least.
const FEWEST: usize = 7;
const UNEVEN: f32 = 0.2;
/// Beyond these, evenness says more than length: a guilloche is a long row as well.
const ENOUGH: f32 = 30.0;
/// More chains are not tried.
const KEPT: usize = 24;
