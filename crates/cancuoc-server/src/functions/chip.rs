use std::collections::BTreeMap;

use cancuoc::chip::{self, ChipReading, FileBytes, FileName, Files, GivenTrust, TrustFile};
use cancuoc::json::{self, Value};
use cancuoc::reading::Reading;
use cancuoc::{Error, Locale, Options};
use serde::Serialize;

use super::{Function, Kind, OPTIONS, Parameter};
use crate::answer::result;
use crate::arguments::{Arguments, WIDE};

pub(super) const ALL: &[Function] = &[
    Function {
        name: "readChip",
        about: "Checks the files of a chip down to their signature.",
        parameters: &[
            Parameter::needed("files", Kind::Object),
            Parameter::optional("trust", Kind::Object),
            OPTIONS,
        ],
        run: read_chip,
    },
    Function {
        name: "describeTrust",
        about: "Says what a file holds that somebody wants to trust; nothing is checked.",
        parameters: &[Parameter::needed("file", Kind::Bytes)],
        run: describe_trust,
    },
];

fn read_chip(given: &Arguments<'_>) -> Result<String, Error> {
    let files = files(given.value(0, "files", WIDE)?)?;
    let trusted = if given.lacks(1) { Value::Null } else { given.value(1, "trust", WIDE)? };
    let (trusted, (options, _)) = (trust(trusted)?, given.options(2)?);
    let files = named(&files)?;
    let reading = chip::read_chip(&files, &trusted.borrowed()?, &options)?;
    result(&reading.report(files.get(FileName::DataGroup(2))), options.locale)
}

/// What the files of a chip say, for an application that is held against it.
pub(super) fn judged(given: Value, trusted: Value, options: &Options) -> Result<Reading, Error> {
    let (files, trusted) = (files(given)?, trust(trusted)?);
    let ChipReading { reading, .. } = chip::read_chip(&named(&files)?, &trusted.borrowed()?, options)?;
    Ok(Reading { findings: Vec::new(), document: None, ..reading })
}

/// Bytes by file name.
fn files(given: Value) -> Result<BTreeMap<String, FileBytes>, Error> {
    json::typed(given, "files")
}

fn named(files: &BTreeMap<String, FileBytes>) -> Result<Files<'_>, Error> {
    Files::new(files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())))
}

/// The caller's `Trust`; lists that are `null` are empty, as the package has it.
fn trust(given: Value) -> Result<GivenTrust, Error> {
    let given = match given {
        Value::Null => Value::Object(Vec::new()),
        Value::Object(mut members) => {
            let is_list = |name: &str| matches!(name, "anchors" | "masterLists" | "crls");
            members.retain(|(name, value)| !(is_list(name) && value.is_null()));
            Value::Object(members)
        }
        other => other,
    };
    json::typed(given, "trust")
}

/// A description, and the file as it is to be trusted: its only part, or as it came.
#[derive(Serialize)]
struct Described<'a> {
    #[serde(flatten)]
    file: &'a TrustFile,
    #[serde(serialize_with = "as_bytes")]
    der: &'a [u8],
}

fn as_bytes<S: serde::Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(bytes)
}

fn describe_trust(given: &Arguments<'_>) -> Result<String, Error> {
    let bytes = given.bytes(0, "file")?;
    let file = chip::describe_trust(bytes.as_slice());
    let der = match file.parts.as_slice() {
        [part] if !part.der.is_empty() => part.der.as_slice(),
        _ => bytes.as_slice(),
    };
    result(&Described { file: &file, der }, Locale::Vi)
}
