use serde::{Deserialize, Deserializer};

use super::acceptance::Acceptance;
use super::instant::Instant;
use crate::Error;
use crate::json::{Value, typed};
use crate::reading::Reading;

/// The options of `checkSealed`, as they came. What is there has to be read, `null` too: a slip of the pen must not switch a
/// check off.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Given {
    #[serde(deserialize_with = "given")]
    accepted_forms: Option<Value>,
    #[serde(deserialize_with = "given")]
    max_age_days: Option<Value>,
    #[serde(deserialize_with = "given")]
    not_before: Option<Value>,
    #[serde(deserialize_with = "given")]
    seen: Option<Value>,
}

/// Of a member that is there, `null` too.
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// What a server accepts, out of the options of `checkSealed`.
#[derive(Debug)]
pub struct GivenAcceptance {
    forms: Option<Vec<String>>,
    max_age_days: Option<u32>,
    not_before: Option<Instant>,
    seen: Vec<String>,
    evidence: Option<Reading>,
}

impl GivenAcceptance {
    /// `evidence` is the reading of the applicant's chip; it comes from `readChip` and from nobody else.
    ///
    /// # Errors
    /// `input.type`,
    /// `options.acceptedForms`, `options.maxAgeDays`, `options.notBefore`, `options.seen`
    pub fn read(options: Value, evidence: Option<Reading>) -> Result<Self, Error> {
        let given: Given = typed(options, "options")?;
        let forms = one(given.accepted_forms, texts, "options.acceptedForms", "a list of ids of forms")?;
        let days = |value: &Value| value.as_whole().and_then(|days| u32::try_from(days).ok());
        let max_age_days = one(given.max_age_days, days, "options.maxAgeDays", "a whole number, 0 or more")?;
        let instant = |value: &Value| value.as_str().and_then(Instant::from_iso);
        let not_before = one(
            given.not_before,
            instant,
            "options.notBefore",
            "a day as 2026-11-22, or an RFC 3339 instant",
        )?;
        let seen = one(given.seen, texts, "options.seen", "a list of digests")?.unwrap_or_default();
        Ok(Self { forms, max_age_days, not_before, seen, evidence })
    }

    /// For `check_sealed_for`.
    pub fn borrowed(&self) -> Acceptance<'_> {
        Acceptance {
            forms: self.forms.as_deref(),
            max_age_days: self.max_age_days,
            not_before: self.not_before,
            seen: &self.seen,
            evidence: self.evidence.as_ref(),
        }
    }
}

/// An option that is there.
///
/// # Errors
/// The option's own code, when it is not what is wanted.
fn one<T>(
    given: Option<Value>,
    read: impl Fn(&Value) -> Option<T>,
    code: &'static str,
    wanted: &str,
) -> Result<Option<T>, Error> {
    given.map(|value| read(&value).ok_or_else(|| Error::new(code, wanted))).transpose()
}

fn texts(value: &Value) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|item| item.as_str().map(str::to_owned)).collect()
}
