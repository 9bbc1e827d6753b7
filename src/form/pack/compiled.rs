//! A compiled pack: what the package carries, and all that the engine reads.
//!
//! ```text
//! cancuoc-pack 1 2166136261      the format, and the FNV-1a checksum (32 bits) of the rest
//! { "pack": the pack's JSON, without `$schema`,
//!   "code": [the code of each expression, in the order of decoding],
//!   "order"?: [the form's fields in an order of evaluation], "rows"?: [the same of each group's fields] }
//! ```
//!
//! The format's number is raised whenever an older engine would misread a pack: members, functions of the
//! rule language, the order of decoding.

use super::{Pack, decode};
use crate::Error;
use crate::form::rule::Expression;
use crate::json::{self, Value};

pub(super) const FORMAT: &str = "cancuoc-pack 1 ";

/// The JSON of a compiled pack that this engine reads.
pub(super) fn checked(text: &str) -> Result<&str, Error> {
    let Some(rest) = text.strip_prefix(FORMAT) else {
        return Err(Error::new("pack.version", "the pack was compiled for another version of the package"));
    };
    match rest.split_once('\n') {
        Some((sum, body)) if sum.parse() == Ok(checksum(body)) => Ok(body),
        _ => Err(damaged()),
    }
}

pub(super) fn damaged() -> Error {
    Error::new("pack.damaged", "the pack is not as it was compiled")
}

/// The pack of a compiled pack's JSON.
pub(super) fn unpack(body: &str) -> Option<Pack> {
    let Ok(Value::Object(mut members)) = json::parse(body, json::LIMITS) else { return None };
    let source = members.iter_mut().find(|(name, _)| name == "pack").map(|(_, pack)| std::mem::take(pack))?;
    let members = Value::Object(members);
    let mut codes = members.get("code")?.as_array()?.iter();
    let mut pack = decode::decode(source, &mut |_, _| Expression::from_code(codes.next()?.as_str()?))?;
    if codes.next().is_some() {
        return None;
    }
    if let Some(order) = members.get("order") {
        pack.order = indices(order);
    }
    let rows = members.get("rows").and_then(Value::as_array).unwrap_or_default();
    for (group, order) in pack.groups.iter_mut().zip(rows) {
        group.order = indices(order);
    }
    Some(pack)
}

/// FNV-1a (Fowler, Noll, Vo), 32 bits: against damage on the way, not against intent.
pub(super) fn checksum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum: u32, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn indices(list: &Value) -> Vec<usize> {
    let mut indices = Vec::new();
    for number in list.as_array().unwrap_or_default() {
        indices.extend(number.as_whole().and_then(|number| usize::try_from(number).ok()));
    }
    indices
}
