//! Lines through a finder pattern: 1:1:3:1:1 in every direction (ISO/IEC 18004:2015, 6.3.3 and 12 b).
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "positions lie inside the picture, below its width and height; runs sum to at most the width"
)]

use super::bits::Bits;
use super::point::Point;

/// Whether five runs stand 1:1:3:1:1. Sums of neighbouring runs are judged first, because too much or too
/// little ink moves both edges of a run and leaves the sums.
pub(super) fn is_finder_line(runs: &[f32; 5]) -> bool {
    let [a, b, c, d, e] = *runs;
    let module = (a + b + c + d + e) / 7.0;
    if module < 0.95 {
        return false;
    }
    let slack = (0.75 * module).max(1.1);
    let near = |sum: f32, modules: f32| (sum - modules * module).abs() <= slack;
    near(a + b, 2.0)
        && near(d + e, 2.0)
        && near(b + c, 4.0)
        && near(c + d, 4.0)
        && c >= 1.5 * module
        && c <= 4.6 * module
        && [a, b, d, e].iter().all(|run| *run >= 0.25 * module && *run <= 2.2 * module)
}

/// The middle and length of the finder line through `centre` along an axis.
pub(super) fn crossing(bits: &Bits, centre: Point, axis: Axis, about: f32) -> Option<(f32, f32)> {
    let (x, y) = (centre.x as usize, centre.y as usize);
    let (position, length) = match axis {
        Axis::Across => (x, bits.width),
        Axis::Down => (y, bits.height),
    };
    let longest = (about * 2.2) as usize + 3;
    let at = |position: usize| match axis {
        Axis::Across => bits.at(position, y),
        Axis::Down => bits.at(x, position),
    };
    let own = at(position);
    let back = side((0..position).rev().take(longest).map(at), own)?;
    let ahead = side((position + 1..length).take(longest).map(at), own)?;
    let runs = [back[2], back[1], back[0] + 1.0 + ahead[0], ahead[1], ahead[2]];
    if !is_finder_line(&runs) {
        return None;
    }
    let low = position as f32 - back[0];
    let high = position as f32 + 1.0 + ahead[0];
    Some(((low + high) / 2.0, runs.iter().sum()))
}

/// Half the middle run, a light one and a dark one, from the centre outwards.
fn side(pixels: impl Iterator<Item = u8>, own: u8) -> Option<[f32; 3]> {
    let mut changes = [0; 3];
    let (mut run, mut colour, mut passed) = (0, own, 0_u16);
    for next in pixels {
        if next != colour {
            colour = next;
            changes[run] = passed;
            run += 1;
            if run == 3 {
                break;
            }
        }
        passed += 1;
    }
    // The picture's edge may end the outer run, nothing else may.
    if run == 2 {
        changes[2] = passed;
    }
    let [first, second, third] = changes.map(f32::from);
    (run >= 2).then_some([first, second - first, third - second])
}

/// Of a line through a finder pattern.
#[derive(Clone, Copy)]
pub(super) enum Axis {
    Across,
    Down,
}
