//! What only an author needs: the language's text, its types, and words for every mistake.

mod check;
mod expression;
mod lexer;
mod mistake;
mod parameter;
mod parser;
mod scope;
mod types;

pub use mistake::Mistake;
pub(super) use parameter::Parameter;
pub use scope::Scope;
pub use types::Type;
