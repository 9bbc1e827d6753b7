use super::mistake::Mistake;
use super::parse::parse;
use crate::form::pack::compiled::Compiled;

/// A pack's JSON, checked, to what the engine reads (`docs/packs.md`, Compiled packs).
///
/// # Errors
/// Every mistake that was found, with its place in the file.
pub fn compile(text: &str) -> Result<Vec<u8>, Vec<Mistake>> {
    let (pack, expressions) = parse(text)?;
    let rows = pack.groups.iter().map(|group| group.order.clone()).collect();
    let compiled = Compiled { source: pack.source.to_string(), expressions, order: pack.order, rows };
    Ok(compiled.to_bytes())
}
