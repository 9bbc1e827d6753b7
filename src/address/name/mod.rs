//! Letters and names: how two spellings of one name are recognised as the same.

mod fold;
mod key;
mod kind;

pub(crate) use fold::{Fold, Folded, Letter, is_composed};
pub(crate) use key::{Key, MOST_LETTERS, WordKey, mix};
pub use kind::UnitKind;
