use crate::form::{self, DigestCheck, Instant, Pack};
use crate::json::Value;
use crate::{Date, Error, Options};

/// What a page needs of a sealed application.
#[derive(Debug)]
pub(super) struct Application<'a> {
    pub pack: &'static Pack,
    /// The day of the seal in Vietnam.
    pub sealed_on: Date,
    pub answers: &'a Value,
    /// 64 hexadecimal digits.
    pub digest: &'a str,
    /// Signatures that are needed, by index.
    pub signatures: Vec<usize>,
}

impl<'a> Application<'a> {
    /// # Errors
    /// `pdf.not_sealed`: a member is missing or of another type, or the digest is not that of the members: a page with its check
    /// code would say what is not so. `form.unknown`: there is no such form on that day.
    pub(super) fn read(value: &'a Value) -> Result<Self, Error> {
        let text = |name: &str| value.get(name).and_then(Value::as_str);
        let on = text("on").and_then(Date::from_iso).ok_or_else(|| not_sealed("it has no day"))?;
        let form = text("form").ok_or_else(|| not_sealed("it names no form"))?;
        let sealed_on = text("sealedAt").and_then(Instant::day_in_vietnam);
        let answers = value.get("answers").filter(|answers| answers.as_object().is_some());
        let digest = value.get("digest").and_then(|digest| digest.get("value")).and_then(Value::as_str);
        let (Some(sealed_on), Some(answers), Some(digest)) = (sealed_on, answers, digest) else {
            return Err(not_sealed("`sealedAt`, `answers` or `digest` is missing"));
        };
        let pack = form::form_in_force(form, on)?;
        if form::check_sealed(value, Options::on(on)).digest != DigestCheck::Match {
            return Err(not_sealed("its digest is not that of its members"));
        }
        let signatures = form::validate(pack, answers, on).signatures;
        Ok(Self { pack, sealed_on, answers, digest, signatures })
    }

    /// What a person can quote: `CT01-3CE0-10F0`.
    pub(super) fn number(&self) -> String {
        let part = |from: usize, to: usize| self.digest.get(from..to).unwrap_or("");
        [self.pack.id.as_str(), part(0, 4), part(4, 8)].join("-").to_uppercase()
    }
}

fn not_sealed(why: &str) -> Error {
    Error::new("pdf.not_sealed", format!("this is no sealed application: {why}"))
}
