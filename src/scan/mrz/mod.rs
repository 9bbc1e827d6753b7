//! A picture in, the machine-readable zone of a card or a passport out (ICAO Doc 9303 parts 3 to 5).
//!
//! A small model looks at cells: which sign, or none, and where its middle lies. By its eye lines of signs are
//! followed, and a grid is fitted. Nothing is made black and white but to find where to look. The check digits are
//! used as a code: they say how sure each sign is, and never change one that is clearly printed. `docs/scan-mrz.md`
//! has the recipe and the measurements. What a zone means is judged by [`mrz::read`](crate::mrz::read) alone.

mod cells;
mod chains;
mod curve;
mod grid;
mod ink;
mod layout;
mod lines;
mod median;
mod model;
mod reading;
mod search;
mod trellis;
mod verdict;
mod zone;

pub use zone::{Format, MrzScan, ScannedZone, UnsurePlace};

use super::budget::Budget;
use super::image::Image;
use super::{Effort, findings};
use crate::Finding;
use crate::finding::Code;
use cells::Eye;
use verdict::Verdict;

/// Finds and reads the zone of a picture: of several the one that is read best.
///
/// The same picture and effort give the same result. Nothing found is an [`MrzScan`] without zones and with
/// findings that say what hindered.
pub fn scan_mrz(image: &Image<'_>, effort: Effort) -> MrzScan {
    let step = effort.step(image);
    let budget = Budget::new(effort.units());
    let eye = image.grey(step).and_then(|grey| Eye::new(grey, budget));
    let Some(mut eye) = eye else {
        return MrzScan { findings: vec![finding(findings::MRZ_NOT_FOUND, "image")], ..MrzScan::default() };
    };
    let found = search::search(&mut eye);
    let work = eye.budget.spent();
    let Some((verdict, pitch)) = found else {
        return MrzScan {
            zones: Vec::new(),
            findings: vec![finding(findings::MRZ_NOT_FOUND, "image")],
            work,
        };
    };
    let findings = conclude(&verdict, pitch);
    let mut zone = verdict.zone;
    let factor = u16::try_from(step).map_or(1.0, f32::from);
    for corner in &mut zone.corners {
        *corner = (corner.0 * factor, corner.1 * factor);
    }
    MrzScan { zones: vec![zone], findings, work }
}

/// What is to be said of a zone that was found.
fn conclude(verdict: &Verdict, pitch: f32) -> Vec<Finding> {
    let mut found = Vec::new();
    if verdict.contradicts {
        found.push(finding(findings::MRZ_CONTRADICTS, "lines"));
    }
    if verdict.zone.text.is_none() {
        let place = verdict.zone.unsure.first();
        let path = place.map_or_else(|| "lines".to_owned(), |p| format!("line{}[{}]", p.line, p.column));
        found.push(finding(findings::MRZ_UNSURE, &path));
        if let Some((row, column)) = verdict.hidden {
            let path = format!("line{}[{}]", row.saturating_add(1), column.saturating_add(1));
            found.push(finding(findings::MRZ_PARTLY_HIDDEN, &path));
        }
        if pitch < SMALL {
            found.push(finding(findings::MRZ_TOO_SMALL, "image"));
        }
    }
    found
}

fn finding(code: &'static Code, path: &str) -> Finding {
    Finding::new(code, path)
}

/// Pixels a sign below which a zone is called too small.
const SMALL: f32 = 7.0;
