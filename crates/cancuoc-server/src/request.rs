use std::borrow::Cow;

use cancuoc::Error;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::functions::{Function, named};

/// Bytes of a request at most: a chip with its master lists, or a list of people, in base64 and JSON.
pub(crate) const LONGEST: usize = 64 << 20;

/// What is called with what.
pub(crate) struct Request<'a> {
    pub(crate) function: &'static Function,
    /// Each still a text: every argument has limits of its own.
    pub(crate) args: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope<'a> {
    #[serde(borrow)]
    call: Cow<'a, str>,
    #[serde(borrow, default)]
    args: Vec<&'a RawValue>,
}

/// # Errors
/// `call.request`, `call.unknown`, `limit.input`
pub(crate) fn read(text: &str) -> Result<Request<'_>, Error> {
    if text.len() > LONGEST {
        return Err(Error::limit("a request, bytes", LONGEST));
    }
    // Its words would quote the text.
    let wanted = |_| Error::new("call.request", "a JSON object of `call` and the list `args` is needed");
    let envelope: Envelope<'_> = serde_json::from_str(text).map_err(wanted)?;
    Ok(Request { function: named(&envelope.call)?, args: envelope.args })
}
