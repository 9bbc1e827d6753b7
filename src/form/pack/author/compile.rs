use super::mistake::Mistake;
use crate::form::pack::Pack;

/// A pack's JSON, checked, to what the engine reads (`docs/packs.md`, Compiled packs).
///
/// # Errors
/// Every mistake that was found, with its place in the file.
pub fn compile(text: &str) -> Result<Vec<u8>, Vec<Mistake>> {
    Ok(Pack::parse(text)?.to_compiled())
}
