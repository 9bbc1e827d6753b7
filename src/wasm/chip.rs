//! `cancuoc/chip`.
//!
//! Many byte strings cross as one: `bytes` holds them one after another, and `layout` says in JSON, in the
//! same order, what they are and how long:
//!
//! ```text
//! { "files": [["DG1", 93], …],
//!   "anchors": [612, …], "masterLists": [[70000, 612], …], "crls": [400, …],
//!   "active": [8, 64],                         // challenge, response
//!   "agreement": [32, 30], "keyId": 2,         // terminal's private key, response
//!   "mapping": [65, 32],                       // mapping key, chip authentication data
//!   "at": "2026-06-01", "policy": { "curveMismatch": "report", "country": "report" } }
//! ```

use wasm_bindgen::prelude::*;

use super::border;
use crate::Error;
use crate::chip::time::Moment;
use crate::chip::{self, ActiveEvidence, ChipEvidence, Files, Leniency, Policy, Trust};
use crate::json::Value;

/// `readChip`; `portrait` comes as offset and length within DG2.
#[wasm_bindgen(js_name = readChip)]
pub fn read_chip(bytes: &[u8], layout: &str, options: &str) -> Result<String, JsValue> {
    let (_, options) = border::options(options)?;
    let layout = border::value(layout)?;
    let (files, trust) = take_apart(bytes, &layout).map_err(border::thrown)?;
    let files = Files::new(files).map_err(border::thrown)?;
    let reading = chip::read_chip(&files, &trust, &options).map_err(border::thrown)?;
    Ok(reading.to_json(options.locale).to_string())
}

/// `describeTrust`: what a file holds that somebody wants to trust.
#[wasm_bindgen(js_name = describeTrust)]
pub fn describe_trust(bytes: &[u8]) -> String {
    chip::describe_trust(bytes).to_string()
}

/// Each file with its name.
type NamedFiles<'a> = Vec<(&'a str, &'a [u8])>;

fn take_apart<'a>(bytes: &'a [u8], layout: &'a Value) -> Result<(NamedFiles<'a>, Trust<'a>), Error> {
    let mut parts = Parts { rest: bytes };
    let mut files = Vec::new();
    for file in list(layout, "files")? {
        match file.as_array() {
            Some([Value::String(name), length]) => files.push((name.as_str(), parts.take(length)?)),
            _ => return Err(misuse("files")),
        }
    }
    let mut trust = Trust::default();
    for length in list(layout, "anchors")? {
        trust.anchors.push(parts.take(length)?);
    }
    for pair in list(layout, "masterLists")? {
        trust.master_lists.push(parts.pair(pair)?);
    }
    for length in list(layout, "crls")? {
        trust.revocation_lists.push(parts.take(length)?);
    }
    if let Some(pair) = layout.get("active") {
        let (challenge, response) = parts.pair(pair)?;
        trust.active = Some(ActiveEvidence { challenge, response });
    }
    if let Some(pair) = layout.get("agreement") {
        let (terminal_key, response) = parts.pair(pair)?;
        let key_id = layout.get("keyId").map(whole).transpose()?;
        trust.chip = Some(ChipEvidence::Agreement { terminal_key, response, key_id });
    }
    if let Some(pair) = layout.get("mapping") {
        let (public_key, data) = parts.pair(pair)?;
        trust.chip = Some(ChipEvidence::Mapping { public_key, data });
    }
    if let Some(at) = layout.get("at") {
        let moment = at.as_str().and_then(Moment::from_iso);
        let wanted = "YYYY-MM-DD, or with a time and its zone";
        trust.at = Some(moment.ok_or_else(|| Error::new("trust.at", wanted))?);
    }
    trust.policy = policy(layout.get("policy"))?;
    if parts.rest.is_empty() { Ok((files, trust)) } else { Err(misuse("bytes")) }
}

/// `{ curveMismatch?: "refuse" | "report", country?: "require" | "report" }`; nothing else, since a slip of
/// the pen must not open a door.
fn policy(value: Option<&Value>) -> Result<Policy, Error> {
    let mut policy = Policy::default();
    for (name, word) in value.and_then(Value::as_object).unwrap_or_default() {
        let place = match name.as_str() {
            "curveMismatch" => &mut policy.curve_mismatch,
            "country" => &mut policy.country,
            _ => return Err(Error::new("trust.policy", "`curveMismatch` and `country`")),
        };
        *place = match (name.as_str(), word.as_str()) {
            (_, Some("report")) => Leniency::Report,
            ("curveMismatch", Some("refuse")) | ("country", Some("require")) => Leniency::Refuse,
            _ => return Err(Error::new("trust.policy", format!("{name}: `report` or the default"))),
        };
    }
    Ok(policy)
}

struct Parts<'a> {
    rest: &'a [u8],
}

impl<'a> Parts<'a> {
    fn take(&mut self, length: &Value) -> Result<&'a [u8], Error> {
        let length = usize::try_from(whole(length)?).map_err(|_| misuse("length"))?;
        let (part, rest) = self.rest.split_at_checked(length).ok_or_else(|| misuse("length"))?;
        self.rest = rest;
        Ok(part)
    }

    fn pair(&mut self, lengths: &Value) -> Result<(&'a [u8], &'a [u8]), Error> {
        match lengths.as_array() {
            Some([first, second]) => Ok((self.take(first)?, self.take(second)?)),
            _ => Err(misuse("pair")),
        }
    }
}

fn list<'a>(layout: &'a Value, name: &str) -> Result<&'a [Value], Error> {
    match layout.get(name) {
        None => Ok(&[]),
        Some(value) => value.as_array().ok_or_else(|| misuse(name)),
    }
}

fn whole(value: &Value) -> Result<u32, Error> {
    let number = value.as_f64().ok_or_else(|| misuse("number"))?;
    // Written as a whole number below 2³² or not at all.
    format!("{number}").parse().map_err(|_| misuse("number"))
}

fn misuse(what: &str) -> Error {
    Error::new("input.layout", what)
}
