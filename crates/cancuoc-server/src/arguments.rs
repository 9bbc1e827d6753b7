use cancuoc::chip::FileBytes;
use cancuoc::form::APPLICATION;
use cancuoc::json::{self, LIMITS, Limits, Value};
use cancuoc::{Date, Error, Locale, Options};
use serde_json::value::RawValue;

use crate::request::LONGEST;

/// Files of a chip and whom somebody trusts, or the rows of a list; the request's own limit holds for them.
pub(crate) const WIDE: Limits = Limits { bytes: LONGEST, depth: 128, values: 20_000_000 };

/// Characters of one person's matters, names included, as `OF_ONE` of `npm/plain.js`.
const CHARACTERS: usize = 2 << 20;

/// What a function is called with, read as the package reads it.
pub(crate) struct Arguments<'a> {
    given: &'a [Option<&'a RawValue>],
    today: Option<Date>,
}

impl<'a> Arguments<'a> {
    pub(crate) fn new(given: &'a [Option<&'a RawValue>], today: Option<Date>) -> Self {
        Self { given, today }
    }

    /// The JSON text of an argument.
    fn raw(&self, at: usize) -> Option<&'a str> {
        self.given.get(at).copied().flatten().map(RawValue::get)
    }

    /// # Errors
    /// `input.type`
    pub(crate) fn text(&self, at: usize, name: &str) -> Result<String, Error> {
        let text = self.raw(at).and_then(|raw| serde_json::from_str(raw).ok());
        text.ok_or_else(|| Error::new("input.type", format!("{name} is not a string")))
    }

    /// # Errors
    /// `input.type`
    pub(crate) fn bytes(&self, at: usize, name: &str) -> Result<FileBytes, Error> {
        let text = self.text(at, name).ok().and_then(|text| FileBytes::from_base64(&text));
        text.ok_or_else(|| Error::new("input.type", format!("{name} is not bytes as base64")))
    }

    /// What is left out is an error.
    ///
    /// # Errors
    /// `input.type`, `limit.input`, `json.duplicate`
    pub(crate) fn value(&self, at: usize, name: &str, limits: Limits) -> Result<Value, Error> {
        let missing = || Error::new("input.type", format!("{name} is missing"));
        json::parse(self.raw(at).ok_or_else(missing)?, limits)
    }

    /// One person's matters: readings, answers, an application.
    ///
    /// # Errors
    /// As [`Self::value`].
    pub(crate) fn of_one(&self, at: usize, name: &str) -> Result<Value, Error> {
        let value = self.value(at, name, APPLICATION)?;
        if characters(&value) > CHARACTERS {
            return Err(Error::limit(&format!("{name}, characters"), CHARACTERS));
        }
        Ok(value)
    }

    /// The same of what comes back in a result, where no member may be called `__proto__`: JavaScript cannot hold one.
    ///
    /// # Errors
    /// As [`Self::value`].
    pub(crate) fn to_return(&self, at: usize, name: &str) -> Result<Value, Error> {
        let value = self.of_one(at, name)?;
        if has_prototype(&value) {
            return Err(Error::new("input.type", format!("{name} holds a member `__proto__`")));
        }
        Ok(value)
    }

    /// Whether an argument was left out.
    pub(crate) fn lacks(&self, at: usize) -> bool {
        self.raw(at).is_none()
    }

    /// The options that every function takes, and the whole object for a function's own ones.
    ///
    /// # Errors
    /// `options.on`, `options.locale`, `input.type`, `limit.input`
    pub(crate) fn options(&self, at: usize) -> Result<(Options, Value), Error> {
        let (on, locale, all) = self.given_options(at)?;
        let wanted = || Error::new("options.on", "a day that exists, as YYYY-MM-DD, is needed");
        Ok((Options { on: on.ok_or_else(wanted)?, locale }, all))
    }

    /// The language, for a function that judges nothing as of a day.
    ///
    /// # Errors
    /// As [`Self::options`], but that a day is not needed.
    pub(crate) fn locale(&self, at: usize) -> Result<Locale, Error> {
        Ok(self.given_options(at)?.1)
    }

    fn given_options(&self, at: usize) -> Result<(Option<Date>, Locale, Value), Error> {
        let all = self.raw(at).map_or(Ok(Value::Object(Vec::new())), |raw| json::parse(raw, LIMITS))?;
        if all.as_object().is_none() {
            return Err(Error::new("input.type", "options is not an object"));
        }
        let on = match all.get("on") {
            None => self.today,
            Some(on) => {
                let wanted = || Error::new("options.on", "a day that exists, as YYYY-MM-DD, is needed");
                Some(on.as_str().and_then(Date::from_iso).ok_or_else(wanted)?)
            }
        };
        let locale = all.get("locale").map_or(Some("vi"), Value::as_str).and_then(Locale::from_name);
        let locale = locale.ok_or_else(|| Error::new("options.locale", "`vi` or `en`"))?;
        Ok((on, locale, all))
    }
}

/// Characters of all texts and names, as JavaScript counts them.
fn characters(value: &Value) -> usize {
    let units = |text: &str| text.encode_utf16().count();
    match value {
        Value::String(text) => units(text),
        Value::Array(items) => items.iter().map(characters).fold(0, usize::saturating_add),
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| units(name).saturating_add(characters(value)))
            .fold(0, usize::saturating_add),
        _ => 0,
    }
}

fn has_prototype(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().any(has_prototype),
        Value::Object(members) => {
            members.iter().any(|(name, value)| name == "__proto__" || has_prototype(value))
        }
        _ => false,
    }
}

/// What a reading function takes at most.
///
/// # Errors
/// `limit.input`
pub(crate) fn check_input(bytes: usize) -> Result<(), Error> {
    let most = cancuoc::identity::LIMITS.input;
    if bytes > most { Err(Error::limit("input, bytes", most)) } else { Ok(()) }
}

/// Of an object only these members.
pub(crate) fn members_of(value: Value, names: &[&str]) -> Value {
    match value {
        Value::Object(mut members) => {
            members.retain(|(name, _)| names.contains(&name.as_str()));
            Value::Object(members)
        }
        // What is no object has none.
        other => other,
    }
}
