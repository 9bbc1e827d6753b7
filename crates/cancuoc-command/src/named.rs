//! The body of `POST /v1/<function>`: an object of the function's arguments by their names.

use std::borrow::Cow;
use std::fmt;

use cancuoc::Error;
use cancuoc_server::Function;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The arguments in their order.
///
/// # Errors
/// `call.request`, `call.arguments`
pub(crate) fn arguments<'a>(function: &Function, body: &'a str) -> Result<Vec<Option<&'a RawValue>>, Error> {
    // Its words would quote the text.
    let wanted = |_| Error::new("call.request", "a JSON object of arguments by their names is needed");
    let Members(members) = serde_json::from_str(body).map_err(wanted)?;
    let mut given = vec![None; function.parameters.len()];
    for (name, value) in members {
        let at = function.parameters.iter().position(|parameter| parameter.name == name);
        let place = at.and_then(|at| given.get_mut(at)).filter(|place| place.is_none());
        let names =
            || function.parameters.iter().map(|parameter| parameter.name).collect::<Vec<_>>().join(", ");
        let once =
            || Error::new("call.arguments", format!("{} takes, each once: {}", function.name, names()));
        *place.ok_or_else(once)? = Some(value);
    }
    Ok(given)
}

struct Members<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OfMembers)
    }
}

struct OfMembers;

impl<'de> Visitor<'de> for OfMembers {
    type Value = Members<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry::<Cow<'de, str>, &'de RawValue>()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Result<Vec<Option<String>>, &'static str> {
        let function = cancuoc_server::named("validate").unwrap();
        let given = arguments(function, body).map_err(|error| error.code)?;
        Ok(given.into_iter().map(|own| own.map(|own| own.get().to_owned())).collect())
    }

    #[test]
    fn arguments_are_named_and_stand_once() {
        let given = read(r#"{ "answers": {"a": [1]}, "form": "ct01" }"#).unwrap();
        assert_eq!(given, [Some("\"ct01\"".into()), Some("{\"a\": [1]}".into()), None]);
        assert_eq!(read(r#"{ "form": 1, "form": 2 }"#), Err("call.arguments"));
        assert_eq!(read(r#"{ "from": "ct01" }"#), Err("call.arguments"));
        for body in ["", "[]", "{", "null", "{} {}"] {
            assert_eq!(read(body), Err("call.request"), "{body}");
        }
    }
}
