//! The seal: an application as canonical JSON under a digest, and the check that a server makes.
//!
//! ```text
//! SealedApplication = { form, version, on, sealedAt, answers, provenance, assurance,
//!                       digest: { algorithm: "SHA-256", value: hex of SHA-256(RFC 8785 of all other members) } }
//! ```
//!
//! The digest shows that nothing was changed by accident or on the way; it is no signature: who changes the
//! application can compute it anew. That is why the server runs every rule again.

use serde::Serialize;

use super::digest::sha256_hex;
use super::instant::{day_in_vietnam, is_instant};
use super::pack::{Pack, form_in_force};
use super::path::at;
use super::validate::check;
use super::{answers, findings};
use crate::date::Date;
use crate::finding::{Finding, Severity};
use crate::json::{self, Value, by_name, canonical, object};
use crate::reading::Assurance;
use crate::{Error, Options};

/// What is sealed beside the answers.
#[derive(Clone, Debug)]
pub struct Context<'a> {
    /// Where each answer came from, by path, as `prefill` gave it.
    pub provenance: Option<&'a Value>,
    /// Of the identity that filled in.
    pub assurance: Assurance,
    /// The instant, RFC 3339: `2026-11-22T08:30:00+07:00`.
    pub sealed_at: &'a str,
}

/// An application under its digest.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SealedApplication {
    /// All that is under the digest.
    #[serde(flatten)]
    pub content: Content,
    /// Of the content.
    pub digest: ContentDigest,
}

/// What is under the digest.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Content {
    /// The form's id.
    pub form: String,
    /// Of the pack.
    pub version: String,
    /// The day of the rules, ISO 8601.
    pub on: String,
    /// The instant, RFC 3339.
    pub sealed_at: String,
    /// The answers that count, in the order of the form.
    pub answers: Value,
    /// Where each answer came from, by path: what the sender says.
    #[serde(serialize_with = "by_name")]
    pub provenance: Vec<(String, Value)>,
    /// Of the identity that filled in: what the sender says.
    pub assurance: Assurance,
}

impl Content {
    /// The canonical JSON of the content (RFC 8785).
    fn canonical(&self) -> String {
        canonical(&object(vec![
            ("form", self.form.as_str().into()),
            ("version", self.version.as_str().into()),
            ("on", self.on.as_str().into()),
            ("sealedAt", self.sealed_at.as_str().into()),
            ("answers", self.answers.clone()),
            ("provenance", Value::Object(self.provenance.clone())),
            ("assurance", self.assurance.name().into()),
        ]))
    }
}

/// SHA-256 of the canonical JSON of the content (RFC 8785).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ContentDigest {
    /// `SHA-256`
    pub algorithm: &'static str,
    /// 64 hexadecimal digits.
    pub value: String,
}

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
    /// The digest matches and no finding is an error.
    pub ok: bool,
    /// The digest against the members.
    pub digest: DigestCheck,
    /// Of the seal first, then of the answers.
    pub findings: Vec<Finding>,
}

/// Seals the answers that count on the day: hidden ones are left out, calculated ones are filled in.
///
/// # Errors
/// `seal.not_ok`: an application with errors is not sealed; `detail` names codes and paths (call `validate`
/// first and show its findings). `seal.sealed_at`: not an RFC 3339 instant. `seal.provenance`: not an object.
pub fn seal(
    pack: &Pack,
    answers: &Value,
    context: &Context<'_>,
    on: Date,
) -> Result<SealedApplication, Error> {
    if !is_instant(context.sealed_at) {
        return Err(Error::new("seal.sealed_at", "an instant as 2026-11-22T08:30:00+07:00 is needed"));
    }
    let provenance = context.provenance.cloned().unwrap_or_else(|| Value::Object(vec![]));
    let Value::Object(provenance) = provenance else {
        return Err(Error::new("seal.provenance", "an object of paths is needed"));
    };
    let checked = check(pack, answers, on);
    let effective = checked.effective_answers();
    let validation = checked.into_validation();
    if !validation.ok {
        return Err(Error::new("seal.not_ok", errors(&validation.findings)));
    }
    // What was filled in and is hidden now, or was taken out again, has no provenance any more.
    let provenance = provenance.into_iter().filter(|(path, _)| at(&effective, path).is_some()).collect();
    let content = Content {
        form: pack.id.clone(),
        version: pack.version.clone(),
        on: on.to_string(),
        sealed_at: context.sealed_at.to_owned(),
        answers: effective,
        provenance,
        assurance: context.assurance,
    };
    let value = sha256_hex(content.canonical().as_bytes());
    Ok(SealedApplication { content, digest: ContentDigest { algorithm: "SHA-256", value } })
}

/// Checks the digest, and every rule again as of the sealed day; `options.on` is the day of the check.
///
/// Any JSON is answered with findings.
pub fn check_sealed(application: &Value, options: Options) -> SealCheck {
    let mut out = Vec::new();
    let digest_matches = check_shape(application, &mut out);
    if out.is_empty() {
        check_content(application, options, &mut out);
    }
    // What is no application was not changed after it was sealed.
    if !digest_matches && out.iter().all(|finding| finding.code != findings::NOT_SEALED.id) {
        out.insert(0, Finding::new(findings::DIGEST_MISMATCH, "digest"));
    }
    SealCheck {
        ok: out.iter().all(|finding| finding.severity != Severity::Error),
        digest: if digest_matches { DigestCheck::Match } else { DigestCheck::Mismatch },
        findings: out,
    }
}

/// The same of an application's text, as a server received it. What is no JSON is no application.
///
/// # Errors
/// `limit.input` beyond [`json::LIMITS`](crate::json::LIMITS).
pub fn check_sealed_text(application: &str, options: Options) -> Result<SealCheck, Error> {
    match json::parse(application, json::LIMITS) {
        Ok(application) => Ok(check_sealed(&application, options)),
        Err(error) if error.code == "limit.input" => Err(error),
        Err(_) => Ok(check_sealed(&Value::Null, options)),
    }
}

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
        out.push(Finding::new(findings::UNKNOWN_FIELD, name.chars().take(60).collect::<String>()));
    }
    let mut sealed = members.to_vec();
    sealed.retain(|(name, _)| name != "digest");
    let seal = application.get("digest").filter(|seal| is_digest(seal));
    let claimed = seal.and_then(|seal| seal.get("value")).and_then(Value::as_str);
    claimed == Some(digest(&Value::Object(sealed)).as_str())
}

fn check_content(application: &Value, options: Options, out: &mut Vec<Finding>) {
    let (Some(form), Some(version), Some(on), Some(answers), Some(provenance), Some(sealed_at)) = (
        text(application, "form"),
        text(application, "version"),
        text(application, "on").and_then(Date::from_iso),
        application.get("answers"),
        application.get("provenance"),
        text(application, "sealedAt"),
    ) else {
        return;
    };
    if on > options.on {
        out.push(Finding::new(findings::SEALED_LATER, "on"));
    }
    if day_in_vietnam(sealed_at).is_some_and(|day| day.days_to(on).abs() > 1) {
        out.push(Finding::new(findings::SEALED_ON_OTHER_DAY, "sealedAt"));
    }
    let Ok(pack) = form_in_force(form, on) else {
        out.push(Finding::new(findings::UNKNOWN_FORM, "form"));
        return;
    };
    let today = form_in_force(form, options.on).ok();
    if pack.version != version || today.is_none_or(|today| today.version != version) {
        out.push(Finding::new(findings::OTHER_VERSION, "version"));
    }
    let checked = check(pack, answers, on);
    let effective = checked.effective_answers();
    let validation = checked.into_validation();
    out.extend(validation.findings);
    // The order of members may have changed on the way: compare what is under the digest.
    if canonical(&effective) != canonical(answers) {
        for (name, value) in answers.as_object().unwrap_or_default() {
            let known = pack.field(name).is_some();
            if known && effective.get(name).map(canonical) != Some(canonical(value)) {
                out.push(Finding::new(findings::HIDDEN_ANSWER, name.as_str()));
            }
        }
    }
    for (path, _) in provenance.as_object().unwrap_or_default().iter().take(1000) {
        if at(&effective, path).is_none() {
            let path: String = path.chars().take(60).collect();
            out.push(Finding::new(findings::UNKNOWN_FIELD, ["provenance.", &path].concat()));
        }
    }
}

fn digest(sealed: &Value) -> String {
    sha256_hex(canonical(sealed).as_bytes())
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

/// Codes and paths of the errors, no words and no values.
fn errors(findings: &[Finding]) -> String {
    let mut list = String::new();
    let mut count = 0_usize;
    for finding in findings.iter().filter(|finding| finding.severity == Severity::Error) {
        count = count.saturating_add(1);
        if count <= 5 {
            list.push_str(if count > 1 { ", " } else { "" });
            list.push_str(&[&finding.code, " at ", &finding.path].concat());
        }
    }
    if count > 5 {
        list.push_str(&[", and ", &count.saturating_sub(5).to_string(), " more"].concat());
    }
    list
}
