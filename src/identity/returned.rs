use crate::finding::Notes;
use crate::json::Value;
use crate::limits::LIMITS;
use crate::reading::{Assurance, Person, Reading, findings, path, well_formed};
use crate::text::clean;
use crate::{Error, Options, Severity, Source};
use serde::Deserialize;

use super::{Identity, reconcile};

/// [`reconcile`] for readings that a caller hands back. What is no reading is left out, with a finding.
///
/// # Errors
/// `input.type` when it is no list; `limit.input` as of [`reconcile`].
pub fn reconcile_returned(given: Value, options: &Options) -> Result<Identity, Error> {
    let Value::Array(given) = given else { return Err(Error::new("input.type", "the readings are a list")) };
    if given.len() > LIMITS.readings {
        return Err(Error::limit("readings", LIMITS.readings));
    }
    // Before anything is made of them.
    let too_many = |reading: &Value| {
        let findings = reading.get("findings").and_then(Value::as_array);
        findings.is_some_and(|findings| findings.len() > LIMITS.findings)
    };
    if given.iter().any(too_many) {
        return Err(Error::limit("findings of a reading", LIMITS.findings));
    }
    let texts = given.iter().filter_map(|reading| reading.get("person")?.as_object()).flatten();
    let lengths = texts.filter_map(|(_, value)| value.as_str()).map(|text| text.chars().take(LIMITS.value));
    if lengths.map(Iterator::count).fold(0, usize::saturating_add) > LIMITS.values {
        return Err(Error::limit("all values together, characters", LIMITS.values));
    }
    let count = given.len();
    let readings: Vec<Reading> =
        given.into_iter().filter_map(|reading| Reading::deserialize(reading).ok()).map(capped).collect();
    let mut identity = reconcile(&readings, options)?;
    if readings.len() < count {
        identity.findings.note(findings::READING_UNUSABLE, "readings");
    }
    Ok(identity)
}

/// Readings are the caller's own objects and carry no proof: what they claim is capped by what their source can give
/// (a QR or an MRZ `wellFormed`, typed nothing; a chip what `readChip` said), a reading with an error has no assurance,
/// and a value that cannot be what its field says is left out with a finding. Who must be sure that a chip was read
/// calls `readChip` with its files.
fn capped(mut reading: Reading) -> Reading {
    let given = std::mem::take(&mut reading.person);
    let mut person = Person::default();
    for (field, text) in given.iter() {
        // No card holds so much: what is longer is not even looked at.
        if text.chars().nth(LIMITS.value).is_some() {
            reading.findings.note(findings::VALUE_UNUSABLE, &path(field));
            continue;
        }
        let text = clean(text);
        match well_formed(field, &text) {
            Ok(value) => person.set(field, value),
            Err(_) if text.is_empty() => {}
            Err(_) => reading.findings.note(findings::VALUE_UNUSABLE, &path(field)),
        }
    }
    reading.person = person;
    for finding in &mut reading.findings {
        finding.source.get_or_insert(reading.source);
    }
    let broken = reading.findings.iter().any(|finding| finding.severity == Severity::Error);
    let cap = match reading.source {
        Source::Typed | Source::Account => Assurance::None,
        Source::Qr | Source::Mrz if broken => Assurance::None,
        Source::Qr | Source::Mrz => Assurance::WellFormed,
        Source::Chip => Assurance::Genuine,
    };
    reading.assurance = reading.assurance.min(cap);
    reading
}
