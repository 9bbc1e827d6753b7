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
    let longest = (about * 2.2) as usize + 3;
    let own = bits.at(x, y);
    let (position, back, ahead) = match axis {
        Axis::Across => {
            let ahead = (bits.width - 1 - x).min(longest);
            let back = side(own, x.min(longest), |step| bits.at(x - step, y))?;
            (x, back, side(own, ahead, |step| bits.at(x + step, y))?)
        }
        Axis::Down => {
            let ahead = (bits.height - 1 - y).min(longest);
            let back = side(own, y.min(longest), |step| bits.at(x, y - step))?;
            (y, back, side(own, ahead, |step| bits.at(x, y + step))?)
        }
    };
    let runs = [back[2], back[1], back[0] + 1.0 + ahead[0], ahead[1], ahead[2]];
    if !is_finder_line(&runs) {
        return None;
    }
    let low = position as f32 - back[0];
    let high = position as f32 + 1.0 + ahead[0];
    Some(((low + high) / 2.0, runs.iter().sum()))
}

/// Half the middle run, a light one and a dark one, from the centre outwards, in at most so many steps.
#[inline(always)]
fn side(own: u8, most: usize, at: impl Fn(usize) -> u8) -> Option<[f32; 3]> {
    let mut changes = [0_u16; 3];
    let (mut run, mut colour) = (0, own);
    for step in 1..=most {
        let next = at(step);
        if next != colour {
            colour = next;
            changes[run] = step as u16 - 1;
            run += 1;
            if run == 3 {
                break;
            }
        }
    }
    // The picture's edge may end the outer run, nothing else may.
    if run == 2 {
        changes[2] = most as u16;
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
