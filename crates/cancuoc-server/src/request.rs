use std::borrow::Cow;

use cancuoc::{Date, Error};
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::functions::{Function, named, run};

/// Bytes of a request at most: a chip with its master lists, or a list of people, in base64 and JSON.
pub(crate) const LONGEST: usize = 64 << 20;

/// What is called with what.
pub struct Request<'a> {
    /// The function that is called.
    pub function: &'static Function,
    /// Each still a text: every argument has limits of its own.
    args: Vec<&'a RawValue>,
}

impl<'a> Request<'a> {
    /// Of `{ "call": "checkSealed", "args": [ … ] }`.
    ///
    /// # Errors
    /// `call.request`, `call.unknown`, `limit.input`
    pub fn read(text: &'a str) -> Result<Self, Error> {
        if text.len() > LONGEST {
            return Err(Error::limit("a request, bytes", LONGEST));
        }
        // Its words would quote the text.
        let wanted = |_| Error::new("call.request", "a JSON object of `call` and the list `args` is needed");
        let envelope: Envelope<'_> = serde_json::from_str(text).map_err(wanted)?;
        Ok(Self { function: named(&envelope.call)?, args: envelope.args })
    }

    /// The result as JSON text. `today` is the day of what has no `options.on`.
    ///
    /// # Errors
    /// As [`run`].
    pub fn run(&self, today: Option<Date>) -> Result<String, Error> {
        let given: Vec<Option<&RawValue>> = self.args.iter().map(|own| Some(*own)).collect();
        run(self.function, &given, today)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope<'a> {
    #[serde(borrow)]
    call: Cow<'a, str>,
    #[serde(borrow, default)]
    args: Vec<&'a RawValue>,
}
