//! The second argument of `readChip` as it was handed over.

use serde::{Deserialize, Deserializer};

use super::file_bytes::FileBytes;
use super::time::Moment;
use super::trust::{ActiveEvidence, ChipEvidence, Origin, Policy, Trust};
use crate::Error;
use crate::json::Value;

/// The contract's `Trust`, as it was handed over.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct GivenTrust {
    anchors: Vec<FileBytes>,
    master_lists: Vec<MasterList>,
    crls: Vec<FileBytes>,
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

#[derive(Debug, Deserialize)]
struct MasterList {
    list: FileBytes,
    anchor: FileBytes,
}

#[derive(Debug, Deserialize)]
struct ActiveAuthentication {
    challenge: FileBytes,
    response: FileBytes,
    #[serde(default)]
    origin: Option<Value>,
}

/// Of Chip Authentication the key and the response, of PACE-CAM the other two.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct ChipAuthentication {
    #[serde(default)]
    terminal_private_key: Option<FileBytes>,
    #[serde(default)]
    response: Option<FileBytes>,
    #[serde(default)]
    key_id: Option<Value>,
    #[serde(default)]
    origin: Option<Value>,
    #[serde(default)]
    mapping_public_key: Option<FileBytes>,
    #[serde(default)]
    chip_authentication_data: Option<FileBytes>,
}

impl GivenTrust {
    /// What was given, read.
    ///
    /// # Errors
    /// `trust.at`, `trust.activeAuthentication`, `trust.chipAuthentication`, `trust.policy`
    pub fn borrowed(&self) -> Result<Trust<'_>, Error> {
        let at = |at: &Value| {
            let wanted = || Error::new("trust.at", "YYYY-MM-DD, or with a time and its zone");
            at.as_str().and_then(Moment::from_iso).ok_or_else(wanted)
        };
        Ok(Trust {
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
        (self.list.as_slice(), self.anchor.as_slice())
    }
}

impl ActiveAuthentication {
    fn evidence(&self) -> Result<ActiveEvidence<'_>, Error> {
        let origin = origin(self.origin.as_ref(), "trust.activeAuthentication")?;
        Ok(ActiveEvidence {
            challenge: self.challenge.as_slice(),
            response: self.response.as_slice(),
            origin,
        })
    }
}

impl ChipAuthentication {
    fn evidence(&self) -> Result<ChipEvidence<'_>, Error> {
        let missing = || Error::new("trust.chipAuthentication", "a pair of bytes is needed");
        if let Some(terminal_key) = &self.terminal_private_key {
            let terminal_key = terminal_key.as_slice();
            let response = self.response.as_ref().ok_or_else(missing)?.as_slice();
            let key_id = self.key_id.as_ref().map(key_id).transpose()?;
            let origin = origin(self.origin.as_ref(), "trust.chipAuthentication")?;
            return Ok(ChipEvidence::Agreement { terminal_key, response, key_id, origin });
        }
        match (&self.mapping_public_key, &self.chip_authentication_data) {
            (Some(public_key), Some(data)) => {
                Ok(ChipEvidence::Mapping { public_key: public_key.as_slice(), data: data.as_slice() })
            }
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
