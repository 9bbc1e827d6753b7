//! What only an author needs: the checks of a pack's JSON with words for every mistake, and the compiler.

mod at;
mod compile;
mod decode;
mod field;
mod help;
mod lint;
mod meanings;
mod members;
mod mistake;
mod order;
mod parse;
mod position;
mod print;
mod statement;

pub use compile::compile;
pub use mistake::Mistake;
