//! The contract's results of `readCard`.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_bytes::Bytes;

use super::failure::{Failure, Reason};
use super::key::KeyKind;
use super::outcome::{Access, Evidence, Outcome};
use super::progress::Progress;
use super::resume::Resume;
use crate::Finding;
use crate::chip::ChipEvidence;
use crate::chip::files::FileName;

/// What `readCard` resolves with.
#[derive(Serialize)]
pub struct CardReport<'a> {
    files: BTreeMap<String, &'a Bytes>,
    access: &'a Access,
    evidence: EvidenceReport<'a>,
    findings: Vec<Finding>,
}

/// Members of the contract's `Trust`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EvidenceReport<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    active_authentication: Option<Active<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chip_authentication: Option<Chip<'a>>,
}

#[derive(Serialize)]
struct Active<'a> {
    challenge: &'a Bytes,
    response: &'a Bytes,
}

/// Of Chip Authentication the first three, of PACE-CAM the others.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Chip<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    terminal_private_key: Option<&'a Bytes>,
    #[serde(skip_serializing_if = "Option::is_none")]
    response: Option<&'a Bytes>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key_id: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mapping_public_key: Option<&'a Bytes>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chip_authentication_data: Option<&'a Bytes>,
}

/// What `readCard` rejects with.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FailureReport<'a> {
    code: &'static str,
    detail: String,
    finding: Finding,
    wrong_keys: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<KeyKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tries_left: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resume: Option<ResumeReport<'a>>,
}

/// What the next tap goes on from. The package keeps it out of sight, since it holds files.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResumeReport<'a> {
    files: BTreeMap<String, &'a Bytes>,
    /// One file, or none.
    partial: BTreeMap<String, &'a Bytes>,
    block: usize,
    is_short_only: bool,
    #[serde(with = "serde_bytes")]
    random: &'a [u8],
}

/// The contract's argument of `onProgress`.
#[derive(Serialize)]
pub struct ProgressReport {
    step: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    done: usize,
    total: usize,
}

impl Outcome {
    /// What the contract says of the reading.
    pub fn report(&self) -> CardReport<'_> {
        CardReport {
            files: named(&self.files),
            access: &self.access,
            evidence: EvidenceReport::of(&self.evidence),
            findings: self.notices.iter().map(|notice| notice.to_finding()).collect(),
        }
    }
}

impl Failure {
    /// What the contract says of it.
    pub fn report(&self) -> FailureReport<'_> {
        let (key, tries_left) = match self.reason {
            Reason::WrongKey { of, tries_left } => (Some(of), tries_left),
            _ => (None, None),
        };
        FailureReport {
            code: self.reason.code(),
            detail: self.reason.to_string(),
            finding: self.reason.to_finding(),
            wrong_keys: self.wrong_keys,
            key,
            tries_left,
            resume: self.resume.as_ref().map(ResumeReport::of),
        }
    }
}

impl Progress {
    /// What the contract says of it.
    pub fn report(&self) -> ProgressReport {
        ProgressReport {
            step: self.stage.name(),
            file: self.file.map(FileName::text),
            done: self.done,
            total: self.total,
        }
    }
}

impl<'a> EvidenceReport<'a> {
    fn of(evidence: &'a Evidence) -> Self {
        let active = evidence.active().map(|active| Active {
            challenge: Bytes::new(active.challenge),
            response: Bytes::new(active.response),
        });
        let chip = evidence.chip().map(|chip| match chip {
            ChipEvidence::Agreement { terminal_key, response, key_id, .. } => Chip {
                terminal_private_key: Some(Bytes::new(terminal_key)),
                response: Some(Bytes::new(response)),
                key_id,
                ..Chip::default()
            },
            ChipEvidence::Mapping { public_key, data } => Chip {
                mapping_public_key: Some(Bytes::new(public_key)),
                chip_authentication_data: Some(Bytes::new(data)),
                ..Chip::default()
            },
        });
        Self { active_authentication: active, chip_authentication: chip }
    }
}

impl<'a> ResumeReport<'a> {
    fn of(resume: &'a Resume) -> Self {
        Self {
            files: named(&resume.files),
            partial: named(resume.partial.as_slice()),
            block: resume.block,
            is_short_only: resume.is_short_only,
            random: &resume.random,
        }
    }
}

fn named(files: &[(FileName, Vec<u8>)]) -> BTreeMap<String, &Bytes> {
    files.iter().map(|(name, octets)| (name.text(), Bytes::new(octets))).collect()
}
