use cancuoc::chip::FileBytes;
use cancuoc::json::{self, LIMITS, Value};
use cancuoc::qr::{self, Payload};
use cancuoc::{Error, catalogue, identity, mrz, pin};

use super::{Function, Kind, OPTIONS, Parameter};
use crate::answer::result;
use crate::arguments::{Arguments, members_of};
use crate::tables::tables;

pub(super) const ALL: &[Function] = &[
    Function {
        name: "readQr",
        about: "Reads the payload of a QR code: a text, or the bytes of the symbol.",
        parameters: &[Parameter::needed("payload", Kind::TextOrBytes), OPTIONS],
        run: read_qr,
    },
    Function {
        name: "readMrz",
        about: "Reads the lines of a machine-readable zone.",
        parameters: &[Parameter::needed("text", Kind::Text), OPTIONS],
        run: |given| {
            let (text, (options, _)) = (given.text(0, "text")?, given.options(1)?);
            result(&mrz::read(&text, &options)?, options.locale)
        },
    },
    Function {
        name: "readTyped",
        about: "Checks what a person typed.",
        parameters: &[Parameter::needed("person", Kind::Object), OPTIONS],
        run: |given| {
            let (person, (options, _)) = (given.of_one(0, "person")?, given.options(1)?);
            result(&identity::read_typed(&person, &options)?, options.locale)
        },
    },
    Function {
        name: "readAccount",
        about: "Checks what the portal knows of whoever is logged in.",
        parameters: &[Parameter::needed("person", Kind::Object), OPTIONS],
        run: |given| {
            let (person, (options, _)) = (given.of_one(0, "person")?, given.options(1)?);
            result(&identity::read_account(&person, &options)?, options.locale)
        },
    },
    Function {
        name: "checkPin",
        about: "Checks a personal number.",
        parameters: &[Parameter::needed("pin", Kind::Text), OPTIONS],
        run: |given| {
            let (pin, (options, _)) = (given.text(0, "pin")?, given.options(1)?);
            result(&pin::check(&pin, &options)?, options.locale)
        },
    },
    Function {
        name: "reconcile",
        about: "Makes one identity of several readings.",
        parameters: &[Parameter::needed("readings", Kind::List), OPTIONS],
        run: reconcile,
    },
];

fn read_qr(given: &Arguments<'_>) -> Result<String, Error> {
    let payload = given.value(0, "payload", LIMITS)?;
    let (options, _) = given.options(1)?;
    let read = match (&payload, payload.get("base64").and_then(Value::as_str)) {
        (Value::String(text), _) => qr::read_with(Payload::Text(text), tables(text), &options),
        (_, Some(bytes)) => {
            let bytes = FileBytes::from_base64(bytes).ok_or_else(|| json::not_of_the_contract("payload"))?;
            let bytes = bytes.as_slice();
            qr::read_with(Payload::Bytes(bytes), tables(&String::from_utf8_lossy(bytes)), &options)
        }
        _ => return Err(json::not_of_the_contract("payload")),
    };
    result(&read?, options.locale)
}

fn reconcile(given: &Arguments<'_>) -> Result<String, Error> {
    let Value::Array(readings) = given.of_one(0, "readings")? else {
        return Err(Error::new("input.type", "readings is not a list"));
    };
    let (options, _) = given.options(1)?;
    let readings = readings.into_iter().map(essential).collect();
    let mut identity = identity::reconcile_returned(Value::Array(readings), &options)?;
    identity.findings = identity.findings.into_iter().map(catalogue::restored).collect();
    result(&identity, options.locale)
}

/// What an identity is made from: raw fields and portraits do not matter.
fn essential(reading: Value) -> Value {
    members_of(reading, &["source", "kind", "person", "findings", "assurance"])
}
