use crate::{Error, Finding, Options, Severity, finding::Notes, json::Value};

use super::{
    Assurance, Field, Identity, LIMITS, Person, Reading, Source, checks::path, findings, reconcile, typed,
};

/// [`reconcile`] for readings that come back from JavaScript: a list of them. What is no reading is left
/// out, with a finding.
///
/// # Errors
/// `input.type` when it is no list; `limit.input` for more than 64 readings or a value above 1 MiB.
pub fn reconcile_json(readings: &Value, options: &Options) -> Result<Identity, Error> {
    let list = readings.as_array().ok_or_else(|| Error::new("input.type", "the readings are a list"))?;
    if list.len() > LIMITS.readings {
        return Err(Error::limit("readings", LIMITS.readings));
    }
    for person in list.iter().filter_map(|reading| reading.get("person")?.as_object()) {
        for text in person.iter().filter_map(|(_, value)| value.as_str()) {
            LIMITS.check_input(text.len())?;
        }
    }
    let parsed: Vec<Option<Reading>> = list.iter().map(Reading::from_json).collect();
    let unusable = parsed.contains(&None);
    let readings: Vec<Reading> = parsed.into_iter().flatten().collect();
    let mut identity = reconcile(&readings, options)?;
    if unusable {
        identity.findings.note(findings::READING_UNUSABLE, "readings");
    }
    Ok(identity)
}

impl Reading {
    /// A reading that JavaScript hands back; `None` when it is none.
    ///
    /// Readings are the caller's own objects and carry no proof: what they claim is capped by what their
    /// source can give (a QR or an MRZ `wellFormed`, typed nothing; a chip what `readChip` said), a reading
    /// with an error has no assurance, and a value that cannot be what its field says is left out with a
    /// finding. Who must be sure that a chip was read calls `readChip` with its files.
    pub fn from_json(value: &Value) -> Option<Self> {
        let text = |name: &str| value.get(name).and_then(Value::as_str);
        let source = Source::from_name(text("source")?)?;
        let members = value.get("person").and_then(Value::as_object)?;
        let mut person = Person::default();
        let mut found: Vec<Finding> = value
            .get("findings")
            .and_then(Value::as_array)
            .unwrap_or_default()
            .iter()
            .take(LIMITS.findings)
            .filter_map(Finding::from_json)
            .collect();
        for (name, value) in members {
            let (Some(field), Some(text)) = (Field::from_name(name), value.as_str()) else { continue };
            let text = typed::tidy(text);
            match typed::well_formed(field, &text) {
                Ok(value) => person.set(field, value),
                Err(_) if text.is_empty() => {}
                Err(_) => found.note(findings::VALUE_UNUSABLE, &path(field)),
            }
        }
        for finding in &mut found {
            finding.source.get_or_insert(source);
        }
        let claimed = text("assurance").and_then(Assurance::from_name).unwrap_or(Assurance::None);
        let broken = found.iter().any(|finding| finding.severity == Severity::Error);
        let cap = match source {
            Source::Typed => Assurance::None,
            Source::Qr | Source::Mrz if broken => Assurance::None,
            Source::Qr | Source::Mrz => Assurance::WellFormed,
            Source::Chip => Assurance::Genuine,
        };
        let kind = KINDS.iter().find(|kind| Some(**kind) == text("kind")).copied().unwrap_or("unknown");
        Some(Self { source, kind, person, findings: found, assurance: claimed.min(cap) })
    }
}

/// The kinds that this version makes.
const KINDS: [&str; 11] = [
    "cccd2021",
    "canCuoc2024",
    "bhyt",
    "bhytOld",
    "gplx2025",
    "td1Vnm",
    "td1",
    "td3",
    "typed",
    "chip",
    "unknown",
];
