use serde::{Deserialize, Deserializer};
use wasm_bindgen::prelude::*;

use super::border::{all_options, options, read, respond, thrown, typed};
use super::pack;
use crate::Error;
use crate::form::{self, Acceptance, Card, Context, Filling, Instant};
use crate::json::Value;
use crate::reading::{Assurance, Reading};

/// `listForms`.
#[wasm_bindgen(js_name = listForms)]
pub fn list_forms(given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    respond(&form::summaries(options.on).map_err(thrown)?, options.locale)
}

/// `listServices`.
#[wasm_bindgen(js_name = listServices)]
pub fn list_services(given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    respond(&form::services(options.on), options.locale)
}

/// `describeForm`.
#[wasm_bindgen(js_name = describeForm)]
pub fn describe_form(form: &str, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    respond(&form::describe(pack::in_force(form, options.on)?, options.on), options.locale)
}

/// How `prefill` fills in.
#[derive(Deserialize)]
struct HowToFill {
    #[serde(default)]
    role: Option<String>,
    #[serde(default)]
    overwrite: Option<bool>,
    #[serde(default)]
    row: Option<usize>,
}

/// `prefill`, of an `Identity` or a `Reading`.
#[wasm_bindgen]
pub fn prefill(form: &str, card: JsValue, answers: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let (options, all) = all_options(given)?;
    let how: HowToFill = typed(all, "options")?;
    let usual = Filling::default();
    let filling = Filling {
        role: how.role.as_deref().unwrap_or(usual.role),
        overwrite: how.overwrite.unwrap_or(usual.overwrite),
        row: how.row,
    };
    let (card, answers) = (read(card, "identity")?, read(answers, "answers")?);
    let pack = pack::in_force(form, options.on)?;
    // A reading says itself where it came from, an identity of each field.
    let filled = if card.get("source").is_some() {
        form::prefill(pack, Card::Reading(&typed(card, "identity")?), &answers, filling)
    } else {
        form::prefill(pack, Card::Identity(&typed(card, "identity")?), &answers, filling)
    };
    respond(&filled.map_err(thrown)?, options.locale)
}

/// `validate`.
#[wasm_bindgen]
pub fn validate(form: &str, answers: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let answers = read(answers, "answers")?;
    respond(&form::validate(pack::in_force(form, options.on)?, &answers, options.on), options.locale)
}

/// The context of `seal`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SealedWith {
    #[serde(default)]
    provenance: Option<Value>,
    #[serde(default)]
    assurance: Value,
    #[serde(default)]
    sealed_at: Value,
}

/// `seal`.
#[wasm_bindgen]
pub fn seal(form: &str, answers: JsValue, context: JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let answers = read(answers, "answers")?;
    let with: SealedWith = typed(read(context, "context")?, "context")?;
    let assurance = match &with.assurance {
        Value::Null => Some(Assurance::None),
        name => name.as_str().and_then(Assurance::from_name),
    };
    let step = || thrown(Error::new("seal.assurance", "a step of the ladder is needed"));
    let context = Context {
        provenance: with.provenance.as_ref(),
        assurance: assurance.ok_or_else(step)?,
        sealed_at: with.sealed_at.as_str().unwrap_or(""),
    };
    let pack = pack::in_force(form, options.on)?;
    respond(&form::seal(pack, &answers, &context, options.on).map_err(thrown)?, options.locale)
}

/// The options of `checkSealed`, as they came. What is there has to be read, `null` too: a slip of the pen must not switch a
/// check off.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Accepted {
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

/// The same, read.
struct Acceptances {
    forms: Option<Vec<String>>,
    max_age_days: Option<u32>,
    not_before: Option<Instant>,
    seen: Vec<String>,
    evidence: Option<Reading>,
}

impl Acceptances {
    /// # Errors
    /// `options.acceptedForms`, `options.maxAgeDays`, `options.notBefore`, `options.seen`
    fn read(all: Value, evidence: JsValue) -> Result<Self, JsValue> {
        let given: Accepted = typed(all, "options")?;
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
        // `npm/evidence.js` takes it from the chip's module and from nobody else.
        let evidence = if evidence.is_undefined() {
            None
        } else {
            Some(typed(read(evidence, "evidence")?, "evidence")?)
        };
        Ok(Self { forms, max_age_days, not_before, seen, evidence })
    }

    fn borrowed(&self) -> Acceptance<'_> {
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
) -> Result<Option<T>, JsValue> {
    given.map(|value| read(&value).ok_or_else(|| thrown(Error::new(code, wanted)))).transpose()
}

fn texts(value: &Value) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|item| item.as_str().map(str::to_owned)).collect()
}

/// `checkSealed` of an application; `evidence` is the reading of its applicant's chip.
#[wasm_bindgen(js_name = checkSealed)]
pub fn check_sealed(application: JsValue, given: JsValue, evidence: JsValue) -> Result<JsValue, JsValue> {
    let (options, all) = all_options(given)?;
    let accepted = Acceptances::read(all, evidence)?;
    let application = read(application, "application")?;
    respond(&form::check_sealed_for(&application, &accepted.borrowed(), options), options.locale)
}

/// `checkSealed` of the text of one.
#[wasm_bindgen(js_name = checkSealedText)]
pub fn check_sealed_text(application: &str, given: JsValue, evidence: JsValue) -> Result<JsValue, JsValue> {
    let (options, all) = all_options(given)?;
    let accepted = Acceptances::read(all, evidence)?;
    let checked = form::check_sealed_text(application, &accepted.borrowed(), options).map_err(thrown)?;
    respond(&checked, options.locale)
}

/// `attach`: a file as an answer to a field of type `attachment`.
#[wasm_bindgen]
pub fn attach(name: &str, bytes: &[u8]) -> Result<JsValue, JsValue> {
    respond(&form::attach(name, bytes), crate::Locale::Vi)
}
