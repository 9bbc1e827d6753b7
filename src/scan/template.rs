//! What a version fixes before anything is read: the modules whose colour is known, and the order in which
//! the others carry codewords.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "all indices are row * size + column with both below the size of the version (at most 177)"
)]

use super::version::Version;

/// A symbol of one version with nothing in it.
#[derive(Clone, Debug)]
pub(super) struct Template {
    pub(super) version: Version,
    /// Modules a side.
    pub(super) size: usize,
    /// Row by row: 1 dark, −1 light, 0 not fixed by the version.
    pub(super) known: Vec<i8>,
    /// Centres of the fixed modules, in modules, and their sign (1 dark, −1 light).
    pub(super) points: Vec<(f32, f32, f32)>,
    /// Centre modules (column, row) of the alignment patterns.
    pub(super) alignment: Vec<(usize, usize)>,
    /// Modules of the encoding region in the order of placement (ISO/IEC 18004:2015, 7.7.3).
    pub(super) data: Vec<u32>,
}

impl Template {
    pub(super) fn new(version: Version) -> Self {
        let size = version.size();
        let mut draft = Draft { size, known: vec![0; size * size], reserved: vec![false; size * size] };
        draft.timing();
        draft.finders();
        let alignment = draft.alignment(version);
        draft.format_and_version(version);
        let points = draft.points();
        let data = draft.placement();
        Self { version, size, known: draft.known, points, alignment, data }
    }

    /// Whole codewords in the encoding region.
    pub(super) fn codewords(&self) -> usize {
        self.data.len() / 8
    }
}

struct Draft {
    size: usize,
    known: Vec<i8>,
    reserved: Vec<bool>,
}

impl Draft {
    fn set(&mut self, x: usize, y: usize, sign: i8) {
        self.known[y * self.size + x] = sign;
        self.reserved[y * self.size + x] = true;
    }

    /// 6.3.5: alternating modules in row and column 6.
    fn timing(&mut self) {
        for i in 0..self.size {
            let sign = if i % 2 == 0 { 1 } else { -1 };
            self.set(i, 6, sign);
            self.set(6, i, sign);
        }
    }

    /// 6.3.3, 6.3.4: concentric squares, and separators around them.
    fn finders(&mut self) {
        let last = self.size - 7;
        for (left, top) in [(0, 0), (last, 0), (0, last)] {
            for dy in 0..9_usize {
                for dx in 0..9_usize {
                    let (Some(x), Some(y)) = ((left + dx).checked_sub(1), (top + dy).checked_sub(1)) else {
                        continue;
                    };
                    if x < self.size && y < self.size {
                        let ring = dx.abs_diff(4).max(dy.abs_diff(4));
                        self.set(x, y, if ring == 2 || ring == 4 { -1 } else { 1 });
                    }
                }
            }
        }
    }

    /// 6.3.6: everywhere on the lattice but under the finders.
    fn alignment(&mut self, version: Version) -> Vec<(usize, usize)> {
        let centres = version.alignment();
        let last = centres.len().saturating_sub(1);
        let mut placed = Vec::new();
        for (row, &y) in centres.iter().enumerate() {
            for (column, &x) in centres.iter().enumerate() {
                if [(0, 0), (0, last), (last, 0)].contains(&(row, column)) {
                    continue;
                }
                placed.push((x, y));
                for dy in 0..5_usize {
                    for dx in 0..5_usize {
                        let ring = dx.abs_diff(2).max(dy.abs_diff(2));
                        self.set(x + dx - 2, y + dy - 2, if ring == 1 { -1 } else { 1 });
                    }
                }
            }
        }
        placed
    }

    /// 7.9, 7.10: the areas of the format information (unknown), the dark module, the version information.
    fn format_and_version(&mut self, version: Version) {
        let size = self.size;
        for i in 0..9 {
            self.reserved[8 * size + i] = true;
            self.reserved[i * size + 8] = true;
        }
        for i in size - 8..size {
            self.reserved[8 * size + i] = true;
            self.reserved[i * size + 8] = true;
        }
        self.set(8, size - 8, 1);
        if let Some(bits) = version_information(version) {
            for i in 0..18 {
                let sign = if bits >> i & 1 == 1 { 1 } else { -1 };
                let (long, short) = (size - 11 + i % 3, i / 3);
                self.set(long, short, sign);
                self.set(short, long, sign);
            }
        }
    }

    fn points(&self) -> Vec<(f32, f32, f32)> {
        let at = |i: usize| ((i % self.size) as f32 + 0.5, (i / self.size) as f32 + 0.5);
        let fixed = self.known.iter().enumerate().filter(|(_, sign)| **sign != 0);
        fixed.map(|(i, &sign)| (at(i).0, at(i).1, f32::from(sign))).collect()
    }

    /// 7.7.3: two columns at a time from the right, upwards and downwards in turn, skipping column 6.
    fn placement(&self) -> Vec<u32> {
        let size = self.size;
        let mut order = Vec::with_capacity(size * size);
        let mut upwards = true;
        let pairs = (0..6).step_by(2).chain((7..size).step_by(2)).rev();
        for left in pairs {
            for step in 0..size {
                let y = if upwards { size - 1 - step } else { step };
                for x in [left + 1, left] {
                    if !self.reserved[y * size + x] {
                        order.push((y * size + x) as u32);
                    }
                }
            }
            upwards = !upwards;
        }
        order
    }
}

/// 18 bits, from version 7 on: six bits of the number and the (18, 6) Golay code (annex D).
fn version_information(version: Version) -> Option<u32> {
    let number = u32::from(version.number());
    if number < 7 {
        return None;
    }
    let remainder = (0..12).fold(number, |rest, _| (rest << 1) ^ ((rest >> 11) * 0x1F25));
    Some(number << 12 | remainder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_capacities_are_those_of_table_1() {
        // ISO/IEC 18004:2015, table 1: codewords of versions 1, 2, 7, 14, 40.
        for (number, codewords) in [(1, 26), (2, 44), (7, 196), (14, 581), (40, 3706)] {
            assert_eq!(Template::new(Version::new(number).unwrap()).codewords(), codewords);
        }
    }

    #[test]
    fn the_version_information_of_version_7_is_that_of_annex_d() {
        assert_eq!(version_information(Version::new(7).unwrap()), Some(0x07C94));
        assert_eq!(version_information(Version::new(6).unwrap()), None);
    }
}
