//! Eight grey levels at once in a word of 64 bits: four of them in lanes of 16 bits, then the four between them. The
//! modules do without SIMD128 (see `docs/scan.md`), and this is most of what it would gain.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "no lane goes below 0 or above 2¹⁶ − 1 by the weights that are said with each sum; rows are as long as \
              what is made of them"
)]

/// 1 in each lane.
pub(super) const ONES: u64 = 0x0001_0001_0001_0001;
/// A byte in each lane.
pub(super) const BYTES: u64 = 255 * ONES;

/// Each level of `out` from those at its place in all `rows`, by a sum over lanes that leaves a byte in each.
#[inline]
pub(super) fn map<const N: usize>(rows: [&[u8]; N], out: &mut [u8], sum: impl Fn([u64; N]) -> u64) {
    let whole = out.len() / 8 * 8;
    for (eight, start) in out.chunks_exact_mut(8).zip((0..whole).step_by(8)) {
        let words = rows.map(|row| word(&row[start..start + 8]));
        let even = sum(words.map(|word| word & BYTES));
        let odd = sum(words.map(|word| (word >> 8) & BYTES));
        eight.copy_from_slice(&(even | odd << 8).to_le_bytes());
    }
    for (place, level) in out.iter_mut().enumerate().skip(whole) {
        *level = sum(rows.map(|row| u64::from(row[place]))) as u8;
    }
}

/// The same with two levels for each place, one after the other.
#[inline]
pub(super) fn map_twice<const N: usize>(
    rows: [&[u8]; N],
    out: &mut [u8],
    sums: impl Fn([u64; N]) -> (u64, u64),
) {
    let whole = out.len() / 16 * 8;
    let pair = |lanes: [u64; N]| {
        let (first, second) = sums(lanes);
        first | second << 8
    };
    for (sixteen, start) in out.chunks_exact_mut(16).zip((0..whole).step_by(8)) {
        let words = rows.map(|row| word(&row[start..start + 8]));
        let even = pair(words.map(|word| word & BYTES));
        let odd = pair(words.map(|word| (word >> 8) & BYTES));
        let low = apart(even as u32) | apart(odd as u32) << 16;
        let high = apart((even >> 32) as u32) | apart((odd >> 32) as u32) << 16;
        sixteen[..8].copy_from_slice(&low.to_le_bytes());
        sixteen[8..].copy_from_slice(&high.to_le_bytes());
    }
    for (place, two) in out.chunks_exact_mut(2).enumerate().skip(whole) {
        two.copy_from_slice(&(pair(rows.map(|row| u64::from(row[place]))) as u16).to_le_bytes());
    }
}

/// Each level of `out` from two beside each other in both rows, the means of four.
#[inline]
pub(super) fn halve(upper: &[u8], lower: &[u8], out: &mut [u8]) {
    let mean = |upper: u64, lower: u64| {
        let sum = (upper & BYTES) + (upper >> 8 & BYTES) + (lower & BYTES) + (lower >> 8 & BYTES);
        (sum + 2 * ONES) >> 2 & BYTES
    };
    let whole = out.len() / 4 * 4;
    for (four, start) in out.chunks_exact_mut(4).zip((0..2 * whole).step_by(8)) {
        let means = mean(word(&upper[start..start + 8]), word(&lower[start..start + 8]));
        // From the lanes together: 16 bits of every 32, then 32 of the 64.
        let means = (means | means >> 8) & 0x0000_FFFF_0000_FFFF;
        four.copy_from_slice(&((means | means >> 16) as u32).to_le_bytes());
    }
    for (x, level) in out.iter_mut().enumerate().skip(whole) {
        let two = |row: &[u8]| u64::from(row[2 * x]) | u64::from(row[2 * x + 1]) << 8;
        *level = mean(two(upper), two(lower)) as u8;
    }
}

/// Each lane less `offset`, as a byte: 0 below, 255 above. Lanes and offset are below 2¹⁵ − 256.
#[inline]
pub(super) fn byte_above(lanes: u64, offset: u64) -> u64 {
    let raised = lanes + (0x8000 - offset) * ONES;
    let above = raised >> 15 & ONES;
    let kept = raised & (0x7FFF * ONES) & every_bit(above);
    let beyond = (kept + 0x7F00 * ONES) >> 15 & ONES;
    (kept | ((beyond << 8) - beyond)) & BYTES
}

/// All bits of the lanes that hold 1.
#[inline]
fn every_bit(ones: u64) -> u64 {
    (ones << 16).wrapping_sub(ones)
}

/// Eight levels, the first one lowest.
#[inline]
pub(super) fn word(levels: &[u8]) -> u64 {
    <[u8; 8]>::try_from(levels).map_or(0, u64::from_le_bytes)
}

/// Two lanes, moved to the first and the third.
#[inline]
fn apart(two: u32) -> u64 {
    let two = u64::from(two);
    (two | two << 16) & 0x0000_FFFF_0000_FFFF
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lane_less_an_offset_is_a_byte_whatever_its_neighbours_are() {
        for offset in [0, 24, 384] {
            for lane in (0..1_100_u64).chain([32_511 - 384]) {
                let expected = lane.saturating_sub(offset).min(255);
                let lanes = lane | 1_023 << 16 | lane << 32 | lane << 48;
                let other = (1_023 - offset).min(255);
                let expected = expected | other << 16 | expected << 32 | expected << 48;
                assert_eq!(byte_above(lanes, offset), expected, "{lane} less {offset}");
            }
        }
    }

    #[test]
    fn what_a_word_gives_is_what_single_levels_give() {
        let row: Vec<u8> = (0..29_u8).map(|i| i.wrapping_mul(37)).collect();
        for length in 0..=row.len() {
            let mut out = vec![0; length];
            map([&row[..length]], &mut out, |[level]| BYTES - level);
            assert!(out.iter().zip(&row).all(|(out, level)| *out == 255 - level));
            let mut out = vec![0; 2 * length];
            map_twice([&row[..length]], &mut out, |[level]| (level, BYTES - level));
            let both: Vec<u8> = row[..length].iter().flat_map(|level| [*level, 255 - level]).collect();
            assert_eq!(out, both);
            let mut out = vec![0; length / 2];
            halve(&row, &row[..length], &mut out);
            let mean = |x: usize| (u16::from(row[x]) + u16::from(row[x + 1])).div_ceil(2) as u8;
            assert!(out.iter().enumerate().all(|(x, out)| *out == mean(2 * x)));
        }
    }
}
