use cancuoc::text;

use super::{Function, Kind, OPTIONS, Parameter};
use crate::answer::result;
use crate::arguments::{Arguments, check_input};
use crate::tables::tables;
use cancuoc::Error;

pub(super) const ALL: &[Function] = &[
    Function {
        name: "repairText",
        about: "Puts right a text that was read in the wrong encoding.",
        parameters: &[Parameter::needed("text", Kind::Text), OPTIONS],
        run: |given| {
            let (value, locale) = (given.text(0, "text")?, given.locale(1)?);
            check_input(value.len())?;
            result(&text::repair_with(&value, tables(&value)), locale)
        },
    },
    Function {
        name: "decodeText",
        about: "Reads bytes of an encoding that nobody says.",
        parameters: &[Parameter::needed("bytes", Kind::Bytes), OPTIONS],
        run: decode_text,
    },
];

fn decode_text(given: &Arguments<'_>) -> Result<String, Error> {
    let (bytes, locale) = (given.bytes(0, "bytes")?, given.locale(1)?);
    let bytes = bytes.as_slice();
    check_input(bytes.len())?;
    result(&text::decode_with(bytes, tables(&String::from_utf8_lossy(bytes))), locale)
}
