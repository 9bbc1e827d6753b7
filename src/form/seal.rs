//! The seal: an application as canonical JSON under a digest.
//!
//! ```text
//! SealedApplication = { form, version, on, sealedAt, answers, provenance, assurance,
//!                       digest: { algorithm: "SHA-256", value: hex of SHA-256(RFC 8785 of all other members) } }
//! ```
//!
//! The digest shows that nothing was changed by accident or on the way; it is no signature: who changes the
//! application can compute it anew. That is why the server runs every rule again ([`check_sealed`](super::check_sealed)),
//! and why `provenance` and `assurance` are the sender's word.

use serde::Serialize;

use super::digest::sha256_hex;
use super::entry::Entry;
use super::findings;
use super::instant::is_instant;
use super::normal::normal;
use super::pack::Pack;
use super::path::at;
use super::plausible::Misreadings;
use super::validate::check;
use crate::Error;
use crate::date::Date;
use crate::finding::{Finding, Severity};
use crate::json::{Value, by_name, canonical, object};
use crate::reading::Assurance;
use crate::text::misreading;

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

/// Seals the answers that count on the day: hidden ones are left out, calculated ones are filled in, texts in the one
/// spelling in which they were checked.
///
/// # Errors
/// `seal.not_ok`: an application with errors is not sealed; `detail` names codes and paths (call `validate`
/// first and show its findings). `seal.sealed_at`: not an RFC 3339 instant. `seal.provenance`: not an object, or one of an
/// answer is not as `prefill` gives it.
pub fn seal(
    pack: &Pack,
    answers: &Value,
    context: &Context<'_>,
    on: Date,
) -> Result<SealedApplication, Error> {
    seal_with(pack, answers, context, on, &misreading)
}

/// The same, where what is said of misread text comes from elsewhere.
///
/// # Errors
/// As [`seal`].
pub fn seal_with(
    pack: &Pack,
    answers: &Value,
    context: &Context<'_>,
    on: Date,
    misreadings: Misreadings<'_>,
) -> Result<SealedApplication, Error> {
    if !is_instant(context.sealed_at) {
        return Err(Error::new("seal.sealed_at", "an instant as 2026-11-22T08:30:00+07:00 is needed"));
    }
    let provenance = context.provenance.cloned().unwrap_or_else(|| Value::Object(vec![]));
    let Value::Object(provenance) = provenance else {
        return Err(Error::new("seal.provenance", "an object of paths is needed"));
    };
    let answers = normal(answers);
    let checked = check(pack, &answers, on, misreadings);
    let effective = checked.effective_answers();
    let validation = checked.into_validation();
    if !validation.ok {
        return Err(Error::new("seal.not_ok", errors(&validation.findings)));
    }
    // What was filled in and is hidden now, or was taken out again, has no provenance any more.
    let provenance: Vec<(String, Value)> =
        provenance.into_iter().filter(|(path, _)| at(&effective, path).is_some()).collect();
    if let Some((path, _)) = provenance.iter().find(|(path, entry)| Entry::of(pack, path, entry).is_none()) {
        return Err(Error::new("seal.provenance", format!("{path}: not as prefill gives it")));
    }
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

/// Codes and paths of the errors, no words and no values. What the form does not have has a name of the caller's: it is
/// left out, since an error may stand in a log.
fn errors(findings: &[Finding]) -> String {
    let mut list = String::new();
    let mut count = 0_usize;
    for finding in findings.iter().filter(|finding| finding.severity == Severity::Error) {
        count = count.saturating_add(1);
        if count <= 5 {
            list.push_str(if count > 1 { ", " } else { "" });
            list.push_str(&finding.code);
            if finding.code != findings::UNKNOWN_FIELD.id {
                list.push_str(&[" at ", &finding.path].concat());
            }
        }
    }
    if count > 5 {
        list.push_str(&[", and ", &count.saturating_sub(5).to_string(), " more"].concat());
    }
    list
}
