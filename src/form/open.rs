//! The check that a server makes of a sealed application: the digest, every rule again, and what it says of itself.

use serde::Serialize;

use super::acceptance::Acceptance;
use super::claims::Claims;
use super::deviation::deviations;
use super::digest::sha256_hex;
use super::entry::Entry;
use super::instant::{day_in_vietnam, is_instant};
use super::normal::normal;
use super::pack::{Pack, form_in_force};
use super::path::at;
use super::validate::check;
use super::{answers, findings};
use crate::date::Date;
use crate::finding::{Finding, Severity};
use crate::json::{self, Value, canonical};
use crate::reading::Assurance;
use crate::text::misreading;
use crate::{Error, Options};

/// Whether an application is as it was sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum DigestCheck {
    /// The digest is that of the members.
    Match,
    /// It is not.
    Mismatch,
}

/// What `check_sealed` found.
#[derive(Clone, Debug, Serialize)]
pub struct SealCheck {
    /// The digest matches and no finding is an error. It says nothing of `assurance` and `provenance`: see `claims`.
    pub ok: bool,
    /// The digest against the members.
    pub digest: DigestCheck,
    /// Of the seal first, then of the answers.
    pub findings: Vec<Finding>,
    /// What of the sender's words is known.
    pub claims: Claims,
}

/// Checks the digest, and every rule again as of the sealed day; `options.on` is the day of the check. Every form is
/// accepted, of any age, and nothing but its own words speaks for where its answers came from.
///
/// Any JSON is answered with findings.
pub fn check_sealed(application: &Value, options: Options) -> SealCheck {
    check_sealed_for(application, &Acceptance::default(), options)
}

/// The same, and what this server accepts.
pub fn check_sealed_for(application: &Value, acceptance: &Acceptance<'_>, options: Options) -> SealCheck {
    let mut out = Vec::new();
    let digest_matches = check_shape(application, &mut out);
    let mut claims = Claims::UNPROVED;
    if out.is_empty() {
        claims = check_content(application, acceptance, options, &mut out);
    }
    // What is no application was not changed after it was sealed.
    if !digest_matches && out.iter().all(|finding| finding.code != findings::NOT_SEALED.id) {
        out.insert(0, Finding::new(findings::DIGEST_MISMATCH, "digest"));
    }
    let ok = out.iter().all(|finding| finding.severity != Severity::Error);
    SealCheck {
        ok,
        digest: if digest_matches { DigestCheck::Match } else { DigestCheck::Mismatch },
        findings: out,
        // What is wrong with the application is never made up for by a chip.
        claims: if ok { claims } else { Claims::UNPROVED },
    }
}

/// The same of an application's text, as a server received it. What is no JSON is no application.
///
/// # Errors
/// `limit.input` beyond [`APPLICATION`].
pub fn check_sealed_text(
    application: &str,
    acceptance: &Acceptance<'_>,
    options: Options,
) -> Result<SealCheck, Error> {
    Ok(check_sealed_for(&application_of_text(application)?, acceptance, options))
}

/// An application out of its text; null, which is none, where that is no JSON.
///
/// # Errors
/// `limit.input` beyond [`APPLICATION`].
pub fn application_of_text(text: &str) -> Result<Value, Error> {
    match json::parse(text, APPLICATION) {
        Err(error) if error.code == "limit.input" => Err(error),
        parsed => Ok(parsed.unwrap_or_default()),
    }
}

/// What an application holds at most: one with ten scanned papers' digests has some 50 KB. Keeps the answer within a
/// quarter of a second.
pub const APPLICATION: json::Limits = json::Limits { bytes: 8 << 20, depth: 128, values: 25_000 };

const MEMBERS: [&str; 8] =
    ["form", "version", "on", "sealedAt", "answers", "provenance", "assurance", "digest"];

/// The members are there, of the right types, and no others; whether the digest is theirs.
fn check_shape(application: &Value, out: &mut Vec<Finding>) -> bool {
    let Some(members) = application.as_object() else {
        out.push(Finding::new(findings::NOT_SEALED, ""));
        return false;
    };
    for name in MEMBERS {
        let value = application.get(name);
        let fits = match name {
            "answers" | "provenance" => value.is_some_and(|value| value.as_object().is_some()),
            "digest" => value.is_some_and(is_digest),
            "on" => text(application, "on").and_then(Date::from_iso).is_some(),
            "sealedAt" => text(application, "sealedAt").is_some_and(is_instant),
            "assurance" => text(application, "assurance").and_then(Assurance::from_name).is_some(),
            _ => text(application, name).is_some(),
        };
        if !fits {
            out.push(Finding::new(findings::NOT_SEALED, name));
        }
    }
    for (name, _) in
        members.iter().filter(|(name, _)| !MEMBERS.contains(&name.as_str())).take(answers::LISTED)
    {
        out.push(Finding::new(findings::UNKNOWN_FIELD, short(name)));
    }
    let mut sealed = members.to_vec();
    sealed.retain(|(name, _)| name != "digest");
    let digest = sha256_hex(canonical(&Value::Object(sealed)).as_bytes());
    claimed_digest(application) == Some(&digest)
}

fn check_content(
    application: &Value,
    acceptance: &Acceptance<'_>,
    options: Options,
    out: &mut Vec<Finding>,
) -> Claims {
    let (Some(form), Some(version), Some(on), Some(answers), Some(provenance), Some(sealed_at), Some(digest)) = (
        text(application, "form"),
        text(application, "version"),
        text(application, "on").and_then(Date::from_iso),
        application.get("answers"),
        application.get("provenance").and_then(Value::as_object),
        text(application, "sealedAt"),
        claimed_digest(application),
    ) else {
        return Claims::UNPROVED;
    };
    if on > options.on {
        out.push(Finding::new(findings::SEALED_LATER, "on"));
    }
    let sealed_on = day_in_vietnam(sealed_at);
    if on <= options.on && sealed_on.is_some_and(|day| day > options.on) {
        out.push(Finding::new(findings::SEALED_LATER, "sealedAt"));
    } else if sealed_on.is_some_and(|day| day.days_to(on).abs() > 1) {
        out.push(Finding::new(findings::SEALED_ON_OTHER_DAY, "sealedAt"));
    }
    acceptance.check((form, on, sealed_at), digest, options.on, out);
    let Ok(pack) = form_in_force(form, on) else {
        out.push(Finding::new(findings::UNKNOWN_FORM, "form"));
        return Claims::UNPROVED;
    };
    let today = form_in_force(form, options.on).ok();
    if pack.version != version || today.is_none_or(|today| today.version != version) {
        out.push(Finding::new(findings::OTHER_VERSION, "version"));
    }
    let spelled = normal(answers);
    let checked = check(pack, &spelled, on, &misreading);
    let effective = checked.effective_answers();
    // What is not asked for has no place in a sealed application at all: the deviations tell it.
    let said = checked.into_validation().findings.into_iter();
    out.extend(said.filter(|finding| finding.code != findings::NOT_ASKED.id));
    deviations(pack, answers, &spelled, &effective, out);
    check_provenance(pack, &effective, provenance, out);
    let assurance = text(application, "assurance").and_then(Assurance::from_name).unwrap_or_default();
    match acceptance.evidence {
        Some(chip) => Claims::by_evidence(pack, (&effective, provenance, assurance), chip, out),
        None => Claims::UNPROVED,
    }
}

/// All of it: each entry belongs to an answer, has the shape that `prefill` gives it, and says what the answer says.
fn check_provenance(pack: &Pack, answers: &Value, provenance: &[(String, Value)], out: &mut Vec<Finding>) {
    let mut unknown = 0_usize;
    for (path, entry) in provenance {
        let place = || ["provenance.", &short(path)].concat();
        let Some(answer) = at(answers, path) else {
            unknown = unknown.saturating_add(1);
            if unknown <= answers::LISTED {
                out.push(Finding::new(findings::UNKNOWN_FIELD, place()));
            }
            continue;
        };
        match Entry::of(pack, path, entry) {
            None => out.push(Finding::new(findings::PROVENANCE_UNUSABLE, place())),
            Some(entry) if !entry.agrees_with(answer) => {
                out.push(Finding::new(findings::PROVENANCE_DIFFERS, place()).from_source(entry.source));
            }
            Some(_) => {}
        }
    }
    if unknown > answers::LISTED {
        let more = unknown.saturating_sub(answers::LISTED).to_string();
        out.push(Finding::new(findings::MORE_LIKE_THIS, "provenance").with("count", more));
    }
}

/// A name of the sender's can be a megabyte long.
fn short(name: &str) -> String {
    name.chars().take(60).collect()
}

fn claimed_digest(application: &Value) -> Option<&str> {
    application.get("digest").filter(|digest| is_digest(digest))?.get("value")?.as_str()
}

fn is_digest(value: &Value) -> bool {
    let hex = value.get("value").and_then(Value::as_str).unwrap_or("");
    let algorithm = value.get("algorithm").and_then(Value::as_str);
    algorithm == Some("SHA-256")
        && value.as_object().is_some_and(|members| members.len() == 2)
        && hex.len() == 64
        && hex.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn text<'v>(value: &'v Value, name: &str) -> Option<&'v str> {
    value.get(name).and_then(Value::as_str)
}
