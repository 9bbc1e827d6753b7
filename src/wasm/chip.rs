use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use serde_bytes::ByteBuf;
use wasm_bindgen::prelude::*;

use super::border::{options, read_bytes, respond, thrown};
use crate::chip::time::Moment;
use crate::chip::{self, ActiveEvidence, ChipEvidence, FileName, Files, Origin, Policy};
use crate::json::Value;
use crate::{Error, Locale};

/// `readChip`
#[wasm_bindgen(js_name = readChip)]
pub fn read_chip(files: JsValue, trust: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let files: BTreeMap<String, ByteBuf> = read_bytes(files, "files")?;
    let trust: Trust = read_bytes(trust, "trust")?;
    let files = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let files = Files::new(files).map_err(thrown)?;
    let reading = chip::read_chip(&files, &trust.borrowed().map_err(thrown)?, &options).map_err(thrown)?;
    respond(&reading.report(files.get(FileName::DataGroup(2))), options.locale)
}

/// `describeTrust`: what a file holds that somebody wants to trust.
#[wasm_bindgen(js_name = describeTrust)]
pub fn describe_trust(bytes: &[u8]) -> Result<JsValue, JsValue> {
    respond(&chip::describe_trust(bytes), Locale::Vi)
}

/// The contract's `Trust`.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Trust {
    anchors: Vec<ByteBuf>,
    master_lists: Vec<MasterList>,
    crls: Vec<ByteBuf>,
    #[serde(deserialize_with = "given")]
    at: Option<Value>,
    active_authentication: Option<ActiveAuthentication>,
    chip_authentication: Option<ChipAuthentication>,
    policy: Option<Value>,
}

/// Of a member that is there, `null` too.
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

#[derive(Deserialize)]
struct MasterList {
    list: ByteBuf,
    anchor: ByteBuf,
}

#[derive(Deserialize)]
struct ActiveAuthentication {
    challenge: ByteBuf,
    response: ByteBuf,
    #[serde(default)]
    origin: Option<Value>,
}

/// Of Chip Authentication the key and the response, of PACE-CAM the other two.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ChipAuthentication {
    #[serde(default)]
    terminal_private_key: Option<ByteBuf>,
    #[serde(default)]
    response: Option<ByteBuf>,
    #[serde(default)]
    key_id: Option<Value>,
    #[serde(default)]
    origin: Option<Value>,
    #[serde(default)]
    mapping_public_key: Option<ByteBuf>,
    #[serde(default)]
    chip_authentication_data: Option<ByteBuf>,
}

impl Trust {
    fn borrowed(&self) -> Result<chip::Trust<'_>, Error> {
        let at = |at: &Value| {
            let wanted = || Error::new("trust.at", "YYYY-MM-DD, or with a time and its zone");
            at.as_str().and_then(Moment::from_iso).ok_or_else(wanted)
        };
        Ok(chip::Trust {
            anchors: self.anchors.iter().map(|anchor| anchor.as_slice()).collect(),
            master_lists: self.master_lists.iter().map(MasterList::pair).collect(),
            revocation_lists: self.crls.iter().map(|list| list.as_slice()).collect(),
            at: self.at.as_ref().map(at).transpose()?,
            active: self.active_authentication.as_ref().map(ActiveAuthentication::evidence).transpose()?,
            chip: self.chip_authentication.as_ref().map(ChipAuthentication::evidence).transpose()?,
            policy: policy(self.policy.as_ref())?,
        })
    }
}

impl MasterList {
    fn pair(&self) -> (&[u8], &[u8]) {
        (&self.list, &self.anchor)
    }
}

impl ActiveAuthentication {
    fn evidence(&self) -> Result<ActiveEvidence<'_>, Error> {
        let origin = origin(self.origin.as_ref(), "trust.activeAuthentication")?;
        Ok(ActiveEvidence { challenge: &self.challenge, response: &self.response, origin })
    }
}

impl ChipAuthentication {
    fn evidence(&self) -> Result<ChipEvidence<'_>, Error> {
        let missing = || Error::new("trust.chipAuthentication", "a pair of bytes is needed");
        if let Some(terminal_key) = &self.terminal_private_key {
            let response = self.response.as_ref().ok_or_else(missing)?;
            let key_id = self.key_id.as_ref().map(key_id).transpose()?;
            let origin = origin(self.origin.as_ref(), "trust.chipAuthentication")?;
            return Ok(ChipEvidence::Agreement { terminal_key, response, key_id, origin });
        }
        match (&self.mapping_public_key, &self.chip_authentication_data) {
            (Some(public_key), Some(data)) => Ok(ChipEvidence::Mapping { public_key, data }),
            _ => Err(missing()),
        }
    }
}

fn key_id(id: &Value) -> Result<u32, Error> {
    let wanted = || Error::new("trust.chipAuthentication", "keyId is a whole number");
    id.as_whole().and_then(|id| u32::try_from(id).ok()).ok_or_else(wanted)
}

/// `"caller"` (the default) or `"recorded"`; nothing else, since a slip of the pen must not open a door.
fn origin(given: Option<&Value>, place: &'static str) -> Result<Origin, Error> {
    match given.map(Value::as_str) {
        None | Some(Some("caller")) => Ok(Origin::Caller),
        Some(Some("recorded")) => Ok(Origin::Recorded),
        Some(_) => Err(Error::new(place, "origin is `caller` or `recorded`")),
    }
}

/// `"strict"`, or `{ curveMismatch?, country?, weak?, revocation? }` with the words of [`Policy::set`].
fn policy(given: Option<&Value>) -> Result<Policy, Error> {
    let wanted =
        || Error::new("trust.policy", "`strict`, or `curveMismatch`, `country`, `weak`, `revocation`");
    let mut policy = Policy::default();
    match given {
        None => {}
        Some(given) if given.as_str() == Some("strict") => policy = Policy::STRICT,
        Some(given) => {
            for (name, word) in given.as_object().ok_or_else(wanted)? {
                word.as_str().and_then(|word| policy.set(name, word)).ok_or_else(wanted)?;
            }
        }
    }
    Ok(policy)
}
