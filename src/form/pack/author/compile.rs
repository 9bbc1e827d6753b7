use super::{Mistake, parse};
use crate::form::pack::Pack;
use crate::form::pack::compiled::{FORMAT, checksum};
use crate::form::rule::Expression;
use crate::json::Value;

/// A pack's JSON, checked, to what the engine reads (`docs/packs.md`, Compiled packs).
///
/// # Errors
/// Every mistake that was found, with its place in the file.
pub fn compile(text: &str) -> Result<String, Vec<Mistake>> {
    let (pack, expressions) = parse(text)?;
    let body = Value::Object(members(&pack, &expressions)).to_string();
    Ok(format!("{FORMAT}{}\n{body}", checksum(&body)))
}

fn members(pack: &Pack, expressions: &[Expression]) -> Vec<(String, Value)> {
    let codes = expressions.iter().map(|expression| expression.code().into()).collect();
    let mut members =
        vec![("pack".to_owned(), pack.source.clone()), ("code".to_owned(), Value::Array(codes))];
    if !is_natural(&pack.order) {
        members.push(("order".to_owned(), numbers(&pack.order)));
    }
    if pack.groups.iter().any(|group| !is_natural(&group.order)) {
        let rows = pack.groups.iter().map(|group| numbers(&group.order)).collect();
        members.push(("rows".to_owned(), Value::Array(rows)));
    }
    members
}

fn is_natural(order: &[usize]) -> bool {
    order.iter().copied().eq(0..order.len())
}

fn numbers(list: &[usize]) -> Value {
    Value::Array(list.iter().map(|index| u32::try_from(*index).unwrap_or(u32::MAX).into()).collect())
}
