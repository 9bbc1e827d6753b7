//! The contract's `ChipReading`, and what people see of a certificate before they trust it.

use super::certificate::Certificate;
use super::cms::read_signed_data;
use super::master_list::entries;
use super::oid;
use super::passive::{SignatureStatus, Signer};
use super::reading::{ChipReading, Group, Step};
use super::revocation::RevocationList;
use crate::{Locale, json::Value};

impl ChipReading {
    /// The contract's `ChipReading`. `portrait` says where in DG2 the picture stands, instead of its bytes;
    /// `trail` has every check for an engineer.
    pub fn to_json(&self, locale: Locale) -> Value {
        let mut object = self.reading.to_json(locale);
        object.push(("signature".into(), self.signature()));
        object.push(("chain".into(), self.chain()));
        object.push((
            "dataGroups".into(),
            self.groups.iter().copied().map(Group::to_json).collect::<Vec<_>>().into(),
        ));
        object.push(("clone".into(), self.clone_check()));
        if let Some(portrait) = &self.portrait {
            let members = vec![
                ("format".into(), portrait.picture.format.name().into()),
                ("width".into(), portrait.picture.width.into()),
                ("height".into(), portrait.picture.height.into()),
                ("offset".into(), number(portrait.offset)),
                ("length".into(), number(portrait.length)),
            ];
            object.push(("portrait".into(), Value::Object(members)));
        }
        object.push(("trail".into(), self.trail.iter().map(Step::to_json).collect::<Vec<_>>().into()));
        Value::Object(object)
    }

    fn signature(&self) -> Value {
        let passive = &self.passive;
        let deviations: Vec<Value> = passive.deviations.iter().map(|word| Value::from(*word)).collect();
        let mut members = vec![
            ("status".into(), passive.signature.name().into()),
            ("deviations".into(), deviations.into()),
        ];
        if let Some(algorithm) = &passive.algorithm {
            members.push(("algorithm".into(), algorithm.as_str().into()));
        }
        if let Some(problem) = &passive.problem {
            members.push(("detail".into(), problem.describe().into()));
        }
        if let Some(time) = passive.signing_time {
            members.push(("claimedSigningTime".into(), time.to_string().into()));
        }
        if let (Some(signer), SignatureStatus::Valid) = (&passive.signer, passive.signature) {
            members.push(("signer".into(), Value::Object(signer.to_json())));
        }
        Value::Object(members)
    }

    fn chain(&self) -> Value {
        let chain = &self.passive.chain;
        let mut members = vec![
            ("status".into(), chain.status.name().into()),
            ("revocation".into(), chain.revocation.name().into()),
        ];
        if let Some(anchor) = &chain.anchor {
            let mut anchor = anchor.to_json();
            if let Some(list) = chain.master_list {
                anchor.push(("masterList".into(), number(list)));
            }
            members.push(("anchor".into(), Value::Object(anchor)));
        }
        if let Some(reason) = &chain.reason {
            members.push(("detail".into(), reason.describe().into()));
        }
        Value::Object(members)
    }

    fn clone_check(&self) -> Value {
        let mut members = vec![("status".into(), self.clone.status.name().into())];
        if let Some(method) = self.clone.method {
            members.push(("method".into(), method.name().into()));
        }
        if !self.clone.detail.is_empty() {
            members.push(("detail".into(), self.clone.detail.as_str().into()));
        }
        Value::Object(members)
    }
}

impl Group {
    fn to_json(self) -> Value {
        Value::Object(vec![
            ("name".into(), format!("DG{}", self.number).into()),
            ("status".into(), self.status.name().into()),
        ])
    }
}

impl Step {
    fn to_json(&self) -> Value {
        Value::Object(vec![
            ("check".into(), self.check.into()),
            ("outcome".into(), self.outcome.as_str().into()),
            ("detail".into(), self.detail.as_str().into()),
        ])
    }
}

impl Signer {
    /// `{ subject, issuer, country?, validFrom, validTo, fingerprint }`
    fn to_json(&self) -> Vec<(String, Value)> {
        let mut members = vec![
            ("subject".into(), self.subject.as_str().into()),
            ("issuer".into(), self.issuer.as_str().into()),
            ("validFrom".into(), self.validity.from.to_string().into()),
            ("validTo".into(), self.validity.to.to_string().into()),
            ("fingerprint".into(), self.fingerprint.as_str().into()),
        ];
        if let Some(country) = &self.country {
            members.push(("country".into(), country.as_str().into()));
        }
        members
    }
}

/// What a file is that somebody wants to trust, so that a page can show it first. Nothing is checked.
///
/// `{ kind: "certificate" | "masterList" | "revocationList" | "unknown", certificates: [{ subject, issuer,
/// country?, validFrom, validTo, fingerprint }], unreadable, issuer?, thisUpdate?, nextUpdate? }`
pub fn describe_trust(bytes: &[u8]) -> Value {
    let object = |kind: &str, certificates: Vec<Value>, unreadable: usize| {
        vec![
            ("kind".to_owned(), Value::from(kind)),
            ("certificates".to_owned(), certificates.into()),
            ("unreadable".to_owned(), number(unreadable)),
        ]
    };
    let shown = |certificate: &Certificate<'_>| Value::Object(Signer::of(certificate).to_json());
    if let Ok(certificate) = Certificate::new(bytes) {
        return Value::Object(object("certificate", vec![shown(&certificate)], 0));
    }
    if let Ok(list) = RevocationList::new(bytes) {
        let mut members = object("revocationList", Vec::new(), 0);
        members.push(("issuer".into(), list.issuer.describe().into()));
        members.push(("thisUpdate".into(), list.this_update.to_string().into()));
        members.push(("nextUpdate".into(), list.next_update.map(|time| time.to_string()).into()));
        return Value::Object(members);
    }
    if let Ok(data) = read_signed_data(bytes)
        && data.content_type == oid::MASTER_LIST
        && let Ok(certificates) = entries(&data.content)
    {
        let unreadable = certificates.iter().filter(|certificate| certificate.is_err()).count();
        let certificates = certificates.iter().flatten().map(shown).collect();
        return Value::Object(object("masterList", certificates, unreadable));
    }
    Value::Object(object("unknown", Vec::new(), 0))
}

fn number(number: usize) -> Value {
    Value::from(u32::try_from(number).unwrap_or(u32::MAX))
}
