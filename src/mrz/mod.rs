//! The machine-readable zone: TD1 of both citizen cards and of other states, TD3 of passports
//! (ICAO Doc 9303 parts 3–5, eighth edition).
//!
//! A zone is not signed: the best that reading one gives is `wellFormed`.

mod check_digit;
mod clean;
mod dates;
pub mod findings;
mod layout;
mod name;
mod read;
mod slips;
mod states;

pub use check_digit::CheckDigit;

use serde::{Serialize, Serializer};

use crate::{
    Error, Finding, Options,
    finding::Source,
    json::by_name,
    limits::LIMITS,
    reading::{Assurance, Person, Reading},
};

/// What a zone says: a [`Reading`], and its check digits.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MrzReading {
    /// Kind `td1Vnm`, `td1`, `td3` or `unknown`.
    #[serde(flatten)]
    pub reading: Reading,
    /// `documentNumber`, `birthDate`, `expiryDate`, `personalNumber` (TD3), `pin` (column 30 of a
    /// Vietnamese card), `composite`.
    #[serde(serialize_with = "by_name")]
    pub check_digits: Vec<(&'static str, CheckDigit)>,
    /// The zone as it was understood, one line each: capitals, no blanks.
    pub lines: Vec<String>,
    /// The lines with the one character replaced that makes every digit agree; never applied.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "in_lines")]
    pub suggestion: Option<Vec<String>>,
}

fn in_lines<S: Serializer>(suggestion: &Option<Vec<String>>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&suggestion.as_deref().unwrap_or_default().join("\n"))
}

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
