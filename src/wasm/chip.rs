//! `cancuoc/chip`.
//!
//! Many byte strings cross as one: `bytes` holds them one after another, and `layout` says of each, in the
//! same order, what it is ([`part`]) and how long. Texts are among them, so that no JSON is read here; and
//! the answer holds no other numbers than counts, so that the digits of fractions stay out of this module.

use std::fmt::Write;

use wasm_bindgen::prelude::*;

use super::border;
use crate::Error;
use crate::chip::time::Moment;
use crate::chip::{self, ActiveEvidence, ChipEvidence, Files, Leniency, Policy, Trust};
use crate::json::Value;

/// `readChip`; `portrait` comes as offset and length within DG2.
#[wasm_bindgen(js_name = readChip)]
pub fn read_chip(bytes: &[u8], layout: &[u32]) -> Result<String, JsValue> {
    let read = || {
        let input = Input::take_apart(bytes, layout)?;
        let options = border::day_and_locale(input.on, input.locale)?;
        chip::read_chip(&Files::new(input.files)?, &input.trust, &options)
            .map(|reading| text(&reading.to_json(options.locale)))
    };
    read().map_err(border::thrown)
}

/// `describeTrust`: what a file holds that somebody wants to trust.
#[wasm_bindgen(js_name = describeTrust)]
pub fn describe_trust(bytes: &[u8]) -> String {
    text(&chip::describe_trust(bytes))
}

/// What a part of the input is; the same numbers stand in `npm/chip.js`. Where two belong together the
/// second follows the first.
mod part {
    /// `options.on`, `options.locale`
    pub(super) const ON: u32 = 0;
    pub(super) const LOCALE: u32 = 1;
    /// Name and content.
    pub(super) const FILE: u32 = 2;
    pub(super) const ANCHOR: u32 = 3;
    /// List and anchor.
    pub(super) const MASTER_LIST: u32 = 4;
    pub(super) const REVOCATION_LIST: u32 = 5;
    /// Challenge and response.
    pub(super) const ACTIVE: u32 = 6;
    /// The terminal's private key and the response.
    pub(super) const AGREEMENT: u32 = 7;
    /// In decimal digits.
    pub(super) const KEY_ID: u32 = 8;
    /// Mapping key and chip authentication data.
    pub(super) const MAPPING: u32 = 9;
    pub(super) const AT: u32 = 10;
    /// Name and word.
    pub(super) const POLICY: u32 = 11;
}

#[derive(Default)]
struct Input<'a> {
    on: &'a str,
    locale: &'a str,
    /// Each with its name.
    files: Vec<(&'a str, &'a [u8])>,
    trust: Trust<'a>,
}

impl<'a> Input<'a> {
    fn take_apart(bytes: &'a [u8], layout: &[u32]) -> Result<Self, Error> {
        let mut input = Self::default();
        let mut parts = Parts { bytes, layout };
        let mut key = None;
        while let Some((kind, part)) = parts.next()? {
            let trust = &mut input.trust;
            match kind {
                part::ON => input.on = words(part)?,
                part::LOCALE => input.locale = words(part)?,
                part::FILE => input.files.push((words(part)?, parts.second()?)),
                part::ANCHOR => trust.anchors.push(part),
                part::MASTER_LIST => trust.master_lists.push((part, parts.second()?)),
                part::REVOCATION_LIST => trust.revocation_lists.push(part),
                part::ACTIVE => {
                    trust.active = Some(ActiveEvidence { challenge: part, response: parts.second()? });
                }
                part::KEY_ID => {
                    let wanted = || Error::new("trust.chipAuthentication", "keyId is a whole number");
                    key = Some(words(part)?.parse().map_err(|_| wanted())?);
                }
                part::AGREEMENT => {
                    let (terminal_key, response) = (part, parts.second()?);
                    trust.chip = Some(ChipEvidence::Agreement { terminal_key, response, key_id: key });
                }
                part::MAPPING => {
                    trust.chip = Some(ChipEvidence::Mapping { public_key: part, data: parts.second()? });
                }
                part::AT => {
                    let wanted = "YYYY-MM-DD, or with a time and its zone";
                    let at = Moment::from_iso(words(part)?).ok_or_else(|| Error::new("trust.at", wanted))?;
                    trust.at = Some(at);
                }
                part::POLICY => {
                    allow(&mut trust.policy, words(part)?, words(parts.second()?)?)?;
                }
                _ => return Err(misuse("kind")),
            }
        }
        if parts.bytes.is_empty() { Ok(input) } else { Err(misuse("bytes")) }
    }
}

/// `{ curveMismatch?: "refuse" | "report", country?: "require" | "report" }`; nothing else, since a slip of
/// the pen must not open a door.
fn allow(policy: &mut Policy, name: &str, word: &str) -> Result<(), Error> {
    let (place, default) = match name {
        "curveMismatch" => (&mut policy.curve_mismatch, "refuse"),
        "country" => (&mut policy.country, "require"),
        _ => return Err(Error::new("trust.policy", "`curveMismatch` and `country`")),
    };
    *place = match word {
        "report" => Leniency::Report,
        word if word == default => Leniency::Refuse,
        _ => return Err(Error::new("trust.policy", "`report` or the default")),
    };
    Ok(())
}

struct Parts<'a, 'l> {
    bytes: &'a [u8],
    layout: &'l [u32],
}

impl<'a> Parts<'a, '_> {
    fn next(&mut self) -> Result<Option<(u32, &'a [u8])>, Error> {
        let [kind, length, layout @ ..] = self.layout else { return Ok(None) };
        let length = usize::try_from(*length).map_err(|_| misuse("length"))?;
        let (part, bytes) = self.bytes.split_at_checked(length).ok_or_else(|| misuse("length"))?;
        (self.bytes, self.layout) = (bytes, layout);
        Ok(Some((*kind, part)))
    }

    fn second(&mut self) -> Result<&'a [u8], Error> {
        self.next()?.map(|(_, part)| part).ok_or_else(|| misuse("pair"))
    }
}

fn words(part: &[u8]) -> Result<&str, Error> {
    std::str::from_utf8(part).map_err(|_| misuse("text"))
}

fn misuse(what: &str) -> Error {
    Error::new("input.layout", what)
}

/// JSON without fractions: the digits of doubles, which the module for all JSON brings, weigh 12 KB.
fn text(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
        #[allow(clippy::as_conversions, reason = "a count below 2³², made from a u32")]
        Value::Number(number) => out.push_str(&(*number as u32).to_string()),
        Value::String(text) => quote(text, out),
        Value::Array(items) => {
            let mut before = '[';
            for item in items {
                out.push(before);
                before = ',';
                write(item, out);
            }
            out.push_str(if before == '[' { "[]" } else { "]" });
        }
        Value::Object(members) => {
            let mut before = '{';
            for (name, item) in members {
                out.push(before);
                before = ',';
                quote(name, out);
                out.push(':');
                write(item, out);
            }
            out.push_str(if before == '{' { "{}" } else { "}" });
        }
    }
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            control if control < ' ' => {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}
