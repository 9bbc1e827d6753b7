use cancuoc::Error;
use cancuoc::locale::Locale;
use cancuoc_server::{named, run};
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use crate::clock;

/// The options of `checkSealed` that stand on a command line or in a query. The function itself says what is wrong
/// with one.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Options {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) locale: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) accepted_forms: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) max_age_days: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) not_before: Option<String>,
}

/// A number as it was given; what is none stays a text, and is refused as one.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Number {
    Whole(u32),
    Text(String),
}

impl Number {
    pub(crate) fn given(text: String) -> Self {
        text.parse().map_or(Self::Text(text), Self::Whole)
    }
}

impl Options {
    /// Of `acceptedForms=ct01&acceptedForms=dc02&maxAgeDays=7`.
    ///
    /// # Errors
    /// `call.arguments`: another name, or one that stands twice.
    pub(crate) fn of_query(query: &str) -> Result<Self, Error> {
        let mut options = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let value = value.into_owned();
            let is_second = match &*name {
                "on" => options.on.replace(value).is_some(),
                "locale" => options.locale.replace(value).is_some(),
                "maxAgeDays" => options.max_age_days.replace(Number::given(value)).is_some(),
                "notBefore" => options.not_before.replace(value).is_some(),
                "acceptedForms" => {
                    options.accepted_forms.push(value);
                    false
                }
                _ => true,
            };
            if is_second {
                let words = "the query takes acceptedForms, and once each: maxAgeDays, notBefore, on, locale";
                return Err(Error::new("call.arguments", words));
            }
        }
        Ok(options)
    }

    /// The language of words beside the findings'; of an option that is no language the function speaks.
    pub(crate) fn words(&self) -> Locale {
        self.locale.as_deref().and_then(Locale::from_name).unwrap_or(Locale::Vi)
    }

    /// The result of `checkSealed` for the text of an application, as JSON.
    ///
    /// # Errors
    /// As `checkSealed`.
    pub(crate) fn check(&self, application: &str) -> Result<String, Error> {
        let failed = |_| Error::new("internal.result", "a result could not be converted");
        let application: Box<RawValue> = to_raw_value(application).map_err(failed)?;
        let options = to_raw_value(self).map_err(failed)?;
        run(named("checkSealed")?, &[Some(&application), Some(&options)], clock::today())
    }
}

#[cfg(test)]
mod tests {
    use super::Options;

    fn read(query: &str) -> Result<String, &'static str> {
        let options = Options::of_query(query).map_err(|error| error.code)?;
        Ok(serde_json::to_string(&options).unwrap())
    }

    #[test]
    fn a_query_holds_the_options_of_check_sealed() {
        let query =
            "acceptedForms=ct01&maxAgeDays=7&acceptedForms=dc02&notBefore=2026-11-21T00:00:00%2B07:00";
        let options = concat!(
            r#"{"acceptedForms":["ct01","dc02"],"maxAgeDays":7,"#,
            r#""notBefore":"2026-11-21T00:00:00+07:00"}"#
        );
        assert_eq!(read(query), Ok(options.to_owned()));
        assert_eq!(read(""), Ok("{}".to_owned()));
        // Refused by the function, which wants a number.
        assert_eq!(read("maxAgeDays=-1"), Ok(r#"{"maxAgeDays":"-1"}"#.to_owned()));
    }

    #[test]
    fn a_name_that_is_misspelt_or_stands_twice_is_refused() {
        for query in ["acceptedForm=ct01", "on=2026-11-21&on=2026-11-22", "maxagedays=7", "x"] {
            assert_eq!(read(query), Err("call.arguments"), "{query}");
        }
    }
}
