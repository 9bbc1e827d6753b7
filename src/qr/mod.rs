//! The QR codes that a citizen shows: both citizen cards, health insurance, driver licence.
//!
//! None of them is signed: the best that reading one gives is `wellFormed`. Anyone can print one.

mod bhyt;
mod card;
pub mod findings;
mod framing;
mod licence;
mod payload;
mod reader;

pub use payload::{Charset, Payload};

use serde::Serialize;

use crate::{
    Error, Options,
    finding::Source,
    limits::LIMITS,
    reading::{Assurance, Reading},
    text::ReverseTable,
};

use reader::Reader;

/// What a QR code says: a [`Reading`], and its raw parts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QrReading {
    /// Kind `cccd2021`, `canCuoc2024`, `bhyt`, `bhytOld`, `gplx2025` or `unknown`.
    #[serde(flatten)]
    pub reading: Reading,
    /// The fields as they stand in the code, empty ones in their places.
    pub fields: Vec<String>,
    /// The four fields that the card of 2024 added, raw: their order is not public.
    pub extra: Vec<String>,
    /// How the bytes became text.
    pub charset: Charset,
}

/// Reads the payload of a QR code.
///
/// # Errors
/// `limit.input` above 1 MiB; whatever is wrong with the payload itself is a finding.
pub fn read(payload: Payload<'_>, options: &Options) -> Result<QrReading, Error> {
    read_with(payload, &[], options)
}

/// [`read`], with tables for text that was read in a double-byte encoding ([`text::needs_table`](crate::text::needs_table)).
///
/// # Errors
/// As [`read`].
pub fn read_with(
    payload: Payload<'_>,
    tables: &[ReverseTable],
    options: &Options,
) -> Result<QrReading, Error> {
    LIMITS.check_input(payload.len())?;
    let (text, charset, damage) = payload.into_text(tables);
    let text = text.as_str();
    let mut reader = Reader::new(options.on, tables, damage);
    let read = if text.is_empty() {
        reader.find(findings::EMPTY, "payload");
        Grammar { kind: "unknown", fields: Vec::new(), extra: Vec::new() }
    } else {
        grammar(text, &mut reader)
    };
    let Reader { person, document, mut findings, .. } = reader;
    let broken = findings.iter().any(|finding| finding.severity == crate::Severity::Error);
    let assurance = if broken || read.kind == "unknown" { Assurance::None } else { Assurance::WellFormed };
    for finding in &mut findings {
        finding.source.get_or_insert(Source::Qr);
    }
    let document = (!document.is_empty()).then_some(document);
    let reading = Reading { source: Source::Qr, kind: read.kind, person, findings, assurance, document };
    Ok(QrReading { reading, fields: read.fields, extra: read.extra, charset })
}

/// What a grammar made of the text.
struct Grammar {
    kind: &'static str,
    fields: Vec<String>,
    extra: Vec<String>,
}

/// Chooses the grammar by separator, number of fields and shape; reads it.
fn grammar(text: &str, reader: &mut Reader<'_>) -> Grammar {
    let fields = split(text, '|');
    if let Some(kind) = bhyt::kind(&fields) {
        bhyt::read(kind, &fields, reader);
        return Grammar { kind, fields: owned(&fields), extra: Vec::new() };
    }
    if let Some(kind) = card::kind(&fields) {
        card::read(&fields, reader);
        let extra = fields.get(7..).unwrap_or_default();
        return Grammar { kind, fields: owned(&fields), extra: owned(extra) };
    }
    if let Some(parts) = licence::parts(text) {
        licence::read(&parts, reader);
        return Grammar { kind: "gplx2025", fields: owned(&parts.fields), extra: Vec::new() };
    }
    let separator = if fields.len() == 1 { ';' } else { '|' };
    let kept = split(text, separator);
    let count = text.matches(separator).count().saturating_add(1).to_string();
    let why = if card::resembles(&kept) {
        findings::FIELD_COUNT
    } else if is_web_address(text) {
        findings::WEB_ADDRESS
    } else {
        findings::UNKNOWN
    };
    reader.find_with(why, "payload", "count", count);
    Grammar { kind: "unknown", fields: owned(&kept), extra: Vec::new() }
}

/// No document has more fields; of a text with more the last one holds the rest, so that nothing is lost.
const MOST_FIELDS: usize = 64;

fn split(text: &str, separator: char) -> Vec<&str> {
    text.splitn(MOST_FIELDS, separator).collect()
}

fn owned(fields: &[&str]) -> Vec<String> {
    fields.iter().map(|field| (*field).to_owned()).collect()
}

fn is_web_address(text: &str) -> bool {
    let start = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    start.starts_with("http://") || start.starts_with("https://") || start.starts_with("www.")
}
