//! One grey value a module.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "indices are row * side + column with both below the side of the grid"
)]

use super::budget::Budget;
use super::geometry::SAMPLE;
use super::homography::Homography;
use super::mesh::Mesh;
use super::region::Region;

/// The modules of a symbol and of a border around it, positive for light (as the region is).
pub(super) struct Grid {
    /// Modules a side, without the border.
    pub(super) size: usize,
    values: Vec<f32>,
    /// Samples towards the corners of each module.
    corners: Vec<[f32; CORNERS]>,
    clipped: Vec<bool>,
    reversed: bool,
}

/// Samples that are kept of each module beside their mean.
pub(super) const CORNERS: usize = 4;

/// Modules of the border: what the widest equaliser reaches.
pub(super) const BORDER: usize = 2;

impl Grid {
    /// Samples each module over its inner half.
    pub(super) fn sample(
        region: &Region,
        size: usize,
        homography: &Homography,
        mesh: Option<&Mesh>,
        budget: &mut Budget,
    ) -> Self {
        // A 3 × 3 binomial: most of the weight at the centre, where neighbours blur in least.
        const OFFSETS: [(f32, f32); 3] = [(-0.24, 1.0), (0.0, 2.0), (0.24, 1.0)];
        let side = size + 2 * BORDER;
        let mut values = Vec::with_capacity(side * side);
        let mut corners = Vec::with_capacity(side * side);
        let mut clipped = Vec::with_capacity(side * side);
        for row in 0..side {
            for column in 0..side {
                let mut u = column as f32 - BORDER as f32 + 0.5;
                let mut v = row as f32 - BORDER as f32 + 0.5;
                if let Some(mesh) = mesh {
                    let shift = mesh.at(u, v);
                    u += shift.x;
                    v += shift.y;
                }
                let mut sum = 0.0;
                let mut samples = [0.0; 9];
                for (i, sample) in samples.iter_mut().enumerate() {
                    let ((du, across), (dv, down)) = (OFFSETS[i % 3], OFFSETS[i / 3]);
                    *sample = region.at(homography.map(u + du, v + dv));
                    sum += down * across * *sample;
                }
                corners.push([samples[0], samples[2], samples[6], samples[8]]);
                values.push(sum / 16.0);
                clipped.push(region.is_clipped(homography.map(u, v)));
            }
        }
        budget.spend(side * side * 9 * SAMPLE);
        Self { size, values, corners, clipped, reversed: region.reversed }
    }

    /// The same with rows and columns exchanged: a symbol seen in a mirror.
    pub(super) fn transposed(&self) -> Self {
        let side = self.side();
        let turned = |i: usize| (i % side) * side + i / side;
        Self {
            size: self.size,
            values: (0..side * side).map(|i| self.values[turned(i)]).collect(),
            // Within a module too.
            corners: (0..side * side)
                .map(|i| self.corners[turned(i)])
                .map(|[a, b, c, d]| [a, c, b, d])
                .collect(),
            clipped: (0..side * side).map(|i| self.clipped[turned(i)]).collect(),
            reversed: self.reversed,
        }
    }

    /// The values as they are, one a module, positive for dark.
    pub(super) fn soft(&self) -> Vec<f32> {
        let mut soft = Vec::with_capacity(self.size * self.size);
        for y in 0..self.size {
            soft.extend((0..self.size).map(|x| -self.values[self.index(x, y)]));
        }
        self.doubt_clipped(&mut soft);
        soft
    }

    /// What each module and place of the border looks like, −1 to 1, positive for dark.
    pub(super) fn colours(&self) -> Vec<f32> {
        self.values.iter().map(|value| -value.clamp(-1.0, 1.0)).collect()
    }

    /// The corners of a place, border included, as the region is.
    pub(super) fn corners(&self, place: usize) -> &[f32; CORNERS] {
        &self.corners[place]
    }

    /// How well the known modules are as they should be, on average.
    pub(super) fn agreement(&self, known: &[i8]) -> f32 {
        let signed = self.soft().into_iter().zip(known).map(|(v, k)| v.clamp(-1.0, 1.0) * f32::from(*k));
        signed.sum::<f32>() / known.len().max(1) as f32
    }

    /// Clipped white may hide anything: what looks light there is hardly believed.
    pub(super) fn doubt_clipped(&self, soft: &mut [f32]) {
        let believed = if self.reversed { -1.0 } else { 1.0 };
        for y in 0..self.size {
            for x in 0..self.size {
                let value = &mut soft[y * self.size + x];
                if self.is_clipped(x, y) && *value * believed < 0.0 {
                    *value *= 0.15;
                }
            }
        }
    }

    pub(super) fn is_clipped(&self, x: usize, y: usize) -> bool {
        self.clipped[self.index(x, y)]
    }

    /// The square of ± `radius` modules around a module, row by row.
    pub(super) fn around(&self, x: usize, y: usize, radius: usize, out: &mut [f32]) {
        let width = 2 * radius + 1;
        for (row, out) in out.chunks_exact_mut(width).take(width).enumerate() {
            let start = (y + BORDER + row - radius) * self.side() + x + BORDER - radius;
            out.copy_from_slice(&self.values[start..start + width]);
        }
    }

    fn index(&self, x: usize, y: usize) -> usize {
        (y + BORDER) * self.side() + x + BORDER
    }

    /// Places a side: modules and the border on either side.
    pub(super) fn side(&self) -> usize {
        self.size + 2 * BORDER
    }
}
