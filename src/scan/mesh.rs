//! Bent cards: a smooth displacement of the grid.
//!
//! A polynomial of third degree in both coordinates, fitted with a ridge to the finders, to the alignment
//! patterns, and elsewhere to tiles, which are shifted to where their contrast is greatest.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "ten coefficients; module indices below the size of the template; floating point"
)]

use super::budget::Budget;
use super::geometry::{SAMPLE, ring_score};
use super::homography::Homography;
use super::linear;
use super::region::Region;
use super::template::Template;

/// How far each place of the grid lies from where the homography puts it, in modules.
#[derive(Clone, Debug)]
pub(super) struct Mesh {
    size: f32,
    across: [f32; TERMS],
    down: [f32; TERMS],
}

const TERMS: usize = 10;

/// A measured displacement.
struct Shift {
    u: f32,
    v: f32,
    du: f32,
    dv: f32,
    weight: f32,
}

impl Mesh {
    pub(super) fn measure(
        region: &Region,
        template: &Template,
        homography: &Homography,
        budget: &mut Budget,
    ) -> Self {
        let mut mesh = Self { size: template.size as f32, across: [0.0; TERMS], down: [0.0; TERMS] };
        for round in 0..4 {
            let mut shifts = mesh.patterns(region, template, homography, round == 0, budget);
            if round > 0 {
                mesh.tiles(region, homography, &mut shifts, budget);
            }
            let terms = if round == 0 { 6 } else { TERMS };
            let Some(next) = Self::fit(mesh.size, &shifts, terms) else { break };
            mesh = next;
            if budget.is_spent() {
                break;
            }
        }
        mesh
    }

    /// The displacement at a place, in modules.
    pub(super) fn at(&self, u: f32, v: f32) -> (f32, f32) {
        let terms = self.terms(u.clamp(0.0, self.size), v.clamp(0.0, self.size));
        let sum = |c: &[f32; TERMS]| c.iter().zip(&terms).map(|(c, t)| c * t).sum();
        (sum(&self.across), sum(&self.down))
    }

    fn terms(&self, u: f32, v: f32) -> [f32; TERMS] {
        let (a, b) = (2.0 * u / self.size - 1.0, 2.0 * v / self.size - 1.0);
        [1.0, a, b, a * a, a * b, b * b, a * a * a, a * a * b, a * b * b, b * b * b]
    }

    /// Where the finders and the alignment patterns really are.
    fn patterns(
        &self,
        region: &Region,
        template: &Template,
        homography: &Homography,
        wide: bool,
        budget: &mut Budget,
    ) -> Vec<Shift> {
        let last = template.size - 4;
        let finders = [(3, 3), (last, 3), (3, last)].into_iter().map(|c| (c, 3, 4, 0.3));
        let reach = if wide { 9 } else { 4 };
        let alignment = template.alignment.iter().map(|c| (*c, 2, reach, 0.42));
        let mut shifts = Vec::new();
        for ((x, y), radius, reach, least) in finders.chain(alignment) {
            let (u, v) = (x as f32 + 0.5, y as f32 + 0.5);
            let (du0, dv0) = self.at(u, v);
            let score = |i: i16, j: i16| {
                let (du, dv) = (du0 + f32::from(i) * 0.2, dv0 + f32::from(j) * 0.2);
                (ring_score(region, homography, u + du, v + dv, radius), du, dv)
            };
            let all = (-reach..=reach).flat_map(|j| (-reach..=reach).map(move |i| (i, j)));
            let best = all.map(|(i, j)| score(i, j)).max_by(|a, b| a.0.total_cmp(&b.0));
            budget.spend((2 * reach as usize + 1).pow(2) * 36 * SAMPLE);
            if let Some((score, du, dv)) = best.filter(|b| b.0 > least) {
                let weight = if radius == 3 { 3.0 } else { 3.0 * score };
                shifts.push(Shift { u, v, du, dv, weight });
            }
        }
        shifts
    }

    /// Tiles of 8 × 8 modules, overlapping by half: each goes where its contrast is greatest, in steps of 0.3
    /// modules and then of 0.15.
    fn tiles(&self, region: &Region, homography: &Homography, shifts: &mut Vec<Shift>, budget: &mut Budget) {
        const TILE: usize = 8;
        let size = self.size as usize;
        let mut centres = Vec::with_capacity(TILE * TILE);
        for top in (0..=size - TILE).step_by(TILE / 2) {
            if budget.is_spent() {
                break;
            }
            for left in (0..=size - TILE).step_by(TILE / 2) {
                let (u, v) = ((left + TILE / 2) as f32, (top + TILE / 2) as f32);
                let (du0, dv0) = self.at(u, v);
                centres.clear();
                for y in top..top + TILE {
                    let row = (left..left + TILE).map(|x| (x as f32 + 0.5 + du0, y as f32 + 0.5 + dv0));
                    centres.extend(row.map(|(u, v)| homography.map(u, v)));
                }
                // On so small a part the map is affine: a shift of the tile is one of its pixels.
                let middle = homography.map(u + du0, v + dv0);
                let across = homography.map(u + du0 + 1.0, v + dv0) - middle;
                let down = homography.map(u + du0, v + dv0 + 1.0) - middle;
                let contrast = |(i, j): (i16, i16)| {
                    let shift = across.scaled(f32::from(i) * STEP) + down.scaled(f32::from(j) * STEP);
                    centres.iter().map(|p| region.at(*p + shift).abs().min(1.5)).sum::<f32>()
                };
                let still = contrast((0, 0));
                let mut best = (still, (0, 0));
                for (step, rounds) in [(2, 1), (1, 2)] {
                    for _ in 0..rounds {
                        let (i, j) = best.1;
                        for (di, dj) in AROUND {
                            let there = (i + di * step, j + dj * step);
                            let here = contrast(there);
                            if here > best.0 {
                                best = (here, there);
                            }
                        }
                        budget.spend(AROUND.len() * TILE * TILE * SAMPLE);
                    }
                }
                let gain = (best.0 - still) / still.max(1.0);
                let weight = if gain > 0.02 || gain == 0.0 { 0.6 } else { 0.15 };
                let (i, j) = best.1;
                let (du, dv) = (du0 + f32::from(i) * STEP, dv0 + f32::from(j) * STEP);
                shifts.push(Shift { u, v, du, dv, weight });
            }
        }
    }

    fn fit(size: f32, shifts: &[Shift], count: usize) -> Option<Self> {
        let mut mesh = Self { size, across: [0.0; TERMS], down: [0.0; TERMS] };
        let mut matrix = vec![0.0; count * count];
        let (mut across, mut down) = (vec![0.0; count], vec![0.0; count]);
        for shift in shifts {
            let terms = mesh.terms(shift.u, shift.v).map(f64::from);
            for i in 0..count {
                let weighted = f64::from(shift.weight) * terms[i];
                (0..count).for_each(|j| matrix[i * count + j] += weighted * terms[j]);
                across[i] += weighted * f64::from(shift.du);
                down[i] += weighted * f64::from(shift.dv);
            }
        }
        for i in 0..count {
            matrix[i * count + i] += RIDGE[i];
        }
        let across = linear::solve(matrix.clone(), across)?;
        let down = linear::solve(matrix, down)?;
        for i in 0..count {
            mesh.across[i] = across[i] as f32;
            mesh.down[i] = down[i] as f32;
        }
        Some(mesh)
    }
}

/// Modules.
const STEP: f32 = 0.15;
const AROUND: [(i16, i16); 8] = [(-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)];

/// A card bends in a curve: high powers must be well supported.
const RIDGE: [f64; TERMS] = [0.02, 0.02, 0.02, 0.05, 0.05, 0.05, 0.3, 0.3, 0.3, 0.3];
