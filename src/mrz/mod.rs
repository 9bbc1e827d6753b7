//! The machine-readable zone: TD1 of both citizen cards and of other states, TD3 of passports
//! (ICAO Doc 9303 parts 3–5, eighth edition).
//!
//! A zone is not signed: the best that reading one gives is `wellFormed`.

mod check_digit;
mod clean;
mod consistency;
mod dates;
pub mod findings;
mod layout;
mod mrz_reading;
mod name;
mod read;
mod slips;
mod states;

pub use check_digit::CheckDigit;
pub use mrz_reading::MrzReading;

use crate::{
    Error, Finding, Options,
    finding::Source,
    limits::LIMITS,
    reading::{Assurance, Person, Reading},
};

/// Reads a zone as it is typed, pasted or recognised: small letters, blanks, `‹`, `«` and lost line
/// breaks do not matter.
///
/// # Errors
/// `limit.input` above 1 MiB; whatever is wrong with the zone itself is a finding.
///
/// ```
/// use cancuoc::{Date, Options, identity::Field, mrz};
/// let options = Options::on(Date::from_iso("2026-11-22").ok_or("no day")?);
/// let zone = "IDVNM1999999991001199999999<<2\n9901018F3901016VNM<<<<<<<<<<<8\nNGUYEN<<VAN<A<<<<<<<<<<<<<<<<<";
/// let read = mrz::read(zone, &options)?;
/// assert_eq!(read.reading.kind, "td1Vnm");
/// assert_eq!(read.reading.person.get(Field::Pin), Some("001199999999"));
/// assert_eq!(read.reading.person.get(Field::LatinName), Some("NGUYEN VAN A"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read(text: &str, options: &Options) -> Result<MrzReading, Error> {
    LIMITS.check_input(text.len())?;
    let mut read = match clean::zone(text) {
        Ok(zone) => read::read(&zone, options.on),
        Err(unreadable) => unknown(unreadable),
    };
    for finding in &mut read.reading.findings {
        finding.source.get_or_insert(Source::Mrz);
    }
    Ok(read)
}

/// What is no zone.
fn unknown(unreadable: clean::Unreadable) -> MrzReading {
    let findings: Vec<Finding> = unreadable.findings;
    let reading = Reading {
        source: Source::Mrz,
        kind: "unknown",
        person: Person::default(),
        findings,
        assurance: Assurance::None,
        document: None,
    };
    MrzReading { reading, check_digits: Vec::new(), lines: unreadable.lines, suggestion: None }
}
