//! From the chances of the signs to what is sure, and what is to be asked.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "places of a zone of fixed size; floating point"
)]

use super::grid::Grid;
use super::layout::layouts;
use super::model::NONE;
use super::reading::{Reading, Rule};
use super::trellis::{Likelihood, Posterior, posterior};
use super::zone::ScannedZone;

/// A zone with what its findings need.
pub(super) struct Verdict {
    pub(super) zone: ScannedZone,
    /// Its digits do not agree, and each sign is clear.
    pub(super) contradicts: bool,
    /// A run of places in which there is no glyph.
    pub(super) hidden: Option<(usize, usize)>,
    /// How much better than any signs the layouts explain what was seen.
    pub(super) evidence: f64,
    /// The least sure places, for tuning.
    pub(super) wrong: f64,
}

/// `None` when no layout explains the grid.
pub(super) fn verdict(grid: &Grid) -> Option<Verdict> {
    let (format, cells) = (grid.format.size(), &grid.cells);
    let seen: Vec<Likelihood> = cells.iter().map(|cell| likelihood(&cell.chances)).collect();
    let layouts = layouts(grid.format);
    let posteriors: Vec<Posterior> = layouts.iter().map(|layout| posterior(layout, &seen)).collect();
    let most = posteriors.iter().map(|p| p.evidence).fold(f64::MIN, f64::max);
    let any: f64 = seen.iter().map(|s| f64::from(s.iter().sum::<f32>() / 37.0).ln()).sum();
    let evidence = most - any;
    if evidence < EXPLAINED * cells.len() as f64 || grid.filled < FILLED {
        return None;
    }
    let fits = grid.error < ERROR && grid.filled > WHOLE;
    let columns = format.1;
    let read: Vec<_> = layouts.iter().zip(&posteriors).collect();
    let (checked, printed): (Vec<_>, Vec<_>) = read.iter().copied().partition(|(_, p)| p.checked);
    let reading = Reading::new(&checked, cells, &seen, columns, &SURE)?;
    // Digits that disagree with clear signs: what stands there, not what the digits would have.
    let as_printed = (!reading.is_sure())
        .then(|| Reading::new(&printed, cells, &seen, columns, &PRINTED))
        .flatten()
        .filter(|printed| printed.is_sure() && fits);
    let contradicts = as_printed.is_some();
    let mut reading = as_printed.unwrap_or(reading);
    let sure = reading.is_sure() && fits;
    if !sure {
        reading.asks();
    }
    let lines: Vec<String> = reading.signs.chunks(columns).map(|line| line.iter().collect()).collect();
    let text = sure.then(|| lines.join("\n"));
    let corners = grid.corners.map(|p| (p.x, p.y));
    let zone = ScannedZone { text, lines, unsure: reading.unsure, format: grid.format, corners };
    Some(Verdict { zone, contradicts, hidden: hidden(grid), evidence, wrong: reading.wrong })
}

/// How well each sign explains a cell. Dirt and fingers show anything, so no sign is ever impossible.
fn likelihood(chances: &[f32; NONE + 1]) -> Likelihood {
    let any = (chances[NONE] + DIRT) / 37.0;
    core::array::from_fn(|sign| (1.0 - DIRT) * chances[sign] + any)
}

/// The first place of a run of places without a glyph, line and column from 0.
fn hidden(grid: &Grid) -> Option<(usize, usize)> {
    let (rows, columns) = grid.format.size();
    (0..rows).find_map(|row| {
        let empty = |at: usize| grid.cells[row * columns + at].glyph() < 0.3;
        (0..=columns - RUN).find(|from| (*from..from + RUN).all(empty)).map(|from| (row, from))
    })
}

/// Of places so many that something else lies over them, whatever the model says.
const DIRT: f32 = 0.001;
/// Logarithms a place by which layouts must explain better than any signs.
const EXPLAINED: f64 = 0.35;
/// The mean chance of glyphs in a zone, and in one that may be sure.
const FILLED: f32 = 0.55;
const WHOLE: f32 = 0.8;
/// Not the contrary in its own cell where digits protect a sign, and clear in it where none does.
const SURE: Rule = Rule { protected: 0.97, alone: 0.92, own_protected: 0.007, own_alone: 0.85 };
/// Digits that disagree say that something is wrong: then each sign must be clear by itself.
const PRINTED: Rule = Rule { protected: 0.98, alone: 0.98, own_protected: 0.98, own_alone: 0.98 };
/// Pitches between glyphs and cells, on average.
const ERROR: f32 = 0.12;
/// So many places in a row without a glyph are covered.
const RUN: usize = 4;

#[cfg(test)]
mod tests {
    use super::super::cells::Cell;
    use super::super::model::SIGNS;
    use super::super::zone::Format;
    use super::*;
    use crate::scan::point::Point;

    const ZONE: [&str; 3] = [
        "IDVNM1999999991001199999999<<2",
        "9901018F3901016VNM<<<<<<<<<<<8",
        "NGUYEN<<VAN<A<<<<<<<<<<<<<<<<<",
    ];

    /// A grid whose cells are as clear as this.
    fn grid(lines: &[&str], clear: f32) -> Grid {
        let cell = |sign: u8| {
            let mut chances = [(1.0 - clear) / 37.0; NONE + 1];
            chances[place_of(sign)] = clear;
            Cell { chances, place: Point::default() }
        };
        let cells = lines.iter().flat_map(|line| line.bytes().map(cell)).collect();
        Grid {
            format: Format::Td1,
            cells,
            corners: [Point::default(); 4],
            pitch: 12.0,
            error: 0.03,
            filled: 0.99,
        }
    }

    fn place_of(sign: u8) -> usize {
        SIGNS.iter().position(|s| *s == sign).unwrap()
    }

    #[test]
    fn a_clear_zone_is_sure() {
        let read = verdict(&grid(&ZONE, 0.99)).unwrap();
        assert_eq!(read.zone.text.as_deref(), Some(ZONE.join("\n").as_str()));
        assert!(read.zone.unsure.is_empty() && !read.contradicts && read.hidden.is_none());
    }

    #[test]
    fn a_covered_digit_is_known_by_what_checks_it() {
        let mut grid = grid(&ZONE, 0.99);
        grid.cells[7].chances = [1.0 / 38.0; NONE + 1];
        assert_eq!(verdict(&grid).unwrap().zone.text, Some(ZONE.join("\n")));
    }

    #[test]
    fn clear_signs_are_returned_as_printed_though_their_digits_disagree() {
        let printed = [ZONE[0], "9901018F3901017VNM<<<<<<<<<<<8", ZONE[2]];
        let read = verdict(&grid(&printed, 0.999)).unwrap();
        assert_eq!(read.zone.text, Some(printed.join("\n")));
        assert!(read.contradicts);
    }

    #[test]
    fn a_letter_of_a_name_that_may_be_another_is_asked_for() {
        let mut grid = grid(&ZONE, 0.99);
        let cell = &mut grid.cells[64].chances;
        (cell[place_of(b'E')], cell[place_of(b'F')]) = (0.7, 0.29);
        let read = verdict(&grid).unwrap();
        assert_eq!(read.zone.text, None);
        assert_eq!(read.zone.lines[2], "NGUY?N<<VAN<A<<<<<<<<<<<<<<<<<");
        let [place] = read.zone.unsure.as_slice() else { panic!("one place") };
        assert_eq!((place.line, place.column, place.likely.as_slice()), (3, 5, ['E', 'F'].as_slice()));
    }

    #[test]
    fn covered_places_of_a_line_are_told() {
        let mut grid = grid(&ZONE, 0.99);
        for cell in &mut grid.cells[60..66] {
            cell.chances = [0.001; NONE + 1];
            cell.chances[NONE] = 0.96;
        }
        let read = verdict(&grid).unwrap();
        assert_eq!((read.hidden, read.zone.text), (Some((2, 0)), None));
    }

    #[test]
    fn signs_that_are_no_zone_are_none() {
        let lines = ["KRTWA99ZZPPQLS88DD77FF66GGHHJJ"; 3];
        assert!(verdict(&grid(&lines, 0.99)).is_none());
    }
}
