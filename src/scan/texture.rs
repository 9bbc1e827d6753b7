//! Where in a picture something is finely printed in black and white: the places worth a closer look.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "blocks and windows stay inside the picture by the bounds of the loops; sums of squares of bytes over \
              all blocks stay below 2³² for pictures within IMAGE_LIMITS at one 64th of their pixels"
)]

use super::grey::Grey;
use super::order;

/// Upper left corners of the busiest squares of `side` pixels, best first, little overlapping; at most
/// `most`.
pub(super) fn busiest(grey: &Grey, side: usize, most: usize) -> Vec<(usize, usize)> {
    let (columns, rows) = (grey.width / BLOCK, grey.height / BLOCK);
    let window = side / BLOCK;
    if columns <= window || rows <= window {
        return vec![(grey.width.saturating_sub(side) / 2, grey.height.saturating_sub(side) / 2)];
    }
    let stride = columns + 1;
    let mut sums = vec![0_u64; stride * (rows + 1)];
    for row in 0..rows {
        let mut sum = 0;
        for column in 0..columns {
            let contrast = u64::from(contrast(grey, column * BLOCK, row * BLOCK));
            sum += contrast * contrast;
            sums[(row + 1) * stride + column + 1] = sums[row * stride + column + 1] + sum;
        }
    }
    let mut windows: Vec<(u64, usize, usize)> = Vec::new();
    for row in (0..=rows - window).step_by(2) {
        for column in (0..=columns - window).step_by(2) {
            let (above, below) = (row * stride + column, (row + window) * stride + column);
            let sum = sums[below + window] + sums[above] - sums[below] - sums[above + window];
            windows.push((sum, column * BLOCK, row * BLOCK));
        }
    }
    let mut apart: Vec<(usize, usize)> = Vec::new();
    for (_, left, top) in order::sorted(windows, |w| -(w.0 as f32)) {
        if apart.iter().all(|(l, t)| l.abs_diff(left).max(t.abs_diff(top)) > side * 5 / 8) {
            apart.push((left, top));
            if apart.len() == most {
                break;
            }
        }
    }
    apart
}

/// A few modules of a small symbol.
const BLOCK: usize = 8;

/// The range of grey levels in a block, from every second row.
fn contrast(grey: &Grey, left: usize, top: usize) -> u8 {
    let (mut least, mut most) = (u8::MAX, 0);
    for y in (top..top + BLOCK).step_by(2) {
        for &value in &grey.data[y * grey.width + left..][..BLOCK] {
            least = value.min(least);
            most = value.max(most);
        }
    }
    most.saturating_sub(least)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_printed_corner_is_the_busiest() {
        let (width, height) = (640, 480);
        let printed = |x: usize, y: usize| x >= 400 && y >= 300 && (x / 3 + y / 3).is_multiple_of(2);
        let data = (0..width * height).map(|i| if printed(i % width, i / width) { 20 } else { 200 });
        let grey = Grey { width, height, data: data.collect() };
        let (left, top) = busiest(&grey, 128, 3)[0];
        assert!(left >= 380 && top >= 280);
        assert_eq!(busiest(&Grey { width: 5, height: 5, data: vec![0; 25] }, 128, 3), [(0, 0)]);
    }
}
